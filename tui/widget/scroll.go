package widget

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/keys"
	"brujula/tui/layout"
)

// Scroll is a window over lines that are too many for it, as the full help or
// a card.
type Scroll struct {
	lines []string
	start int
	w, h  int
}

// SetLines replaces what is shown and keeps the place where it can.
func (s *Scroll) SetLines(lines []string) {
	s.lines = lines
	s.clamp()
}

// Resize sets the room in cells.
func (s *Scroll) Resize(w, h int) {
	s.w, s.h = max(0, w), max(0, h)
	s.clamp()
}

// Top goes back to the first line.
func (s *Scroll) Top() { s.start = 0 }

// To brings a line to the top, as far as there are lines below it.
func (s *Scroll) To(line int) {
	s.start = line
	s.clamp()
}

// Reveal scrolls by as little as shows a line.
func (s *Scroll) Reveal(line int) {
	s.start = min(s.start, line)
	s.start = max(s.start, line-s.h+1)
	s.clamp()
}

func (s *Scroll) clamp() {
	s.start = min(max(s.start, 0), max(0, len(s.lines)-s.h))
}

// Update scrolls; it tells whether the key was one of k's for it.
func (s *Scroll) Update(msg tea.KeyMsg, k *keys.Navigation) bool {
	to, ok := k.To(msg, s.start, len(s.lines), s.h-1)
	if !ok {
		return false
	}
	s.start = to
	s.clamp()
	return true
}

// Wheel scrolls by steps of the mouse wheel, down for positive ones.
func (s *Scroll) Wheel(steps int) {
	s.start += 3 * steps
	s.clamp()
}

// Mouse scrolls by the wheel; all else that a mouse does is nothing here.
func (s *Scroll) Mouse(e tea.MouseMsg) {
	switch e.Button {
	case tea.MouseButtonWheelUp:
		s.Wheel(-1)
	case tea.MouseButtonWheelDown:
		s.Wheel(1)
	default:
	}
}

// Start returns the first line in view.
func (s *Scroll) Start() int { return s.start }

// Lines draws exactly the lines and cells that Resize gave.
func (s *Scroll) Lines() []string {
	return layout.Block(s.lines[min(s.start, len(s.lines)):], s.w, s.h, "")
}

// Hidden counts the lines out of view.
func (s *Scroll) Hidden() (above, below int) {
	return min(s.start, len(s.lines)), max(0, len(s.lines)-s.start-s.h)
}

// Position reports which lines are in view; empty when all are.
func (s *Scroll) Position() string {
	if len(s.lines) <= s.h {
		return ""
	}
	return texts.ScrollPosition(s.start+1, min(len(s.lines), s.start+s.h), len(s.lines))
}

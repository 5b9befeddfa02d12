// Package display puts the frames of a model on the terminal at once when they
// change, and leaves the processor alone while they do not.
//
// Bubble Tea's own renderer wakes sixty times a second to see whether there is a new
// frame: an idle program costs a processor a percent that way, and a key waits for the
// next beat. It stays in charge of the terminal's modes (raw, alternate screen, cursor,
// mouse, pastes, and all of them around a suspension), but gets the same empty frame
// each time, which never reaches the terminal, and beats once a second.
package display

import (
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
)

// Display is a model whose frames it draws itself. It draws on the alternate screen
// alone: a program needs tea.WithAltScreen, and a command that it runs in the terminal
// (tea.Exec) streams of its own.
type Display struct {
	tea.Model
	terminal *terminal
	next     frame // the size and the turn of it
	sized    bool
	latest   atomic.Pointer[frame]
	news     chan struct{} // of a frame, or a screen that was erased
	over     chan struct{}
}

// frame is what is to be on the screen. Of one with another turn nothing stands any
// more: the window has changed its size.
type frame struct {
	text          string
	width, height int // cells of the window; 0 where the terminal does not tell
	turn          int
}

// pause is the shortest time from one frame to the next: what follows a key within it
// comes as one.
const pause = 8 * time.Millisecond

// New draws a model on a terminal. Whoever calls it calls Close.
func New(model tea.Model, out term.File) *Display {
	d := &Display{Model: model, news: make(chan struct{}, 1), over: make(chan struct{})}
	d.terminal = &terminal{File: out, erased: d.tell}
	go d.run()
	return d
}

// Options is what the program of a Display needs.
func (d *Display) Options() []tea.ProgramOption {
	return []tea.ProgramOption{tea.WithOutput(d.terminal), tea.WithFPS(1)}
}

// Close ends the drawing.
func (d *Display) Close() { close(d.over) }

// Update implements tea.Model.
func (d *Display) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if m, ok := m.(tea.WindowSizeMsg); ok {
		d.next.width, d.next.height, d.sized = m.Width, m.Height, true
		d.next.turn++
	}
	inner, cmd := d.Model.Update(m)
	d.Model = inner
	return d, cmd
}

// View implements tea.Model: it keeps the model's frame for itself.
func (d *Display) View() string {
	text := d.Model.View()
	if d.sized {
		f := d.next
		f.text = text
		d.latest.Store(&f)
		d.tell()
	}
	return blank
}

func (d *Display) tell() {
	select {
	case d.news <- struct{}{}:
	default: // told already
	}
}

func (d *Display) run() {
	for {
		select {
		case <-d.over:
			return
		case <-d.news:
		}
		if f := d.latest.Load(); f != nil {
			d.terminal.draw(f)
			time.Sleep(pause)
		}
	}
}

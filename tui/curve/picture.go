package curve

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/layout"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// From is the least width of a window, in cells, with room for a picture beside text,
// and Cells the width of the picture.
const (
	From  = 160
	Cells = 64
)

// Least and most lines that a picture takes, its title included.
const (
	Least = 8
	Most  = 14
)

// Picture is the curve of one plaza beside a text, worked out in the background. It
// stands in a model that is not copied.
type Picture struct {
	asked screen.Generation
	of    glance
	curve Sampled
	due   bool // it is on its way, and its room is kept
}

// glance is a plaza as it is looked at.
type glance struct {
	id  data.PlazaID
	est *workspace.Estimates
}

// PictureMsg brings the curve that a picture asked for.
type PictureMsg struct {
	to         *Picture
	generation uint64
	curve      Sampled
}

// Follow makes the picture that of a plaza; the command works its curve out, and is nil
// where that is not needed. Of a plaza that no list has, or without a chance, there is
// no picture.
func (p *Picture) Follow(d *bridge.Desk, id data.PlazaID) tea.Cmd {
	want := glance{id, d.Est}
	if p.of == want {
		return nil
	}
	row, known := d.Space.Catalog.Row(id)
	if known {
		_, known = d.Est.Of(d.Space, row)
	}
	generation, space, tried := p.asked.Next(), d.Space, d.Tried()
	if p.of, p.curve, p.due = want, (Sampled{}), known; !known {
		return nil
	}
	return func() tea.Msg { return PictureMsg{p, generation, Sample(space, want.est, row, tried)} }
}

// Take keeps the curve, where it is the last that this picture asked for.
func (p *Picture) Take(m PictureMsg) {
	if m.to == p && p.asked.Current(m.generation) {
		p.curve, p.due = m.curve, false
	}
}

// Plaza is the plaza of the picture.
func (p *Picture) Plaza() data.PlazaID { return p.of.id }

// Drawn reports that there is a curve, or that it is on its way.
func (p *Picture) Drawn() bool { return p.due || p.curve.Known() }

// Lines draws the curve under a title on h lines.
func (p *Picture) Lines(d *bridge.Desk, title string, w, h int) []string {
	lines := []string{widget.Rule(d.Styles, title, w)}
	if p.curve.Known() {
		lines = append(lines, p.curve.Chart(d.Styles, w, h-1)...)
	}
	return layout.Block(lines, w, h, "")
}

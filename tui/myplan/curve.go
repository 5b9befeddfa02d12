package myplan

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
	"brujula/tui/curve"
	"brujula/tui/layout"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// The curve of the line under the cursor stands beside its detail in a wide window;
// that of the plaza which is advised, beside the advice in one that is wider still.
const (
	curveFrom  = 160 // cells of the window
	adviceFrom = 180
	curveCells = 64
	leastCurve = 8 // lines
	mostCurve  = 14
)

// pictured is a curve and what it was worked out from.
type pictured struct {
	asked screen.Generation
	of    glance
	curve curve.Sampled
	due   bool // it is on its way, and its room is kept
}

// glance is a line as it is looked at.
type glance struct {
	id  data.PlazaID
	est *workspace.Estimates
}

type curveMsg struct {
	generation uint64
	curve      curve.Sampled
}

// looked gives the plaza whose curve is drawn: the one that is advised, else the one
// under the cursor of the list.
func (m *Model) looked() (id data.PlazaID, ok bool) {
	if m.panes.open == inAdvice && m.panes.of == m.view && m.panes.sentences() > 0 {
		if id, _, ok := m.panes.suggested(); ok {
			return id, true
		}
	}
	if line, _, ok := m.current(); ok {
		return line.Entry.ID, true
	}
	return id, false
}

// sample works the curve of that plaza out, in the background, where there is room to
// draw it.
func (m *Model) sample() tea.Cmd {
	id, ok := m.looked()
	if !ok || m.hidden || m.w < curveFrom {
		return nil
	}
	row, ok := m.desk.Space.Catalog.Row(id)
	if !ok {
		return nil
	}
	want := glance{id, m.desk.Est}
	if m.picture.of == want {
		return nil
	}
	_, known := m.desk.Est.Of(m.desk.Space, row)
	m.picture.of, m.picture.curve, m.picture.due = want, curve.Sampled{}, known
	if !known {
		return nil
	}
	generation, space, tried := m.picture.asked.Next(), m.desk.Space, m.desk.Tried()
	return func() tea.Msg { return curveMsg{generation, curve.Sample(space, want.est, row, tried)} }
}

// curveRoom is what the curve takes of the width beside the detail; 0 where none is
// drawn. Beside the advice it is kept, so that walking over it moves nothing.
func (m *Model) curveRoom() int {
	switch advises := m.panes.open == inAdvice; {
	case m.w < curveFrom, !m.preview.On, advises && m.w < adviceFrom, !advises && !m.drawn():
		return 0
	}
	return curveCells + 2
}

// drawn tells that there is a curve, or that it is on its way.
func (m *Model) drawn() bool { return m.picture.due || m.picture.curve.Known() }

// besideCurve sets the curve beside lines of text that leave it its room.
func (m *Model) besideCurve(lines []string) []string {
	room, n := m.curveRoom(), len(lines)
	if room == 0 || n < leastCurve || !m.drawn() {
		return lines
	}
	h := min(n, mostCurve)
	title := texts.CurveTitle
	if row, ok := m.desk.Space.Catalog.Row(m.picture.of.id); ok && m.panes.open == inAdvice {
		title = texts.ListName(m.desk.Space.Catalog.Plaza(row).Establishment)
	}
	drawn := []string{widget.Rule(m.desk.Styles, title, curveCells)}
	if m.picture.curve.Known() {
		drawn = append(drawn, m.picture.curve.Chart(m.desk.Styles, curveCells, h-1)...)
	}
	return layout.Beside(layout.Block(lines, m.w-room, n, ""), layout.Block(nil, 2, n, ""), layout.Block(drawn, curveCells, n, ""))
}

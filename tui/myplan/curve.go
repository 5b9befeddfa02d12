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

// The curve of the line under the cursor stands beside its detail in a wide window.
const (
	curveFrom  = 160 // cells of the window
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

// sample works the curve of the line under the cursor out, in the background, where
// there is room to draw it.
func (m *Model) sample() tea.Cmd {
	line, _, ok := m.current()
	if !ok || m.hidden || m.w < curveFrom || line.Plaza == nil {
		return nil
	}
	want := glance{line.Entry.ID, m.desk.Est}
	if m.picture.of == want {
		return nil
	}
	m.picture.of, m.picture.curve, m.picture.due = want, curve.Sampled{}, line.Known
	if !line.Known {
		return nil
	}
	generation, space, row, tried := m.picture.asked.Next(), m.desk.Space, line.Row, m.desk.Tried()
	return func() tea.Msg { return curveMsg{generation, curve.Sample(space, want.est, row, tried)} }
}

// curveRoom is what the curve takes of the width beside the detail; 0 where none is
// drawn.
func (m *Model) curveRoom() int {
	if m.w < curveFrom || !m.preview.On || !m.picture.due && !m.picture.curve.Known() {
		return 0
	}
	return curveCells + 2
}

// besideCurve sets the curve beside lines of text that leave it its room.
func (m *Model) besideCurve(lines []string) []string {
	room, n := m.curveRoom(), len(lines)
	if room == 0 || n < leastCurve {
		return lines
	}
	h := min(n, mostCurve)
	drawn := []string{widget.Rule(m.desk.Styles, texts.CurveTitle, curveCells)}
	if m.picture.curve.Known() {
		drawn = append(drawn, m.picture.curve.Chart(m.desk.Styles, curveCells, h-1)...)
	}
	return layout.Beside(layout.Block(lines, m.w-room, n, ""), layout.Block(nil, 2, n, ""), layout.Block(drawn, curveCells, n, ""))
}

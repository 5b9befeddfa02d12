package myplan

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/tui/curve"
	"brujula/tui/layout"
)

// adviceFrom is the least width of a window in which the curve of the plaza that is
// advised stands beside the advice; that of the line under the cursor stands beside its
// detail from curve.From on.
const adviceFrom = 180

// looked returns the plaza whose curve is drawn: the one that is advised, else the one
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

// sample works the curve of that plaza out, where there is room to draw it.
func (m *Model) sample() tea.Cmd {
	id, ok := m.looked()
	if !ok || m.hidden || m.w < curve.From {
		return nil
	}
	return m.picture.Follow(m.desk, id)
}

// curveRoom is what the curve takes of the width beside the detail; 0 where none is
// drawn. Beside the advice it is kept, so that walking over it moves nothing.
func (m *Model) curveRoom() int {
	switch advises := m.panes.open == inAdvice; {
	case m.w < curve.From, !m.preview.On, advises && m.w < adviceFrom, !advises && !m.picture.Drawn():
		return 0
	}
	return curve.Cells + 2
}

// besideCurve sets the curve beside lines of text that leave it its room.
func (m *Model) besideCurve(lines []string) []string {
	room, n := m.curveRoom(), len(lines)
	if room == 0 || n < curve.Least || !m.picture.Drawn() {
		return lines
	}
	title := texts.CurveTitle
	if row, ok := m.desk.Space.Catalog.Row(m.picture.Plaza()); ok && m.panes.open == inAdvice {
		title = texts.ListName(m.desk.Space.Catalog.Plaza(row).Establishment)
	}
	drawn := m.picture.Lines(m.desk, title, curve.Cells, min(n, curve.Most))
	return layout.Beside(layout.Block(lines, m.w-room, n, ""), layout.Block(nil, 2, n, ""), layout.Block(drawn, curve.Cells, n, ""))
}

package explore

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/table"
)

// mouse: a click selects, on the selected row it opens, on a heading it sorts;
// the wheel moves.
func (m *Model) mouse(e tea.MouseMsg) tea.Cmd {
	b := m.boxes()
	if m.focus == inSearch || m.focus == inFrequencies {
		return nil
	}
	if b.facets.holds(e.X, e.Y) {
		return m.facetMouse(e, b)
	}
	if !b.table.holds(e.X, e.Y) {
		return nil
	}
	e.X, e.Y = e.X-b.table.x, e.Y-b.table.y
	before := m.table.Row()
	hit := m.table.Mouse(e)
	if e.Button != tea.MouseButtonLeft || e.Action != tea.MouseActionPress {
		return m.look()
	}
	return m.click(hit, before)
}

func (m *Model) click(hit table.Hit, before int) tea.Cmd {
	m.leaveFacets()
	switch {
	case hit.Heading:
		return m.sortByColumn(!m.sortedDescending(hit.Column))
	case hit.Row >= 0 && hit.Row == before:
		return m.toCard()
	}
	return m.look()
}

func (m *Model) sortedDescending(column string) bool {
	for _, key := range m.sortMarks() {
		if key.Column == column {
			return key.Descending
		}
	}
	return false
}

func (m *Model) facetMouse(e tea.MouseMsg, b boxes) tea.Cmd {
	switch {
	case e.Button == tea.MouseButtonWheelUp:
		m.facets.Wheel(-1)
	case e.Button == tea.MouseButtonWheelDown:
		m.facets.Wheel(1)
	case e.Button == tea.MouseButtonLeft && e.Action == tea.MouseActionPress:
		m.enterFacets()
		return m.facetEvent(m.facets.Click(e.Y - b.facets.y - 1))
	}
	return nil
}

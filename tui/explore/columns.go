package explore

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// openColumns lists the columns that there is something to tell of, to be shown
// and hidden.
func (m *Model) openColumns() {
	m.focus = inColumns
	m.menu = widget.NewMenu(m.desk.Styles, texts.ColumnsTitle, m.columnItems(), 0)
	m.menu.Checkable = true
}

func (m *Model) columnItems() []widget.MenuItem {
	var items []widget.MenuItem
	for _, c := range m.table.Shown() {
		title := c.Title
		if c.ID == columnAlong {
			title = texts.ColumnAlong
		}
		items = append(items, widget.MenuItem{Label: title, Checked: !m.table.IsHidden(c.ID)})
	}
	return items
}

// columnsKey moves in the list and turns columns on and off; enter does as well.
func (m *Model) columnsKey(k tea.KeyMsg) {
	switch {
	case m.keys.table.Columns.Matches(k):
		m.focus = inTable
		return
	case k.String() == "x":
		k = tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	switch m.menu.Update(k, &m.keys.nav) {
	case widget.Cancelled:
		m.focus = inTable
	case widget.Accepted:
		c := m.table.Shown()[m.menu.Cursor()]
		m.table.Hide(c.ID, !m.table.IsHidden(c.ID))
		m.menu.Items = m.columnItems()
	case widget.Open:
	}
}

// overColumns lays the list over the screen.
func (m *Model) overColumns(lines []string) []string {
	box := m.menu.Box(m.w, m.h)
	if len(box) == 0 {
		return lines
	}
	return layout.Over(lines, box, max(0, m.w-layout.Width(box[0])), 0)
}

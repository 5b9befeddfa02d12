package explore

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/compare"
	"brujula/tui/screen"
)

// knownRows is what the background finds out about every row of the lists.
type knownRows struct {
	browse.Known
	asked screen.Generation
}

// knownMsg brings it.
type knownMsg struct {
	generation uint64
	known      browse.Known
}

// annotate asks for what is known of the rows. Lists that are only partly
// loaded are left alone: the whole follows, and has the offer before.
func (m *Model) annotate() tea.Cmd {
	space := m.desk.Space
	if m.known.Space == space || space.Partial() {
		return nil
	}
	generation := m.known.asked.Next()
	return func() tea.Msg { return knownMsg{generation, browse.Learn(space)} }
}

func (m *Model) takeKnown(k knownMsg) tea.Cmd {
	if !m.known.asked.Current(k.generation) || k.known.Space != m.desk.Space {
		return nil
	}
	m.known.Known = k.known
	if browse.ByKnown(m.orders) {
		return m.resorted()
	}
	return m.refilter()
}

// figures are what rows are filtered and sorted by.
func (m *Model) figures() *catalog.Figures {
	return browse.Figures(m.desk.Space, m.desk.Est.Figures, m.desk.Est.Refusals, &m.known.Known, &m.near.Near)
}

// values gives what a row has in a dimension, bands and tags included; none
// where it is not known.
func (m *Model) values(row int, d catalog.Dim) []string {
	switch {
	case d == catalog.DimBand:
		est, ok := m.desk.Est.Of(m.desk.Space, row)
		if !ok {
			return nil
		}
		return []string{est.Band.Key()}
	case d.Tagged():
		return m.figures().Tags[d].Of(row)
	}
	return catalog.Values(m.desk.Space.Catalog.Plaza(row), d)
}

// orderPlaces shows the province first where every row is of one region, which the
// status line names.
func (m *Model) orderPlaces() {
	near, far := columnRegion, columnProvince
	if len(m.filter.In[catalog.DimRegion]) == 1 {
		near, far = far, near
	}
	m.table.Prioritize(near, placePriority)
	m.table.Prioritize(far, farPlacePriority)
}

// showKnownColumns shows the columns of what is known, and only these.
func (m *Model) showKnownColumns() {
	m.table.Drop(columnKm, !m.near.Of(m.desk.Space))
	m.table.Drop(columnChange, !m.comparable())
	for _, id := range []string{columnOffered, columnGrades} {
		m.table.Drop(id, !m.comparable())
	}
	processes := m.desk.Space.BeforeProcesses()
	for at, id := range pastColumns() {
		m.table.Drop(id, at >= len(processes))
		if at < len(processes) {
			m.table.Rename(id, texts.BeforeTitle(processes[at]))
		}
	}
	m.table.Prioritize(columnLast, m.pastPriority(catalog.SortBefore, 0, pastPriority))
	m.table.Prioritize(columnBefore, m.pastPriority(catalog.SortLongBefore, 1, longPastPriority))
	m.table.Prioritize(columnOffered, m.offersPriority(catalog.SortOffered, catalog.DimOffered))
	m.table.Prioritize(columnGrades, m.offersPriority(catalog.SortGradeWas, catalog.DimGradeWas))
}

// offersPriority brings a column of the earlier offers into view while rows are filtered
// or sorted by it.
func (m *Model) offersPriority(key catalog.SortKey, d catalog.Dim) int {
	if m.filter.Asks(d) || m.sortedBy(key) {
		return 0
	}
	return offersPriority
}

// sortedBy reports whether the order that was chosen has a key.
func (m *Model) sortedBy(key catalog.SortKey) bool {
	return m.chosen && slices.ContainsFunc(m.orders, func(o catalog.Order) bool { return o.Key == key })
}

// pastPriority brings a column of the past into view while rows are filtered or
// sorted by it; else it has its usual priority.
func (m *Model) pastPriority(key catalog.SortKey, process, usual int) int {
	processes := m.desk.Space.BeforeProcesses()
	asked := slices.ContainsFunc(m.filter.Before, func(b catalog.Before) bool {
		return b.Process == "" && process == 0 || process < len(processes) && b.Process == string(processes[process])
	})
	if asked || m.sortedBy(key) {
		return 0
	}
	return usual
}

// comparable reports whether the changes of the rows are known or will be: the
// column has its place from the first frame on.
func (m *Model) comparable() bool {
	space := m.desk.Space
	if m.known.Space == space {
		return m.known.Marks.Known()
	}
	return compare.Awaited(space)
}

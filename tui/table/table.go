// Package table is the one table of the planner: a window over rows that are
// made only when they are drawn, so that two hundred thousand of them cost no
// more than forty.
//
// Columns that fit their contents are measured by the rows in view, so that no
// name is cut beside blank space. They grow as the rows are scrolled and shrink
// only with other rows, and then by a good deal: headings that dance are worse
// than a blank.
//
// Rows are known by an ID. The cursor stays on the same ID when the rows are
// filtered or sorted; when its row goes, it moves to the nearest one that is
// left, and comes back when the row does, unless the user has moved since.
//
// Gotchas: a Source must stay as it was until SetRows has returned, since the
// nearest row is looked for in the old order. Cells may hold styles, not
// backgrounds; on the selected row a colour becomes its background, so that the
// band of a chance is seen there too.
package table

import (
	"slices"

	"brujula/tui/theme"
)

// Source gives the rows of a table. All its methods are called only for rows
// from 0 to Len()-1.
type Source[K comparable] interface {
	// Len counts the rows.
	Len() int

	// ID returns the row's identity. It must be cheap: after a filter the table
	// may ask for every row.
	ID(row int) K

	// Cells writes the row's cells to out, one for each column in the order in
	// which the columns were declared. Only rows in view are asked for.
	Cells(row int, out []string)
}

// Finder is a Source that can tell where an ID is without a search.
type Finder[K comparable] interface {
	// Find returns the row of an ID; ok is false when it is not among the rows.
	Find(id K) (row int, ok bool)
}

// Model is a table. Make one with New.
type Model[K comparable] struct {
	styles  *theme.Styles
	columns []Column
	source  Source[K]

	// Marked tells which rows bear a star; nil leaves the place for it out.
	Marked func(id K) bool
	// RowStyle sets off whole rows, once per line; nil for none.
	RowStyle func(row int, id K) theme.Style
	// Empty is shown, wrapped, where there are no rows.
	Empty string
	// Focused tells that the keys go to this table.
	Focused bool

	width, height int // with the heading
	row           int // of the cursor
	start         int // first row in view

	// wanted is the row that the user last chose. It outlives filters that
	// hide it, so that undoing the filter brings the cursor back.
	wanted    K
	hasWanted bool

	current int // current column, by its place in columns
	offset  int // columns scrolled out on the left, frozen ones apart
	sort    []SortKey
	hidden  map[string]bool // by the user
	dropped map[string]bool // by the screen, see Drop

	cells []string // one row's, reused
	held  []held   // by column: the widths of what the rows in view hold
}

// New makes a table without rows.
func New[K comparable](styles *theme.Styles, columns []Column) *Model[K] {
	return &Model[K]{
		styles: styles, columns: slices.Clone(columns), source: none[K]{},
		hidden: map[string]bool{}, dropped: map[string]bool{}, cells: make([]string, len(columns)), held: make([]held, len(columns)),
	}
}

// none is a source without rows.
type none[K comparable] struct{}

func (none[K]) Len() int            { return 0 }
func (none[K]) ID(int) (zero K)     { return zero }
func (none[K]) Cells(int, []string) {}

// Resize sets the room in cells, the heading included.
func (m *Model[K]) Resize(w, h int) {
	m.width, m.height = max(0, w), max(0, h)
	m.setStart()
	m.measure(false)
	m.revealColumn()
}

// Len counts the rows.
func (m *Model[K]) Len() int { return m.source.Len() }

// Row returns the cursor's row, counted from 0; 0 where there are no rows.
func (m *Model[K]) Row() int { return m.row }

// Start returns the first row in view.
func (m *Model[K]) Start() int { return m.start }

// PageLen counts the rows that fit in view.
func (m *Model[K]) PageLen() int { return max(0, m.height-1) }

// Current returns the ID under the cursor; ok is false where there are no rows.
func (m *Model[K]) Current() (id K, ok bool) {
	if m.source.Len() == 0 {
		return id, false
	}
	return m.source.ID(m.row), true
}

// Chosen returns the ID that the user, or the screen for the user, last put the
// cursor on. It outlives filters that hide it; ok is false before the first.
func (m *Model[K]) Chosen() (id K, ok bool) { return m.wanted, m.hasWanted }

// SetRows replaces the rows after a filter, a sort or a change of what they
// say. The cursor follows its ID and keeps its line on the screen where that
// is possible.
func (m *Model[K]) SetRows(source Source[K]) {
	old, line := m.source, m.row-m.start
	m.source = source
	m.row = m.follow(old)
	m.start = m.row - line
	m.setStart()
	m.measure(true)
	if !m.hasWanted && source.Len() > 0 {
		m.wanted, m.hasWanted = source.ID(m.row), true
	}
}

// follow returns the row for the cursor after the rows have changed from old.
func (m *Model[K]) follow(old Source[K]) int {
	n := m.source.Len()
	if n == 0 || !m.hasWanted {
		return min(m.row, max(0, n-1))
	}
	if row, ok := m.find(m.wanted); ok {
		return row
	}
	if row, ok := m.nearest(old); ok {
		return row
	}
	return min(m.row, n-1)
}

// find returns the row of an ID.
func (m *Model[K]) find(id K) (int, bool) {
	if f, ok := m.source.(Finder[K]); ok {
		return f.Find(id)
	}
	n := m.source.Len()
	if m.row < n && m.source.ID(m.row) == id {
		return m.row, true
	}
	for row := range n {
		if m.source.ID(row) == id {
			return row, true
		}
	}
	return 0, false
}

// neighbours is how far from the cursor, up and down the old rows, a row is
// looked for that is still there.
const neighbours = 64

// nearest returns the new row of that row of the old order, near the cursor,
// that is still there and had the least distance; of two, the one below.
func (m *Model[K]) nearest(old Source[K]) (int, bool) {
	around := make([]K, 0, 2*neighbours+1) // nearest first
	for d := range neighbours + 1 {
		if down := m.row + d; down < old.Len() {
			around = append(around, old.ID(down))
		}
		if up := m.row - d; d > 0 && up >= 0 && up < old.Len() {
			around = append(around, old.ID(up))
		}
	}
	if f, ok := m.source.(Finder[K]); ok {
		for _, id := range around {
			if row, there := f.Find(id); there {
				return row, true
			}
		}
		return 0, false
	}
	return m.firstOf(around)
}

// firstOf returns the row of the first ID of a list that is among the rows, in
// one pass over them.
func (m *Model[K]) firstOf(ids []K) (int, bool) {
	place := make(map[K]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	best, at := len(ids), -1
	for row := range m.source.Len() {
		if i, ok := place[m.source.ID(row)]; ok && i < best {
			best, at = i, row
		}
	}
	return at, at >= 0
}

// MoveTo puts the cursor on a row; rows outside are brought to the nearest.
func (m *Model[K]) MoveTo(row int) {
	n := m.source.Len()
	if n == 0 {
		return // what was wanted stays so: the filter that hides all may go
	}
	m.row = min(max(row, 0), n-1)
	m.wanted, m.hasWanted = m.source.ID(m.row), true
	m.setStart()
}

// Move moves the cursor by rows, down for positive ones.
func (m *Model[K]) Move(by int) { m.MoveTo(m.row + by) }

// Select puts the cursor on an ID; it tells whether the ID is among the rows.
func (m *Model[K]) Select(id K) bool {
	row, ok := m.find(id)
	if ok {
		m.MoveTo(row)
	}
	return ok
}

// setStart moves the window by as little as brings the cursor into it, and so
// that no line is left empty while there are rows above.
func (m *Model[K]) setStart() {
	start := m.start
	m.start = window(m.start, m.row, m.source.Len(), m.PageLen())
	if m.start != start {
		m.measure(false)
	}
}

// window returns the first row in view for a cursor at row among n rows of which
// page fit: start, brought between the lowest value that still shows the
// cursor on the last line and the highest that still shows it on the first and
// fills the page.
func window(start, row, n, page int) int {
	if page <= 0 {
		return row
	}
	low := max(0, row-page+1)
	high := max(0, min(row, n-page))
	return min(max(start, low), max(low, high))
}

package table

import (
	"slices"

	"brujula/tui/layout"
)

// Column is one column of a table.
type Column struct {
	ID    string
	Title string
	Align layout.Align

	// Figures tells that the cells hold figures though they stand on the left,
	// as a letter with a percentage does. What stands on the right always does.
	Figures bool

	// Min, Ideal and Max are widths in cells. Every column in view has at
	// least Min; room that is left brings columns to Ideal, then to Max. Ideal
	// and Max under Min count as Min.
	Min, Ideal, Max int

	// Fit columns are as wide as what the rows in view hold. Of that they claim
	// up to Ideal before columns of higher Priority numbers come into view, and
	// take no more than Max; Min is the least for whatever they hold.
	Fit bool

	// Whole is what a Fit column claims more, where the rows hold so much, before
	// columns of lesserFrom come into view: a name is worth more than what they tell.
	Whole int

	// Picture columns keep their looks on the selected row: in reverse video a
	// bar would show what it is not.
	Picture bool

	// Priority tells which columns are in view before any scrolling where not
	// all fit: low numbers first. The others follow on the right.
	Priority int

	// Frozen columns stay in view when the others scroll. They are declared
	// first.
	Frozen bool

	// Key columns name the row: scrolled to, they stay beside the frozen ones as
	// long as there is room for another column.
	Key bool
}

// lesserFrom is the Priority from which columns come into view only where those
// that are worth more are whole.
const lesserFrom = 3

func (c Column) figures() bool { return c.Figures || c.Align == layout.Right }

func (c Column) ideal() int { return max(c.Min, c.Ideal) }
func (c Column) max() int   { return max(c.ideal(), c.Max) }

// least, usual and most are a column's widths: what it has at least, what it
// gets next, what it may have. They are Min, Ideal and Max, or follow what the
// rows hold.
func (m *Model[K]) least(i int) int {
	if c := m.columns[i]; c.Fit {
		return min(max(m.held[i].usual, c.Min), c.ideal())
	}
	return m.columns[i].Min
}

// whole is what a column gets before columns of lesserFrom come into view. It is
// that of the rows as they came: no column goes while they are scrolled.
func (m *Model[K]) whole(i int) int {
	return max(m.least(i), min(m.held[i].first, m.columns[i].Whole))
}

func (m *Model[K]) usual(i int) int {
	if c := m.columns[i]; c.Fit {
		return min(max(m.held[i].usual, m.least(i)), c.max())
	}
	return m.columns[i].ideal()
}

func (m *Model[K]) most(i int) int {
	if c := m.columns[i]; c.Fit {
		return min(max(m.held[i].longest, m.usual(i)), c.max())
	}
	return m.columns[i].max()
}

// SortKey names a column that the rows are sorted by. The table only shows
// it; sorting is for whoever gives the rows.
type SortKey struct {
	Column     string
	Descending bool
}

const (
	wordGap     = 1 // blank cells between columns of words
	figureGap   = 2 // on either side of figures, which blanks group
	cursorCells = 2 // "▸ "
	markCells   = 2 // "★ "
)

// SetSort shows by which columns the rows are sorted.
func (m *Model[K]) SetSort(keys []SortKey) { m.sort = slices.Clone(keys) }

// Column returns the current column, which the keys for sorting and filtering
// work on; ok is false where there is none.
func (m *Model[K]) Column() (c Column, ok bool) {
	seq := m.sequence()
	if len(seq) == 0 {
		return c, false
	}
	if !slices.Contains(seq, m.current) {
		return m.columns[seq[0]], true
	}
	return m.columns[m.current], true
}

// Shown returns the columns as they were declared, those that the user has hidden
// too, but none that was dropped.
func (m *Model[K]) Shown() []Column {
	return slices.DeleteFunc(slices.Clone(m.columns), func(c Column) bool { return m.dropped[c.ID] })
}

// Hide hides or shows a column by its ID. The last one in view stays.
func (m *Model[K]) Hide(id string, hidden bool) {
	m.toggle(m.hidden, id, hidden)
}

// Drop takes a column by its ID out of the table, as if it had not been
// declared, or puts it back: for what there is nothing to tell of. It is not
// counted among the hidden ones, and the user cannot show it.
func (m *Model[K]) Drop(id string, dropped bool) { m.toggle(m.dropped, id, dropped) }

// Prioritize gives a column another priority, for one that is worth its cells
// in a wide window only.
func (m *Model[K]) Prioritize(id string, priority int) {
	at := slices.IndexFunc(m.columns, func(c Column) bool { return c.ID == id })
	if at < 0 || m.columns[at].Priority == priority {
		return
	}
	m.columns[at].Priority = priority
	m.revealColumn()
}

// SetWidth gives a column another fixed width, for one whose cells are drawn to
// the window.
func (m *Model[K]) SetWidth(id string, w int) {
	at := slices.IndexFunc(m.columns, func(c Column) bool { return c.ID == id })
	if at < 0 || m.columns[at].Min == w {
		return
	}
	m.columns[at].Min, m.columns[at].Ideal, m.columns[at].Max = w, w, w
	m.revealColumn()
}

// Rename gives a column another title, for one whose name depends on the lists.
func (m *Model[K]) Rename(id, title string) {
	if at := slices.IndexFunc(m.columns, func(c Column) bool { return c.ID == id }); at >= 0 {
		m.columns[at].Title = title
	}
}

func (m *Model[K]) toggle(set map[string]bool, id string, on bool) {
	if on && len(m.sequence()) <= 1 || set[id] == on {
		return
	}
	seq := m.sequence()
	at := slices.Index(seq, m.current)
	set[id] = on
	if seq = m.sequence(); !slices.Contains(seq, m.current) && len(seq) > 0 {
		m.current = seq[min(max(at, 0), len(seq)-1)]
	}
	m.revealColumn()
}

// IsHidden reports whether the user has hidden a column.
func (m *Model[K]) IsHidden(id string) bool { return m.hidden[id] }

// WidthOf returns the cells that a column has in view now; 0 where it is out of
// view. It is for cells that are drawn to a width, as bars are.
func (m *Model[K]) WidthOf(id string) int {
	_, _, shown := m.arrange()
	for _, p := range shown {
		if m.columns[p.index].ID == id {
			return p.width
		}
	}
	return 0
}

// HiddenColumns counts the columns that are out of view: scrolled out on the
// left, still to come on the right, hidden by the user.
func (m *Model[K]) HiddenColumns() (left, right, byUser int) {
	seq, frozen, shown := m.arrange()
	byUser = -len(seq)
	for _, c := range m.columns {
		if !m.dropped[c.ID] {
			byUser++
		}
	}
	passed := min(m.offset, len(seq)-frozen)
	left = passed - (len(m.scrolled(seq, frozen, m.offset)) - (len(seq) - passed)) // key columns stay
	return left, len(seq) - left - len(shown), byUser
}

// MoveColumn moves the current column by columns, to the right for positive
// ones, and scrolls as needed.
func (m *Model[K]) MoveColumn(by int) {
	seq := m.sequence()
	if len(seq) == 0 {
		return
	}
	at := max(0, slices.Index(seq, m.current))
	m.current = seq[min(max(at+by, 0), len(seq)-1)]
	m.revealColumn()
}

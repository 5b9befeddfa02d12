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

// placed is a column in view.
type placed struct {
	index  int // in Model.columns
	before int // blank cells between it and the column before
	width  int
}

// gutter counts the cells before the first column: cursor, mark, and in the
// heading the arrows to columns out of view.
func (m *Model[K]) gutter() int {
	if m.Marked == nil {
		return cursorCells
	}
	return cursorCells + markCells
}

// gap counts the blank cells between two columns that stand side by side. One of
// figures keeps two on either side: a blank groups the digits of great numbers
// and stands before every %, so that with one alone two figures read as one.
func (m *Model[K]) gap(left, right int) int {
	if m.columns[left].figures() || m.columns[right].figures() {
		return figureGap
	}
	return wordGap
}

// SetSort shows by which columns the rows are sorted.
func (m *Model[K]) SetSort(keys []SortKey) { m.sort = slices.Clone(keys) }

// Column gives the current column, which the keys for sorting and filtering
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

// Shown gives the columns as they were declared, those that the user has hidden
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

// IsHidden tells whether the user has hidden a column.
func (m *Model[K]) IsHidden(id string) bool { return m.hidden[id] }

// WidthOf gives the cells that a column has in view now; 0 where it is out of
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

// revealColumn scrolls sideways by as little as shows the current column.
func (m *Model[K]) revealColumn() {
	seq := m.sequence()
	frozen := m.frozen(seq)
	m.offset = min(m.offset, m.maxOffset(seq, frozen))
	at := slices.Index(seq, m.current)
	if at < frozen {
		// A frozen column is in view wherever the others are; going to the very
		// first one scrolls all the way back, as people expect.
		if at <= 0 {
			m.offset = 0
		}
		return
	}
	m.offset = min(m.offset, at-frozen)
	for m.offset < at-frozen {
		_, _, shown := m.arrange()
		if slices.ContainsFunc(shown, func(p placed) bool { return p.index == m.current }) {
			return
		}
		m.offset++
	}
}

// maxOffset gives the least offset that brings the last column into view:
// scrolling farther would only leave room empty.
func (m *Model[K]) maxOffset(seq []int, frozen int) int {
	room := m.room()
	for offset := range len(seq) - frozen {
		if m.need(m.scrolled(seq, frozen, offset)) <= room {
			return offset
		}
	}
	return max(0, len(seq)-frozen-1)
}

// scrolled gives the columns that are not scrolled out at an offset: the frozen
// ones, the key columns that were passed, and the rest.
func (m *Model[K]) scrolled(seq []int, frozen, offset int) []int {
	from := frozen + min(offset, len(seq)-frozen)
	out := slices.Clone(seq[:frozen])
	for _, i := range seq[frozen:from] {
		if m.columns[i].Key && from < len(seq) && m.need(append(slices.Clone(out), i, seq[from])) <= m.room() {
			out = append(out, i)
		}
	}
	return append(out, seq[from:]...)
}

// frozen counts the columns at the head of seq that do not scroll.
func (m *Model[K]) frozen(seq []int) int {
	n := 0
	for n < len(seq) && m.columns[seq[n]].Frozen {
		n++
	}
	return n
}

// sequence gives the columns that the user has not hidden, in the order in
// which they stand: as declared when all fit; else those that fit by priority
// first, each group as declared, so that scrolling meets the rest on the
// right.
func (m *Model[K]) sequence() []int {
	all := make([]int, 0, len(m.columns))
	for i, c := range m.columns {
		if !m.hidden[c.ID] && !m.dropped[c.ID] {
			all = append(all, i)
		}
	}
	room := m.room()
	if m.need(all) <= room {
		return all
	}
	byPriority := slices.Clone(all)
	slices.SortStableFunc(byPriority, func(a, b int) int {
		ca, cb := m.columns[a], m.columns[b]
		if ca.Frozen != cb.Frozen {
			if ca.Frozen {
				return -1
			}
			return 1
		}
		return ca.Priority - cb.Priority
	})
	fits := make([]bool, len(m.columns))
	together := make([]int, 0, len(all))
	for _, i := range byPriority {
		fits[i] = true
		together = together[:0]
		for _, j := range all {
			if fits[j] {
				together = append(together, j)
			}
		}
		if m.need(together) > room {
			fits[i] = false
			break
		}
	}
	seq := make([]int, 0, len(all))
	for _, first := range []bool{true, false} {
		for _, i := range all {
			if fits[i] == first {
				seq = append(seq, i)
			}
		}
	}
	return seq
}

// need counts the cells that columns take at their least.
func (m *Model[K]) need(seq []int) int {
	n := 0
	for at, i := range seq {
		if at > 0 {
			n += m.gap(seq[at-1], i)
		}
		n += m.least(i)
	}
	return n
}

// room counts the cells for columns.
func (m *Model[K]) room() int { return max(0, m.width-m.gutter()) }

// arrange gives the columns in their order, how many of them are frozen, and
// those in view with their widths.
func (m *Model[K]) arrange() (seq []int, frozen int, shown []placed) {
	seq = m.sequence()
	frozen = m.frozen(seq)
	room := m.room()
	used := 0
	for _, i := range m.scrolled(seq, frozen, m.offset) {
		least := m.least(i)
		before := 0
		if len(shown) > 0 {
			before = m.gap(shown[len(shown)-1].index, i)
		}
		left := room - used - before
		if left < least {
			if len(shown) == 0 && left > 0 { // a window too narrow for even one column shows what it can of it
				shown = append(shown, placed{i, before, left})
			}
			break
		}
		shown = append(shown, placed{i, before, least})
		used += before + least
	}
	m.spread(shown, room-used)
	return seq, frozen, shown
}

// spread shares out the cells that are left: to the ideal widths by priority,
// then to the greatest, a cell at a time so that like columns grow alike.
func (m *Model[K]) spread(shown []placed, left int) {
	order := make([]int, len(shown))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return m.columns[shown[a].index].Priority - m.columns[shown[b].index].Priority
	})
	for _, i := range order {
		grow := min(max(0, left), max(0, m.usual(shown[i].index)-shown[i].width))
		shown[i].width += grow
		left -= grow
	}
	for grew := true; grew && left > 0; {
		grew = false
		for _, i := range order {
			if left > 0 && shown[i].width < m.most(shown[i].index) {
				shown[i].width++
				left--
				grew = true
			}
		}
	}
}

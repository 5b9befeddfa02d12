package table

import "slices"

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

// maxOffset returns the least offset that brings the last column into view:
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

// scrolled returns the columns that are not scrolled out at an offset: the frozen
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

// sequence returns the columns that the user has not hidden, in the order in
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
	if m.claimed(all) <= room {
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
		if m.claimed(together) > room {
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

// claimed counts the cells that columns take before any scrolling: with one of
// lesserFrom among them those that are worth more stand whole.
func (m *Model[K]) claimed(seq []int) int {
	n, last := m.need(seq), 0
	for _, i := range seq {
		last = max(last, m.columns[i].Priority)
	}
	for _, i := range seq {
		if last >= lesserFrom && m.columns[i].Priority < last {
			n += m.whole(i) - m.least(i)
		}
	}
	return n
}

// room counts the cells for columns.
func (m *Model[K]) room() int { return max(0, m.width-m.gutter()) }

// arrange returns the columns in their order, how many of them are frozen, and
// those in view with their widths.
func (m *Model[K]) arrange() (seq []int, frozen int, shown []placed) {
	seq = m.sequence()
	frozen = m.frozen(seq)
	room := m.room()
	used, in := 0, make([]int, 0, len(seq))
	for _, i := range m.scrolled(seq, frozen, m.offset) {
		if in = append(in, i); m.offset == 0 && len(shown) > 0 && m.claimed(in) > room {
			break
		}
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

// spread shares out the cells that are left: to what makes columns whole by
// priority, then to their usual widths, then to the greatest, a cell at a time so
// that like columns grow alike.
func (m *Model[K]) spread(shown []placed, left int) {
	order := make([]int, len(shown))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return m.columns[shown[a].index].Priority - m.columns[shown[b].index].Priority
	})
	for _, width := range []func(int) int{m.whole, m.usual} {
		for _, i := range order {
			grow := min(max(0, left), max(0, width(shown[i].index)-shown[i].width))
			shown[i].width += grow
			left -= grow
		}
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

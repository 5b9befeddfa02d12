package pdf

import "slices"

// carryOver gives the text of a cell that runs over a page break to its rows on
// both pages: a cell merged across rows has its text on one of them alone. Only
// where it is certain that the cell goes on; else its rows stay blank there.
func carryOver(pages [][]tableRow) {
	headings := repeatedHeadings(pages)
	bodies := make([]body, len(pages))
	for p, rows := range pages {
		bodies[p] = bodyOf(rows, headings)
		bodies[p].levelLast()
	}
	gaps := blanksInside(bodies)
	for p := 1; p < len(pages); p++ {
		pageBreak{bodies[p-1], bodies[p], gaps}.carryDown()
	}
	for p := len(pages) - 1; p > 0; p-- {
		pageBreak{bodies[p-1], bodies[p], gaps}.carryUp()
	}
}

// body is the rows of the one grid of a page, without its heading.
type body struct {
	rows []tableRow
	top  int // the band below the heading
}

// bodyOf returns no rows where some of the table stand in no grid or in several.
func bodyOf(rows []tableRow, headings map[string]bool) body {
	first, last := firstBody(rows, headings), lastBody(rows, headings)
	if first < 0 || last < first || rows[first].place == nil || rows[first].place.grid.rowsOnly {
		return body{}
	}
	b := body{rows: rows[first : last+1]}
	for i := range b.rows {
		if b.rows[i].place == nil || b.rows[i].place.grid != b.rows[0].place.grid {
			return body{}
		}
	}
	if first > 0 && rows[first-1].place != nil && rows[first-1].place.grid == b.rows[0].place.grid {
		b.top = rows[first-1].place.band + 1
	}
	return b
}

func (b body) first() *tableRow { return &b.rows[0] }
func (b body) last() *tableRow  { return &b.rows[len(b.rows)-1] }

// runDown is how many rows from the first on share its cell in column c.
func (b body) runDown(c int) int {
	n := 1
	for n < len(b.rows) && b.rows[n].place.tops[c] == b.first().place.tops[c] {
		n++
	}
	return n
}

// runUp is how many rows up from the last share its cell in column c.
func (b body) runUp(c int) int {
	n := 1
	for n < len(b.rows) && b.rows[len(b.rows)-1-n].place.tops[c] == b.last().place.tops[c] {
		n++
	}
	return n
}

// levelLast gives what the last row took from the next page, as the rest of a
// row that is cut, to all rows of the same cells.
func (b body) levelLast() {
	if len(b.rows) == 0 {
		return
	}
	for c, text := range b.last().cells {
		for i := range b.runUp(c) {
			b.rows[len(b.rows)-1-i].cells[c] = text
		}
	}
}

// pageBreak is what stands above and below the break between two pages.
type pageBreak struct {
	above, below body
	gaps         map[int]bool // see blanksInside
}

// columns is zero unless the same table stands on both pages.
func (b pageBreak) columns() int {
	if len(b.above.rows) == 0 || len(b.below.rows) == 0 || len(b.above.first().cells) != len(b.below.first().cells) {
		return 0
	}
	return len(b.above.first().cells)
}

func (b pageBreak) carryDown() {
	for c := range b.columns() {
		text := b.above.last().cells[c]
		run := b.below.runDown(c)
		if text == "" || b.below.first().cells[c] != "" || !b.goesOn(c, run == len(b.below.rows)) {
			continue
		}
		for i := range run {
			b.below.rows[i].cells[c] = text
		}
	}
}

func (b pageBreak) carryUp() {
	for c := range b.columns() {
		text := b.below.first().cells[c]
		run, n := b.above.runUp(c), len(b.above.rows)
		if text == "" || b.above.last().cells[c] != "" || !b.goesOn(c, run == n) {
			continue
		}
		for i := n - run; i < n; i++ {
			b.above.rows[i].cells[c] = text
		}
	}
}

// goesOn reports whether the cells of column c above and below the break are one
// for certain. whole is set where the blank one takes all of its page: its text
// may stand on the page beyond.
//
// A cell that ends has a rule under it. A rule under its neighbours alone says
// that it goes on; where the paper cuts the table and there is no rule at all,
// the cell must be merged of rows, in a column that has no blank cells.
func (b pageBreak) goesOn(c int, whole bool) bool {
	last, first := b.above.last().place, b.below.first().place
	if first.tops[c] > b.below.top {
		return false // a rule and a row without text part them
	}
	edge := &last.grid.h[last.band+1]
	ruled := 0
	for i := range last.tops {
		if last.ruled(edge, i) {
			ruled++
		}
	}
	if last.ruled(edge, c) || ruled > 0 {
		return !last.ruled(edge, c) && 2*ruled > len(last.tops)
	}
	merged := last.tops[c] < last.band || b.below.runDown(c) > 1 || first.tops[c] < first.band
	return merged && !whole && !b.gaps[c]
}

// ruled reports whether a line across the table is ruled in column c.
func (p *place) ruled(line *ruleLine, c int) bool {
	side := span{p.xs[c], p.xs[c+1]}
	return line.covered(side) >= ruledShare*side.length()
}

// blanksInside are the columns with blank cells that touch no page break.
func blanksInside(bodies []body) map[int]bool {
	out := map[int]bool{}
	for _, b := range bodies {
		if len(b.rows) == 0 {
			continue
		}
		for c := range b.first().cells {
			from, to := b.runDown(c), len(b.rows)-b.runUp(c)
			blank := func(r tableRow) bool { return r.cells[c] == "" }
			if from < to && slices.ContainsFunc(b.rows[from:to], blank) {
				out[c] = true
			}
		}
	}
	return out
}

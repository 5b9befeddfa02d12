package pdf

import (
	"slices"
	"strings"
	"unicode"
)

// joinPages joins the rows that run over a page break. The part on the next
// page is its first row below the heading; it is known by what it lacks: every
// row of the table has, say, a code on one line, and of the two parts only one
// has it.
func joinPages(pages [][]tableRow) {
	columns := 0
	for _, rows := range pages {
		for _, r := range rows {
			if r.table {
				columns = max(columns, len(r.cells))
			}
		}
	}
	headings := repeatedHeadings(pages)
	habits := columnHabits(pages, headings, columns)
	titles := repeatedTitles(pages)
	var open *tableRow // the last row of the table on the page before
	for p, rows := range pages {
		first := firstBody(rows, headings)
		if first < 0 {
			open = nil
			continue
		}
		if open != nil {
			last := lastBody(pages[p-1], headings)
			end, start := titles.restsAbove(rows, first), titles.restsBelow(pages[p-1], last)
			switch {
			case !end.none() && habits.partOf(open.cells, end.row.cells):
				open.mergeRow(&end.row)
				rows = end.without(rows)
				pages[p], first = rows, end.from
			case !start.none() && habits.partOf(rows[first].cells, start.row.cells):
				start.row.mergeRow(&rows[first])
				rows[first].cells = start.row.cells
				pages[p-1] = start.without(pages[p-1])
				open = nil
			}
		}
		if open != nil && habits.oneRow(open.cells, rows[first].cells) {
			open.mergeRow(&rows[first])
			pages[p] = withoutRow(rows, first)
			if lastBody(pages[p], headings) < 0 {
				continue // the row fills the page and may go on
			}
		}
		open = nil
		if last := lastBody(pages[p], headings); last >= 0 {
			open = &pages[p][last]
		}
	}
}

func (r *tableRow) mergeRow(more *tableRow) {
	for c, text := range more.cells {
		switch {
		case text == "" || c >= len(r.cells):
		case r.cells[c] == "":
			r.cells[c] = text
		default:
			r.cells[c] += "\n" + text
		}
	}
}

func withoutRow(rows []tableRow, i int) []tableRow {
	out := append([]tableRow(nil), rows[:i]...)
	return append(out, rows[i+1:]...)
}

// signature is what a row says, whatever the blanks and breaks.
func signature(cells []string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, strings.Join(cells, "|"))
}

// headingRows is how many rows at the top of a page may be its heading.
const headingRows = 4

// repeatedHeadings are the rows that stand at the top of most pages. Fewer do
// not suffice, for the ends of two cells that ran over page breaks may be alike,
// but for a row whose cells are nearly all filled and that the first page has
// too: some programs forget to repeat the heading after a row that they cut.
func repeatedHeadings(pages [][]tableRow) map[string]bool {
	count, tables := map[string]int{}, 0
	full := map[string]bool{}
	for _, rows := range pages {
		if lastBody(rows, nil) < 0 {
			continue
		}
		tables++
		seen, n := map[string]bool{}, 0
		for _, r := range rows {
			if !r.table {
				continue
			}
			if n++; n > headingRows {
				break
			}
			if s := signature(r.cells); !seen[s] {
				seen[s] = true
				count[s]++
				full[s] = full[s] || tables == 1 && r.nearlyFull()
			}
		}
	}
	out := map[string]bool{}
	for s, n := range count {
		if n > 1 && (n*2 >= tables || full[s]) {
			out[s] = true
		}
	}
	return out
}

const nearly = 0.9 // of the cells

func (r *tableRow) nearlyFull() bool {
	filled := 0
	for _, c := range r.cells {
		if c != "" {
			filled++
		}
	}
	return float64(filled) >= nearly*float64(len(r.cells))
}

// firstBody is the index of the first row of the table below the heading that
// the page repeats; -1 for none. Only the top of the page counts as heading.
func firstBody(rows []tableRow, headings map[string]bool) int {
	n := 0
	for i, r := range rows {
		if !r.table {
			continue
		}
		if n++; n > headingRows || !headings[signature(r.cells)] {
			return i
		}
	}
	return -1
}

// lastBody is the index of the last row of the table; -1 for none.
func lastBody(rows []tableRow, headings map[string]bool) int {
	for i := len(rows) - 1; i >= 0; i-- {
		if rows[i].table && !headings[signature(rows[i].cells)] {
			return i
		}
	}
	return -1
}

// habits tells what the rows inside of pages are like, column by column.
type habits struct {
	filled  []bool          // nearly never empty
	oneLine []bool          // nearly never of several lines, and filled
	firsts  map[string]bool // what the first column says
}

const rarely = 0.02 // of the rows

func columnHabits(pages [][]tableRow, headings map[string]bool, columns int) habits {
	empty, several, total := make([]int, columns), make([]int, columns), 0
	firsts := map[string]bool{}
	for _, rows := range pages {
		first, last := firstBody(rows, headings), lastBody(rows, headings)
		for i := first + 1; first >= 0 && i < last; i++ {
			if !rows[i].table {
				continue
			}
			total++
			firsts[signature(rows[i].cells[:1])] = true
			for c := range empty {
				switch {
				case c >= len(rows[i].cells) || rows[i].cells[c] == "":
					empty[c]++
				case strings.Contains(rows[i].cells[c], "\n"):
					several[c]++
				}
			}
		}
	}
	h := habits{make([]bool, columns), make([]bool, columns), firsts}
	for c := range empty {
		h.filled[c] = total > 2 && float64(empty[c]) <= rarely*float64(total)
		h.oneLine[c] = h.filled[c] && float64(several[c]) <= rarely*float64(total)
	}
	return h
}

// oneRow reports whether two rows, above and below a page break, are parts of
// one: none has both a value in a column of one line, each fills what the
// other lacks, and something is lacking. Text in the first column alone may be a
// title between rows: it must go on to something that other rows say there.
func (h habits) oneRow(above, below []string) bool {
	if len(above) != len(below) {
		return false
	}
	lacking := 0
	for c := range above {
		a, b := above[c] != "", below[c] != ""
		switch {
		case !h.filled[c]:
		case !a && !b, h.oneLine[c] && a && b:
			return false
		case !a || !b:
			lacking++
		}
	}
	if lacking > 0 && (onlyFirst(above) || onlyFirst(below)) {
		return h.firsts[signature([]string{above[0] + below[0]})]
	}
	return lacking > 0
}

func onlyFirst(cells []string) bool {
	return !slices.ContainsFunc(cells[1:], func(c string) bool { return c != "" })
}

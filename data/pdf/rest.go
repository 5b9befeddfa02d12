package pdf

import (
	"slices"
	"strings"
	"unicode"
)

// A row that a page break cuts, in a table without rules, may have its last
// lines alone at the top of the next page, or its first ones at the bottom of
// the page before. They are far from the other rows and look like titles and
// notes; what they are is known only when the rest of the row is at hand.

// findRests gives the notes above and below the table of a page the cells that
// they would be, where each of their words keeps to a column and stands as the
// column's other texts do.
func findRests(rows []tableRow, notes []*atom, table []*atom, xs []float32) {
	if len(table) == 0 {
		return
	}
	top, bottom := table[0].base, table[0].base
	for _, a := range table {
		top, bottom = min(top, a.base), max(bottom, a.base)
	}
	for i, line := range linesOfRefs(notes) {
		if line[0].base >= top && line[0].base <= bottom || !keepsTo(line, xs) || !alignedWith(line, table) {
			continue
		}
		cells := make([][]*atom, len(xs)-1)
		for _, a := range line {
			cells[a.column] = append(cells[a.column], a)
		}
		rows[i].rest = make([]string, len(cells))
		for c := range cells {
			if len(cells[c]) > 0 {
				rows[i].rest[c] = cellText(cells[c])
			}
		}
	}
}

// keepsTo reports whether all of a line lies inside of columns.
func keepsTo(line []*atom, xs []float32) bool {
	return !slices.ContainsFunc(line, func(a *atom) bool {
		return a.column == spanning || a.x1 > xs[a.column+1]+2*a.size || a.x0 < xs[a.column]-2*a.size
	})
}

// fewAligned is how many texts of the column must stand like a rest.
const fewAligned = 3

func alignedWith(line, table []*atom) bool {
	for _, a := range line {
		like := 0
		for _, b := range table {
			if b.column == a.column && min(abs(b.x0-a.x0), abs(b.x1-a.x1), abs(b.x0+b.x1-a.x0-a.x1)/2) < 0.2*a.size {
				like++
			}
		}
		if like < fewAligned {
			return false
		}
	}
	return true
}

// rests are notes of a page that stand right above or below the table, from an
// index to before another, and the row that they would be.
type rests struct {
	from, to int
	row      tableRow
}

// restsAbove returns those above row i of a page.
func (t titles) restsAbove(rows []tableRow, i int) rests {
	from := i
	for from > 0 && t.rest(&rows[from-1]) {
		from--
	}
	return restsOf(rows, from, i)
}

// restsBelow returns those below row i of a page.
func (t titles) restsBelow(rows []tableRow, i int) rests {
	to := i + 1
	for to < len(rows) && t.rest(&rows[to]) {
		to++
	}
	return restsOf(rows, i+1, to)
}

func restsOf(rows []tableRow, from, to int) rests {
	r := rests{from: from, to: to}
	if from < to {
		r.row.cells = make([]string, len(rows[from].rest))
	}
	for k := from; k < to; k++ {
		r.row.mergeRow(&tableRow{cells: rows[k].rest})
	}
	return r
}

// none reports whether there is no such note.
func (r rests) none() bool { return r.from >= r.to }

// without returns the rows of the page without them.
func (r rests) without(rows []tableRow) []tableRow {
	return slices.Delete(slices.Clone(rows), r.from, r.to)
}

// titles are the notes beside the table that most pages have, whatever their
// page number.
type titles map[string]bool

// rest reports whether a note may be a part of a row.
func (t titles) rest(r *tableRow) bool { return r.rest != nil && !t[titleSignature(r)] }

func repeatedTitles(pages [][]tableRow) titles {
	count := map[string]int{}
	for _, rows := range pages {
		for i := range rows {
			if rows[i].rest != nil {
				count[titleSignature(&rows[i])]++
			}
		}
	}
	out := titles{}
	for s, n := range count {
		if n > 1 && n*2 >= len(pages) {
			out[s] = true
		}
	}
	return out
}

func titleSignature(r *tableRow) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return '0'
		}
		return c
	}, signature(r.cells))
}

// partOf reports whether rests are the start or the end of a row: of texts that
// it has, in columns whose texts often take several lines.
func (h habits) partOf(row, rest []string) bool {
	if len(row) != len(rest) || !h.oneRow(row, rest) {
		return false
	}
	for c, text := range rest {
		if text != "" && (row[c] == "" || h.oneLine[c] || strings.IndexFunc(text, unicode.IsLetter) < 0) {
			return false
		}
	}
	return true
}

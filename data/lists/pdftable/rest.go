package pdftable

import (
	"strings"
	"unicode"
)

// A row that a page break cuts, in a table without rules and on pages without
// heading, has its last lines alone at the top of the next page. They are far
// from the next row and look like titles; what they are is known only when the
// row on the page before is at hand.

// findRests gives the notes above the table of a page the cells that they would
// be, where each of their words keeps to a column and stands as the column's
// other texts do.
func findRests(rows []tableRow, notes []*atom, table []*atom, xs []float32) {
	if len(table) == 0 {
		return
	}
	top := table[0].base
	for _, a := range table {
		top = min(top, a.base)
	}
	for i, line := range linesOfRefs(notes) {
		if line[0].base >= top || !keepsTo(line, xs) || !alignedWith(line, table) {
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

// keepsTo tells whether all of a line lies inside of columns.
func keepsTo(line []*atom, xs []float32) bool {
	for _, a := range line {
		if a.column == spanning || a.column < 0 || a.x1 > xs[a.column+1]+2*a.size || a.x0 < xs[a.column]-2*a.size {
			return false
		}
	}
	return true
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

// restAbove gives the rests that stand right above row i of a page, as one row,
// and where they start; ok is false when there is none.
func restAbove(rows []tableRow, i int, titles map[string]bool) (rest tableRow, from int, ok bool) {
	from = i
	for from > 0 && rows[from-1].rest != nil && !titles[titleSignature(&rows[from-1])] {
		from--
	}
	if from == i {
		return tableRow{}, i, false
	}
	rest = tableRow{cells: make([]string, len(rows[from].rest)), table: true}
	for k := from; k < i; k++ {
		rest.take(&tableRow{cells: rows[k].rest})
	}
	return rest, from, true
}

// repeatedTitles are the notes above the table that most pages have, whatever
// their page number.
func repeatedTitles(pages [][]tableRow) map[string]bool {
	count := map[string]int{}
	for _, rows := range pages {
		for i := range rows {
			if rows[i].table {
				break
			}
			if rows[i].rest != nil {
				count[titleSignature(&rows[i])]++
			}
		}
	}
	out := map[string]bool{}
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

// ends tells whether a rest ends the row above: it goes on with texts that are
// there, in columns whose texts often take several lines.
func (h habits) ends(above, rest []string) bool {
	if len(above) != len(rest) || !h.oneRow(above, rest) {
		return false
	}
	for c, text := range rest {
		if text != "" && (above[c] == "" || h.oneLine[c] || strings.IndexFunc(text, unicode.IsLetter) < 0) {
			return false
		}
	}
	return true
}

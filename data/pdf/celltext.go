package pdf

import (
	"slices"
	"sort"
	"strings"
)

// tableRow is one row as it stands on its page.
type tableRow struct {
	cells []string
	table bool     // false for titles and notes, which stand outside of the columns
	y     float32  // where it starts, to bring rows into order
	place *place   // of rows in a grid, nil for others
	rest  []string // of notes: the cells that it would be, if the table goes on here; see findRests
}

// place is where a row stands in its grid.
type place struct {
	grid *grid
	xs   []float32 // the columns
	band int
	tops []int // by column, the band where its cell starts
}

// noteRow is a row of text outside of the columns.
func noteRow(text string, y float32, columns int) tableRow {
	cells := make([]string, max(columns, 1))
	cells[0] = text
	return tableRow{cells: cells, y: y}
}

func (r *tableRow) blank() bool {
	return !slices.ContainsFunc(r.cells, func(c string) bool { return c != "" })
}

// cellText joins the atoms of one cell: lines from top to bottom, parted by
// '\n', on each line from left to right. Text that stands upright beside it
// follows as lines of its own.
func cellText(atoms []*atom) string {
	if len(atoms) == 1 {
		return atoms[0].text
	}
	sort.SliceStable(atoms, func(i, j int) bool {
		a, b := atoms[i], atoms[j]
		switch {
		case a.turn != b.turn:
			return a.turn < b.turn
		case a.turn == 1:
			return a.x0 > b.x0
		case a.turn == 3:
			return a.x0 < b.x0
		}
		return a.base < b.base
	})
	var out strings.Builder
	for i := 0; i < len(atoms); {
		j := i + 1
		for j < len(atoms) && sameBase(atoms[i], atoms[j]) {
			j++
		}
		if i > 0 {
			out.WriteByte('\n')
		}
		writeLine(&out, atoms[i:j])
		i = j
	}
	return out.String()
}

func sameBase(a, b *atom) bool {
	return a.turn == 0 && b.turn == 0 && abs(b.base-a.base) < 0.4*max(a.size, b.size)
}

func writeLine(out *strings.Builder, line []*atom) {
	sort.SliceStable(line, func(i, j int) bool { return line[i].x0 < line[j].x0 })
	for i, a := range line {
		if i > 0 && !gluedTo(line[i-1], a) {
			out.WriteByte(' ')
		}
		out.WriteString(a.text)
	}
}

// gluedTo reports whether two atoms of one line are parts of one word: some
// programs place each syllable or letter by itself.
func gluedTo(a, b *atom) bool {
	gap := b.x0 - a.x1
	return gap < 0.13*b.size && (b.joins || gap > -0.5*b.size)
}

package pdf

import (
	"math"
	"slices"
	"sort"

	"brujula/data/pdf/pdfobj"
	"brujula/data/pdf/pdfpage"
)

// sheet is one page while its rows are made.
type sheet struct {
	width  float32
	atoms  []atom
	merged bool // see atomsOf
	grids  []*grid

	shown // what may be missing
}

func newSheet(page *pdfpage.Page, budget *pdfobj.Budget) (*sheet, error) {
	page.Upright()
	// Finding which rules meet takes the product of their numbers.
	if err := budget.Work(min(len(page.Rules)+4*len(page.Areas), maxRuling) * 40); err != nil {
		return nil, err
	}
	atoms, merged := atomsOf(page)
	return &sheet{width: page.Width, atoms: atoms, merged: merged, grids: gridsOf(page)}, nil
}

// ruled reports whether rules show the columns of the page.
func (s *sheet) ruled() bool {
	return slices.ContainsFunc(s.grids, func(g *grid) bool { return !g.rowsOnly })
}

// plan holds what is decided over all pages: the columns.
type plan struct {
	columns   int               // of the main table
	ruled     map[int][]float32 // by page width: boundaries of the main table where it is ruled
	corridors map[int][]float32 // by page width: boundaries found from white corridors
}

func widthClass(width float32) int { return int(math.Round(float64(width))) }

// planColumns looks at all pages at once, so that the columns are the same on
// each.
func planColumns(sheets []*sheet) *plan {
	p := &plan{ruled: map[int][]float32{}, corridors: map[int][]float32{}}
	p.findRuled(sheets)
	counters := map[int]*corridorCounter{}
	for _, s := range sheets {
		if s.ruled() {
			continue
		}
		class := widthClass(s.width)
		if counters[class] == nil {
			counters[class] = &corridorCounter{}
		}
		counters[class].add(s)
	}
	for class, c := range counters {
		xs := c.columns()
		if xs == nil || p.columns > 0 && p.ruled[class] != nil && len(xs)-1 != p.columns {
			xs = p.ruled[class] // a page without rules in a ruled list
		}
		if xs != nil {
			p.corridors[class] = xs
			p.columns = max(p.columns, len(xs)-1)
		}
	}
	return p
}

// findRuled takes the number of columns that most ruled rows have, and by page
// width the boundaries of the grid with most rows.
func (p *plan) findRuled(sheets []*sheet) {
	rows := map[int]int{}
	for _, s := range sheets {
		for _, g := range s.grids {
			if !g.rowsOnly {
				rows[len(g.xs)-1] += g.bands()
			}
		}
	}
	for n, count := range rows {
		if count > rows[p.columns] || count == rows[p.columns] && n > p.columns {
			p.columns = n
		}
	}
	most := map[int]int{}
	for _, s := range sheets {
		for _, g := range s.grids {
			class := widthClass(s.width)
			if !g.rowsOnly && len(g.xs)-1 == p.columns && g.bands() > most[class] {
				p.ruled[class], most[class] = g.xs, g.bands()
			}
		}
	}
}

// rows lays out one page.
func (p *plan) rows(s *sheet) []tableRow {
	free := make([]*atom, 0, len(s.atoms))
	inside := make([][]*atom, len(s.grids))
	for i := range s.atoms {
		a := &s.atoms[i]
		if k := gridAt(s.grids, a); k >= 0 {
			inside[k] = append(inside[k], a)
		} else {
			free = append(free, a)
		}
	}
	var rows []tableRow
	for k, g := range s.grids {
		rows = append(rows, p.gridRows(s, g, inside[k])...)
	}
	rows = append(rows, p.outside(s, free)...)
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].y < rows[j].y })
	return rows
}

// gridAt returns the grid in which an atom stands, -1 for none. Text may stick
// out of the last row by a part of its height.
func gridAt(grids []*grid, a *atom) int {
	slack := 0.35 * a.size
	x := (a.x0 + a.x1) / 2
	for k, g := range grids {
		if a.mid > g.top()-slack && a.mid < g.bottom()+slack && x > g.extent.from-touch && x < g.extent.to+touch {
			return k
		}
	}
	return -1
}

func (p *plan) gridRows(s *sheet, g *grid, atoms []*atom) []tableRow {
	if len(atoms) == 0 {
		return nil
	}
	class := widthClass(s.width)
	if g.rowsOnly {
		xs := p.corridors[class]
		if xs == nil || s.ruled() {
			// The cells of the heading alone are ruled, or filled.
			if main := p.ruled[class]; main != nil && g.spans(main) {
				xs = main
			}
		}
		if xs == nil {
			return notesOf(atoms, p.columns)
		}
		return rowsInBands(g, xs, atoms)
	}
	rows := rowsInBands(g, g.xs, atoms)
	if main := p.ruled[class]; main != nil && len(g.xs) != len(main) {
		if places, ok := placesIn(g.xs, main); ok {
			for i := range rows {
				cells := make([]string, p.columns)
				for c, text := range rows[i].cells {
					cells[places[c]] = text
				}
				rows[i].cells, rows[i].place = cells, nil
			}
		}
	}
	return rows
}

// placesIn returns for each column of xs the column of main that starts where
// it does; ok is false when one starts elsewhere: then it is another table.
func placesIn(xs, main []float32) (places []int, ok bool) {
	for _, x := range xs[:len(xs)-1] {
		c := sort.Search(len(main), func(i int) bool { return main[i] > x-touch })
		if c >= len(main)-1 || abs(main[c]-x) > touch {
			return nil, false
		}
		places = append(places, c)
	}
	return places, true
}

// outside makes rows of what stands in no grid: rows of a table without rules,
// a heading without rules over a ruled table, titles and notes.
func (p *plan) outside(s *sheet, free []*atom) []tableRow {
	class := widthClass(s.width)
	xs := p.corridors[class]
	if s.ruled() || xs == nil {
		xs = p.ruled[class]
	}
	if len(xs) < 4 {
		return notesOf(free, p.columns)
	}
	assignColumns(free, xs, false)
	table, notes := splitColumnar(free, xs, s.merged)
	apart := notesOf(notes, p.columns)
	findRests(apart, notes, table, xs)
	return append(freeRows(table, len(xs)-1), apart...)
}

// splitColumnar parts the lines that keep to the columns from those that do
// not. A line of three cells and more keeps to them; a line with fewer belongs
// to the table when all of it lies inside of columns and it is between two such
// lines or next to one.
func splitColumnar(atoms []*atom, xs []float32, merged bool) (table, notes []*atom) {
	lines := linesOfRefs(atoms)
	columnar := make([]bool, len(lines))
	fits := make([]bool, len(lines))
	for i, line := range lines {
		seen := map[int]bool{}
		for _, a := range line {
			seen[a.column] = true
		}
		fits[i] = keepsTo(line, xs)
		columnar[i] = len(seen) >= tableLine && !seen[spanning] && (!merged || !straddles(line, xs))
	}
	near := func(i, j int) bool {
		return i >= 0 && j < len(lines) && abs(lines[j][0].base-lines[i][0].base) <= 2*max(lines[i][0].size, lines[j][0].size)
	}
	first, last := slices.Index(columnar, true), len(columnar)-1
	for last > 0 && !columnar[last] {
		last--
	}
	for i := 1; i < len(lines); i++ {
		between := first >= 0 && i > first && i < last
		columnar[i] = columnar[i] || fits[i] && (between || columnar[i-1] && near(i-1, i))
	}
	for i := len(lines) - 2; i >= 0; i-- {
		columnar[i] = columnar[i] || fits[i] && columnar[i+1] && near(i, i+1)
	}
	for i, line := range lines {
		if columnar[i] {
			table = append(table, line...)
		} else {
			notes = append(notes, line...)
		}
	}
	return table, notes
}

// straddles reports whether a word lies across a column's edge: then the words
// of the line are a title or note, not cells.
func straddles(line []*atom, xs []float32) bool {
	return slices.ContainsFunc(line, func(a *atom) bool { return columnAt(xs, a.x0+overhang(a)) < columnAt(xs, a.x1-overhang(a)) })
}

// notesOf makes one row of each line.
func notesOf(atoms []*atom, columns int) []tableRow {
	var rows []tableRow
	for _, line := range linesOfRefs(atoms) {
		rows = append(rows, noteRow(cellText(line), line[0].base-line[0].size, columns))
	}
	return rows
}

package pdf

import (
	"slices"
	"sort"
)

// bandLayout puts the atoms of a grid into its cells.
type bandLayout struct {
	grid  *grid
	xs    []float32
	atoms []*atom
	// leftOf[band][column] is the column where a cell merged across columns
	// starts; topOf the band where one merged across bands starts.
	leftOf, topOf [][]int
}

// rowsInBands returns the rows of a grid. Cells merged across columns keep their
// text in the first of them; cells merged across bands give it to every row,
// for that is what a reader takes it to mean.
func rowsInBands(g *grid, xs []float32, atoms []*atom) []tableRow {
	l := bandLayout{grid: g, xs: xs, atoms: atoms}
	assignColumns(atoms, xs, !g.rowsOnly)
	l.findMerged()
	bands := l.assignBands()
	cells := make([][][]*atom, g.bands())
	for k := range cells {
		cells[k] = make([][]*atom, len(xs)-1)
	}
	for i, a := range atoms {
		k := bands[i]
		c := l.leftOf[k][max(a.column, 0)]
		top := l.topOf[k][c]
		cells[top][c] = append(cells[top][c], a)
	}
	return l.rows(cells, bands)
}

// rows makes the rows of the bands; bands says where each atom stands. A band
// beyond the cut of the paper has no row for the cells that reach into it.
func (l *bandLayout) rows(cells [][][]*atom, bands []int) []tableRow {
	texts := make([][]string, len(cells))
	rows := make([]tableRow, 0, len(cells))
	for k := range cells {
		texts[k] = make([]string, len(l.xs)-1)
		for c := range texts[k] {
			if top := l.topOf[k][c]; top < k {
				texts[k][c] = texts[top][c]
			} else {
				texts[k][c] = cellText(cells[k][c])
			}
		}
		row := tableRow{cells: texts[k], table: true, y: l.grid.ys[k], place: &place{l.grid, l.xs, k, l.topOf[k]}}
		if !row.blank() && (!l.grid.hides(k) || slices.Contains(bands, k)) {
			rows = append(rows, row)
		}
	}
	return slices.DeleteFunc(rows, func(row tableRow) bool {
		k := row.place.band
		return !l.own(texts, k) && (l.sharedWith(texts, k, k-1) || l.sharedWith(texts, k, k+1))
	})
}

// own reports whether a band has text in a cell of its own, not merged with
// others.
func (l *bandLayout) own(texts [][]string, band int) bool {
	for c, text := range texts[band] {
		if text != "" && l.topOf[band][c] == band && (band+1 == len(texts) || l.topOf[band+1][c] != band) {
			return true
		}
	}
	return false
}

// sharedWith reports whether all text of a band stands in cells that reach into
// another one, which has text of its own: then the band is the rim of that one.
// Headings have such rims whose filled cells are as high as their texts.
func (l *bandLayout) sharedWith(texts [][]string, band, other int) bool {
	if other < 0 || other >= len(texts) || !l.own(texts, other) {
		return false
	}
	for c, text := range texts[band] {
		if text != "" && l.topOf[band][c] != l.topOf[other][c] {
			return false
		}
	}
	return true
}

const (
	exception  = 0.7 // of the bands must have a rule before its lack means a merged cell
	ruledShare = 0.5 // of a cell's side must be ruled
)

func (l *bandLayout) findMerged() {
	g, n := l.grid, len(l.xs)-1
	l.leftOf = make([][]int, g.bands())
	l.topOf = make([][]int, g.bands())
	for k := range l.leftOf {
		l.leftOf[k], l.topOf[k] = make([]int, n), make([]int, n)
		for c := range l.leftOf[k] {
			l.leftOf[k][c], l.topOf[k][c] = c, k
		}
	}
	if g.rowsOnly || len(g.v) != len(l.xs) {
		return
	}
	for c := 1; c < n; c++ {
		if !l.mostlyRuled(c) {
			continue
		}
		for k := range l.leftOf {
			if !l.ruledLeft(k, c) {
				l.leftOf[k][c] = l.leftOf[k][c-1]
			}
		}
	}
	for k := 1; k < g.bands(); k++ {
		for c := range n {
			side := span{l.xs[c], l.xs[c+1]}
			if g.h[k].covered(side) < ruledShare*side.length() {
				l.topOf[k][c] = l.topOf[k-1][c]
			}
		}
	}
}

func (l *bandLayout) ruledLeft(band, column int) bool {
	return l.grid.v[column].crosses((l.grid.ys[band] + l.grid.ys[band+1]) / 2)
}

func (l *bandLayout) mostlyRuled(column int) bool {
	ruled := 0
	for k := range l.grid.bands() {
		if l.ruledLeft(k, column) {
			ruled++
		}
	}
	return float64(ruled) >= exception*float64(l.grid.bands())
}

func bandAt(ys []float32, y float32) int {
	i := sort.Search(len(ys), func(i int) bool { return ys[i] > y }) - 1
	return min(max(i, 0), len(ys)-2)
}

// assignBands returns the band of each atom. Usually that is where it stands.
// Rows of a fixed height, though, let text of several lines run over their
// rules into the rows above and below; then lines that were drawn one after the
// other are kept together, and the whole block goes where its middle, its first
// or its last line stands, whichever leaves the fewest cells with two blocks.
func (l *bandLayout) assignBands() []int {
	single := make([]int, len(l.atoms))
	for i, a := range l.atoms {
		single[i] = bandAt(l.grid.ys, a.mid)
	}
	trouble := l.crossings() + l.collisions(single)
	if trouble == 0 {
		return single
	}
	best, least := single, trouble
	blocks := l.blocks()
	for _, anchor := range []func(block) float32{blockMiddle, blockFirst, blockLast} {
		bands, doubles := l.assignBlocks(blocks, anchor)
		if doubles < least {
			best, least = bands, doubles
		}
	}
	return best
}

// crossings counts atoms that a rule between rows runs through.
func (l *bandLayout) crossings() int {
	n := 0
	for _, a := range l.atoms {
		if a.turn != 0 {
			continue
		}
		from := sort.Search(len(l.grid.h), func(i int) bool { return l.grid.h[i].at > a.base-0.6*a.size })
		if from < len(l.grid.h) && l.grid.h[from].at < a.base-0.02*a.size && l.grid.h[from].crosses((a.x0+a.x1)/2) {
			n++
		}
	}
	return n
}

// collisions counts pairs of atoms in one cell that lie on one another.
func (l *bandLayout) collisions(bands []int) int {
	type cell struct{ band, column int }
	lastIn := map[cell]*atom{}
	order := make([]int, len(l.atoms))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return l.atoms[order[i]].base < l.atoms[order[j]].base })
	n := 0
	for _, i := range order {
		a := l.atoms[i]
		if a.turn != 0 {
			continue
		}
		key := cell{bands[i], a.column}
		if b := lastIn[key]; b != nil && a.base-b.base < 0.75*a.size && min(a.x1, b.x1)-max(a.x0, b.x0) > 0.3*a.size {
			n++
		}
		lastIn[key] = a
	}
	return n
}

// block is a run of atoms that one cell's text was drawn with.
type block struct {
	atoms       []int
	first, last *atom
}

func blockMiddle(b block) float32 { return (b.first.mid + b.last.mid) / 2 }
func blockFirst(b block) float32  { return b.first.mid }
func blockLast(b block) float32   { return b.last.mid }

// blocks joins atoms of a column that were drawn one after the other, each
// one line below the former. In rows of a fixed height the next row's text may
// start nearly a line below, so only the usual distance of lines counts.
func (l *bandLayout) blocks() []block {
	byOrder := make([]int, len(l.atoms))
	for i := range byOrder {
		byOrder[i] = i
	}
	sort.SliceStable(byOrder, func(i, j int) bool { return l.atoms[byOrder[i]].order < l.atoms[byOrder[j]].order })
	pitch := usualPitch(l.atoms, byOrder)
	var out []block
	for _, i := range byOrder {
		a := l.atoms[i]
		if n := len(out); n > 0 && goesOn(out[n-1].last, a) && hasPitch(out[n-1].last, a, pitch) {
			out[n-1].atoms = append(out[n-1].atoms, i)
			out[n-1].last = a
			continue
		}
		out = append(out, block{atoms: []int{i}, first: a, last: a})
	}
	return out
}

// usualPitch is the most frequent distance from line to line, in hundredths
// of the font size.
func usualPitch(atoms []*atom, byOrder []int) int {
	var count [int(mostPitch*100) + 4]int
	for k := 1; k < len(byOrder); k++ {
		a, b := atoms[byOrder[k-1]], atoms[byOrder[k]]
		if goesOn(a, b) {
			if step := pitchOf(a, b); step >= int(leastPitch*100) {
				count[step-1]++
				count[step]++
				count[step+1]++
			}
		}
	}
	best := 0
	for step, n := range count {
		if n > count[best] {
			best = step
		}
	}
	return best
}

func pitchOf(a, b *atom) int { return int((b.base-a.base)/a.size*100 + 0.5) }

// hasPitch reports whether b stands on the line of a or a usual pitch below.
func hasPitch(a, b *atom, pitch int) bool {
	step := pitchOf(a, b)
	return step < int(leastPitch*100) || step >= pitch-5 && step <= pitch+5
}

const (
	leastPitch = 0.9 // font sizes from line to line in a cell
	mostPitch  = 1.6
)

// goesOn reports whether b stands in the cell of a, on its line or the next.
func goesOn(a, b *atom) bool {
	if b.order != a.order+1 || b.column != a.column || a.turn != b.turn || a.turn != 0 {
		return false
	}
	if ratio := b.size / a.size; ratio < 0.8 || ratio > 1.25 {
		return false
	}
	step := (b.base - a.base) / a.size
	return abs(step) < 0.15 && b.x0 > a.x1-0.3*a.size || step >= leastPitch && step <= mostPitch
}

func (l *bandLayout) assignBlocks(blocks []block, anchor func(block) float32) (bands []int, doubles int) {
	type cell struct{ band, column int }
	held := map[cell]int{}
	bands = make([]int, len(l.atoms))
	for _, b := range blocks {
		k := bandAt(l.grid.ys, anchor(b))
		for _, i := range b.atoms {
			bands[i] = k
		}
		held[cell{k, b.first.column}]++
	}
	for _, n := range held {
		doubles += n - 1
	}
	return bands, doubles
}

package pdf

import (
	"math"
	"sort"
)

// freeBlock is the text of one cell where no rules tell.
type freeBlock struct {
	atoms       []*atom
	column      int
	top, bottom float32 // base lines of the first and last line
	size        float32
}

func (b *freeBlock) middle() float32 { return (b.top + b.bottom) / 2 }

// freeRows makes rows of atoms that stand in columns without rules between
// rows. Most programs draw a table cell by cell and row by row: then a new row
// starts where the column steps back. Where the order tells nothing, cells of
// one row are those aligned by their tops, middles or bottoms.
func freeRows(atoms []*atom, columns int) []tableRow {
	blocks := freeBlocks(atoms)
	rows := rowsByOrder(blocks)
	if !orderly(rows) {
		if rows = rowsByAnchors(atoms, columns); rows == nil {
			rows = rowsByAlignment(blocks, columns)
		}
	}
	out := make([]tableRow, 0, len(rows))
	for _, row := range rows {
		r := tableRow{cells: make([]string, columns), table: true, y: float32(math.MaxFloat32)}
		parts := make([][]*atom, columns)
		for _, b := range row {
			parts[b.column] = append(parts[b.column], b.atoms...)
			r.y = min(r.y, b.top-b.size)
		}
		for c := range parts {
			if len(parts[c]) > 0 {
				r.cells[c] = cellText(parts[c])
			}
		}
		out = append(out, r)
	}
	return out
}

func freeBlocks(atoms []*atom) []*freeBlock {
	byOrder := append([]*atom(nil), atoms...)
	sort.SliceStable(byOrder, func(i, j int) bool { return byOrder[i].order < byOrder[j].order })
	var out []*freeBlock
	var last *atom
	for _, a := range byOrder {
		if last != nil && goesOn(last, a) {
			b := out[len(out)-1]
			b.atoms = append(b.atoms, a)
			b.bottom = max(b.bottom, a.base)
		} else {
			out = append(out, &freeBlock{atoms: []*atom{a}, column: a.column, top: a.base, bottom: a.base, size: a.size})
		}
		last = a
	}
	return out
}

// rowsByOrder starts a row wherever the column does not grow. A line that the
// end of the paper pushed down is a block of its own, but starts no row.
func rowsByOrder(blocks []*freeBlock) [][]*freeBlock {
	var rows [][]*freeBlock
	last := math.MaxInt
	for i, b := range blocks {
		grows := b.column > last || b.column == last && pushed(rows[len(rows)-1], blocks[i:])
		if !grows {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], b)
		last = b.column
	}
	return rows
}

// pushed reports whether the first of the blocks that follow a row goes on with
// the row's last cell: a cell of the row reaches down to it, or the cell drawn
// after it starts above it.
func pushed(row, following []*freeBlock) bool {
	b := following[0]
	line := b.top - 0.4*b.size
	if _, bottom, _ := extentOf(row); bottom > line {
		return true
	}
	return len(following) > 1 && following[1].column > b.column && following[1].top < line
}

func extentOf(row []*freeBlock) (top, bottom, size float32) {
	top, bottom = math.MaxFloat32, -math.MaxFloat32
	for _, b := range row {
		top, bottom, size = min(top, b.top), max(bottom, b.bottom), max(size, b.size)
	}
	return top, bottom, size
}

// orderly reports whether rows follow one another down the page without
// reaching into each other, and their cells lie beside each other. Of the first
// and the last row the page may show a part, in which some cells have their
// last or first lines alone and lie beside nothing.
func orderly(rows [][]*freeBlock) bool {
	before := float32(-math.MaxFloat32)
	for i, row := range rows {
		top, bottom, size := extentOf(row)
		if top < before+0.4*size {
			return false
		}
		before = bottom
		if i == 0 || i == len(rows)-1 {
			continue
		}
		if !beside(row, size) {
			return false
		}
	}
	return true
}

// beside reports whether the cells of a row of a font size lie beside the tallest
// of them. A cell may be of several blocks.
func beside(row []*freeBlock, size float32) bool {
	cells := map[int]span{}
	for _, b := range row {
		s, seen := cells[b.column]
		if !seen {
			s = span{b.top, b.bottom}
		}
		cells[b.column] = span{min(s.from, b.top), max(s.to, b.bottom)}
	}
	tallest := cells[row[0].column]
	for _, b := range row {
		if s := cells[b.column]; s.length() > tallest.length() {
			tallest = s
		}
	}
	for _, s := range cells {
		if s.from > tallest.to+0.6*size || s.to < tallest.from-0.6*size {
			return false
		}
	}
	return true
}

// rowsByAlignment clusters blocks by the edge that makes the fewest rows, then
// adds the rows that lack most cells to the row that they overlap: such are
// lines of a cell that were drawn apart.
func rowsByAlignment(blocks []*freeBlock, columns int) [][]*freeBlock {
	edges := []func(*freeBlock) float32{
		(*freeBlock).middle,
		func(b *freeBlock) float32 { return b.top },
		func(b *freeBlock) float32 { return b.bottom },
	}
	var best [][]*freeBlock
	for _, edge := range edges {
		if rows := cluster(blocks, edge); best == nil || len(rows) < len(best) {
			best = rows
		}
	}
	return absorb(best, columns)
}

func cluster(blocks []*freeBlock, edge func(*freeBlock) float32) [][]*freeBlock {
	sorted := append([]*freeBlock(nil), blocks...)
	sort.SliceStable(sorted, func(i, j int) bool { return edge(sorted[i]) < edge(sorted[j]) })
	var rows [][]*freeBlock
	start := float32(0)
	for _, b := range sorted {
		if n := len(rows); n > 0 && edge(b)-start <= 0.35*b.size {
			rows[n-1] = append(rows[n-1], b)
			continue
		}
		rows = append(rows, []*freeBlock{b})
		start = edge(b)
	}
	return rows
}

// absorb joins rows that lack columns nearly every row has to their neighbour
// above or below, the nearer one, if it is within a line.
func absorb(rows [][]*freeBlock, columns int) [][]*freeBlock {
	keys := keyColumns(rows, columns)
	if len(keys) == 0 {
		return rows
	}
	whole := func(row []*freeBlock) bool {
		have := 0
		for _, b := range row {
			if keys[b.column] {
				have++
			}
		}
		return have*2 >= len(keys)
	}
	var anchors []int
	for i, row := range rows {
		if whole(row) {
			anchors = append(anchors, i)
		}
	}
	target := make([]int, len(rows))
	for i, row := range rows {
		target[i] = i
		if whole(row) {
			continue
		}
		nearest, least := -1, float32(math.MaxFloat32)
		top, bottom, size := extentOf(row)
		at := sort.SearchInts(anchors, i)
		for _, j := range anchors[max(0, at-1):min(len(anchors), at+1)] {
			t, b, _ := extentOf(rows[j])
			if gap := max(t-bottom, top-b); gap < least {
				nearest, least = j, gap
			}
		}
		if nearest >= 0 && least <= mostPitch*size {
			target[i] = nearest
		}
	}
	joined := make([][]*freeBlock, len(rows))
	for i, row := range rows {
		joined[target[i]] = append(joined[target[i]], row...)
	}
	out := joined[:0]
	for _, row := range joined {
		if len(row) > 0 {
			out = append(out, row)
		}
	}
	return out
}

// keyColumns are those that at least half of the fuller rows have.
func keyColumns(rows [][]*freeBlock, columns int) map[int]bool {
	count := make([]int, columns)
	full := 0
	for _, row := range rows {
		seen := map[int]bool{}
		for _, b := range row {
			seen[b.column] = true
		}
		if len(seen)*2 < columns {
			continue
		}
		full++
		for c := range seen {
			count[c]++
		}
	}
	keys := map[int]bool{}
	for c, n := range count {
		if full > 0 && float64(n) >= 0.9*float64(full) {
			keys[c] = true
		}
	}
	return keys
}

package pdf

import (
	"math"
	"slices"
	"sort"
)

// rowsByAnchors makes rows where the order of drawing tells nothing. Columns
// of one line a row (codes, numbers, yes and no) give each row its anchor; every
// other line goes to the anchor that the table's vertical alignment says: the
// nearest one, the one above or the one below, whichever fits the cells best.
// It gives nil when there are no such columns.
func rowsByAnchors(atoms []*atom, columns int) [][]*freeBlock {
	lines := linesOfRefs(atoms)
	keys := anchorColumns(lines, columns)
	if keys == nil {
		return nil
	}
	var anchors []float32
	for _, line := range lines {
		if holdsKeys(line, keys) {
			anchors = append(anchors, line[0].base)
		}
	}
	if len(anchors) == 0 {
		return nil
	}
	var best [][]*freeBlock
	least := math.MaxFloat64
	for _, way := range []anchorWay{anchorNearest, anchorAbove, anchorBelow} {
		rows := gatherRows(lines, anchors, way)
		if miss := missOf(rows, anchors, way); miss < least-1e-6 {
			best, least = rows, miss
		}
	}
	return slices.DeleteFunc(best, func(row []*freeBlock) bool { return len(row) == 0 })
}

type anchorWay uint8

const (
	anchorNearest anchorWay = iota
	anchorAbove
	anchorBelow
)

// of returns the anchor of a line at base.
func (w anchorWay) of(anchors []float32, base, slack float32) int {
	// The first anchor at or below the line.
	next := sort.Search(len(anchors), func(i int) bool { return anchors[i] >= base-slack })
	before := next - 1
	switch {
	case next < len(anchors) && abs(anchors[next]-base) <= slack, before < 0:
		return min(next, len(anchors)-1)
	case next >= len(anchors), w == anchorAbove:
		return before
	case w == anchorBelow:
		return next
	}
	if base-anchors[before] <= anchors[next]-base {
		return before
	}
	return next
}

// anchorColumns are three or more columns that have as many lines as each
// other and fewer than other columns; nil for none.
func anchorColumns(lines [][]*atom, columns int) []bool {
	count := make([]int, columns)
	for _, line := range lines {
		seen := -1
		for _, a := range line {
			if a.column != seen {
				count[a.column]++
				seen = a.column
			}
		}
	}
	sorted := slices.Clone(count)
	slices.Sort(sorted)
	for i, n := range sorted {
		if n < 2 || i+2 >= len(sorted) || float64(sorted[i+2]) > 1.1*float64(n)+1 {
			continue
		}
		keys := make([]bool, columns)
		for c := range keys {
			keys[c] = count[c] >= n && float64(count[c]) <= 1.1*float64(n)+1
		}
		return keys
	}
	return nil
}

func holdsKeys(line []*atom, keys []bool) bool {
	total, have := 0, 0
	seen := map[int]bool{}
	for _, a := range line {
		if keys[a.column] && !seen[a.column] {
			have++
		}
		seen[a.column] = true
	}
	for _, k := range keys {
		if k {
			total++
		}
	}
	return have*2 > total
}

// gatherRows puts each line's atoms to their anchor, one block a cell.
func gatherRows(lines [][]*atom, anchors []float32, way anchorWay) [][]*freeBlock {
	rows := make([][]*freeBlock, len(anchors))
	cells := map[[2]int]*freeBlock{}
	for _, line := range lines {
		for _, a := range line {
			k := way.of(anchors, a.base, 0.3*a.size)
			key := [2]int{k, a.column}
			b := cells[key]
			if b == nil {
				b = &freeBlock{column: a.column, top: a.base, bottom: a.base, size: a.size}
				cells[key] = b
				rows[k] = append(rows[k], b)
			}
			b.atoms = append(b.atoms, a)
			b.top, b.bottom = min(b.top, a.base), max(b.bottom, a.base)
		}
	}
	return rows
}

// missOf sums how far the cells are from where the alignment would have them,
// and how often the lines of one cell were not drawn one after the other.
func missOf(rows [][]*freeBlock, anchors []float32, way anchorWay) float64 {
	sum := 0.0
	for k, row := range rows {
		for _, b := range row {
			edge := b.middle()
			switch way {
			case anchorAbove:
				edge = b.top
			case anchorBelow:
				edge = b.bottom
			}
			sum += float64(abs(edge - anchors[k]))
			for i := 1; i < len(b.atoms); i++ {
				if b.atoms[i].order != b.atoms[i-1].order+1 {
					sum += float64(b.size)
				}
			}
		}
	}
	return sum
}

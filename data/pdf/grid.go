package pdf

import (
	"slices"
	"sort"

	"brujula/data/pdf/pdfpage"
)

// grid is the ruling of one table on a page. Its columns lie between
// neighbours in xs, its bands between neighbours in ys. A grid of rows alone
// (rules between rows, none between columns) has no xs of its own.
type grid struct {
	xs, ys   []float32
	rowsOnly bool
	extent   span       // in x
	seen     span       // in y, the part of the page that is seen
	v, h     []ruleLine // v belongs to xs, h to ys, place by place
}

func (g *grid) top() float32    { return g.ys[0] }
func (g *grid) bottom() float32 { return g.ys[len(g.ys)-1] }
func (g *grid) bands() int      { return len(g.ys) - 1 }

// spans reports whether the columns between xs are as wide as the grid.
func (g *grid) spans(xs []float32) bool {
	return abs(xs[0]-g.extent.from) < touch && abs(xs[len(xs)-1]-g.extent.to) < touch
}

const (
	touch      = 3.6  // points by which rules that meet may miss each other
	minCell    = 3.0  // points; narrower is the gap between two borders
	mainShare  = 0.12 // of the height: a shorter vertical rule makes no column
	bandShare  = 0.25 // of the width: a shorter horizontal rule makes no row
	rowsAcross = 0.5  // of the page's width: least extent of rules between rows
)

// gridsOf finds the grids of a page, from top to bottom.
func gridsOf(page *pdfpage.Page) []*grid {
	v, h := ruleLines(page, true), ruleLines(page, false)
	var grids []*grid
	used := map[int]bool{}
	for _, part := range components(v, h) {
		if g := gridFrom(part, v, h); g != nil {
			grids = append(grids, g)
			for _, r := range part {
				if !r.vertical {
					used[r.line] = true
				}
			}
		}
	}
	if g := rowGrid(page, h, used); g != nil && !overlapsAny(g, grids) {
		grids = append(grids, g)
	}
	sort.Slice(grids, func(i, j int) bool { return grids[i].top() < grids[j].top() })
	seen := seenPart(page)
	for _, g := range grids {
		g.seen = seen
	}
	return grids
}

// hides reports whether a band lies where the page shows nothing: rules drawn
// beyond the cut of the paper.
func (g *grid) hides(band int) bool {
	return g.ys[band] >= g.seen.to || g.ys[band+1] <= g.seen.from
}

func overlapsAny(g *grid, grids []*grid) bool {
	return slices.ContainsFunc(grids, func(o *grid) bool { return g.top() < o.bottom() && o.top() < g.bottom() })
}

// rulingPiece names one piece of one line.
type rulingPiece struct {
	line     int
	vertical bool
	span
	at float32
}

// components groups the pieces that meet, directly or through others.
func components(v, h []ruleLine) [][]rulingPiece {
	var pieces []rulingPiece
	for i := range v {
		for _, s := range v[i].pieces {
			pieces = append(pieces, rulingPiece{i, true, s, v[i].at})
		}
	}
	split := len(pieces)
	for i := range h {
		for _, s := range h[i].pieces {
			pieces = append(pieces, rulingPiece{i, false, s, h[i].at})
		}
	}
	if len(pieces) > maxRuling || split == 0 || split == len(pieces) {
		return nil
	}
	parent := make([]int, len(pieces))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for i := range split {
		for j := split; j < len(pieces); j++ {
			if meet(&pieces[i], &pieces[j]) {
				parent[find(i)] = find(j)
			}
		}
	}
	groups := map[int][]rulingPiece{}
	for i := range pieces {
		root := find(i)
		groups[root] = append(groups[root], pieces[i])
	}
	out := make([][]rulingPiece, 0, len(groups))
	for i := range pieces { // in a fixed order
		if g := groups[i]; g != nil {
			out = append(out, g)
		}
	}
	return out
}

func meet(v, h *rulingPiece) bool {
	return v.at >= h.from-touch && v.at <= h.to+touch && h.at >= v.from-touch && h.at <= v.to+touch
}

// gridFrom makes a grid of pieces that meet, or nil when they are no table of
// at least two columns.
func gridFrom(part []rulingPiece, v, h []ruleLine) *grid {
	box := pdfpage.Box{X0: 1e9, Y0: 1e9, X1: -1e9, Y1: -1e9}
	for _, r := range part {
		if r.vertical {
			box.Y0, box.Y1 = min(box.Y0, r.from), max(box.Y1, r.to)
			box.X0, box.X1 = min(box.X0, r.at), max(box.X1, r.at)
		} else {
			box.Y0, box.Y1 = min(box.Y0, r.at), max(box.Y1, r.at)
			box.X0, box.X1 = min(box.X0, r.from), max(box.X1, r.to)
		}
	}
	g := &grid{extent: span{box.X0, box.X1}}
	g.xs, g.v = boundaries(part, true, v, (box.Y1-box.Y0)*mainShare)
	g.ys, g.h = boundaries(part, false, h, (box.X1-box.X0)*bandShare)
	g.closeEnds(box)
	if len(g.xs) < 3 || len(g.ys) < 2 {
		return nil
	}
	return g
}

// closeEnds adds the outer edges where no rule closes the grid: a row that
// runs over the page break leaves it open, and some tables have no outer
// rules at all.
func (g *grid) closeEnds(box pdfpage.Box) {
	ends := func(at []float32, lines []ruleLine, from, to float32) ([]float32, []ruleLine) {
		if len(at) == 0 || at[0]-from > touch {
			at = append([]float32{from}, at...)
			lines = append([]ruleLine{{at: from}}, lines...)
		}
		if to-at[len(at)-1] > touch {
			at = append(at, to)
			lines = append(lines, ruleLine{at: to})
		}
		return at, lines
	}
	g.xs, g.v = ends(g.xs, g.v, box.X0, box.X1)
	g.ys, g.h = ends(g.ys, g.h, box.Y0, box.Y1)
}

// boundaries returns the places of the lines of one direction that are ruled
// for at least in all; neighbours closer than minCell become one.
func boundaries(part []rulingPiece, vertical bool, lines []ruleLine, least float32) ([]float32, []ruleLine) {
	ruled := map[int]*ruleLine{}
	var order []int
	for _, r := range part {
		if r.vertical != vertical {
			continue
		}
		if ruled[r.line] == nil {
			ruled[r.line] = &ruleLine{at: lines[r.line].at}
			order = append(order, r.line)
		}
		ruled[r.line].pieces = append(ruled[r.line].pieces, r.span)
	}
	sort.Ints(order) // lines come sorted by place
	var at []float32
	var out []ruleLine
	for _, i := range order {
		line := *ruled[i]
		if n := len(out); n > 0 && line.at-out[n-1].at < minCell {
			out[n-1].pieces = mergeSpans(append(out[n-1].pieces, line.pieces...), pieceGap)
			out[n-1].at = (out[n-1].at + line.at) / 2
			continue
		}
		out = append(out, line)
	}
	kept := out[:0]
	for _, line := range out {
		var sum float32
		for _, s := range line.pieces {
			sum += s.length()
		}
		if sum >= least {
			kept = append(kept, line)
			at = append(at, line.at)
		}
	}
	return at, kept
}

// rowGrid makes a grid of rows alone from long rules of one extent that no
// other grid uses.
func rowGrid(page *pdfpage.Page, h []ruleLine, used map[int]bool) *grid {
	var best []ruleLine
	for i := range h {
		if used[i] || len(h[i].pieces) != 1 || h[i].pieces[0].length() < page.Width*rowsAcross {
			continue
		}
		var same []ruleLine
		for j := i; j < len(h); j++ {
			if used[j] || len(h[j].pieces) != 1 {
				continue
			}
			a, b := h[i].pieces[0], h[j].pieces[0]
			if abs(a.from-b.from) < touch && abs(a.to-b.to) < touch {
				same = append(same, h[j])
			}
		}
		if len(same) > len(best) {
			best = same
		}
		if len(best) > len(h)/2 {
			break
		}
	}
	if len(best) < 4 {
		return nil
	}
	best = withHeadingRule(best, h, used)
	g := &grid{rowsOnly: true, extent: best[0].pieces[0]}
	for _, line := range best {
		if n := len(g.ys); n > 0 && line.at-g.ys[n-1] < minCell {
			continue
		}
		g.ys = append(g.ys, line.at)
		g.h = append(g.h, line)
	}
	if len(g.ys) < 4 {
		return nil
	}
	return g
}

// withHeadingRule adds the rule above the rows of the extent when it belongs to
// the heading's own grid: the first row of a page lies under it.
func withHeadingRule(rows, h []ruleLine, used map[int]bool) []ruleLine {
	for i := len(h) - 1; i >= 0; i-- {
		if !used[i] || h[i].at >= rows[0].at-minCell || len(h[i].pieces) != 1 {
			continue
		}
		a, b := h[i].pieces[0], rows[0].pieces[0]
		if abs(a.from-b.from) < touch && abs(a.to-b.to) < touch {
			return append([]ruleLine{h[i]}, rows...)
		}
		break
	}
	return rows
}

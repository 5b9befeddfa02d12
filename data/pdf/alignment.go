package pdf

import (
	"math"
	"sort"
)

// alignment tells how a column sets its text.
type alignment struct {
	edge   int     // 0 left, 1 middle, 2 right
	offset float32 // from the column's left edge, middle, right edge
	known  bool
}

// alignmentOf finds the edge whose place scatters least.
func alignmentOf(atoms []*atom, left, right float32) alignment {
	if len(atoms) < 3 {
		return alignment{}
	}
	var best alignment
	leastScatter := float32(math.MaxFloat32)
	for edge := range 3 {
		offsets := make([]float32, len(atoms))
		for i, a := range atoms {
			offsets[i] = edgeOffset(a, edge, left, right)
		}
		sort.Slice(offsets, func(i, j int) bool { return offsets[i] < offsets[j] })
		m := len(offsets)
		if scatter := offsets[m*3/4] - offsets[m/4]; scatter < leastScatter-0.05 {
			leastScatter = scatter
			best = alignment{edge, offsets[m/2], true}
		}
	}
	return best
}

// likeStyle is how far, in points, the offsets of columns set alike differ.
const likeStyle = 1.5

// likeOthers gives the columns whose own style is unknown, for all of their
// text hangs over, that of the others, where most of those are set alike.
func likeOthers(styles []alignment) {
	var best alignment
	most, known := 0, 0
	for _, s := range styles {
		if !s.known {
			continue
		}
		known++
		like := 0
		for _, other := range styles {
			if other.known && other.edge == s.edge && abs(other.offset-s.offset) < likeStyle {
				like++
			}
		}
		if like > most {
			best, most = s, like
		}
	}
	if 2*most <= known {
		return
	}
	for c := range styles {
		if !styles[c].known {
			styles[c] = best
		}
	}
}

func edgeOffset(a *atom, edge int, left, right float32) float32 {
	switch edge {
	case 0:
		return a.x0 - left
	case 1:
		return (a.x0+a.x1)/2 - (left+right)/2
	}
	return a.x1 - right
}

func bestColumn(a *atom, first, last int, xs []float32, styles []alignment) int {
	best, least := first, float32(math.MaxFloat32)
	for c := first; c <= last; c++ {
		s := styles[c]
		overlap := min(a.x1, xs[c+1]) - max(a.x0, xs[c])
		miss := 1000 - overlap // without a style, where most of it lies
		if s.known {
			miss = abs(edgeOffset(a, s.edge, xs[c], xs[c+1]) - s.offset)
		}
		if miss < least {
			best, least = c, miss
		}
	}
	return best
}

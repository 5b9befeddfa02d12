package pdf

import "math"

// peakCounter finds the columns of tables whose text runs over into the next
// column, so that no white corridor is left: nearly all cells of a column
// start, or have their middle, at one place.
type peakCounter struct {
	left, middle []int32
}

const (
	peakShare  = 0.6 // of the lines must have an atom aligned there
	peakSpread = 2   // bins to either side of a peak that count with it
)

func (p *peakCounter) add(a *atom) {
	countAt(&p.left, a.x0)
	countAt(&p.middle, (a.x0+a.x1)/2)
}

func countAt(bins *[]int32, x float32) {
	b := int(math.Round(float64(x * binsPerPoint)))
	if b < 0 || b >= maxBins {
		return
	}
	if b >= len(*bins) {
		*bins = append(*bins, make([]int32, b+1-len(*bins))...)
	}
	(*bins)[b]++
}

// columns returns the boundaries of the columns by the edge with most peaks, for
// a text that ends at bin end; nil when there are none.
func (p *peakCounter) columns(lines, end int) []float32 {
	left, middle := peaksOf(p.left, lines), peaksOf(p.middle, lines)
	var xs []float32
	if len(left) >= len(middle) {
		for _, x := range left {
			xs = append(xs, x-1)
		}
	} else {
		xs = append(xs, 0)
		for i := 1; i < len(middle); i++ {
			xs = append(xs, (middle[i-1]+middle[i])/2)
		}
	}
	if len(xs) < 3 {
		return nil
	}
	return append(xs, float32(end)/binsPerPoint+1)
}

// peaksOf returns the places where at least peakShare of the lines have an edge.
func peaksOf(bins []int32, lines int) []float32 {
	var out []float32
	least := int32(math.Ceil(peakShare * float64(lines)))
	for b := 0; b < len(bins); b++ {
		var sum int32
		best := b
		for i := b; i <= min(b+2*peakSpread, len(bins)-1); i++ {
			sum += bins[i]
			if bins[i] > bins[best] {
				best = i
			}
		}
		if sum >= least {
			out = append(out, float32(best)/binsPerPoint)
			b += 2 * peakSpread
		}
	}
	return out
}

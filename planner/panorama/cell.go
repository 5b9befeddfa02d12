package panorama

import (
	"cmp"
	"math"
	"slices"

	"brujula/planner/catalog"
)

// Cell counts one value of a breakdown, or the whole.
type Cell struct {
	Value   string // "" for plazas whose list does not say
	Outside bool   // counts picks at no plaza of the offer, and nothing else

	Plazas int // as the ministry counts: establishments, each once a profession and modality
	Seats  int
	Listed int  // seats of lines with an adjudicated list
	Taken  int  // seats that these lists say were taken
	Cut    bool // one of these lists ends at some rank: nothing is known of the later seats

	Likely      int     // plazas in a band that counts as likely at the rank of the figures
	Known       int     // plazas with a chance at all
	PointSeats  int     // seats with points
	PointsTotal float64 // of these seats

	spots []spot
}

// spot is where a taken seat stands in its line, 0 to 1: the middle of those
// with the same mark, and how far their middles reach to either side, 0 for one
// alone.
type spot struct{ at, reach float64 }

func bySpot(a, b spot) int { return cmp.Compare(a.at, b.at) }

// Share is the part of the listed seats that was taken; NaN where no list says.
func (c *Cell) Share() float64 { return ratio(float64(c.Taken), float64(c.Listed)) }

// Points is the mean of the points of the seats that have some; NaN for none.
func (c *Cell) Points() float64 { return ratio(c.PointsTotal, float64(c.PointSeats)) }

// Median is the share of its line, 0 to 1, that had chosen when the middle one
// of the takers did; NaN where no order is known.
func (c *Cell) Median() float64 {
	if len(c.spots) == 0 {
		return math.NaN()
	}
	slices.SortFunc(c.spots, bySpot)
	n := len(c.spots)
	return (c.spots[(n-1)/2].at + c.spots[n/2].at) / 2
}

// MedianRange gives the stretch of the line, 0 to 1, that shares the mark of
// the middle taker: within it there is no order, and cells whose middle falls
// into one tie have the same median. Both are NaN where no order is known.
func (c *Cell) MedianRange() (from, to float64) {
	if math.IsNaN(c.Median()) { // which sorts
		return math.NaN(), math.NaN()
	}
	n := len(c.spots)
	low, high := c.spots[(n-1)/2], c.spots[n/2]
	return (low.at - low.reach + high.at - high.reach) / 2, (low.at + low.reach + high.at + high.reach) / 2
}

// Ordered counts the taken seats whose place in the line is known.
func (c *Cell) Ordered() int { return len(c.spots) }

func ratio(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}

// piece is what one plaza gives to one cell.
type piece struct {
	value                string
	seats, listed, taken int
}

// whole is all of a plaza's seats, without a value.
func (o *Overview) whole(row int) piece {
	p, f := o.c.Plaza(row), &o.fates[row]
	whole := piece{seats: p.Seats, taken: f.taken}
	if f.line != nil {
		whole.listed = p.Seats
	}
	return whole
}

// pieces appends to out the seats of a plaza, shared out among its values in a
// dimension. Only budgets have several. Which budget paid the seats that were
// taken is told only where all or none of them were.
func (o *Overview) pieces(out []piece, row int, d catalog.Dim) []piece {
	p, f := o.c.Plaza(row), &o.fates[row]
	whole := o.whole(row)
	if d != catalog.DimBudget || len(p.Budgets) == 0 {
		whole.value = catalog.Value(p, d)
		return append(out, whole)
	}
	if len(p.Budgets) == 1 && p.Budgets[0].Seats == p.Seats {
		whole.value = p.Budgets[0].Name
		return append(out, whole)
	}
	rest := whole
	for _, b := range p.Budgets {
		part := piece{value: b.Name, seats: min(b.Seats, rest.seats)}
		if f.line != nil {
			part.listed = part.seats
		}
		if whole.taken == whole.seats {
			part.taken = part.seats
		}
		rest.seats, rest.listed, rest.taken = rest.seats-part.seats, rest.listed-part.listed, rest.taken-part.taken
		out = append(out, part)
	}
	if rest != (piece{}) {
		out = append(out, rest)
	}
	return out
}

// count counts a piece of a plaza's row.
func (o *Overview) count(c *Cell, row int, p piece, fig *catalog.Figures) {
	f := &o.fates[row]
	c.Plazas++
	c.Seats += p.seats
	c.Listed += p.listed
	c.Taken += p.taken
	c.Cut = c.Cut || f.line != nil && f.line.cut
	c.spots = append(c.spots, f.spots...)
	if fig == nil {
		return
	}
	if row < len(fig.Band) && fig.Band[row] != catalog.NoBand {
		c.Known++
		if fig.Band[row] < fig.Likely {
			c.Likely++
		}
	}
	if row < len(fig.Points) && !math.IsNaN(fig.Points[row]) {
		c.PointSeats += p.seats
		c.PointsTotal += fig.Points[row] * float64(p.seats)
	}
}

package panorama

import (
	"cmp"
	"math"
	"slices"

	"brujula/data"
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

// MedianRange returns the stretch of the line, 0 to 1, that shares the mark of
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

// whole is all of a plaza's seats that the filter asks for, without a value.
func (o *Overview) whole(row int, f *catalog.Filter) piece {
	if !f.Shares() {
		return o.all(row)
	}
	var asked piece
	for _, part := range o.budgetPieces(nil, row, f) {
		asked.seats, asked.listed, asked.taken = asked.seats+part.seats, asked.listed+part.listed, asked.taken+part.taken
	}
	return asked
}

// all is the whole of a plaza's seats.
func (o *Overview) all(row int) piece {
	p, fate := o.c.Plaza(row), &o.fates[row]
	all := piece{seats: p.Seats, taken: fate.taken}
	if fate.line != nil {
		all.listed = p.Seats
	}
	return all
}

// pieces appends to out the seats of a plaza that the filter asks for, shared out among
// its values in a dimension. Only budgets have several.
func (o *Overview) pieces(out []piece, row int, d catalog.Dim, f *catalog.Filter) []piece {
	if d == catalog.DimBudget {
		return o.budgetPieces(out, row, f)
	}
	whole := o.whole(row, f)
	whole.value = catalog.Value(o.c.Plaza(row), d)
	return append(out, whole)
}

// budgetPieces appends to out the seats of a plaza by the budgets that the filter asks
// for. Which budget paid the seats that were taken is told only where all or none of
// them were; what cannot be told is a piece without a value, where the filter asks for
// all of them.
func (o *Overview) budgetPieces(out []piece, row int, f *catalog.Filter) []piece {
	p := o.c.Plaza(row)
	whole := o.all(row)
	if len(p.Budgets) == 1 && p.Budgets[0].Seats == p.Seats {
		whole.value = p.Budgets[0].Name
		return append(out, whole)
	}
	rest := whole
	for _, b := range catalog.SeatParts(p) {
		part := piece{value: b.Name, seats: b.Seats}
		if whole.listed > 0 {
			part.listed = part.seats
		}
		if whole.taken == whole.seats {
			part.taken = part.seats
		}
		rest.seats, rest.listed, rest.taken = rest.seats-part.seats, rest.listed-part.listed, rest.taken-part.taken
		if f.PaidBy(b.Name) {
			out = append(out, part)
		}
	}
	if rest.taken > 0 && !f.Shares() {
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

// Went is a plaza and when its last seat went in a past process.
type Went struct {
	Row  int
	Turn catalog.Turn
}

// Went lists the plazas that pass the filter and of which it is known when their
// last seat went in the newest past process: the first gone first, those of which
// a seat was left at the end. The process is "" where none is known.
func (o *Overview) Went(filter catalog.Filter) (process data.Process, out []Went) {
	past := o.space.BeforeTurns()
	if len(past) == 0 {
		return "", nil
	}
	for _, row := range o.c.Select(filter, nil).Rows {
		if row < len(past[0].Turns) && past[0].Turns[row].From > 0 {
			out = append(out, Went{row, past[0].Turns[row]})
		}
	}
	slices.SortStableFunc(out, func(a, b Went) int {
		return cmp.Or(cmp.Compare(int64(a.Turn.From)+int64(a.Turn.To), int64(b.Turn.From)+int64(b.Turn.To)), cmp.Compare(a.Row, b.Row))
	})
	return data.Process(past[0].Process), out
}

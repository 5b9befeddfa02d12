package panorama

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/planner/catalog"
)

// Curve tells how the seats of one value went while their lines moved on.
type Curve struct {
	Value string
	Seats int // of lines with a whole list
	Taken int
	// Unordered counts the taken seats without a known place in the line; they
	// are in Seats and Taken, and Gone counts them only at the end.
	Unordered int

	positions []float64 // ascending
}

// half is the share of the line by which curves are set in order.
const half = 0.5

// Curves returns the take-up curve of every value of a dimension, and of the
// whole, over the lines that pass the filter and have a whole list: grades in their
// order, else what went first first, by what was gone when half had chosen. cut
// counts the lines left out because their list ends at some rank.
func (o *Overview) Curves(d catalog.Dim, filter catalog.Filter) (curves []Curve, whole Curve, cut int) {
	at := map[string]*Curve{}
	cutLines := map[*pastLine]bool{}
	var buffer []piece
	for _, row := range o.c.Select(filter, nil).Rows {
		f := &o.fates[row]
		switch {
		case f.line == nil:
			continue
		case f.line.cut:
			cutLines[f.line] = true
			continue
		}
		whole.add(f, o.whole(row, &filter))
		buffer = o.pieces(buffer[:0], row, d, &filter)
		for _, p := range buffer {
			if at[p.value] == nil {
				at[p.value] = &Curve{Value: p.value}
			}
			at[p.value].add(f, p)
		}
	}
	slices.Sort(whole.positions)
	for _, v := range o.c.Values(d) {
		if c := at[v]; c != nil {
			slices.Sort(c.positions)
			curves = append(curves, *c)
		}
	}
	if d != catalog.DimGrade {
		slices.SortStableFunc(curves, func(a, b Curve) int { return cmp.Compare(b.Gone(half), a.Gone(half)) })
	}
	return curves, whole, len(cutLines)
}

func (c *Curve) add(f *fate, p piece) {
	c.Seats += p.seats
	c.Taken += p.taken
	for _, s := range f.spots {
		c.positions = append(c.positions, s.at)
	}
	c.Unordered = c.Taken - len(c.positions)
}

// Gone returns the share of the value's seats, 0 to 1, that was gone once a
// share of those who chose in the line, 0 to 1, had chosen. Ties count by the
// middle of their group. It never falls as the share grows; at 1 it is the
// share that was taken in the end.
func (c *Curve) Gone(share float64) float64 {
	if c.Seats == 0 {
		return 0
	}
	if share >= 1 {
		return min(1, float64(c.Taken)/float64(c.Seats))
	}
	n, _ := slices.BinarySearch(c.positions, share)
	for n < len(c.positions) && c.positions[n] == share {
		n++
	}
	return min(1, float64(n)/float64(c.Seats))
}

// At returns Gone at shares of the line.
func (c *Curve) At(shares []float64) []float64 {
	return data.Map(shares, c.Gone)
}

// Marks are the shares of the line at which the curves are told in figures.
func Marks() []float64 { return []float64{0.10, 0.25, 0.50, 0.75, 0.90, 1} }

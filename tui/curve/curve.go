// Package curve draws a plaza's chance over the rank. The chances are sampled
// in the background, where the model may take its time, and drawn from the
// samples.
package curve

import (
	"math"

	"brujula/planner/workspace"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// samples is how many ranks are asked for; more than a chart has columns.
const samples = 120

// Sampled is a curve that can be drawn. The zero value is no curve.
type Sampled struct {
	chances []float64
	last    int // rank of the last sample; the first is of rank 1
	mine    int
	tried   bool // mine is not the user's own
}

// Sample works the curve of a row out; it is no curve where the row has no
// forecast or its pick number does not follow from the rank. tried tells that one
// looks from a rank that is not the own one.
func Sample(space *workspace.Workspace, est *workspace.Estimates, row int, tried bool) Sampled {
	view, slot, ok := est.Slot(space, row)
	if !ok || view.Seats == 0 {
		return Sampled{}
	}
	last, ok := view.RankFor(float64(view.Seats), est.Look)
	if !ok || last < 2 {
		return Sampled{}
	}
	s := Sampled{last: last, mine: est.Look.Rank, tried: tried}
	picks := make([]float64, samples)
	for i := range picks {
		rank := 1 + int(math.Round(float64(i)*float64(last-1)/(samples-1)))
		picks[i] = view.PickAt(rank, est.Look)
	}
	s.chances = view.Forecast.Curve(slot, picks)
	return s
}

// Known reports whether there is a curve.
func (s Sampled) Known() bool { return len(s.chances) > 1 }

// Curve returns the curve for the chart widgets.
func (s Sampled) Curve() widget.Curve {
	return widget.Curve{Chance: s.at, Last: s.last, Mine: s.mine, Tried: s.tried}
}

// Chart draws the curve.
func (s Sampled) Chart(st *theme.Styles, w, h int) []string { return s.Curve().Chart(st, w, h) }

// at reads the curve between its samples.
func (s Sampled) at(rank float64) float64 {
	x := (rank - 1) / float64(s.last-1) * float64(len(s.chances)-1)
	x = math.Min(math.Max(x, 0), float64(len(s.chances)-1))
	i := min(int(x), len(s.chances)-2)
	part := x - float64(i)
	return s.chances[i]*(1-part) + s.chances[i+1]*part
}

package workspace

import (
	"math"

	"brujula/planner/availability"
)

// Along is a plaza's chance along its line, for pictures of a few cells.
type Along struct {
	Chances []float64 // from the first rank to the last, evenly
	Mine    int       // the place of the applicant's rank among them; -1 for none
	Last    int       // the last rank at which a seat is left
}

// alongRanks is at how many ranks of a line its chances are worked out, with
// every look: cells of a picture are the mean of those in them.
const alongRanks = 36

// along is a line's ranks with their moments.
type along struct {
	last    int
	moments availability.Moments
}

// walk prepares the line's ranks; there are none where a pick number does not
// follow from the rank.
func (v *LineView) walk(look Look) {
	if v.Forecast == nil || v.Seats == 0 {
		return
	}
	last, ok := v.RankFor(float64(v.Seats), look)
	if !ok || last < 2 {
		return
	}
	picks := make([]float64, alongRanks)
	for i := range picks {
		rank := 1 + (float64(i)+0.5)/alongRanks*float64(last-1)
		picks[i] = v.PickAt(int(math.Round(rank)), look)
	}
	v.along = along{last, v.Forecast.Moments(picks)}
}

// Along returns the chances of a row in a number of cells, at most alongRanks; ok
// is false where there is no forecast, or the line's pick numbers do not follow
// from the rank.
func (e *Estimates) Along(w *Workspace, row, cells int) (a Along, ok bool) {
	v, slot, ok := e.Slot(w, row)
	if !ok || v.along.last == 0 || cells < 1 {
		return Along{Mine: -1}, false
	}
	cells = min(cells, alongRanks)
	a = Along{Chances: make([]float64, cells), Mine: -1, Last: v.along.last}
	for i := range a.Chances {
		from, to := i*alongRanks/cells, (i+1)*alongRanks/cells
		for j := from; j < to; j++ {
			a.Chances[i] += v.along.moments.Chance(slot, j) / float64(to-from)
		}
	}
	if e.Look.Rank > 0 {
		a.Mine = min((e.Look.Rank-1)*cells/max(1, a.Last-1), cells-1)
	}
	return a, true
}

package workspace

import (
	"maps"
	"math"
	"slices"

	"brujula/data"
	"brujula/planner/availability"
)

// Live is an act of adjudication under way, as it bears on the chances of its
// line. Package turn makes it of what was crossed out.
type Live struct {
	Turn     int    // the rank whose turn it is, from 1
	Rank     int    // mine in the act; 0 when not known
	Over     bool   // my turn has gone by
	Mine     string // RENIPRESS of the plaza that I took; "" for none
	Declined bool   // I was called and took nothing

	Told  int            // seats known to be gone: the sum of Taken
	Taken map[string]int // of them by RENIPRESS
	Gone  float64        // seats gone when the present turn comes, told or not
	// Passing is what is thought of those ahead who will pass.
	Passing availability.Passing
}

// Ahead counts those who stand before me, the one whose turn it is included; 0
// when it is my turn or it has gone by.
func (l *Live) Ahead() int { return max(0, l.Rank-l.Turn) }

// PickAt is how many seats will be gone when the turn of a rank comes; for one
// that has gone by, how many are gone now.
func (l *Live) PickAt(rank int) float64 {
	return l.Passing.From(l.Gone, float64(rank-l.Turn))
}

// RankAt is the worst rank from which at most k seats will be gone: the inverse
// of PickAt. It is never before the present turn.
func (l *Live) RankAt(k float64) int {
	if k <= l.Gone {
		return l.Turn
	}
	turns := l.Passing.Reach(k) - l.Passing.Reach(l.Gone)
	if !(turns < math.MaxInt32/2) {
		return math.MaxInt32
	}
	return l.Turn + int(math.Floor(turns+1e-9))
}

// Follow returns the estimates as acts under way have changed them: seats that
// are crossed out are gone, the pick number counts from the present turn, and
// the model has learnt from what was taken (planner/availability/README.md). Lines without an
// act stay as they are, but for a pick number of equivalente that is derived
// from what goes in remunerada. ranged asks for estimation ranges too, which
// take several times as long. The estimates themselves are not changed.
func (e *Estimates) Follow(w *Workspace, acts map[data.Modality]*Live, ranged bool) *Estimates {
	out := &Estimates{Look: e.Look, Lines: maps.Clone(e.Lines), Figures: e.Figures, Refusals: e.Refusals, at: slices.Clone(e.at), mine: e.mine}
	if out.Figures.Chance == nil {
		out.Figures = w.figures(true) // a rank that only the act knows
	}
	out.Figures.Chance, out.Figures.Leaves = slices.Clone(out.Figures.Chance), slices.Clone(out.Figures.Leaves)
	out.Figures.Band = slices.Clone(out.Figures.Band)
	followed := false
	for _, modality := range data.Modalities() {
		base, live := e.Lines[modality], acts[modality]
		if base == nil {
			continue
		}
		view := *base
		switch {
		case live != nil:
			view.follow(w, live, ranged)
			followed = true
		case followed && base.Derived:
			view.place(e.Look, out.Lines[data.Remunerada], nil)
		default:
			continue
		}
		out.Lines[modality] = &view
		for _, row := range view.Rows {
			out.at[row] = -1
		}
		out.fill(&view)
	}
	return out
}

// follow puts the line where the act stands.
func (v *LineView) follow(w *Workspace, live *Live, ranged bool) {
	v.Live, v.estimates = live, nil
	if live.Rank > 0 {
		v.Known, v.Derived = true, false
		v.K = live.PickAt(live.Rank)
	}
	if v.Forecast == nil {
		return
	}
	taken := make([]int, len(v.Rows))
	for i, row := range v.Rows {
		p := w.Catalog.Plaza(row)
		taken[i] = min(max(0, live.Taken[p.Renipress]), max(0, p.Seats))
	}
	base := v.Forecast
	if !ranged {
		base = base.WithoutRanges()
	}
	// Counts are clipped to the seats, so Live has nothing to refuse.
	if forecast, err := base.Live(live.Gone, taken); err == nil {
		v.Forecast = forecast
	}
}

// Following returns the act that a line follows, nil for none.
func (e *Estimates) Following(m data.Modality) *Live {
	if e == nil || e.Lines[m] == nil {
		return nil
	}
	return e.Lines[m].Live
}

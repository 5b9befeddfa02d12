package workspace

import (
	"slices"

	"brujula/planner/availability"
)

// Measure is a figure in which one plaza may be better than another.
type Measure int

// The measures, in the order in which they are told.
const (
	ByChance Measure = iota // to find it free at my turn, from 0 to 1
	ByReach                 // the last rank that finds it free as likely as not
	ByPoints                // CONAREME
	ByRisk                  // severity of the gravest note of the place; less is better
	BySeats
)

// Versus is one measure of several plazas side by side.
type Versus struct {
	Measure  Measure
	Values   []float64
	Known    []bool
	Best     []bool                  // that none of the others is better; all false where all are alike
	Estimate []availability.Estimate // of ByChance alone
	Fate     []Fate                  // of ByChance alone: what has come of a plaza stands for its chance
}

// Versus sets the measures of some rows side by side, those of which nothing is
// known left out; est may be nil.
func (w *Workspace) Versus(rows []int, est *Estimates) []Versus {
	all := []Versus{{Measure: ByChance}, {Measure: ByReach}, {Measure: ByPoints}, {Measure: ByRisk}, {Measure: BySeats}}
	for _, row := range rows {
		f := w.Facts(row, est)
		e, known := f.Estimate, f.Known
		if f.Fate != FateOpen { // decided: no chance or rank is left to tell
			known, e = false, availability.Estimate{}
		}
		all[ByChance].add(e.Chance, known)
		all[ByChance].Fate = append(all[ByChance].Fate, f.Fate)
		all[ByChance].Estimate = append(all[ByChance].Estimate, e)
		all[ByReach].add(est.reach(w, row, e))
		all[ByPoints].add(f.Points.Value, f.Points.Known)
		all[ByRisk].add(float64(f.Mark.Worst), true)
		all[BySeats].add(float64(f.Plaza.Seats), true)
	}
	kept := all[:0]
	for _, v := range all {
		if v.weigh(); v.anyKnown() {
			kept = append(kept, v)
		}
	}
	return kept
}

// reach returns the last rank that finds a plaza free as likely as not.
func (e *Estimates) reach(w *Workspace, row int, estimate availability.Estimate) (rank float64, ok bool) {
	v, _, ok := e.Slot(w, row)
	if !ok || !estimate.Known {
		return 0, false
	}
	last, ok := v.RankFor(estimate.LeaveMiddle, e.Look)
	return float64(last), ok
}

func (v *Versus) add(value float64, known bool) {
	v.Values, v.Known = append(v.Values, value), append(v.Known, known)
}

func (v *Versus) anyKnown() bool {
	return slices.Contains(v.Known, true) || slices.ContainsFunc(v.Fate, func(f Fate) bool { return f != FateOpen })
}

// weigh marks the best of those that are known, unless all are alike.
func (v *Versus) weigh() {
	v.Best = make([]bool, len(v.Values))
	better := func(x, y float64) bool { return x > y }
	if v.Measure == ByRisk {
		better = func(x, y float64) bool { return x < y }
	}
	beaten := false
	for i, value := range v.Values {
		v.Best[i] = v.Known[i]
		for j, other := range v.Values {
			if v.Known[i] && v.Known[j] && better(other, value) {
				v.Best[i], beaten = false, true
			}
		}
	}
	if !beaten {
		clear(v.Best)
	}
}

// Equal reports whether all plazas are known and alike in the measure.
func (v *Versus) Equal() bool {
	for i := range v.Values {
		if !v.Known[i] || v.Values[i] != v.Values[0] {
			return false
		}
	}
	return true
}

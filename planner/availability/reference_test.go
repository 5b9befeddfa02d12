package availability

import "math"

// Nothing is the chance of ending with none of the plan's entries, three ways.
type Nothing struct {
	Independent  float64 // as if the entries had nothing to do with each other
	Simulated    float64 // share of simulated lines in which no entry was free
	Conservative float64 // 1 − the largest chance: an upper bound under any dependence
	Runs         int     // simulated lines; 0 when nothing was simulated
	Failures     int     // of them, those that ended with nothing: none seen is not no risk
}

// What only tests ask for: references in closed form, and a fit without the EM.

// Plan returns the closed-form figures of an ordered plan; Nothing.Simulated comes
// from Simulate. Entries without an estimate count as never free.
func Plan(entries []Entry) PlanChances {
	n := len(entries)
	p := PlanChances{Free: make([]float64, n), Land: make([]float64, n), Cumulative: make([]float64, n)}
	none, best := 1.0, 0.0
	for j, e := range entries {
		if e.estimated() {
			p.Free[j] = e.free()
		}
		p.Land[j] = none * p.Free[j]
		none *= 1 - p.Free[j]
		p.Cumulative[j] = 1 - none
		best = math.Max(best, p.Free[j])
	}
	p.Nothing = Nothing{Independent: none, Conservative: 1 - best}
	return p
}

// Expected is the mean of some worth of the entries, such as points, over where
// I end up, nothing counting 0.
func (p *PlanChances) Expected(worth []float64) float64 {
	sum := 0.0
	for j, land := range p.Land {
		if j < len(worth) {
			sum += land * worth[j]
		}
	}
	return sum
}

// SafeRank returns the worst rank from 1 to worst at which the plan still ends
// with nothing no more often than risk, by the independent product; ok is false
// where not even the first rank does. at(rank) gives the plan with the pick
// numbers of that rank, which must not fall as the rank worsens.
func SafeRank(at func(rank int) []Entry, worst int, risk float64) (rank int, ok bool) {
	safe := func(rank int) bool {
		plan := Plan(at(rank))
		return plan.Nothing.Independent <= risk
	}
	if worst < 1 || !safe(1) {
		return 0, false
	}
	lo, hi := 1, worst+1 // safe at lo, not known to be at hi
	for hi-lo > 1 {
		if mid := lo + (hi-lo)/2; safe(mid) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo, true
}

// free is the chance that the entry is free when my turn comes.
func (e Entry) free() float64 { return e.Forecast.Curve(e.Plaza, []float64{e.Pick})[0] }

// PlanChances is what an ordered plan leads to, by entry, under the independent
// product (README.md, "A plan").
type PlanChances struct {
	Free       []float64 // the entry is free when my turn comes
	Land       []float64 // I end up there: free, and none before it was
	Cumulative []float64 // I end up there or above
	Nothing    Nothing
}

// RemuneradaTaken returns the remunerated seats gone when the turn of a rank
// comes: its pick number, or all of them.
func RemuneradaTaken(rank, seats int, passesAhead float64) float64 {
	return math.Min(PickNumber(rank, passesAhead), float64(max(0, seats)))
}

// WithSimulated adds the simulated chance of ending with nothing.
func (n Nothing) WithSimulated(s SimulatedPlan) Nothing {
	n.Runs, n.Failures = s.Runs, s.Nothing
	if s.Runs > 0 {
		n.Simulated = float64(s.Nothing) / float64(s.Runs)
	}
	return n
}

// FrailtyInPrediction leaves the fit without frailty.
func FrailtyInPrediction() Frailty { return Frailty{Theta: 0.6} }

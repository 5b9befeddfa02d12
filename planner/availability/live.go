package availability

import (
	"fmt"
	"math"
)

// Live returns the forecast for what is left once k0 seats of the line are gone,
// taken[i] of them at plaza i; the list of plazas stays the same, and a plaza
// whose seats are all taken has chance 0.
//
// With t₀ where Σ (1 − S(t₀)) = k₀ over all seats, a seat known to be free
// survives to t with ((1+θwt)/(1+θwt₀))^(−1/θ), which is again a clock of the
// same form, started at t₀, of rate w/(1+θwt₀) (README.md, "The form"). Before that,
// this year's shift of grades, regions, institutions and provinces, and by how much
// plazas are drawn apart, is learnt from what was taken and what was not.
//
// Where more seats are gone than taken tells, only those told are sure: the
// clocks start from them, and the rest of the way to k0 is left to chance. Pick
// numbers before k0 are read as k0.
func (f *Forecast) Live(k0 float64, taken []int) (*Forecast, error) {
	if len(taken) != f.Len() {
		return nil, fmt.Errorf("availability: live: %d plazas, %d counts of taken seats", f.Len(), len(taken))
	}
	for i, n := range taken {
		if n < 0 || float64(n) > f.clocks.seats[i] {
			return nil, fmt.Errorf("availability: live: plaza %d: %d seats taken of %v", i, n, f.clocks.seats[i])
		}
	}
	return f.liveWith(k0, taken, f.learnShift(taken)), nil
}

// liveWith is Live with this year's log weights given.
func (f *Forecast) liveWith(k0 float64, taken []int, shifted []float64) *Forecast {
	told := 0.0
	seats := make([]float64, len(taken))
	for i, n := range taken {
		seats[i] = f.clocks.seats[i] - float64(n)
		told += float64(n)
	}
	live := f.WithoutRanges()
	live.gone, live.lastPick = f.gone+told, math.Max(f.lastPick, f.gone+told)
	live.now = math.Max(f.now, math.Max(k0, f.gone+told))
	started := f.startTime(shifted, told)
	live.clocks = newClocks(f.startedAt(shifted, started), seats, f.clocks.theta)
	if live.began = nil; !math.IsInf(started, 0) {
		live.began = &started
	}
	live.learnt = make([]float64, len(shifted))
	for i, e := range shifted {
		live.learnt[i] = e - f.clocks.eta[i]
	}
	if len(f.refits) == 0 {
		return live
	}
	unsure := f.shifts.unsure(taken, f.clocks.total)
	for _, r := range f.refits {
		moved, year := make([]float64, len(r.eta)), make([]float64, len(r.eta))
		for i, e := range r.eta {
			year[i] = r.year[i] * unsure[i]
			moved[i] = e - r.year[i] + year[i] + live.learnt[i]
		}
		live.refits = append(live.refits, refit{newClocks(f.startedAt(moved, f.startTime(moved, told)), seats, f.clocks.theta), year})
	}
	return live
}

// startTime is the log time at which so many clocks of log rates eta have rung.
func (f *Forecast) startTime(eta []float64, told float64) float64 {
	switch {
	case told <= 0:
		return math.Inf(-1)
	case told >= f.clocks.total:
		return math.Inf(1)
	}
	return newClocks(eta, f.clocks.seats, f.clocks.theta).timeAt(told)
}

// startedAt returns the log rates of the clocks that have not rung by log time u.
// For θ = 0 waiting changes nothing.
func (f *Forecast) startedAt(eta []float64, u float64) []float64 {
	theta := f.clocks.theta
	if theta <= 0 || math.IsInf(u, -1) {
		return eta
	}
	started := make([]float64, len(eta))
	for i, e := range eta {
		// log(w / (1 + θwt)): the frail clocks have rung first
		started[i] = e + theta*logSurvival(e+u, theta)
	}
	return started
}

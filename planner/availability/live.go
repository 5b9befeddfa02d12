package availability

import (
	"fmt"
	"math"
)

// Live gives the forecast for what is left once k0 seats of the line are gone,
// taken[i] of them at plaza i; the list of plazas stays the same, and a plaza
// whose seats are all taken has chance 0.
//
// With t₀ where Σ (1 − S(t₀)) = k₀ over all seats, a seat known to be free
// survives to t with ((1+θwt)/(1+θwt₀))^(−1/θ), which is again a clock of the
// same form, started at t₀, of rate w/(1+θwt₀) (model.md, "Live").
//
// Where more seats are gone than taken tells, only those told are sure: the
// clocks start from them, and the rest of the way to k0 is left to chance. Pick
// numbers before k0 are read as k0.
func (f *Forecast) Live(k0 float64, taken []int) (*Forecast, error) {
	if len(taken) != f.Len() {
		return nil, fmt.Errorf("availability: live: %d plazas, %d counts of taken seats", f.Len(), len(taken))
	}
	told := 0.0
	seats := make([]float64, len(taken))
	for i, n := range taken {
		if n < 0 || float64(n) > f.clocks.seats[i] {
			return nil, fmt.Errorf("availability: live: plaza %d: %d seats taken of %v", i, n, f.clocks.seats[i])
		}
		seats[i] = f.clocks.seats[i] - float64(n)
		told += float64(n)
	}
	eta := f.startedAt(f.logTime(told))
	live := &Forecast{
		line: f.line, gone: f.gone + told, lastPick: math.Max(f.lastPick, f.gone+told),
		now:   math.Max(f.now, math.Max(k0, f.gone+told)),
		known: f.known, evidence: f.evidence, columns: f.columns,
		clocks: newClocks(eta, seats, f.clocks.theta),
	}
	return live, nil
}

// startedAt gives the log rates of the clocks that have not rung by log time u.
func (f *Forecast) startedAt(u float64) []float64 {
	eta := make([]float64, len(f.clocks.eta))
	for i, e := range f.clocks.eta {
		// log(w / (1 + θwt)), the frail clocks having rung first
		eta[i] = e + math.Min(0, f.clocks.theta*logSurvival(e+u, f.clocks.theta))
	}
	return eta
}

package backtest

import (
	"math"

	"brujula/data"
)

// gradeRegionPrior is how many plazas the line's own rate weighs in the rate of
// a grade and region.
const gradeRegionPrior = 2

type gradeRegion struct {
	grade  int
	region string
}

// rates is the grade × region rule: the share of plazas free at a pick number
// among those it has seen.
type rates struct {
	base float64
	free map[gradeRegion]float64
	n    map[gradeRegion]float64
}

func newRates(base float64) *rates {
	return &rates{base: base, free: make(map[gradeRegion]float64), n: make(map[gradeRegion]float64)}
}

func (r *rates) see(p *data.Plaza, free float64) {
	key := gradeRegion{p.Grade, p.Region}
	r.free[key] += free
	r.n[key]++
}

func (r *rates) chance(p *data.Plaza) float64 {
	key := gradeRegion{p.Grade, p.Region}
	return (r.free[key] + gradeRegionPrior*r.base) / (r.n[key] + gradeRegionPrior)
}

// lastTaker is the rule of thumb of forums: free iff the plaza went later than
// my rank last time. Smoothed as logistic((last pick − k)/scale), at the scale
// that suits the tested line best, which flatters the rule. Plazas that were
// not offered last time get the base rate.
type lastTaker struct {
	picks []float64 // by plaza, in picks of the tested line; NaN where new
}

// newLastTaker looks up when each plaza went in the earlier line.
func newLastTaker(test, earlier *truth) *lastTaker {
	if earlier == nil {
		return nil
	}
	scale := float64(test.Seats) / math.Max(1, float64(earlier.Seats))
	last := make(map[string]float64, len(earlier.Plazas))
	for i := range earlier.Plazas {
		if earlier.score[i] {
			last[earlier.Plazas[i].Renipress] = earlier.place(i) * scale
		}
	}
	l := &lastTaker{}
	for i := range test.Plazas {
		pick, ok := last[test.Plazas[i].Renipress]
		if !ok {
			pick = math.NaN()
		}
		l.picks = append(l.picks, pick)
	}
	return l
}

// best scores the rule at its best scale on the given plazas.
func (l *lastTaker) best(plazas []int, truths []float64, k, seats float64) *Score {
	if l == nil {
		return nil
	}
	var best *Score
	for scale := seats / 400; scale <= 2*seats; scale *= 1.25 {
		var s Score
		for j, i := range plazas {
			p := 1 - k/seats
			if !math.IsNaN(l.picks[i]) {
				p = 1 / (1 + math.Exp((k-l.picks[i])/scale))
			}
			s.add(p, truths[j])
		}
		if mean := s.over(len(plazas)); best == nil || mean.Brier < best.Brier {
			best = &mean
		}
	}
	return best
}

package availability

import "context"

// expect is the E step: the mean frailty of each seat given its time,
//
//	g = (1/θ + taken) / (1/θ + w·H(t))
//
// with w without frailty and H the cumulated hazard of the last fit
// and θ by the kind of list. The likelihood must have been evaluated at
// the fitted coefficients.
func (l *likelihood) expect(f Frailty) []float64 {
	g := make([]float64, len(l.seats))
	for i := range l.strata {
		st := &l.strata[i]
		last, theta := st.taken(), f.of(st.exact)
		for s := st.from; s < st.to; s++ {
			clock := l.clock[s]
			if l.frailty != nil {
				clock /= l.frailty[s]
			}
			if v := l.weightOf(l.seats[s]); v > 0 {
				clock /= v
			}
			taken := 0.0
			if s < last {
				taken = 1
			}
			g[s] = (1/theta + taken) / (1/theta + clock*l.hazard[s])
		}
	}
	return g
}

// looser is how much sooner the fits between two E steps may stop than the last
// one: the next frailties move the target more than that.
const looser = 10

// fitFrailty alternates E steps and warm-started fits from b.
func (l *likelihood) fitFrailty(ctx context.Context, b []float64, f Frailty, tolerance float64) ([]float64, error) {
	for round := range f.Rounds {
		l.evaluate(b, nil)
		l.frailty = l.expect(f)
		near := tolerance
		if round < f.Rounds-1 {
			near *= looser
		}
		next, err := maximise(ctx, l, b, near)
		if err != nil {
			return nil, err
		}
		b = next
	}
	return b, nil
}

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

// How much sooner the fits before the last one may stop: the next frailties move
// the target more than that. The log weights that come out are within 0.05 of
// those of exact fits, 0.003 in the root mean square.
const (
	looseFirst  = 100
	looseBefore = 3
)

// fitWithFrailty fits without frailty, then alternates E steps and warm-started
// fits.
func (l *likelihood) fitWithFrailty(ctx context.Context, f Frailty, tolerance float64) ([]float64, error) {
	near := tolerance
	if f.Rounds > 0 {
		near *= looseFirst
	}
	b, err := maximise(ctx, l, make([]float64, l.width()), near)
	for round := range f.Rounds {
		if err != nil {
			return nil, err
		}
		l.evaluate(b, nil)
		l.frailty = l.expect(f)
		near = tolerance
		if round < f.Rounds-1 {
			near *= looseBefore
		}
		b, err = maximise(ctx, l, b, near)
	}
	return b, err
}

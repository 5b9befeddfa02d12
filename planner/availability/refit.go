package availability

import (
	"context"
	"math"
	"math/rand/v2"
	"sync"

	"brujula/data"
)

// refitRounds are the EM rounds of one refit, which starts from the frailties of
// the fit itself. In worlds simulated from the fit of 2025-I the ranges cover
// 72 % of the true chances without a round, 83 % with two, 85 % with five; 80 %
// is what they say.
const refitRounds = 2

// refitTolerance is that of a refit: its error is far below the spread that the
// refits are there to measure.
const refitTolerance = 1e-2

// WithRanges gives the same model with the refits that Lo and Hi of an Estimate
// need: each with Exp(1) weights by establishment and prior means drawn from
// N(0, 1/λ), started from the fit (README.md, "Ranges", 2). The past lists and
// the settings must be those of the fit. The seed decides the draws; the number
// of workers does not matter. Parts that stand on the shipped prior get none.
func (m *Model) WithRanges(ctx context.Context, past []History, s Settings, seed uint64) (*Model, error) {
	out := &Model{parts: make(map[data.Modality]*part, len(m.parts))}
	for i, modality := range data.Modalities() {
		p := m.parts[modality]
		if p == nil {
			continue
		}
		copied := *p
		out.parts[modality] = &copied
		if p.basis.Kind != BasisLists {
			continue
		}
		refits, err := p.refit(ctx, sortedLines(past, modality), s, seed+uint64(i)<<32)
		if err != nil {
			return nil, err
		}
		copied.refits = refits
	}
	return out, nil
}

// refit makes the refits of one part; nil when the lists are not those of the
// fit.
func (p *part) refit(ctx context.Context, lines []*pastLine, s Settings, seed uint64) ([][]float32, error) {
	d := newDesign(lines, s)
	all := d.unfold(s)
	if len(all) != len(p.coef) {
		return nil, nil
	}
	start := make([]float64, d.width())
	for i, f := range all {
		start[f.column] += p.coef[i]
	}
	frailty := d.settledFrailty(start, s.Frailty)
	refits := make([][]float32, s.Refits)
	errs := make([]error, s.Refits)
	next := make(chan int)
	var wait sync.WaitGroup
	for range max(1, s.Workers) {
		wait.Go(func() {
			for r := range next {
				refits[r], errs[r] = d.refitOnce(ctx, all, start, frailty, s.Frailty, rand.New(rand.NewPCG(seed, uint64(r))))
			}
		})
	}
	for r := range refits {
		next <- r
	}
	close(next)
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return refits, nil
}

// settledFrailty gives the frailties that belong to fitted coefficients; nil for
// a fit without frailty.
func (d *design) settledFrailty(b []float64, f Frailty) []float64 {
	if f.Rounds == 0 {
		return nil
	}
	l := newLikelihood(d)
	for range f.Rounds {
		l.evaluate(b, nil)
		l.frailty = l.expect(f)
	}
	return l.frailty
}

// refitOnce draws weights and prior means and fits again.
func (d *design) refitOnce(ctx context.Context, all []fitted, start, frailty []float64, f Frailty, rng *rand.Rand) ([]float32, error) {
	l := newLikelihood(d)
	l.frailty = frailty
	l.weights = make([]float64, len(d.nodeOf))
	byPlace := make([]float64, d.nPlaces)
	for i := range byPlace {
		byPlace[i] = rng.ExpFloat64()
	}
	for r := range l.weights {
		l.weights[r] = byPlace[d.places[r]]
	}
	l.means = make([]float64, d.width())
	means := make([]float64, len(all))
	for i, c := range all {
		means[i] = rng.NormFloat64() / math.Sqrt(c.lambda)
		l.means[c.column] += means[i]
	}
	b, err := maximise(ctx, l, start, refitTolerance)
	if err == nil && frailty != nil {
		f.Rounds = refitRounds
		b, err = l.fitFrailty(ctx, b, f, refitTolerance)
	}
	if err != nil {
		return nil, err
	}
	kept := make([]float32, len(all))
	for i, c := range all {
		kept[i] = float32(means[i] + c.share*(b[c.column]-l.means[c.column]))
	}
	return kept, nil
}

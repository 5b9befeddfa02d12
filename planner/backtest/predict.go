package backtest

import (
	"math"
	"sync"

	"brujula/data"
	"brujula/planner/availability"
)

// prediction holds what was said of each plaza of a line before it was known,
// by plaza; the folds of one seed fill in their own plazas.
type prediction struct {
	chances     [][]float64 // by cut
	gradeRegion [][]float64 // by cut
	once        sync.Once   // guards theta, which every fold works out alike
	theta       float64     // that the chances were worked out with
	from, to    []float64   // when it goes
	when        []float64   // pick number of the even chance
}

func newPrediction(t *truth, cuts []float64) *prediction {
	n := len(t.Plazas)
	p := &prediction{from: make([]float64, n), to: make([]float64, n), when: make([]float64, n)}
	for range cuts {
		p.chances = append(p.chances, make([]float64, n))
		p.gradeRegion = append(p.gradeRegion, make([]float64, n))
	}
	return p
}

// fill asks a model about some plazas of a line. The pick numbers are those of
// the tested line, which went as far as it went: where the past one ended plays
// no part.
func (p *prediction) fill(m *availability.Model, kind Kind, t *truth, cuts []float64, plazas []int) {
	if len(plazas) == 0 {
		return
	}
	f := m.Forecast(t.Line, t.Offered()).ToTheEnd()
	if !t.Exact {
		f = f.WithTheta(availability.ObservedTheta(kind == KindCross))
	}
	p.once.Do(func() { p.theta = f.Theta() })
	for c, k := range cuts {
		chances, _ := f.Chances(k)
		for _, i := range plazas {
			p.chances[c][i] = chances[i]
		}
	}
	leaves := f.Estimates(0)
	for _, i := range plazas {
		p.from[i], p.to[i], p.when[i] = leaves[i].LeaveFrom, leaves[i].LeaveTo, leaves[i].LeaveMiddle
	}
}

// fillRates gives some plazas the grade × region rates that others showed.
func (p *prediction) fillRates(t *truth, cuts []float64, plazas []int, seen *truth, seenPlazas []int) {
	for c, k := range cuts {
		share := k / float64(t.Seats)
		at := share * float64(seen.Seats)
		r := newRates(1 - share)
		for _, i := range seenPlazas {
			if seen.score[i] && at <= seen.knownUpTo() {
				r.see(seen.Plazas[i], seen.freeAt(i, at))
			}
		}
		for _, i := range plazas {
			p.gradeRegion[c][i] = r.chance(t.Plazas[i])
		}
	}
}

// scored lists the plazas of a line whose past is known.
func (t *truth) scored() []int {
	var plazas []int
	for i, ok := range t.score {
		if ok {
			plazas = append(plazas, i)
		}
	}
	return plazas
}

// partition scores a prediction.
func (p *prediction) partition(kind Kind, t *truth, cuts []float64, earlier *truth) Partition {
	plazas := t.scored()
	out := Partition{
		Kind:  kind,
		Line:  t.Line,
		Seats: t.Seats,
		Order: OrderMarks,
		Theta: p.theta,
	}
	if t.Exact {
		out.Order = OrderExact
	}
	out.Spearman = p.spearman(t, plazas)
	coverage := p.coverage(t, plazas)
	last := newLastTaker(t, earlier)
	for c, k := range cuts {
		var model, constant, region Score
		truths, chances := make([]float64, len(plazas)), make([]float64, len(plazas))
		for j, i := range plazas {
			truths[j], chances[j] = t.freeAt(i, k), p.chances[c][i]
			model.add(chances[j], truths[j])
			constant.add(1-k/float64(t.Seats), truths[j])
			region.add(p.gradeRegion[c][i], truths[j])
		}
		n := len(plazas)
		model = model.over(n)
		out.Cuts = append(out.Cuts, Cut{
			Pick: k, N: n, Brier: model.Brier, Log: model.Log,
			Baselines: Baselines{
				Constant: constant.over(n), GradeRegion: region.over(n),
				LastTaker: last.best(plazas, truths, k, float64(t.Seats)),
			},
			Calibration: bins(chances, truths),
			Coverage:    coverage,
		})
	}
	return out
}

// spearman compares the predicted order with the true one. Of a list that was
// cut only the plazas that went are compared.
func (p *prediction) spearman(t *truth, plazas []int) *float64 {
	var said, was []float64
	for _, i := range plazas {
		if _, _, went := t.wentAt(i); went || t.Complete {
			said, was = append(said, p.when[i]), append(was, t.place(i))
		}
	}
	if rho, ok := spearman(said, was); ok {
		return &rho
	}
	return nil
}

// coverage is the share of the plazas that went between their LeaveFrom and
// their LeaveTo; inside a tie every place of it counts alike.
func (p *prediction) coverage(t *truth, plazas []int) *float64 {
	if !t.Complete || len(plazas) == 0 {
		return nil
	}
	sum := 0.0
	for _, i := range plazas {
		start, end, went := t.wentAt(i)
		switch {
		case went:
			sum += math.Max(0, math.Min(end, p.to[i])-math.Max(start, p.from[i])) / (end - start)
		case p.to[i] >= float64(t.Taken): // left over, as the range allows
			sum++
		}
	}
	share := sum / float64(len(plazas))
	return &share
}

// processesOf lists the processes of some past lists, ascending.
func processesOf(past []availability.History) []data.Process {
	var list []data.Process
	for _, h := range past {
		if h.Offer != nil {
			list = append(list, h.Offer.Process)
		}
	}
	return sortedProcesses(list)
}

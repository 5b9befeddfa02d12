package backtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"

	"brujula/data"
	"brujula/planner/availability"
)

// Cross cross-validates within one process and modality: plazas are dealt into
// folds by (profession, establishment), and each fold is forecast by a model
// that was fitted without it, on the other folds and on Options.Earlier. Figures
// are means over the fold seeds.
func Cross(ctx context.Context, past availability.History, options Options) ([]Partition, error) {
	o := options.filled()
	lines := truths(past)
	if len(lines) == 0 {
		return nil, availability.ErrNoHistory
	}
	runs := make([]*crossRun, len(o.Seeds))
	var tasks []func(context.Context) error
	for s, seed := range o.Seeds {
		runs[s] = newCrossRun(&past, lines, seed, &o)
		for fold := range o.Folds {
			tasks = append(tasks, func(ctx context.Context) error { return runs[s].fit(ctx, fold) })
		}
	}
	if err := inParallel(ctx, tasks, o.Workers, o.Progress); err != nil {
		return nil, err
	}
	var partitions []Partition
	for i, line := range lines {
		cuts := o.cuts(line)
		if len(cuts) == 0 || len(line.scored()) == 0 {
			continue
		}
		each := data.Map(runs, func(run *crossRun) Partition { return run.said[i].partition(KindCross, line, cuts, nil) })
		mean := meanOf(each)
		mean.Seeds = o.Seeds
		mean.Direction = DirectionSame
		mean.TrainedOn = sortedProcesses(append(processesOf(o.Earlier), line.Line.Process))
		partitions = append(partitions, mean)
	}
	return partitions, nil
}

// truths splits a past process into its lines.
func truths(past availability.History) []*truth {
	outcomes := availability.Outcomes(past)
	var lines []*truth
	for i := range outcomes {
		lines = append(lines, newTruth(&outcomes[i]))
	}
	return lines
}

// crossRun is the cross-validation under one seed.
type crossRun struct {
	past  *availability.History
	lines []*truth
	o     *Options
	folds map[foldKey]int
	said  []*prediction // by line; folds write to their own plazas only
}

type foldKey struct{ profession, renipress string }

func newCrossRun(past *availability.History, lines []*truth, seed uint64, o *Options) *crossRun {
	run := &crossRun{past: past, lines: lines, o: o, folds: make(map[foldKey]int)}
	var keys []foldKey
	for _, line := range lines {
		run.said = append(run.said, newPrediction(line, o.cuts(line)))
		for i := range line.Plazas {
			keys = append(keys, foldKey{line.Line.Profession, line.Plazas[i].Renipress})
		}
	}
	slices.SortFunc(keys, func(a, b foldKey) int {
		return cmp.Or(cmp.Compare(a.profession, b.profession), cmp.Compare(a.renipress, b.renipress))
	})
	rng := rand.New(rand.NewPCG(seed, foldStream))
	rng.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	for i, key := range keys {
		run.folds[key] = i % o.Folds
	}
	return run
}

// foldStream keeps the dealing of folds apart from other uses of a seed.
const foldStream = 0x5e7a5

// fit trains without one fold and forecasts it.
func (r *crossRun) fit(ctx context.Context, fold int) error {
	train := append(slices.Clone(r.o.Earlier), r.without(fold))
	model, err := availability.Fit(ctx, train, r.o.Settings)
	if errors.Is(err, availability.ErrNoHistory) {
		return nil // too few seats to leave some out: the fold keeps chance 0 and is seen in the scores
	}
	if err != nil {
		return fmt.Errorf("backtest: fold %d: %w", fold, err)
	}
	for i, line := range r.lines {
		cuts := r.o.cuts(line)
		var test, train []int
		for j := range line.Plazas {
			if r.folds[foldKey{line.Line.Profession, line.Plazas[j].Renipress}] == fold {
				test = append(test, j)
			} else {
				train = append(train, j)
			}
		}
		r.said[i].fill(model, KindCross, line, cuts, test)
		r.said[i].fillRates(line, cuts, test, line, train)
	}
	return nil
}

// without leaves one fold out of the lists.
func (r *crossRun) without(fold int) availability.History {
	offer, picks := *r.past.Offer, *r.past.Adjudication
	offer.Plazas = slices.DeleteFunc(slices.Clone(offer.Plazas), func(p data.Plaza) bool {
		f, ok := r.folds[foldKey{p.Profession, p.Renipress}]
		return ok && f == fold
	})
	picks.Picks = slices.DeleteFunc(slices.Clone(picks.Picks), func(p data.Pick) bool {
		f, ok := r.folds[foldKey{p.Profession, p.Renipress}]
		return ok && f == fold
	})
	return availability.History{Offer: &offer, Adjudication: &picks}
}

// meanOf averages the partitions of one line over seeds. Baselines that do not
// depend on the folds stay as they are; bins are those of the first seed.
func meanOf(each []Partition) Partition {
	mean := each[0]
	mean.Cuts = slices.Clone(mean.Cuts)
	n := float64(len(each))
	average := func(get func(*Partition) float64) float64 {
		sum := 0.0
		for i := range each {
			sum += get(&each[i])
		}
		return sum / n
	}
	if mean.Spearman != nil {
		rho := average(func(p *Partition) float64 { return valueOf(p.Spearman) })
		mean.Spearman = &rho
	}
	for c := range mean.Cuts {
		cut := &mean.Cuts[c]
		cut.Brier = average(func(p *Partition) float64 { return p.Cuts[c].Brier })
		cut.Log = average(func(p *Partition) float64 { return p.Cuts[c].Log })
		cut.Baselines.GradeRegion = Score{
			average(func(p *Partition) float64 { return p.Cuts[c].Baselines.GradeRegion.Brier }),
			average(func(p *Partition) float64 { return p.Cuts[c].Baselines.GradeRegion.Log }),
		}
		if cut.Coverage != nil {
			share := average(func(p *Partition) float64 { return valueOf(p.Cuts[c].Coverage) })
			cut.Coverage = &share
		}
	}
	return mean
}

func valueOf(v *float64) float64 {
	if v == nil {
		return 0
	}
	return *v
}

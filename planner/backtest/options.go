// Package backtest tells how well the chances would have predicted the past.
//
// Two honest splits (planner/availability/README.md, "How it is measured"): cross-validation within one process,
// folds by (profession, establishment), and across time, fitted on earlier
// processes and tested on a later one, which may be a list cut at some rank. At
// several pick numbers of each line it scores the chance that a plaza is free,
// one term a plaza, beside three plain rules.
//
// Folds come from seeds that the caller states, and the answer does not depend
// on the number of workers.
package backtest

import (
	"context"
	"math"
	"sync"

	"brujula/data/together"
	"brujula/planner/availability"
)

// Options steers a backtest. The zero value of a field stands for its default.
type Options struct {
	Settings  availability.Settings  // zero: availability.DefaultSettings
	Folds     int                    // 5
	Seeds     []uint64               // of the folds: 1, 2, 3
	Fractions []float64              // of the line's picks at which to test: 0.10, 0.25, 0.50, 0.75, 0.90
	Picks     []float64              // fixed pick numbers, instead of the fractions
	Earlier   []availability.History // older lists that join every training fold of Cross
	Workers   int                    // fits that run at once; 1
	Progress  func(done, total int)  // told of each finished fit, never from two goroutines at once
}

func (o Options) filled() Options {
	if o.Settings.Tolerance == 0 {
		o.Settings = availability.DefaultSettings()
	}
	if o.Folds < 2 {
		o.Folds = 5
	}
	if len(o.Seeds) == 0 {
		o.Seeds = []uint64{1, 2, 3}
	}
	if len(o.Fractions) == 0 {
		o.Fractions = []float64{0.10, 0.25, 0.50, 0.75, 0.90}
	}
	o.Workers = max(1, o.Workers)
	return o
}

// cuts returns the pick numbers at which a line is tested. Fractions are of its
// picks, which a complete list tells (in equivalente they end long before the
// seats) and for a cut one are taken to be its seats.
func (o *Options) cuts(t *truth) []float64 {
	picks, all := o.Picks, t.Seats
	if t.Complete {
		all = t.Taken
	}
	if len(picks) == 0 {
		for _, f := range o.Fractions {
			picks = append(picks, math.Round(f*float64(all)))
		}
	}
	var kept []float64
	for _, k := range picks {
		if k > 0 && k < float64(t.Seats) && k <= t.knownUpTo() {
			kept = append(kept, k)
		}
	}
	return kept
}

// inParallel runs tasks on some workers and stops at the first error. Tasks
// write to places of their own, so that their order does not matter.
func inParallel(ctx context.Context, tasks []func(context.Context) error, workers int, progress func(done, total int)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var (
		lock  sync.Mutex
		first error
		done  int
	)
	work := func(i int) {
		err := ctx.Err()
		if err == nil {
			err = tasks[i](ctx)
		}
		lock.Lock()
		defer lock.Unlock()
		if err != nil && first == nil {
			first = err
			cancel()
		}
		done++
		if progress != nil && first == nil {
			progress(done, len(tasks))
		}
	}
	together.Each(len(tasks), workers, func() func(int) { return work })
	if first == nil {
		first = ctx.Err()
	}
	return first
}

package workspace

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"brujula/data"
	"brujula/data/prior"
	"brujula/planner/availability"
	"brujula/planner/backtest"
)

// scoresVersion changes whenever the model or its test do, so that figures of
// an earlier program are not taken for those of this one.
const scoresVersion = "aciertos-3-"

// scoreSeeds are the fold seeds of the figures on the user's own lists: one is
// enough to tell a model that does not hold from one that does, and takes a
// third of the time of `serums evaluar`.
func scoreSeeds() []uint64 { return []uint64{1} }

// CachedScores returns the figures that Evaluate left in the cache for exactly
// the loaded lists.
func (w *Workspace) CachedScores(kept Cache) ([]prior.Scores, bool) {
	if kept == nil || w.Demo || !w.HasPast() {
		return nil, false
	}
	raw, ok := kept.Cache(scoresVersion + w.modelKey)
	if !ok {
		return nil, false
	}
	all, err := prior.ParseScores(raw)
	return all, err == nil
}

// Evaluate measures the model on the loaded past lists of each modality: first
// on other years, where there are two processes or more, then on the newest
// process by cross-validation. It takes some tens of seconds and leaves the
// figures in the cache. Progress gets the steps done and all steps; it may be nil.
func (w *Workspace) Evaluate(ctx context.Context, kept Cache, progress func(done, total int)) ([]prior.Scores, error) {
	var all []prior.Scores
	steps := 2 * len(data.Modalities())
	for i, m := range data.Modalities() {
		of := slices.DeleteFunc(slices.Clone(w.past), func(h availability.History) bool { return h.Offer.Modality != m })
		if len(of) == 0 {
			continue
		}
		step := func(n int) func(done, total int) {
			return func(done, total int) {
				if progress != nil {
					progress((2*i+n)*total+done, steps*total)
				}
			}
		}
		o := backtest.Options{Workers: runtime.GOMAXPROCS(0), Seeds: scoreSeeds(), Progress: step(0)}
		parts, err := backtest.OtherYears(ctx, of, o)
		if err != nil {
			return nil, fmt.Errorf("evaluate: %w", err)
		}
		o.Progress = step(1)
		within, err := backtest.Cross(ctx, backtest.Newest(of), o)
		if err != nil {
			return nil, fmt.Errorf("evaluate: %w", err)
		}
		for _, group := range backtest.Split(append(parts, within...)) {
			all = append(all, backtest.Summarise(prior.Full, group))
		}
	}
	if raw, err := prior.WriteScores(all); err == nil && kept != nil && !w.Demo {
		_ = kept.PutCache(scoresVersion+w.modelKey, raw) // losing it costs time and nothing else
	}
	return all, nil
}

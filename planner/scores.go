package planner

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/prior"
	"brujula/planner/availability"
	"brujula/planner/backtest"
)

// scoresVersion changes whenever the model or its test do, so that figures of
// an earlier program are not taken for those of this one.
const scoresVersion = "aciertos-1-"

// scoreSeeds are the fold seeds of the figures on the user's own lists: one is
// enough to tell a model that does not hold from one that does, and takes a
// third of the time of `serums evaluar`.
func scoreSeeds() []uint64 { return []uint64{1} }

// CachedScores gives the figures that Evaluate left in the library for exactly
// the loaded lists.
func (w *Workspace) CachedScores(lib *library.Library) ([]prior.Scores, bool) {
	if lib == nil || w.Demo || !w.HasPast() {
		return nil, false
	}
	raw, ok := lib.Cache(scoresVersion + w.modelKey)
	if !ok {
		return nil, false
	}
	all, err := prior.ParseScores(raw)
	return all, err == nil
}

// Evaluate cross-validates the model on the newest loaded past process of each
// modality, which takes some tens of seconds, and leaves the figures in the
// cache. Progress gets the steps done and all steps; it may be nil.
func (w *Workspace) Evaluate(ctx context.Context, lib *library.Library, progress func(done, total int)) ([]prior.Scores, error) {
	var newest []availability.History
	for _, m := range data.Modalities() {
		of := slices.DeleteFunc(slices.Clone(w.past), func(h availability.History) bool { return h.Offer.Modality != m })
		if len(of) > 0 {
			newest = append(newest, slices.MaxFunc(of, func(a, b availability.History) int {
				return a.Offer.Process.Ordinal() - b.Offer.Process.Ordinal()
			}))
		}
	}
	var all []prior.Scores
	for i, h := range newest {
		parts, err := backtest.Cross(ctx, h, backtest.Options{
			Workers: runtime.GOMAXPROCS(0), Seeds: scoreSeeds(),
			Progress: func(done, total int) {
				if progress != nil {
					progress(i*total+done, len(newest)*total)
				}
			},
		})
		if err != nil {
			return nil, fmt.Errorf("evaluate: %w", err)
		}
		if len(parts) > 0 {
			all = append(all, backtest.Summarise(prior.Full, parts))
		}
	}
	if raw, err := prior.WriteScores(all); err == nil && lib != nil && !w.Demo {
		_ = lib.PutCache(scoresVersion+w.modelKey, raw) // losing it costs time and nothing else
	}
	return all, nil
}

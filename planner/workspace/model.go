package workspace

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"brujula/data"
	"brujula/planner/availability"
)

// Cache keeps what took long to work out, by a name that says what it was made from.
// Losing it costs time and nothing else. A nil one keeps nothing.
type Cache interface {
	Cache(key string) (value []byte, ok bool)
	// CacheAt reads parts of a value; they may be damaged.
	CacheAt(key string) io.ReaderAt
	PutCache(key string, value []byte) error
}

// CachedModel returns the model of the workspace when the cache still has it, whole as to
// the lines that are named; what bears on others is read when they are asked for, and
// may be lost by then (availability.Model.Lost).
func (w *Workspace) CachedModel(kept Cache, lines ...data.Line) (*availability.Model, bool) {
	if kept == nil || w.Demo || !w.HasPast() {
		return nil, false
	}
	m, err := availability.Load(kept.CacheAt(w.modelKey), lines...)
	if err != nil {
		return nil, false // a cache that cannot be read is made anew
	}
	if m.Covers(data.Modalities()...) {
		return m, true
	}
	return m.WithPrior(availability.Shipped()), true
}

// FitModel fits the model on the past lists, which takes about a second, and
// leaves it in the cache (which may be nil). What the lists do not
// cover, and all where there is nothing to fit on, comes from the shipped
// prior.
func (w *Workspace) FitModel(ctx context.Context, kept Cache) (*availability.Model, error) {
	w.fitted.mu.Lock()
	defer w.fitted.mu.Unlock()
	if w.fitted.model != nil {
		return w.fitted.model, nil
	}
	m, err := w.fit(ctx, kept)
	w.fitted.model = m
	return m, err
}

// memo keeps what was fitted, which the same lists always give again, and what
// the ranges made of a model.
type memo struct {
	mu             sync.Mutex
	model          *availability.Model
	ranging        sync.Mutex
	bare, withThem *availability.Model
}

func (w *Workspace) fit(ctx context.Context, kept Cache) (*availability.Model, error) {
	prior := availability.Shipped()
	if w.Demo {
		prior = &availability.Model{} // a made-up process is judged by made-up lists alone
	}
	if len(w.past) == 0 {
		return prior, nil
	}
	m, err := availability.Fit(ctx, w.past, availability.DefaultSettings())
	if errors.Is(err, availability.ErrNoHistory) {
		return prior, nil
	}
	if err != nil {
		return nil, fmt.Errorf("fit: %w", err)
	}
	w.keep(kept, m)
	return m.WithPrior(prior), nil
}

// rangeSeed makes the estimation ranges the same at every computation.
const rangeSeed = 2025

// WantsRanges reports whether RangedModel has something to add to a model: there are
// past lists of one's own, all are loaded, and it has no ranges yet.
func (w *Workspace) WantsRanges(m *availability.Model) bool {
	return m != nil && !w.Partial() && w.HasPast() && !m.HasRanges()
}

// RangedModel adds the estimation ranges, which takes some twenty fits, and
// leaves the model in the cache. It gives m itself where the ranges cannot be
// had: without past lists of one's own. progress is told how many refits are done,
// of how many; it may be nil, and is called from several goroutines.
func (w *Workspace) RangedModel(ctx context.Context, kept Cache, m *availability.Model, progress func(done, total int)) (*availability.Model, error) {
	if len(w.past) == 0 || m.HasRanges() {
		return m, nil
	}
	w.fitted.ranging.Lock()
	defer w.fitted.ranging.Unlock()
	if w.fitted.bare == m {
		return w.fitted.withThem, nil
	}
	settings := availability.DefaultSettings()
	settings.Progress = progress
	ranged, err := m.WithRanges(ctx, w.past, settings, rangeSeed)
	if err != nil {
		return m, fmt.Errorf("ranges: %w", err)
	}
	w.fitted.bare, w.fitted.withThem = m, ranged
	w.keep(kept, ranged)
	return ranged, nil
}

// keep stores the model; losing the cache costs a second at the next start and
// nothing else, so a failure is not told.
func (w *Workspace) keep(kept Cache, m *availability.Model) {
	if kept == nil || w.Demo {
		return
	}
	var raw bytes.Buffer
	if m.Save(&raw) == nil {
		_ = kept.PutCache(w.modelKey, raw.Bytes())
	}
}

// Model returns the model for some lines, cached or fitted.
func (w *Workspace) Model(ctx context.Context, kept Cache, lines ...data.Line) (*availability.Model, error) {
	if m, ok := w.CachedModel(kept, lines...); ok {
		return m, nil
	}
	return w.FitModel(ctx, kept)
}

// Past returns the past lists with their offers, for the backtest.
func (w *Workspace) Past() []availability.History { return slices.Clone(w.past) }

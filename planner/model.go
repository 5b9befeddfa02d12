package planner

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"brujula/data"
	"brujula/data/library"
	"brujula/planner/availability"
)

// modelKey names the model that the past lists give, so that a cached one is
// used only for exactly the lists that it was fitted on.
func modelKey(lib *library.Library, past []data.ListInfo) string {
	var parts []string
	if hash := coordinatesKey(lib); hash != "" {
		parts = append(parts, hash)
	}
	for _, info := range past {
		for _, kind := range []data.Kind{data.KindOffer, data.KindAdjudication} {
			hash, _ := lib.Fingerprint(kind, info.Process, info.Modality)
			parts = append(parts, hash)
		}
	}
	slices.Sort(parts)
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return "modelo-" + hex.EncodeToString(sum[:8])
}

// CachedModel gives the model of the workspace when the library still has it.
func (w *Workspace) CachedModel(lib *library.Library) (*availability.Model, bool) {
	if lib == nil || w.Demo || !w.HasPast() {
		return nil, false
	}
	raw, ok := lib.Cache(w.modelKey)
	if !ok {
		return nil, false
	}
	m, err := availability.Load(bytes.NewReader(raw))
	if err != nil {
		return nil, false // a cache that cannot be read is made anew
	}
	return m.WithPrior(availability.Shipped()), true
}

// FitModel fits the model on the past lists, which takes about a second, and
// leaves it in the library's cache (lib may be nil). What the lists do not
// cover, and all where there is nothing to fit on, comes from the shipped
// prior.
func (w *Workspace) FitModel(ctx context.Context, lib *library.Library) (*availability.Model, error) {
	w.fitted.mu.Lock()
	defer w.fitted.mu.Unlock()
	if w.fitted.model != nil {
		return w.fitted.model, nil
	}
	m, err := w.fit(ctx, lib)
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

func (w *Workspace) fit(ctx context.Context, lib *library.Library) (*availability.Model, error) {
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
	w.keep(lib, m)
	return m.WithPrior(prior), nil
}

// rangeSeed makes the estimation ranges the same at every computation.
const rangeSeed = 2025

// RangedModel adds the estimation ranges, which takes some twenty fits, and
// leaves the model in the cache. It gives m itself where the ranges cannot be
// had: without past lists of one's own. progress is told how many refits are done,
// of how many; it may be nil, and is called from several goroutines.
func (w *Workspace) RangedModel(ctx context.Context, lib *library.Library, m *availability.Model, progress func(done, total int)) (*availability.Model, error) {
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
	w.keep(lib, ranged)
	return ranged, nil
}

// keep stores the model; losing the cache costs a second at the next start and
// nothing else, so a failure is not told.
func (w *Workspace) keep(lib *library.Library, m *availability.Model) {
	if lib == nil || w.Demo {
		return
	}
	var raw bytes.Buffer
	if m.Save(&raw) == nil {
		_ = lib.PutCache(w.modelKey, raw.Bytes())
	}
}

// Model gives the cached model, or fits one.
func (w *Workspace) Model(ctx context.Context, lib *library.Library) (*availability.Model, error) {
	if m, ok := w.CachedModel(lib); ok {
		return m, nil
	}
	return w.FitModel(ctx, lib)
}

// Past gives the past lists with their offers, for the backtest.
func (w *Workspace) Past() []availability.History { return slices.Clone(w.past) }

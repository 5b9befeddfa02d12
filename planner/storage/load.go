// Package storage is what the planner keeps in the library: it loads a Workspace of
// all that is stored, and reads and writes plans and what people report of plazas.
package storage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/together"
	"brujula/planner/geo"
	"brujula/planner/workspace"
)

// Load reads the library. Lists that cannot be read are left out and told in
// Notices. The rules are ours, with the user's on top.
func Load(ctx context.Context, lib *library.Library, facts *rules.Rules) (*workspace.Workspace, error) {
	offers, offersErr := lib.Offers(ctx)
	adjudications, takenErr := lib.Adjudications(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	listed, placesErr := locate(ctx, lib, offers)
	reports, restored, reportsErr := LoadReports(ctx, lib)
	c := workspace.Contents{Rules: facts, Reports: reports, Offers: offers, Adjudications: adjudications, Listed: listed}
	return assembled(lib, &c, restored, offersErr, takenErr, placesErr, reportsErr), nil
}

// LoadNewest reads only the offers of the newest process, which is what the
// first frame shows; Load gives the whole some moments later. A partial
// workspace has chances where the library has the model in its cache. The rules
// are asked for when the lists are read, so that both may be read at once.
func LoadNewest(ctx context.Context, lib *library.Library, facts func() (*rules.Rules, error)) (*workspace.Workspace, error) {
	var newest data.Process
	for _, info := range lib.Lists() {
		if info.Kind == data.KindOffer && newest.Before(info.Process) {
			newest = info.Process
		}
	}
	offers, failed := offersIn(ctx, lib, newest)
	known, err := facts()
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	listed, placesErr := locate(ctx, lib, offers)
	reports, restored, reportsErr := LoadReports(ctx, lib)
	c := workspace.Contents{Rules: known, Reports: reports, Offers: offers, Listed: listed, Partial: true}
	return assembled(lib, &c, restored, failed, placesErr, reportsErr), nil
}

// Known returns rules that are at hand to LoadNewest.
func Known(facts *rules.Rules) func() (*rules.Rules, error) {
	return func() (*rules.Rules, error) { return facts, nil }
}

// offersIn reads the offers of a process side by side.
func offersIn(ctx context.Context, lib *library.Library, process data.Process) ([]*data.Offer, error) {
	modalities := data.Modalities()
	found, failed := make([]*data.Offer, len(modalities)), make([]error, len(modalities))
	var wait together.Group
	for i, m := range modalities {
		wait.Go(func() {
			if found[i], failed[i] = lib.Offer(ctx, process, m); errors.Is(failed[i], library.ErrNotFound) {
				failed[i] = nil
			}
		})
	}
	wait.Wait()
	return slices.DeleteFunc(found, func(o *data.Offer) bool { return o == nil }), errors.Join(failed...)
}

// assembled makes the workspace of what was read, with what is known of the library
// without reading lists.
func assembled(lib *library.Library, c *workspace.Contents, restored string, failures ...error) *workspace.Workspace {
	describe(lib, c, restored)
	for _, err := range failures {
		c.Notices = append(c.Notices, wordsOf(err)...)
	}
	return workspace.New(c, modelKey(lib, workspace.Pairs(c.Infos)))
}

// describe adds what is known of the library without reading lists.
func describe(lib *library.Library, c *workspace.Contents, restored string) {
	c.Infos = lib.Lists()
	c.Notices = slices.Clone(lib.Notices())
	if restored != "" {
		c.Notices = append(c.Notices, restored)
	}
}

// wordsOf takes joined errors apart: each is told by itself.
func wordsOf(err error) []string {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		return data.Map(many.Unwrap(), error.Error)
	}
	return []string{err.Error()}
}

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

// locate writes the coordinates that the library has into offers that were
// just loaded, and gives what is known of places. The model reckons with them.
func locate(ctx context.Context, lib *library.Library, offers []*data.Offer) (*geo.Index, error) {
	table, err := lib.Table(ctx, data.KindCoordinates, "", "")
	if errors.Is(err, library.ErrNotFound) {
		return geo.New(nil), nil
	}
	if err != nil {
		return geo.New(nil), err
	}
	x := geo.New(table, offers...)
	x.Locate(offers...)
	return x, nil
}

// coordinatesKey changes whenever the coordinates do: a model that was fitted
// with others is another model.
func coordinatesKey(lib *library.Library) string {
	hash, _ := lib.Fingerprint(data.KindCoordinates, "", "")
	return hash
}

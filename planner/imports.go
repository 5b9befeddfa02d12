package planner

import (
	"context"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
)

// ReadList reads a file as a list of the kind, mending broken words by what
// the library knows. Nothing is stored: the drafts are for review.
func ReadList(ctx context.Context, lib *library.Library, kind data.Kind, path string, o lists.Options) ([]lists.Draft, error) {
	if lib != nil {
		// What cannot be read does not help, and does not hinder.
		offers, _ := lib.Offers(ctx)
		o.Known = lists.Vocabulary{Offers: offers}
	}
	if kind == data.KindAdjudication {
		return lists.ReadAdjudications(ctx, path, o)
	}
	return lists.ReadOffer(ctx, path, o)
}

// Items makes of drafts what the library stores, stamped with the time.
func Items(drafts []lists.Draft, now time.Time) []library.Item {
	items := make([]library.Item, len(drafts))
	for i := range drafts {
		d := &drafts[i]
		info := d.Info
		info.Imported = now.UTC().Truncate(time.Second)
		items[i] = library.Item{Info: info, Offer: d.Offer, Adjudication: d.Adjudication, Problems: d.Problems}
	}
	return items
}

// Rejected counts the rows of the drafts that could not be read.
func Rejected(drafts []lists.Draft) int {
	n := 0
	for i := range drafts {
		n += drafts[i].Info.Rejected
	}
	return n
}

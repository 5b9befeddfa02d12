package imports

import (
	"context"
	"errors"
	"slices"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/notes"
	"brujula/data/texts"
	"brujula/planner/geo"
	"brujula/planner/storage"
)

// TableDraft is a file of coordinates or notes on its way into the library,
// not yet stored. Item.Info.Imported is zero.
type TableDraft struct {
	Item library.Item
	Told []string // what it brings, for review; the first text is its title
}

// Stamped returns the item as the library stores it.
func (d *TableDraft) Stamped(now time.Time) library.Item {
	item := d.Item
	item.Info.Imported = now.UTC().Truncate(time.Second)
	return item
}

// ReadTable reads a file of coordinates or notes. Nothing is stored. Notes are
// added to those of the library. lib may be nil.
func ReadTable(ctx context.Context, lib *library.Library, kind data.Kind, path string, o lists.Options) (*TableDraft, error) {
	if err := refuseOwn(ctx, path); err != nil {
		return nil, err
	}
	if kind == data.KindNotes {
		return readNotes(ctx, lib, path, o)
	}
	item, places, err := ReadCoordinates(ctx, lib, path, o)
	if err != nil {
		return nil, err
	}
	r := places.Report()
	told := []string{texts.CoordinatesRead(&item.Info), texts.CoordinatesUsable(r.Placed, r.Own, r.Offered)}
	if n := places.Shared(); n > 0 {
		told = append(told, texts.CoordinatesShared(n))
	}
	return &TableDraft{item, told}, nil
}

func readNotes(ctx context.Context, lib *library.Library, path string, o lists.Options) (*TableDraft, error) {
	read, err := lists.ReadNotes(ctx, path, o)
	if err != nil {
		return nil, err
	}
	book, lost := notes.NewBook(), ""
	if lib != nil {
		if book, lost, err = storage.ReportsToExtend(ctx, lib); err != nil {
			return nil, err
		}
	}
	merged, added, repeated := book.Merge(read.Notes)
	item := storage.ReportsItem(merged, read.Info.File, read.Info.SHA256)
	item.Info.Skipped, item.Info.Rejected, item.Problems = read.Info.Skipped, read.Info.Rejected, read.Problems
	told := []string{texts.NotesMerged(read.Info.File, added, repeated, merged.Len())}
	if n := strangers(offersOf(ctx, lib), read.Notes); n > 0 {
		told = append(told, texts.NotesUnknownCodes(n))
	}
	if lost != "" {
		told = append(told, lost)
	}
	return &TableDraft{item, told}, nil
}

// offersOf returns the offers of the library. What cannot be read does not help,
// and does not hinder.
func offersOf(ctx context.Context, lib *library.Library) []*data.Offer {
	if lib == nil {
		return nil
	}
	offers, _ := lib.Offers(ctx)
	return offers
}

// strangers counts the notes of establishments that no offer has; none where no
// offer is loaded.
func strangers(offers []*data.Offer, all []notes.Note) int {
	if len(offers) == 0 {
		return 0
	}
	names, n := Offered(offers), 0
	for i := range all {
		if _, ok := names[all[i].Renipress]; !ok {
			n++
		}
	}
	return n
}

// Offered returns the names of the establishments that the offers have, by
// RENIPRESS, as the last of the offers writes them.
func Offered(offers []*data.Offer) map[string]string {
	names := map[string]string{}
	for _, o := range offers {
		for i := range o.Plazas {
			names[o.Plazas[i].Renipress] = o.Plazas[i].Establishment
		}
	}
	return names
}

// Detect reports what a file holds: a list, as lists.Detect does, or coordinates
// or notes. It fails with an *own.Error for a file that the program itself wrote;
// the other errors are those of lists.Detect.
func Detect(ctx context.Context, lib *library.Library, path string, o lists.Options) (lists.Guess, error) {
	if err := refuseOwn(ctx, path); err != nil {
		return lists.Guess{}, err
	}
	o.Remembered = remembered(lib)
	guess, err := lists.Look(ctx, path, o)
	if said := rememberedKind(lib, guess.Signature); said != "" && said != guess.Kind && (err == nil || guess.Kind == "") {
		guess.Kind, guess.Why, guess.Even, err = said, texts.ListKindRemembered(string(said)), false, nil
	}
	if err == nil && !guess.Shaped && (guess.Kind != data.KindOffer || hasField(guess.Headings, lists.FieldProfession)) {
		return guess, nil
	}
	if err != nil && !errors.Is(err, lists.ErrNoHeading) {
		return guess, err
	}
	kind, looked := lists.LookSideTable(ctx, path)
	if kind == "" || looked != nil {
		return guess, err
	}
	return lists.Guess{Kind: kind, Format: guess.Format}, nil
}

func hasField(headings []lists.HeadingMatch, field lists.Field) bool {
	return slices.ContainsFunc(headings, func(h lists.HeadingMatch) bool { return h.Field == field })
}

// ReadCoordinates reads a list of coordinates and checks it against the offers
// of the library, which may be nil: points that are far from where the offers have the
// establishment are among the problems. Nothing is stored.
func ReadCoordinates(ctx context.Context, lib *library.Library, path string, o lists.Options) (library.Item, *geo.Index, error) {
	read, err := lists.ReadCoordinates(ctx, path, o)
	if err != nil {
		return library.Item{}, nil, err
	}
	item := library.Item{Info: read.Info, Table: geo.Table(read.Points), Problems: read.Problems}
	x := geo.New(item.Table, offersOf(ctx, lib)...)
	for _, far := range x.Report().Far {
		item.Problems = append(item.Problems, data.Problem{
			File: item.Info.File, Value: far.Renipress, Level: data.Warning,
			Reason: texts.CoordinatesFar(far.Province, far.Region, far.Distance),
		})
	}
	return item, x, nil
}

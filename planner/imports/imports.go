package imports

import (
	"cmp"
	"context"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/own"
)

// ReadList reads a file as a list of the kind, or of o.As where that is said, mending broken words by what
// the library knows. The process that nothing in the file tells is that of its
// name, which the summary says. Nothing is stored: the drafts are for review. lib may be
// nil. A file that the program itself wrote is never a list: it fails with an
// *own.Error.
func ReadList(ctx context.Context, lib *library.Library, kind data.Kind, path string, o lists.Options) ([]lists.Draft, error) {
	watch, err := own.Watch(path)
	if err != nil {
		return nil, err
	}
	o.Watch, o.ByName = watch, true
	kind = cmp.Or(o.As, kind)
	o.Known, o.Remembered = lists.Vocabulary{Offers: offersOf(ctx, lib)}, remembered(lib)
	if kind == data.KindAdjudication {
		return lists.ReadAdjudications(ctx, path, o)
	}
	return lists.ReadOffer(ctx, path, o)
}

// ReadFile reads one of several files.
type ReadFile func(path string, o lists.Options) ([]lists.Draft, error)

// ReadLists reads files that are parts of one list or of several, and joins the
// parts. A choice of a column may be of
// one of the files. Each is read by ReadList, or by one where that is not nil. Errors as
// those of the reading, and VersionsError where two files are versions of one list.
func ReadLists(ctx context.Context, lib *library.Library, kind data.Kind, paths []string, o lists.Options, one ReadFile) ([]lists.Draft, error) {
	if one == nil {
		one = func(path string, o lists.Options) ([]lists.Draft, error) { return ReadList(ctx, lib, kind, path, o) }
	}
	o.Loose = o.Loose || len(paths) > 1
	progress := o.Progress
	var all []lists.Draft
	for i, path := range paths {
		if progress != nil && len(paths) > 1 {
			o.Progress = func(done, total int) { progress(partOf(done, total, i), partSteps*len(paths)) }
		}
		drafts, err := one(path, o)
		if err != nil {
			return nil, err
		}
		all = append(all, drafts...)
	}
	if err := CheckColumns(all, o.Columns); err != nil && len(paths) > 1 {
		return nil, err
	}
	return Join(all)
}

// partSteps is the length of each of several files in their common progress.
const partSteps = 1000

func partOf(done, total, at int) int {
	if total <= 0 {
		return at * partSteps
	}
	return at*partSteps + min(done, total)*partSteps/total
}

// refuseOwn fails with an *own.Error for a file that the program itself wrote, and
// with the error of the context.
func refuseOwn(ctx context.Context, path string) error {
	kind, ok, err := own.Look(ctx, path)
	if ok {
		return &own.Error{Path: path, Kind: kind}
	}
	return err
}

// TakenBack says what library.TakeBack has done.
func TakenBack(done []library.Returned) string {
	infos, before := make([]data.ListInfo, len(done)), make([]string, len(done))
	for i, r := range done {
		infos[i] = r.Info
		if r.Before != nil {
			before[i] = texts.ImportTakenBackList(r.Before)
		}
	}
	return texts.ImportTakenBack(infos, before)
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

// Doubts gathers the reasons why the drafts may not be whole; see
// lists.Draft.Doubts.
func Doubts(drafts []lists.Draft) []string {
	var out []string
	for i := range drafts {
		for _, reason := range drafts[i].Doubts {
			out = append(out, drafts[i].Info.File+": "+reason)
		}
	}
	return out
}

// sampleRows is how many records of a list a review shows.
const sampleRows = 5

// Summaries makes of drafts what is told of them before they are stored.
// changes are those of library.Plan, one a draft; without them every list
// counts as new.
func Summaries(drafts []lists.Draft, changes []library.Change) []texts.ImportSummary {
	out := make([]texts.ImportSummary, len(drafts))
	for i := range drafts {
		d := &drafts[i]
		out[i] = texts.ImportSummary{Info: d.Info, Problems: d.Problems, DeclaredTotal: d.DeclaredTotal, Extends: d.Added, Samples: samples(d), Doubts: d.Doubts, Seems: d.Seems, Reason: d.Why, Contradictions: d.Contradictions, Named: d.Named}
		if i < len(changes) {
			c := &changes[i]
			out[i].Replaced, out[i].Same = c.Replaced, c.Same
			out[i].Added, out[i].Removed, out[i].Changed = c.Added, c.Removed, c.Changed
			out[i].SeatsBefore, out[i].SeatsAfter, out[i].ReplacedActs = c.SeatsBefore, c.SeatsAfter, c.ReplacedActs
		}
		for _, h := range d.Headings {
			out[i].Headings = append(out[i].Headings, texts.ImportHeading{
				Text: h.Text, Column: h.Column, Field: string(h.Field), Origin: string(h.Origin), Samples: h.Samples, Table: h.Table,
			})
		}
	}
	return out
}

// samples takes records from the whole length of a list: a fault of one page
// does not show in the first rows.
func samples(d *lists.Draft) []texts.ImportSample {
	var out []texts.ImportSample
	switch {
	case d.Offer != nil:
		for _, i := range spread(len(d.Offer.Plazas), sampleRows) {
			out = append(out, texts.ImportSample{Plaza: &d.Offer.Plazas[i]})
		}
	case d.Adjudication != nil:
		for _, i := range spread(len(d.Adjudication.Picks), sampleRows) {
			out = append(out, texts.ImportSample{Pick: &d.Adjudication.Picks[i]})
		}
	}
	return out
}

// spread returns places among n, at most so many, the first and the last among them.
func spread(n, most int) []int {
	if n <= most {
		most = n
	}
	out := make([]int, most)
	for i := range out {
		if most > 1 {
			out[i] = i * (n - 1) / (most - 1)
		}
	}
	return out
}

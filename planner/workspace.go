package planner

import (
	"context"
	"errors"
	"slices"
	"sync"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/conflicts"
	"brujula/planner/geo"
	"brujula/planner/notes"
	"brujula/planner/past"
	"brujula/planner/points"
	"brujula/planner/risk"
)

// Workspace is a snapshot of all that is loaded: lists, facts and the chosen
// model. It does not change and may be shared; loading or importing gives a
// new one.
type Workspace struct {
	Demo    bool // the lists are made up
	Infos   []data.ListInfo
	Rules   *rules.Rules
	Catalog *catalog.Catalog // of every loaded offer
	Points  *points.Table
	Risks   *risk.Matcher
	Notices []string    // what could not be loaded, in the user's words
	Reports *notes.Book // what people report of plazas; never nil

	partial  bool
	past     []availability.History // of a whole workspace
	paired   int                    // adjudications that have their offer
	modelKey string
	fitted   memo
	places   func() *geo.Index
	contrary func() *conflicts.Book
	before   func() *past.Book
	turns    func() []catalog.Past
	points   []float64
	risks    []uint16

	tagsOnce           sync.Once
	topics, severities *catalog.Tags
}

// Load reads the library. Lists that cannot be read are left out and told in
// Notices. The rules are ours, with the user's on top.
func Load(ctx context.Context, lib *library.Library, facts *rules.Rules) (*Workspace, error) {
	offers, offersErr := lib.Offers(ctx)
	adjudications, takenErr := lib.Adjudications(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	listed, placesErr := locate(ctx, lib, offers)
	reports, restored, reportsErr := LoadReports(ctx, lib)
	w := assemble(facts, reports, offers, adjudications)
	w.places = sync.OnceValue(func() *geo.Index { return listed.WithOwn(offers...) })
	w.describe(lib, restored, offersErr, takenErr, placesErr, reportsErr)
	return w, nil
}

// LoadNewest reads only the offers of the newest process, which is what the
// first frame shows; Load gives the whole some moments later. A partial
// workspace has chances where the library has the model in its cache. The rules
// are asked for when the lists are read, so that both may be read at once.
func LoadNewest(ctx context.Context, lib *library.Library, facts func() (*rules.Rules, error)) (*Workspace, error) {
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
	w := assemble(known, reports, offers, nil)
	w.partial = true
	w.places = sync.OnceValue(func() *geo.Index { return listed.WithOwn(offers...) })
	w.describe(lib, restored, failed, placesErr, reportsErr)
	return w, nil
}

// Known gives rules that are at hand to LoadNewest.
func Known(facts *rules.Rules) func() (*rules.Rules, error) {
	return func() (*rules.Rules, error) { return facts, nil }
}

// offersIn reads the offers of a process side by side.
func offersIn(ctx context.Context, lib *library.Library, process data.Process) ([]*data.Offer, error) {
	modalities := data.Modalities()
	found, failed := make([]*data.Offer, len(modalities)), make([]error, len(modalities))
	var wait sync.WaitGroup
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

// Partial tells that only the newest process is loaded.
func (w *Workspace) Partial() bool { return w.partial }

// describe takes from the library what is known without reading lists.
func (w *Workspace) describe(lib *library.Library, restored string, failures ...error) {
	w.Infos = lib.Lists()
	w.Notices = slices.Clone(lib.Notices())
	if restored != "" {
		w.Notices = append(w.Notices, restored)
	}
	for _, err := range failures {
		w.Notices = append(w.Notices, wordsOf(err)...)
	}
	pairs := pairedInfos(w.Infos)
	w.paired = len(pairs)
	w.modelKey = modelKey(lib, pairs)
}

// pairedInfos lists the adjudications whose offer is in the library as well.
func pairedInfos(infos []data.ListInfo) []data.ListInfo {
	var out []data.ListInfo
	for _, info := range infos {
		if info.Kind == data.KindAdjudication && hasOffer(infos, &info) {
			out = append(out, info)
		}
	}
	return out
}

func hasOffer(infos []data.ListInfo, taken *data.ListInfo) bool {
	return slices.ContainsFunc(infos, func(info data.ListInfo) bool {
		return info.Kind == data.KindOffer && info.Process == taken.Process && info.Modality == taken.Modality
	})
}

// LoadDemo gives the made-up process that shows every feature.
func LoadDemo(facts *rules.Rules) *Workspace {
	offers, adjudications := demo.Lists()
	w := assemble(facts, notes.NewBook(), offers, adjudications)
	w.Demo = true
	w.Infos = demo.Infos()
	w.paired = len(pairedInfos(w.Infos))
	return w
}

// wordsOf takes joined errors apart: each is told by itself.
func wordsOf(err error) []string {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var words []string
		for _, one := range many.Unwrap() {
			words = append(words, one.Error())
		}
		return words
	}
	return []string{err.Error()}
}

func assemble(facts *rules.Rules, reports *notes.Book, offers []*data.Offer, adjudications []*data.Adjudication) *Workspace {
	w := &Workspace{
		Reports: reports,
		places:  sync.OnceValue(func() *geo.Index { return geo.New(nil).WithOwn(offers...) }),
		Rules:   facts,
		Catalog: catalog.New(offers...),
		Points:  points.New(facts),
		Risks:   risk.New(facts),
		past:    pair(offers, adjudications),
	}
	w.contrary = sync.OnceValue(func() *conflicts.Book { return w.compare(offers, adjudications) })
	w.before = sync.OnceValue(func() *past.Book { return past.New(w.past) })
	w.turns = sync.OnceValue(func() []catalog.Past { return turnsOf(w.before(), w.Catalog) })
	n := w.Catalog.Len()
	w.points = make([]float64, n)
	w.risks = make([]uint16, n)
	var wait sync.WaitGroup
	for part := range parts {
		wait.Go(func() { w.appraise(n*part/parts, n*(part+1)/parts) })
	}
	wait.Wait()
	return w
}

// Conflicts gives what the loaded lists do not say alike. It is worked out when
// first asked for, which takes some tens of milliseconds.
func (w *Workspace) Conflicts() *conflicts.Book { return w.contrary() }

func (w *Workspace) compare(offers []*data.Offer, adjudications []*data.Adjudication) *conflicts.Book {
	file := ""
	for i := range w.Infos {
		if w.Infos[i].Kind == data.KindCoordinates {
			file = w.Infos[i].File
		}
	}
	return conflicts.Find(conflicts.Lists{Offers: offers, Adjudications: adjudications, Places: w.Places(), PlacesFile: file})
}

// parts is in how many parts the plazas are appraised side by side.
const parts = 4

// appraise works out points and notes of the rows [from, to).
func (w *Workspace) appraise(from, to int) {
	for row := from; row < to; row++ {
		p := w.Catalog.Plaza(row)
		w.points[row] = catalog.Unknown()
		if award := w.Points.Award(p); award.Known {
			w.points[row] = award.Value
		}
		w.risks[row] = w.Mark(p).Rank()
	}
}

// pair joins each adjudication with the offer of its process, which has the
// attributes of the plazas that were taken. One without its offer cannot be
// learnt from.
func pair(offers []*data.Offer, adjudications []*data.Adjudication) []availability.History {
	var past []availability.History
	for _, a := range adjudications {
		at := slices.IndexFunc(offers, func(o *data.Offer) bool {
			return o.Process == a.Process && o.Modality == a.Modality
		})
		if at >= 0 {
			past = append(past, availability.History{Offer: offers[at], Adjudication: a})
		}
	}
	return past
}

// Unpaired lists the adjudications that have no offer to learn with.
func (w *Workspace) Unpaired() []data.ListInfo {
	return slices.DeleteFunc(slices.Clone(w.Infos), func(info data.ListInfo) bool {
		return info.Kind != data.KindAdjudication || hasOffer(w.Infos, &info)
	})
}

// HasPast tells whether there is a past list to fit a model on.
func (w *Workspace) HasPast() bool { return w.paired > 0 }

// Empty tells whether there is no offer at all.
func (w *Workspace) Empty() bool { return w.Catalog.Len() == 0 }

// Processes lists the processes with an offer, the newest first.
func (w *Workspace) Processes() []data.Process {
	var out []data.Process
	for _, v := range w.Catalog.Values(catalog.DimProcess) {
		out = append(out, data.Process(v))
	}
	return out
}

// Latest gives the newest process with an offer, "" when there is none.
func (w *Workspace) Latest() data.Process {
	if all := w.Processes(); len(all) > 0 {
		return all[0]
	}
	return ""
}

// Offers reports whether the offer of a modality is loaded, in a process or, for
// "", in any. What is still being read counts.
func (w *Workspace) Offers(p data.Process, m data.Modality) bool {
	return slices.ContainsFunc(w.Infos, func(info data.ListInfo) bool {
		return info.Kind == data.KindOffer && info.Modality == m && (p == "" || info.Process == p)
	})
}

// LinesOf lists the lines of a process that have plazas.
func (w *Workspace) LinesOf(process data.Process) []data.Line {
	return slices.DeleteFunc(w.Catalog.Lines(), func(l data.Line) bool { return l.Process != process })
}

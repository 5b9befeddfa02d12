package screens

import (
	"fmt"
	"sync"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/planner/storage"
	"brujula/planner/turn"
)

// world is a state in which the planner may find the library when it starts.
type world struct {
	name    string
	offers  int  // made-up offers that are loaded, the current process first
	taken   bool // and what was adjudicated in the past one
	places  bool // and coordinates of the establishments
	whole   bool // all of them but coordinates, and the model in the cache
	profile *library.Profile
	act     func(code string) []turn.Event // of the profile's line; nil for none
	locked  bool                           // another window holds the lock
}

// worlds are the states to start from: whatever a person may have loaded, said
// and done before.
func worlds() []world {
	who := demo.Example()
	own := library.Profile{Process: who.Line.Process, Profession: who.Line.Profession, Modality: who.Line.Modality, Rank: who.Rank}
	unranked, foreign := own, own
	unranked.Rank = 0
	foreign.Profession = "PROFESION SIN OFERTA"
	start := turn.Event{Kind: turn.Start, Line: who.Line, Rank: who.Rank, N: who.Rank}
	return []world{
		{name: "all but coordinates", whole: true, profile: &own},
		{name: "nothing loaded"},
		{name: "offer only", offers: 1, profile: &own},
		{name: "offer only, no profile", offers: 1},
		{name: "no profile", whole: true},
		{name: "adjudications only", taken: true, profile: &own},
		{name: "no model, coordinates", offers: 4, taken: true, places: true, profile: &own},
		{name: "no rank", whole: true, profile: &unranked},
		{name: "no offer of one's own", whole: true, profile: &foreign},
		{name: "act under way", whole: true, profile: &own, act: func(string) []turn.Event {
			return []turn.Event{start}
		}},
		{name: "finished act", whole: true, profile: &own, act: func(code string) []turn.Event {
			return []turn.Event{start, {Kind: turn.Cross, Renipress: code}, {Kind: turn.End}}
		}},
		{name: "took a place", whole: true, profile: &own, act: func(code string) []turn.Event {
			return []turn.Event{start, {Kind: turn.Take, Renipress: code, Rank: own.Rank}}
		}},
		{name: "took a place, finished", whole: true, profile: &own, act: func(code string) []turn.Event {
			return []turn.Event{start, {Kind: turn.Take, Renipress: code, Rank: own.Rank}, {Kind: turn.End}}
		}},
		{name: "passed", whole: true, profile: &own, act: func(string) []turn.Event {
			return []turn.Event{start, {Kind: turn.Decline, Rank: own.Rank}}
		}},
		{name: "read-only", whole: true, profile: &own, locked: true, act: func(code string) []turn.Event {
			return []turn.Event{start, {Kind: turn.Cross, Renipress: code}}
		}},
	}
}

// disk makes the library of a world.
func (w *world) disk() (*storetest.Mem, error) {
	disk := storetest.New()
	if w.whole {
		base, err := fitted()
		if err != nil {
			return nil, err
		}
		disk = base.After(storetest.Kill)
	}
	lib, err := library.Open(monkeyFolder, library.WithFS(disk))
	if err != nil {
		return nil, err
	}
	if items := w.items(); len(items) > 0 {
		if _, err := lib.Commit(background(), items); err != nil {
			return nil, err
		}
	}
	if w.profile != nil {
		if err := lib.SaveProfile(*w.profile); err != nil {
			return nil, err
		}
	}
	return disk, w.play(lib)
}

// furnished is the disk of the first world: lists, model and profile.
func furnished() (*storetest.Mem, error) { return worlds()[0].disk() }

// fitted is a disk with the made-up lists and their model, fitted once.
var fitted = sync.OnceValues(func() (*storetest.Mem, error) {
	disk := storetest.New()
	lib, err := library.Open(monkeyFolder, library.WithFS(disk))
	if err != nil {
		return nil, err
	}
	all := world{offers: 4, taken: true}
	if _, err := lib.Commit(background(), all.items()); err != nil {
		return nil, err
	}
	space, err := storage.Load(background(), lib, rules.Default())
	if err != nil {
		return nil, err
	}
	model, err := space.FitModel(background(), lib)
	if err != nil {
		return nil, err
	}
	_, err = space.RangedModel(background(), lib, model, nil)
	return disk, err
})

// items are the lists of a world.
func (w *world) items() (items []library.Item) {
	offers, taken := demo.Lists()
	for i, info := range demo.Infos() {
		switch {
		case i < min(w.offers, len(offers)):
			items = append(items, library.Item{Info: info, Offer: offers[i]})
		case i >= len(offers) && w.taken:
			items = append(items, library.Item{Info: info, Adjudication: taken[i-len(offers)]})
		}
	}
	if w.places {
		items = append(items, coordinates(offers))
	}
	return items
}

// coordinates are made-up places of the establishments, a kilometre apart.
func coordinates(offers []*data.Offer) library.Item {
	table := &library.Table{Head: []string{"renipress", "latitud", "longitud"}}
	seen := map[string]bool{}
	for _, o := range offers {
		for i := range o.Plazas {
			if code := o.Plazas[i].Renipress; !seen[code] {
				seen[code] = true
				table.Rows = append(table.Rows, []string{code, fmt.Sprintf("%.4f", -12-0.01*float64(len(seen))), "-75.0000"})
			}
		}
	}
	info := data.ListInfo{Kind: data.KindCoordinates, File: "hecha.csv", SHA256: "00", Rows: len(table.Rows), Plazas: len(table.Rows)}
	return library.Item{Info: info, Table: table}
}

// play writes the act of a world.
func (w *world) play(lib *library.Library) error {
	if w.act == nil {
		return nil
	}
	line := data.Line{Process: w.profile.Process, Profession: w.profile.Profession, Modality: w.profile.Modality}
	book, _, err := turn.Open(lib, line)
	if err != nil {
		return err
	}
	offers, _ := demo.Lists()
	for _, e := range w.act(offers[0].Plazas[0].Renipress) {
		e.At = time.Date(2026, 4, 20, 8, 0, 0, 0, time.UTC)
		if err := book.Write(e); err != nil {
			return err
		}
	}
	return book.Close()
}

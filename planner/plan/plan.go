// Package plan is the applicant's ordered shortlist: the plazas that they
// would ask for, in the order of their desire. A plan spans both modalities,
// with a rank for each: the remunerada lines come first, as the adjudication
// does, and the equivalente ones are the fallback.
package plan

import (
	"maps"
	"slices"

	"brujula/data"
	"brujula/data/filename"
)

// Entry is one line of a plan.
type Entry struct {
	ID   data.PlazaID
	Note string // the applicant's own words
}

// Plan is an ordered list without repeats. Its remunerada entries always stand
// before the equivalente ones.
type Plan struct {
	Name    string
	Ranks   map[data.Modality]int // order of merit for each modality; absent when unknown
	Weights Weights               // of what makes plazas alike; empty for the usual ones
	Entries []Entry
}

// Clone returns a copy that shares nothing with p.
func (p Plan) Clone() Plan {
	ranks := make(map[data.Modality]int, len(p.Ranks))
	for m, r := range p.Ranks {
		ranks[m] = r
	}
	p.Ranks, p.Weights = ranks, maps.Clone(p.Weights)
	p.Entries = slices.Clone(p.Entries)
	return p
}

// Index returns the place of a plaza in the plan, from 0, or -1.
func (p *Plan) Index(id data.PlazaID) int {
	return slices.IndexFunc(p.Entries, func(e Entry) bool { return e.ID == id })
}

// Has reports whether the plaza is in the plan.
func (p *Plan) Has(id data.PlazaID) bool { return p.Index(id) >= 0 }

// HasNotes reports whether any line has a note of the applicant's own.
func (p *Plan) HasNotes() bool {
	return slices.ContainsFunc(p.Entries, func(e Entry) bool { return e.Note != "" })
}

// Section returns the range [from, to) of the entries of a modality.
func (p *Plan) Section(m data.Modality) (from, to int) {
	split := slices.IndexFunc(p.Entries, func(e Entry) bool { return e.ID.Modality == data.Equivalente })
	if split < 0 {
		split = len(p.Entries)
	}
	if m == data.Equivalente {
		return split, len(p.Entries)
	}
	return 0, split
}

// IDs lists the plazas in their order.
func (p *Plan) IDs() []data.PlazaID {
	return data.Map(p.Entries, func(e Entry) data.PlazaID { return e.ID })
}

// insert puts an entry at place at of the whole list, or as near to it as its
// modality's section allows. It gives the place taken.
func (p *Plan) insert(e Entry, at int) int {
	from, to := p.Section(e.ID.Modality)
	at = min(max(at, from), to)
	p.Entries = slices.Insert(p.Entries, at, e)
	return at
}

// normalize drops repeats and restores the order of the sections, which
// anything read from outside may lack.
func (p *Plan) normalize() {
	seen := map[data.PlazaID]bool{}
	p.Entries = slices.DeleteFunc(p.Entries, func(e Entry) bool {
		again := seen[e.ID]
		seen[e.ID] = true
		return again
	})
	slices.SortStableFunc(p.Entries, func(a, b Entry) int {
		return section(a.ID.Modality) - section(b.ID.Modality)
	})
	if p.Ranks == nil {
		p.Ranks = map[data.Modality]int{}
	}
}

func section(m data.Modality) int {
	if m == data.Equivalente {
		return 1
	}
	return 0
}

// FileName makes of a plan's name what any file system takes.
func FileName(name string) string { return filename.Safe(name) }

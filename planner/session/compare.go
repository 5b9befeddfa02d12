package session

import (
	"encoding/json"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/side"
)

// MostCompared is how many plazas stand side by side at most.
const MostCompared = side.Most

// CompareChanged tells the pages that other plazas are compared.
type CompareChanged struct{}

// Compare takes a plaza into the comparison, or out of it, and says so.
func (d *Session) Compare(id data.PlazaID) Jobs {
	if id == (data.PlazaID{}) {
		return nil
	}
	row, ok := d.Space.Catalog.Row(id)
	if !ok {
		return warn(texts.SideNotLoaded)
	}
	name, touched := d.Space.Catalog.Plaza(row).Establishment, d.Touched()
	ids := d.Compared()
	at := slices.Index(ids, id)
	switch {
	case at >= 0:
		d.compared = slices.Delete(ids, at, at+1)
		return join(touched, done(texts.SideRemoved(name, len(d.compared), MostCompared)), d.Post(CompareChanged{}))
	case len(ids) >= MostCompared:
		return warn(texts.SideFull(MostCompared))
	}
	d.compared = append(ids, id)
	return join(touched, done(texts.SideAdded(name, len(d.compared), MostCompared)), d.Post(CompareChanged{}))
}

// Compared returns the plazas that are compared, in the order in which they were
// taken in; those that no list has any more are left out. The slice is the
// caller's own.
func (d *Session) Compared() []data.PlazaID {
	return slices.DeleteFunc(slices.Clone(d.compared), func(id data.PlazaID) bool {
		_, ok := d.Space.Catalog.Row(id)
		return !ok
	})
}

// settingCompared remembers in the profile which plazas are compared.
const settingCompared = "comparadas"

// recallCompared takes up the comparison of the last time, and has it remembered
// from now on.
func (d *Session) recallCompared() {
	var stored [][4]string
	if json.Unmarshal([]byte(d.Recall(settingCompared)), &stored) == nil {
		d.compared = nil
		for _, p := range stored[:min(len(stored), MostCompared)] {
			d.compared = append(d.compared, data.PlazaID{
				Process: data.Process(p[0]), Profession: p[1], Modality: data.Modality(p[2]), Renipress: p[3],
			})
		}
	}
	d.Remember(settingCompared, d.comparedText)
}

// comparedText is the stored form; "" for no comparison.
func (d *Session) comparedText() string {
	var stored [][4]string
	for _, id := range d.compared {
		stored = append(stored, [4]string{string(id.Process), id.Profession, string(id.Modality), id.Renipress})
	}
	if len(stored) == 0 {
		return ""
	}
	text, _ := json.Marshal(stored) // strings alone: it cannot fail
	return string(text)
}

// Package reasons tells why a plaza has the chance that it has, and why that
// chance moved: what of the model's own evidence weighs most, which way, and with
// what fact behind it.
package reasons

import (
	"cmp"
	"math"
	"slices"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/past"
	"brujula/planner/workspace"
)

// Kind is one piece of evidence.
type Kind uint8

// The kinds, from the nearest to the plaza to the widest.
const (
	Plaza         Kind = iota // what became of the plaza itself
	Establishment             // what became of the establishment, other professions too
	District
	Province
	Region
	Around // what lies around it on the map
	City   // how far the nearest great city is
	Grade
	Institution
	Category
	Bonus    // that for remote areas and the frontier, or its lack
	ThisYear // what was picked so far in the act under way
	kindCount
)

// Key names the kind in JSON.
func (k Kind) Key() string {
	if k >= kindCount {
		return ""
	}
	return [kindCount]string{
		"plaza", "establecimiento", "distrito", "provincia", "region", "alrededores", "ciudad", "grado", "institucion", "categoria",
		"bono", "este_acto",
	}[k]
}

// kindOf reports which evidence an effect of the model is.
func kindOf(e availability.Effect) Kind {
	switch e {
	case availability.ProfessionEstablishment:
		return Plaza
	case availability.SharedEstablishment:
		return Establishment
	case availability.SharedDistrict:
		return District
	case availability.SharedProvince, availability.ProfessionProvince:
		return Province
	case availability.SharedRegion, availability.ProfessionRegion:
		return Region
	case availability.SharedDistance:
		return City
	case availability.ProfessionGrade:
		return Grade
	case availability.ProfessionInstitution, availability.SharedInstitution, availability.ProfessionGradeInstitution:
		return Institution
	case availability.ProfessionCategory:
		return Category
	case availability.ProfessionZAF:
		return Bonus
	}
	return Around
}

// Reason is one piece of evidence with what it does to the chance.
type Reason struct {
	Kind Kind
	// Value is what it adds to the log weight of the plaza beside the mean seat of
	// its line: above 0 the plaza goes sooner for it.
	Value  float64
	Chance float64 // with it
	// Without is the chance that would be left without it: if it said of the plaza
	// what it says of the mean seat.
	Without float64
	Name    string       // of the place, institution or category
	Grade   int          // of the plaza
	ZAF     bool         // the plaza has the bonus
	Stories []past.Story // of Plaza, newest first
	Group   *past.Group  // how those of a kind went; nil where no list tells
}

// Raises reports whether the chance is higher for it.
func (r *Reason) Raises() bool { return r.Value < 0 }

// Why is why a plaza has its chance.
type Why struct {
	Chance  float64
	Lo, Hi  float64  // its range; both Chance without one
	Gone    float64  // seats of the line gone when my turn comes
	Seats   int      // of the line
	Reasons []Reason // all that weigh anything, the strongest first
	Doubts  []Doubt
}

// most is how many reasons are told.
const most = 3

// Strongest returns the reasons that are told: the three that weigh most.
func (w *Why) Strongest() []Reason { return w.Reasons[:min(most, len(w.Reasons))] }

// least is the log weight below which a reason moves no chance by a hundredth.
const least = 0.02

// Of reports why a row has its chance; ok is false where it has none, or where no
// model stands behind it.
func Of(w *workspace.Workspace, est *workspace.Estimates, row int) (why Why, ok bool) {
	view, slot, found := est.Slot(w, row)
	e, known := est.Of(w, row)
	p := w.Catalog.Plaza(row)
	if !found || !known || view.Exhausted() || est.Fate(p) != workspace.FateOpen {
		return Why{}, false
	}
	values := valuesOf(view.Forecast, slot)
	if values == nil {
		return Why{}, false
	}
	why = Why{Chance: e.Chance, Lo: e.Chance, Hi: e.Chance, Gone: view.K, Seats: view.Seats}
	if e.HasRange {
		why.Lo, why.Hi = e.Lo, e.Hi
	}
	stories := w.Before().Of(p)
	merge(values, stories, e.Evidence, w.Before(), p)
	for kind, value := range values {
		if math.Abs(value) < least {
			continue
		}
		why.Reasons = append(why.Reasons, reasonOf(w, view, slot, kind, value))
	}
	slices.SortFunc(why.Reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Value), math.Abs(a.Value)), cmp.Compare(a.Kind, b.Kind))
	})
	why.Doubts = doubts(w, view, &e, stories)
	return why, true
}

// reasonOf returns a piece of evidence that adds a value to the log weight of a
// plaza, with what is known behind it.
func reasonOf(w *workspace.Workspace, view *workspace.LineView, slot int, kind Kind, value float64) Reason {
	p := w.Catalog.Plaza(view.Rows[slot])
	r := Reason{
		Kind: kind, Value: value, Chance: view.Forecast.ChanceWithout(slot, 0, view.K), Without: view.Forecast.ChanceWithout(slot, value, view.K),
		Name: nameOf(kind, p), Grade: p.Grade, ZAF: p.ZAF,
	}
	if kind == Plaza {
		r.Stories = w.Before().Of(p)
	}
	if by, grouped := groupOf(kind); grouped {
		if g, told := w.Before().Group(by, p); told {
			r.Group = &g
		}
	}
	return r
}

// valuesOf adds up what the model says by kind of evidence; nil where no model
// stands behind the forecast.
func valuesOf(f *availability.Forecast, slot int) map[Kind]float64 {
	contributions := f.Contributions(slot)
	if contributions == nil {
		return nil
	}
	values := make(map[Kind]float64, kindCount)
	for _, c := range contributions {
		if c.Own { // that others have evidence which it lacks is none about it
			values[kindOf(c.Effect)] += c.Value
		}
	}
	if learnt := f.Learnt(slot); learnt != 0 {
		values[ThisYear] = learnt
	}
	return values
}

// merge puts what is known of the establishment to what is known of the plaza
// where all the past picks there are the plaza's own: it is one piece of evidence.
func merge(values map[Kind]float64, stories []past.Story, e availability.Evidence, book *past.Book, p *data.Plaza) {
	if e.Level != availability.EvidencePlaza {
		return
	}
	own := 0
	for i := range stories {
		own += stories[i].Seats
	}
	if book.SeatsAt(p) > own {
		return
	}
	values[Plaza] += values[Establishment]
	delete(values, Establishment)
}

// nameOf names what the evidence is of.
func nameOf(k Kind, p *data.Plaza) string {
	switch k {
	case District:
		return p.District
	case Province:
		return p.Province
	case Region:
		return p.Region
	case Institution:
		return p.Institution
	case Category:
		return p.Category
	case Grade, Plaza, Establishment, Around, City, Bonus, ThisYear, kindCount:
	}
	return ""
}

// groupOf tells by what the plazas of a kind are taken together.
func groupOf(k Kind) (past.By, bool) {
	switch k {
	case Establishment:
		return past.ByEstablishment, true
	case District:
		return past.ByDistrict, true
	case Province:
		return past.ByProvince, true
	case Region:
		return past.ByRegion, true
	case Grade:
		return past.ByGrade, true
	case Institution:
		return past.ByInstitution, true
	case Category:
		return past.ByCategory, true
	case Plaza, Around, City, Bonus, ThisYear, kindCount:
	}
	return 0, false
}

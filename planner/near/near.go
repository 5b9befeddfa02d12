// Package near tells what those who stood near a rank, or had a mark near one,
// took in a past process: by grade, region and institution, without names,
// which the program does not even store (data/lists/README.md).
package near

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/catalog"
)

// Query asks for those near a rank, or near a mark where Mark is set.
type Query struct {
	Profession string
	Modality   data.Modality
	Process    data.Process // empty: the latest that has the line

	Rank  int     // from 1
	Width int     // ranks to either side
	Mark  float64 // 0–20; 0 asks by rank
	Range float64 // of marks to either side
}

// Pick is a seat that was taken.
type Pick struct {
	// From and To are the places in the line: one rank where the list has ranks,
	// else the places that those of the same mark share among them.
	From, To int
	Mark     float64     // 0 when the list has none
	Plaza    *data.Plaza // of the offer of that process; nil when it has no such plaza
	Code     string      // RENIPRESS
	Name     string      // as the adjudicated list has it
}

// Tied reports whether others share the place.
func (p *Pick) Tied() bool { return p.To > p.From }

// Group counts the picks of one value.
type Group struct {
	Value string
	Seats int
}

// Result is what those near took.
type Result struct {
	Query   Query
	Process data.Process
	ByRank  bool // the list has ranks; else places follow from the marks
	Cut     int  // the last rank of a partial list, 0 when it is complete
	Line    int  // picks of the line that have a place
	Unknown int  // picks of the line with neither rank nor mark
	// Ties counts the picks that share their place with others; those whose tie
	// reaches into the range are all in Picks.
	Ties  int
	Picks []Pick // in the order of the line

	Grades, Regions, Institutions []Group // the most frequent first
}

// Find answers a query from the past lists. ok is false when none of them has
// the line.
func Find(past []availability.History, q Query) (r Result, ok bool) {
	history, ok := choose(past, &q)
	if !ok {
		return Result{Query: q}, false
	}
	r = Result{Query: q, Process: history.Adjudication.Process, Cut: history.Adjudication.CutFor(q.Profession)}
	all := r.places(history)
	for i := range all {
		if r.near(&all[i]) {
			r.Picks = append(r.Picks, all[i])
			if all[i].Tied() {
				r.Ties++
			}
		}
	}
	r.count()
	return r, true
}

// choose finds the latest past list that has the line.
func choose(past []availability.History, q *Query) (best availability.History, ok bool) {
	for _, h := range past {
		a := h.Adjudication
		if a.Modality != q.Modality || q.Process != "" && a.Process != q.Process {
			continue
		}
		has := slices.ContainsFunc(a.Picks, func(p data.Pick) bool { return p.Profession == q.Profession })
		if has && (!ok || best.Adjudication.Process.Before(a.Process)) {
			best, ok = h, true
		}
	}
	return best, ok
}

// places gives every pick of the line its place: its rank, else the places that
// its mark has among all marks of the line, best mark first.
func (r *Result) places(h availability.History) []Pick {
	offered := map[string]*data.Plaza{}
	for i := range h.Offer.Plazas {
		if p := &h.Offer.Plazas[i]; p.Profession == r.Query.Profession {
			offered[p.Renipress] = p
		}
	}
	var all []Pick
	for i := range h.Adjudication.Picks {
		p := &h.Adjudication.Picks[i]
		if p.Profession != r.Query.Profession {
			continue
		}
		r.ByRank = r.ByRank || p.Rank > 0
		all = append(all, Pick{From: p.Rank, To: p.Rank, Mark: p.Mark, Plaza: offered[p.Renipress], Code: p.Renipress, Name: p.Establishment})
	}
	usable := all[:0]
	for _, p := range all {
		if r.ByRank && p.From > 0 || !r.ByRank && p.Mark > 0 {
			usable = append(usable, p)
		}
	}
	r.Unknown, r.Line = len(all)-len(usable), len(usable)
	if r.ByRank {
		slices.SortStableFunc(usable, func(a, b Pick) int { return a.From - b.From })
		return usable
	}
	slices.SortStableFunc(usable, func(a, b Pick) int { return cmp.Compare(b.Mark, a.Mark) })
	for from := 0; from < len(usable); {
		to := from
		for to+1 < len(usable) && usable[to+1].Mark == usable[from].Mark {
			to++
		}
		for i := from; i <= to; i++ {
			usable[i].From, usable[i].To = from+1, to+1
		}
		from = to + 1
	}
	return usable
}

// near reports whether a pick lies in the range asked for; one that shares its
// place does when any of the shared places lies in it.
func (r *Result) near(p *Pick) bool {
	const slack = 1e-9 // marks are decimal fractions
	if r.Query.Mark > 0 {
		return p.Mark > 0 && p.Mark >= r.Query.Mark-r.Query.Range-slack && p.Mark <= r.Query.Mark+r.Query.Range+slack
	}
	return p.To >= r.Query.Rank-r.Query.Width && p.From <= r.Query.Rank+r.Query.Width
}

// count groups what was taken.
func (r *Result) count() {
	for _, one := range []struct {
		dim catalog.Dim
		to  *[]Group
	}{{catalog.DimGrade, &r.Grades}, {catalog.DimRegion, &r.Regions}, {catalog.DimInstitution, &r.Institutions}} {
		seats := map[string]int{}
		for i := range r.Picks {
			value := ""
			if p := r.Picks[i].Plaza; p != nil {
				value = catalog.Values(p, one.dim)[0]
			}
			seats[value]++
		}
		for value, n := range seats {
			*one.to = append(*one.to, Group{value, n})
		}
		slices.SortFunc(*one.to, func(a, b Group) int {
			if a.Seats != b.Seats {
				return b.Seats - a.Seats
			}
			return cmp.Compare(a.Value, b.Value)
		})
	}
}

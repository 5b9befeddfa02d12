// Package near tells what those who stood near a rank, or had a mark near one,
// took in a past process: by grade, region and institution, without names,
// which the program does not even store (data/lists/README.md).
package near

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/data/rules"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/merit"
	"brujula/planner/workspace"
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

	Seats int // of the applicant's own line now; 0 where that is not known
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
	Value string `json:"valor"` // "" where the offer does not say
	Seats int    `json:"cupos"`
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

	Others []data.Process // that could be asked about as well, newest first
	Seats  int            // that the line had on offer then
	// Scale is what the marks of the list are: each process has its own.
	Scale      merit.MarkKind
	ScaleKnown bool // false where the list has no marks, or too few

	Grades, Regions, Institutions []Group // the most frequent first
}

// In answers a query from the lists of a workspace; seats are compared with those that the
// line has on offer in a process.
func In(w *workspace.Workspace, offer data.Process, q Query) (r Result, ok bool) {
	q.Seats = w.LineSeats(offer, q.Profession, q.Modality)
	return Find(w.Rules, w.Past(), q)
}

// Find answers a query from the past lists. ok is false when none of them has
// the line.
func Find(facts *rules.Rules, past []availability.History, q Query) (r Result, ok bool) {
	history, ok := choose(past, &q)
	if !ok {
		return Result{Query: q}, false
	}
	r = Result{Query: q, Process: history.Adjudication.Process, Cut: history.Adjudication.CutFor(q.Profession)}
	for _, p := range Processes(past, q.Profession, q.Modality) {
		if p != r.Process {
			r.Others = append(r.Others, p)
		}
	}
	r.scale(facts, history)
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

// Processes lists the processes whose adjudicated list has a line, newest first:
// those that can be asked about.
func Processes(past []availability.History, profession string, m data.Modality) (out []data.Process) {
	for _, h := range past {
		if p := h.Adjudication.Process; !slices.Contains(out, p) && hasLine(h.Adjudication, profession, m) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b data.Process) int { return b.Ordinal() - a.Ordinal() })
	return out
}

// Next is the process after one among those that can be asked about, going round;
// ok is false where there is no other.
func (r *Result) Next() (p data.Process, ok bool) {
	all := append(slices.Clone(r.Others), r.Process)
	slices.SortFunc(all, func(a, b data.Process) int { return b.Ordinal() - a.Ordinal() })
	return all[(slices.Index(all, r.Process)+1)%len(all)], len(all) > 1
}

func hasLine(a *data.Adjudication, profession string, m data.Modality) bool {
	return a.Modality == m && slices.ContainsFunc(a.Picks, func(p data.Pick) bool { return p.Profession == profession })
}

// scale tells what the marks of the line are, and how long it was.
func (r *Result) scale(facts *rules.Rules, h availability.History) {
	for i := range h.Offer.Plazas {
		if p := &h.Offer.Plazas[i]; p.Profession == r.Query.Profession {
			r.Seats += p.Seats
		}
	}
	var marks []float64
	for i := range h.Adjudication.Picks {
		if p := &h.Adjudication.Picks[i]; p.Profession == r.Query.Profession {
			marks = append(marks, p.Mark)
		}
	}
	r.Scale, r.ScaleKnown = merit.KindOf(facts, marks)
}

// choose finds the latest past list that has the line.
func choose(past []availability.History, q *Query) (best availability.History, ok bool) {
	for _, h := range past {
		a := h.Adjudication
		if q.Process != "" && a.Process != q.Process || !hasLine(a, q.Profession, q.Modality) {
			continue
		}
		if !ok || best.Adjudication.Process.Before(a.Process) {
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

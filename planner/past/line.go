package past

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/data/lookup"
	"brujula/planner/availability"
)

// line tells how a line went; it is nil where no list tells of it. Three processes have
// twenty-four thousand plazas, so it keeps of each what is its own.
type line struct {
	process    data.Process
	seats, cut int
	whole      bool // its list was not cut

	plazas []*data.Plaza
	fates  []fate // by plaza
	places lookup.Index[string]
	ties   []availability.Tie // of all plazas, one behind the other
	picks  []*data.Pick       // by RENIPRESS; those of one plaza in the order of the file
}

// fate is what became of a plaza.
type fate struct {
	kind                         Kind
	seats, taken, late, from, to int32 // its ties are ties[from:to]
}

func newLine(o *availability.Outcome, list *data.Adjudication) *line {
	l := &line{
		process: o.Line.Process, seats: o.Seats, cut: len(o.Order), whole: o.Complete,
		plazas: o.Plazas, fates: make([]fate, len(o.Plazas)), places: lookup.New[string](len(o.Plazas)),
		ties: make([]availability.Tie, len(o.Order)+len(o.Late)), picks: picksOf(list, o.Line.Profession),
	}
	for _, plaza := range o.Order {
		l.fates[plaza].taken++
	}
	for _, plaza := range o.Late {
		l.fates[plaza].taken++
		l.fates[plaza].late++
	}
	at := int32(0)
	for i := range l.fates {
		f := &l.fates[i]
		f.from, f.to = at, at
		at += f.taken
		l.places.Add(i, l.renipress)
	}
	from := 0
	for g, to := range o.Groups {
		for _, plaza := range o.Order[from:to] {
			l.went(plaza, availability.Tie{From: from + 1, To: to, Mark: o.Marks[g]})
		}
		from = to
	}
	for i, plaza := range o.Late {
		turn := len(o.Order) + i + 1
		l.went(plaza, availability.Tie{From: turn, To: turn})
	}
	for i, p := range o.Plazas {
		f := &l.fates[i]
		unknown := o.Unordered[i] + o.Later[i]
		f.taken, f.seats = f.taken+int32(unknown), int32(p.Seats) //nolint:gosec // no plaza has two thousand million seats
		f.kind = kindOf(f, unknown > 0, o.Complete)
	}
	return l
}

func (l *line) renipress(plaza int) string { return l.plazas[plaza].Renipress }

// went notes the turn of one more seat of a plaza.
func (l *line) went(plaza int, turn availability.Tie) {
	f := &l.fates[plaza]
	l.ties[f.to] = turn
	f.to++
}

func kindOf(f *fate, unordered, whole bool) Kind {
	switch {
	case f.seats == 0: // in the list, and not on offer
		return NotOffered
	case f.taken < f.seats && whole:
		return Left
	case f.taken < f.seats:
		return Open
	case unordered:
		return Unordered
	}
	return Gone
}

// story reports what became of a plaza; ok is false where the line did not have it.
func (l *line) story(renipress string) (s Story, ok bool) {
	at, ok := l.places.Find(renipress, l.renipress)
	if !ok {
		return Story{}, false
	}
	f := &l.fates[at]
	s = Story{Process: l.process, Kind: f.kind, Seats: int(f.seats), Taken: int(f.taken), Late: int(f.late), Line: l.seats, Cut: l.cut}
	if f.from < f.to {
		s.Went = l.ties[f.from:f.to:f.to]
	}
	return s, true
}

// picksOf gathers the picks of a profession.
func picksOf(list *data.Adjudication, profession string) []*data.Pick {
	var picks []*data.Pick
	for i := range list.Picks {
		if p := &list.Picks[i]; p.Profession == profession {
			picks = append(picks, p)
		}
	}
	slices.SortStableFunc(picks, func(a, b *data.Pick) int { return cmp.Compare(a.Renipress, b.Renipress) })
	return slices.Clip(picks)
}

// picksAt returns the picks of a plaza.
func (l *line) picksAt(renipress string) []*data.Pick {
	from, _ := slices.BinarySearchFunc(l.picks, renipress, func(p *data.Pick, code string) int { return cmp.Compare(p.Renipress, code) })
	to := from
	for to < len(l.picks) && l.picks[to].Renipress == renipress {
		to++
	}
	return l.picks[from:to]
}

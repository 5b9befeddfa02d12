package availability

import "brujula/data"

// Outcome is how a past line went, for those who check chances against it.
type Outcome struct {
	Line      data.Line
	Plazas    []*data.Plaza // not to be changed; Seats is at least the seats taken
	Order     []int         // plaza of each seat taken in a known order, first to last
	Groups    []int         // ends of the groups of ties in Order
	Marks     []float64     // of each group; 0 where the order is that of ranks
	Late      []int         // plazas of the special cases after the line was over, in their order; not in Order
	Later     []int         // by plaza: seats taken after the part of an act whose order is known
	Unordered []int         // by plaza: seats taken without rank and mark
	Exact     bool          // the order is that of ranks, not of exam marks
	Complete  bool          // the list was not cut: what it does not name was not taken
	Seats     int           // of all plazas
	Taken     int
}

// Outcomes splits a past process into its lines and tells how each went.
// Professions without a single pick are left out, as in Fit.
func Outcomes(past History) []Outcome {
	return outcomes(linesOf(past))
}

// OutcomeOf is the outcome of one profession in Outcomes; ok is false where
// that has none.
func OutcomeOf(past History, profession string) (o Outcome, ok bool) {
	for _, one := range outcomes(linesWhere(past, func(p string) bool { return p == profession })) {
		return one, true
	}
	return Outcome{}, false
}

func outcomes(lines []*pastLine) []Outcome {
	out := make([]Outcome, 0, len(lines))
	for _, l := range lines {
		o := Outcome{
			Line: l.line, Groups: l.groups, Marks: l.marks, Exact: l.exact, Complete: l.complete, Taken: l.taken,
			Plazas: make([]*data.Plaza, 0, len(l.plazas)), Unordered: make([]int, len(l.plazas)), Later: make([]int, len(l.plazas)),
		}
		for i, plaza := range l.plazas {
			o.Plazas = append(o.Plazas, plaza.Plaza)
			o.Seats += plaza.Seats
			o.Unordered[i] = plaza.taken - plaza.ordered - plaza.late - plaza.later
			o.Later[i] = plaza.later
		}
		for _, seat := range l.seats[:l.ordered()] {
			o.Order = append(o.Order, int(seat.plaza))
		}
		for _, plaza := range l.late {
			o.Late = append(o.Late, int(plaza))
		}
		out = append(out, o)
	}
	return out
}

// Offered returns the plazas of the line as a list of one's own, as Forecast takes them.
func (o *Outcome) Offered() []data.Plaza {
	return data.Map(o.Plazas, func(p *data.Plaza) data.Plaza { return *p })
}

// Package report gives the records that leave the program: the JSON forms of
// commands and exports, to the letter of .github/CONTRIBUTING.md, since
// scripts of others read them.
package report

import (
	"brujula/data"
	"brujula/data/notes"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/conflicts"
	"brujula/planner/past"
	"brujula/planner/points"
	"brujula/planner/reasons"
	"brujula/planner/risk"
	"brujula/planner/workspace"
)

// Plaza is one plaza as listar, ficha and the exports give it. Every key is
// always there; what is not known is null.
type Plaza struct {
	Renipress     string        `json:"renipress"`
	Process       data.Process  `json:"proceso"`
	Profession    string        `json:"profesion"`
	Modality      data.Modality `json:"modalidad"`
	Establishment string        `json:"establecimiento"`
	Region        string        `json:"region"`
	Province      string        `json:"provincia"`
	District      string        `json:"distrito"`
	Diresa        string        `json:"diresa"`
	Grade         *int          `json:"gd"`
	Category      string        `json:"categoria"`
	Institution   string        `json:"institucion"`
	Budgets       []data.Budget `json:"presupuesto"`
	ZAF           bool          `json:"zaf"`
	ZE            bool          `json:"ze"`
	Seats         int           `json:"cupos"`
	Chance        *float64      `json:"prob"`
	Lo            *float64      `json:"prob_min"`
	Hi            *float64      `json:"prob_max"`
	Spread        *Spread       `json:"segun_orden"` // over the ranks that the applicant may have; null where the rank is sure
	Leaves        *Leaves       `json:"se_va"`
	Band          *string       `json:"banda"`
	FreeSeats     *float64      `json:"libres_esperados"`
	Evidence      *Evidence     `json:"evidencia"`
	Points        points.Award  `json:"puntos"`
	Risks         []risk.Note   `json:"riesgos"`
	Sources       []data.Source `json:"fuente"`
	Reports       []notes.Note  `json:"notas"`
	// Conflicts is what the loaded lists do not say alike of the plaza.
	Conflicts []conflicts.Conflict `json:"conflictos"`
	Distance  *float64             `json:"km"` // from the place that was asked for, in a straight line
	// Before is what became of the plaza in each past process that tells of its
	// line, newest first.
	Before  []Before `json:"antes"`
	Offered Offered  `json:"ofrecida"`
	// History is how it fared over all processes that are loaded, seat by seat: of
	// the card; null in a listing.
	History *History `json:"historia"`

	Mine bool `json:"mia,omitempty"`     // the applicant said that they took it
	Gone bool `json:"tachada,omitempty"` // an act that is followed has crossed out all its seats

	// Why is why the plaza has its chance; null without one.
	Why *Why `json:"por_que"`

	stories []texts.Story
}

// Fate reports what an act says of the plaza, beyond its chance.
func (p *Plaza) Fate() workspace.Fate {
	switch {
	case p.Mine:
		return workspace.FateMine
	case p.Gone:
		return workspace.FateGone
	}
	return workspace.FateOpen
}

// Why is why a plaza has its chance: the reasons that weigh most, strongest first.
type Why struct {
	Gone    float64  `json:"idas_a_su_turno"`
	Reasons []Reason `json:"razones"`
	Doubts  []string `json:"incierto"`
}

// Reason is one reason for a chance.
type Reason struct {
	Kind    string  `json:"tipo"`
	Raises  bool    `json:"sube"`
	Weight  float64 `json:"peso"` // in log weight; above 0 the plaza goes sooner for it
	Without float64 `json:"sin_esto"`
	Text    string  `json:"texto"`
}

// AddConflicts adds what the loaded lists do not say alike of the plaza.
func (p *Plaza) AddConflicts(w *workspace.Workspace, row int) {
	p.Conflicts = data.OrEmpty(w.ConflictsOf(w.Catalog.Plaza(row).PlazaID))
}

// Explain adds why the plaza has its chance, and what the lists do not say alike:
// what JSON tells beside the figures.
func (p *Plaza) Explain(w *workspace.Workspace, est *workspace.Estimates, row int) {
	p.AddConflicts(w, row)
	because, ok := reasons.Of(w, est, row)
	if !ok {
		return
	}
	p.Why = &Why{Gone: because.Gone, Reasons: []Reason{}, Doubts: []string{}}
	for _, r := range because.Strongest() {
		text := r.Text()
		p.Why.Reasons = append(p.Why.Reasons, Reason{r.Kind.Key(), r.Raises(), r.Value, r.Without, text.String()})
	}
	for _, d := range because.Doubts {
		p.Why.Doubts = append(p.Why.Doubts, d.Key())
	}
}

// Before is what became of a plaza in a past process.
type Before struct {
	Process data.Process `json:"proceso"`
	Kind    string       `json:"tipo"`
	From    *int         `json:"turno_desde"` // of its last seat; null where it did not go or nobody knows when
	To      *int         `json:"turno_hasta"` // another one than From in a tie of marks
	Seats   int          `json:"cupos"`
	Taken   int          `json:"tomadas"`
	Went    []WentTurn   `json:"turnos"` // of each seat that went in a known order
	Line    int          `json:"plazas_de_la_linea"`
}

// WentTurn is when a seat went.
type WentTurn struct {
	From int      `json:"desde"`
	To   int      `json:"hasta"`
	Mark *float64 `json:"nota"` // of the tie; null where the list has ranks
}

// addBefore tells what became of the plaza in the past processes.
func (p *Plaza) addBefore(stories []past.Story) {
	p.Before = []Before{}
	for _, s := range stories {
		b := Before{Process: s.Process, Kind: s.Kind.Key(), Seats: s.Seats, Taken: s.Taken, Line: s.Line, Went: []WentTurn{}}
		for _, tie := range s.Went {
			b.Went = append(b.Went, WentTurn{tie.From, tie.To, data.OrNull(tie.Mark)})
		}
		if last, ok := s.Last(); ok {
			b.From, b.To = &last.From, &last.To
		}
		p.Before, p.stories = append(p.Before, b), append(p.stories, s.Text())
	}
}

// Spread is what the chance may be over the ranks that the applicant may have.
type Spread struct {
	From int     `json:"puesto_desde"`
	To   int     `json:"puesto_hasta"`
	Lo   float64 `json:"prob_min"`
	Hi   float64 `json:"prob_max"`
}

// SpreadOf returns the record of a spread; nil where the rank is sure.
func SpreadOf(s workspace.Spread) *Spread {
	if !s.Known() {
		return nil
	}
	return &Spread{s.From, s.To, s.Lo, s.Hi}
}

// Cell writes it for a table; "" for none.
func (s *Spread) Cell() string {
	if s == nil {
		return ""
	}
	return texts.PlanRange(s.Lo, s.Hi)
}

// Leaves are the pick numbers where the chance is 0.9 and 0.1.
type Leaves struct {
	From float64 `json:"desde"`
	To   float64 `json:"hasta"`
}

// Evidence is what the chance stands on.
type Evidence struct {
	Level string `json:"nivel"`
	N     int    `json:"n"`
	Fact  *Fact  `json:"hecho"`
}

// Fact is what is known of the plaza in a past process.
type Fact struct {
	Kind    string       `json:"tipo"`
	Process data.Process `json:"proceso"`
	Pick    *float64     `json:"k"`
	Taken   int          `json:"tomadas"`
	Seats   int          `json:"cupos"`
}

// ChanceCell states the chance of the plaza for people, or what an act says of it.
func (p *Plaza) ChanceCell() string {
	if fate := p.Fate(); fate != workspace.FateOpen {
		return fate.Short()
	}
	return texts.Chance(p.Chance)
}

// RangeCell states the range of the chance for people, or that it has none; "" where
// an act says more than a chance.
func (p *Plaza) RangeCell() string {
	if p.Fate() != workspace.FateOpen {
		return ""
	}
	return texts.RangeCell(p.Chance, p.Lo, p.Hi)
}

// Of returns the record of a row; est may be nil.
func Of(w *workspace.Workspace, est *workspace.Estimates, row int) Plaza {
	f := w.Facts(row, est)
	p := f.Plaza
	out := Plaza{
		Renipress: p.Renipress, Process: p.Process, Profession: p.Profession, Modality: p.Modality,
		Establishment: p.Establishment, Region: p.Region, Province: p.Province, District: p.District,
		Diresa: p.Diresa, Grade: data.OrNull(p.Grade), Points: f.Points, Category: p.Category, Institution: p.Institution,
		Budgets: data.OrEmpty(p.Budgets), ZAF: p.ZAF, ZE: p.ZE, Seats: p.Seats,
		Risks: data.OrEmpty(w.Risks.Notes(p)), Reports: data.OrEmpty(w.Reports.Of(p.Renipress)), Conflicts: []conflicts.Conflict{}, Sources: data.OrEmpty(p.Sources),
	}
	out.addBefore(w.Before().Of(p))
	out.addOffered(w, row)
	out.Mine, out.Gone = f.Fate == workspace.FateMine, f.Fate == workspace.FateGone
	if f.Known {
		out.addEstimate(&f.Estimate)
		out.Spread = SpreadOf(f.Spread)
	}
	return out
}

func (p *Plaza) addEstimate(e *availability.Estimate) {
	p.Chance, p.FreeSeats = &e.Chance, &e.FreeSeats
	if e.HasRange {
		p.Lo, p.Hi = &e.Lo, &e.Hi
	}
	p.Leaves = &Leaves{e.LeaveFrom, e.LeaveTo}
	band := e.Band.Key()
	p.Band = &band
	p.Evidence = &Evidence{Level: e.Evidence.Level.Key(), N: e.Evidence.N}
	if fact := e.Evidence.Fact; fact.Kind != availability.FactNone {
		p.Evidence.Fact = &Fact{fact.Kind.Key(), fact.Process, data.OrNull(fact.Pick), fact.Taken, fact.Seats}
	}
}

// Mark returns the risk mark of the plaza, as the screens show it.
func (p *Plaza) Mark() risk.Mark { return risk.MarkOf(p.Risks, len(p.Reports)) }

// RiskSign writes the mark: "▲▲▲" where the gravest note is grave, "" for none.
func (p *Plaza) RiskSign() string { return texts.RiskMark(p.Mark().Worst) }

// LastTime reports what became of the plaza in the newest past process; "" where no
// list tells of its line.
func (p *Plaza) LastTime() string {
	if len(p.stories) == 0 {
		return ""
	}
	return p.stories[0].String()
}

// Past reports what became of the plaza in each past process whose list tells of its
// line, newest first.
func (p *Plaza) Past() []string {
	return data.Map(p.stories, func(one texts.Story) string { return one.String() })
}

// Turns reports in a cell what became of the plaza in each of some past processes.
func (p *Plaza) Turns(processes []data.Process) []string {
	out := make([]string, len(processes))
	for i, process := range processes {
		out[i] = texts.NoValue
		for _, s := range p.stories {
			if s.Process == process {
				out[i] = s.Short()
			}
		}
	}
	return out
}

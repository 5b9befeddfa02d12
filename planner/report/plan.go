package report

import (
	"context"
	"slices"
	"time"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/plan"
	"brujula/planner/workspace"
)

// Plan is the answer of plan ver and the JSON export. Its keys up to the lines are
// those that a plan is stored and read back by; the rest is for people and
// other programs.
type Plan struct {
	Format  int                   `json:"formato"`
	Name    string                `json:"nombre"`
	Ranks   map[data.Modality]int `json:"puestos"`
	Weights plan.Weights          `json:"pesos,omitempty"`
	Lines   []PlanLine            `json:"lineas"`
	Rank    *int                  `json:"puesto"`
	OwnRank *int                  `json:"puesto_real,omitempty"` // where Rank is only a look from elsewhere
	Between *Between              `json:"puesto_entre"`          // the ranks that may be the applicant's; null where Rank is sure
	Models  map[string]*Model     `json:"modelos"`
	Nothing *Nothing              `json:"quedar_sin_plaza"`
	Points  *float64              `json:"puntos_esperados"`
	Sources []data.ListInfo       `json:"fuentes"`
	Written time.Time             `json:"fecha"`
	Demo    bool                  `json:"demostracion"`
	Gap     workspace.PlanGap     `json:"-"` // why no line has a chance
	GapWhy  string                `json:"-"` // the same in words

	Acts map[data.Modality]*Act `json:"actos,omitempty"` // that the chances follow
}

// Between is the ranks that an applicant may have, both ends included.
type Between struct {
	From int `json:"desde"`
	To   int `json:"hasta"`
}

// Ends are the ends; zeros where there are none.
func (b *Between) Ends() (from, to int) {
	if b == nil {
		return 0, 0
	}
	return b.From, b.To
}

// PlanLine is one line: the plaza with its place, note and chances.
type PlanLine struct {
	Place int      `json:"orden"`
	Note  string   `json:"nota"`
	Land  *float64 `json:"prob_quedo_aqui"`
	Sum   *float64 `json:"prob_acumulada"`
	Found bool     `json:"en_la_oferta"`
	// Along is its chance along the line, for a picture; without chances where that
	// is not known.
	Along workspace.Along `json:"-"`
	Plaza
}

// WithPlace is the chance to end with one of the lines, in one figure: that of the
// screen, and the sum of the column beside the lines. ok is false where nothing was
// estimated.
func (p *Plan) WithPlace() (chance float64, ok bool) {
	if p.Nothing == nil {
		return 0, false
	}
	return 1 - p.Nothing.Independent, true
}

// HasSpreads reports whether any line has a chance over the ranks that may be the
// applicant's: none where theirs is sure, or an act is followed.
func (p *Plan) HasSpreads() bool {
	return slices.ContainsFunc(p.Lines, func(l PlanLine) bool { return l.Spread != nil })
}

// WithSpreads adds to a table of the lines, the heading its first row, what each chance
// may be over the ranks that may be the applicant's, behind the column of the ranges. A
// plan that is seen from a sure rank has no such column.
func (p *Plan) WithSpreads(table [][]string) [][]string {
	at := slices.Index(table[0], texts.ColumnRange) + 1
	if at == 0 || !p.HasSpreads() {
		return table
	}
	table[0] = slices.Insert(table[0], at, texts.CardSpan)
	for i := range p.Lines {
		table[i+1] = slices.Insert(table[i+1], at, p.Lines[i].Spread.Cell())
	}
	return table
}

// Nothing is the chance to end with none of the lines, three ways.
type Nothing struct {
	Independent float64  `json:"independiente"`
	Simulated   *float64 `json:"simulada"` // null where nothing was simulated
	Runs        int      `json:"simulaciones"`
	Bound       float64  `json:"cota"`
}

// Simulated returns the record of a plan with the share of so many simulated acts that
// ended with nothing, which takes some milliseconds; without estimates there is none.
// Errors are those of the context.
func Simulated(ctx context.Context, w *workspace.Workspace, p *plan.Plan, est *workspace.Estimates, now time.Time, runs int) (*Plan, error) {
	out := PlanOf(w, p, est, now)
	if est == nil {
		return &out, nil
	}
	simulated, err := w.ViewPlan(p, est).Simulate(ctx, runs)
	out.addSimulated(simulated)
	return &out, err
}

// addSimulated adds the share of simulated acts that ended with nothing.
func (p *Plan) addSimulated(s availability.SimulatedPlan) {
	if p.Nothing == nil || s.Runs == 0 {
		return
	}
	share := float64(s.Nothing) / float64(s.Runs)
	p.Nothing.Simulated, p.Nothing.Runs = &share, s.Runs
}

// SeenFrom tells the applicant's own rank, where the plan is looked at from
// another one.
func (p *Plan) SeenFrom(own int) {
	if own > 0 && p.Rank != nil && *p.Rank != own {
		p.OwnRank = &own
	}
}

// PlanOf returns the record of a plan seen from a look.
func PlanOf(w *workspace.Workspace, p *plan.Plan, est *workspace.Estimates, now time.Time) Plan {
	view := w.ViewPlan(p, est)
	out := Plan{
		Format: plan.FormatVersion, Name: p.Name, Ranks: p.Ranks, Weights: p.Weights, Lines: []PlanLine{},
		Models: map[string]*Model{}, Sources: data.OrEmpty(w.Infos), Written: now.UTC().Truncate(time.Second), Demo: w.Demo,
	}
	out.Gap, out.GapWhy = view.Gap()
	if out.Ranks == nil {
		out.Ranks = map[data.Modality]int{}
	}
	for i := range view.Lines {
		out.Lines = append(out.Lines, planLine(w, est, &view.Lines[i], i+1))
	}
	if est == nil {
		return out
	}
	out.Rank = data.OrNull(est.Look.Rank)
	if span := est.Look.OwnSpan(); span.Known() {
		out.Between = &Between{span.From, span.To}
	}
	out.Acts = acts(est)
	for m, v := range est.Lines {
		if v.Known && slices.ContainsFunc(out.Lines, func(l PlanLine) bool { return l.Modality == m }) {
			out.Models[string(m)] = ModelOf(v.Basis)
		}
	}
	if view.Estimated() {
		out.Nothing = &Nothing{Independent: view.Nothing, Bound: view.NothingBound}
		out.Points = &view.ExpectedPoints
	}
	return out
}

// alongCells is how many chances the picture of a line is drawn from.
const alongCells = 36

func planLine(w *workspace.Workspace, est *workspace.Estimates, l *workspace.PlanLine, place int) PlanLine {
	out := PlanLine{Place: place, Note: l.Entry.Note, Found: l.Row >= 0}
	if out.Found {
		out.Plaza = Of(w, est, l.Row)
		out.Explain(w, est, l.Row)
		if est != nil {
			out.Along, _ = est.Along(w, l.Row, alongCells)
		}
	} else {
		id := l.Entry.ID
		out.Plaza = Plaza{
			Process: id.Process, Renipress: id.Renipress, Profession: id.Profession, Modality: id.Modality,
			Budgets: []data.Budget{}, Sources: []data.Source{},
		}
		out.Risks = data.OrEmpty(out.Risks)
	}
	if l.Known {
		out.Land, out.Sum = &l.Land, &l.Sum
	}
	return out
}

package report

import (
	"time"

	"brujula/data"
	"brujula/planner"
	"brujula/planner/plan"
)

// Plan is the answer of plan ver and the JSON export. Its first four keys are
// those that a plan is stored and read back by; the rest is for people and
// other programs.
type Plan struct {
	Format  int                   `json:"formato"`
	Name    string                `json:"nombre"`
	Ranks   map[data.Modality]int `json:"puestos"`
	Lines   []PlanLine            `json:"lineas"`
	Rank    *int                  `json:"puesto"`
	Models  map[string]*Model     `json:"modelos"`
	Nothing *Nothing              `json:"quedar_sin_plaza"`
	Points  *float64              `json:"puntos_esperados"`
	Sources []data.ListInfo       `json:"fuentes"`
	Written time.Time             `json:"fecha"`
	Demo    bool                  `json:"demostracion"`
}

// PlanLine is one line: the plaza with its place, note and chances.
type PlanLine struct {
	Place int      `json:"orden"`
	Note  string   `json:"nota"`
	Land  *float64 `json:"prob_quedo_aqui"`
	Sum   *float64 `json:"prob_acumulada"`
	Found bool     `json:"en_la_oferta"`
	Plaza
}

// Nothing is the chance to end with none of the lines, by two assumptions.
type Nothing struct {
	Independent float64 `json:"independiente"`
	Bound       float64 `json:"cota"`
}

// PlanOf gives the record of a plan seen from a look.
func PlanOf(w *planner.Workspace, p *plan.Plan, est *planner.Estimates, now time.Time) Plan {
	view := w.ViewPlan(p, est)
	out := Plan{
		Format: plan.FormatVersion, Name: p.Name, Ranks: p.Ranks, Lines: []PlanLine{},
		Models: map[string]*Model{}, Sources: nonNil(w.Infos), Written: now.UTC().Truncate(time.Second), Demo: w.Demo,
	}
	if out.Ranks == nil {
		out.Ranks = map[data.Modality]int{}
	}
	for i := range view.Lines {
		out.Lines = append(out.Lines, planLine(w, est, &view.Lines[i], i+1))
	}
	if est == nil {
		return out
	}
	if est.Look.Rank > 0 {
		out.Rank = &est.Look.Rank
	}
	for m, v := range est.Lines {
		if v.Known {
			out.Models[string(m)] = ModelOf(v.Basis)
		}
	}
	if len(view.Lines) > view.Unknown {
		out.Nothing = &Nothing{view.Nothing, view.NothingBound}
		out.Points = &view.ExpectedPoints
	}
	return out
}

func planLine(w *planner.Workspace, est *planner.Estimates, l *planner.PlanLine, place int) PlanLine {
	out := PlanLine{Place: place, Note: l.Entry.Note, Found: l.Row >= 0}
	if out.Found {
		out.Plaza = Of(w, est, l.Row)
	} else {
		id := l.Entry.ID
		out.Plaza = Plaza{
			Process: id.Process, Renipress: id.Renipress, Profession: id.Profession, Modality: id.Modality,
			Budgets: []data.Budget{}, Sources: []data.Source{},
		}
		out.Risks = nonNil(out.Risks)
	}
	if l.Known {
		out.Land, out.Sum = &l.Land, &l.Sum
	}
	return out
}

package workspace_test

import (
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/planner/availability"
	"brujula/planner/card"
	"brujula/planner/geo"
	"brujula/planner/plan"
	"brujula/planner/workspace"
)

// The plan and the card give the same, true reason for a chance that is not
// there.
func TestWhyThereIsNoChance(t *testing.T) {
	w, m := demoSpace(t)
	mine := w.Estimate(w.Forecast(m, demo.Current, "MEDICINA"), look(66)).Lines[data.Remunerada].Rows[0]
	p := plan.Plan{Name: "A", Entries: []plan.Entry{{ID: w.Catalog.Plaza(mine).PlazaID}}}
	other := look(66)
	other.Profession = "PSICOLOGIA"
	none := look(0)
	const rank = "falta su orden de mérito"
	offers, _ := demo.Lists()
	alone := workspace.New(&workspace.Contents{Rules: rules.Default(), Reports: notes.NewBook(), Offers: offers, Listed: geo.New(nil)}, "")
	if got := alone.ViewPlan(&p, alone.Estimate(alone.Forecast(nil, demo.Current, "MEDICINA"), look(66))).Lines[0]; got.Gap != workspace.GapModel || !strings.Contains(got.Why, "importe una oferta pasada y sus adjudicados") {
		t.Errorf("without past lists: gap %d, %q", got.Gap, got.Why)
	}
	for name, tt := range map[string]struct {
		model *availability.Model
		look  *workspace.Look
		want  workspace.PlanGap
		said  string
	}{
		"no flag":            {m, nil, workspace.GapRank, rank},
		"no rank":            {m, &none, workspace.GapRank, rank},
		"no rank, no model":  {nil, &none, workspace.GapRank, rank},
		"no profile":         {m, &workspace.Look{}, workspace.GapRank, rank},
		"another profession": {m, &other, workspace.GapOtherLine, "es de MEDICINA"},
		"no model":           {nil, new(look(66)), workspace.GapFitting, "el modelo se está ajustando"},
		"a chance":           {m, new(look(66)), workspace.GapNone, ""},
	} {
		var est *workspace.Estimates
		if tt.look != nil {
			est = w.Estimate(w.Forecast(tt.model, tt.look.Process, tt.look.Profession), *tt.look)
		}
		view := w.ViewPlan(&p, est)
		if got, why := view.Gap(); got != tt.want || why != view.Lines[0].Why || !strings.Contains(why, tt.said) {
			t.Errorf("%s: gap %d, %q, want %d, %q", name, got, why, tt.want, tt.said)
		}
		if got := card.Of(w, est, mine).Odds[0].Text; !strings.Contains(got, tt.said) {
			t.Errorf("%s: the card says %q, want %q", name, got, tt.said)
		}
	}
}

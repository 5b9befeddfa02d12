package workspace_test

import (
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/card"
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
	for name, tt := range map[string]struct {
		model *availability.Model
		look  *workspace.Look
		want  workspace.PlanGap
		said  string
	}{
		"no flag":            {m, nil, workspace.GapRank, texts.CardNoRank},
		"no rank":            {m, &none, workspace.GapRank, texts.CardNoRank},
		"no rank, no model":  {nil, &none, workspace.GapRank, texts.CardNoRank},
		"no profile":         {m, &workspace.Look{}, workspace.GapRank, texts.CardNoRank},
		"another profession": {m, &other, workspace.GapOtherLine, "es de MEDICINA"},
		"no model":           {nil, new(look(66)), workspace.GapModel, texts.CardFitting},
		"a chance":           {m, new(look(66)), workspace.GapNone, ""},
	} {
		var est *workspace.Estimates
		if tt.look != nil {
			est = w.Estimate(w.Forecast(tt.model, tt.look.Process, tt.look.Profession), *tt.look)
		}
		if got := w.ViewPlan(&p, est).Gap(); got != tt.want {
			t.Errorf("%s: gap %d, want %d", name, got, tt.want)
		}
		if got := card.Of(w, est, mine).Odds[0].Text; !strings.Contains(got, tt.said) {
			t.Errorf("%s: the card says %q, want %q", name, got, tt.said)
		}
	}
}

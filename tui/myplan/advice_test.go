package myplan_test

import (
	"testing"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/tui/msg"
	"brujula/tui/screens"
	"brujula/tui/tuitest"
)

func TestAdvicePane(t *testing.T) {
	d := demoDesk(plain())
	drive := tuitest.New(t, screens.New(d, nil, (&copied{}).put), 120, 40)
	drive.Press("2", "a").Contains(texts.AdviceEmpty[:20]).Press("a")
	risky := data.PlazaID{}
	for _, row := range d.Est.Lines[data.Remunerada].Rows {
		if e, _ := d.Est.Of(d.Space, row); e.Chance > 0.3 && e.Chance < 0.6 {
			risky = d.Space.Catalog.Plaza(row).PlazaID
		}
	}
	d.ToggleStar(risky)
	drive.Send(msg.PlanChangedMsg{})
	drive.Press("a").Contains(texts.AdviceTitle, "Agregue al final", d.Name(risky))
	drive.Press("space").Contains("agregada en el lugar 2").Lacks("Agregue al final")
	if len(d.Plan().Entries) != 2 {
		t.Errorf("the plan has %d lines, want 2", len(d.Plan().Entries))
	}
	drive.Press("u").Contains("Agregue al final").Press("esc").Contains("Establecimiento", "Plan A · 1 línea")
}

// The cursor of the list stands on the line that the advice under its own is about.
func TestAdviceShowsItsLine(t *testing.T) {
	_, drive := withPlan(t, plain(), 120, 40)
	drive.Press("2").Contains("▸   1  P", texts.AdviceStrip(2, 2)).Press("a").Contains("▸  ▲4  I", "▸ Agregue encima de la 4")
	drive.Press("j", "j").Contains("▸   7  M", "como la 7").Press("esc").Contains("▸   7  M")
}

// In a wide window the curve of the line under the cursor stands beside its detail.
func TestCurveBesideTheDetail(t *testing.T) {
	_, drive := withPlan(t, plain(), 200, 50)
	drive.Press("2").Contains(texts.CurveTitle, "▲ 66: 83 %").Press("j").Contains("▲ 66: 79 %")
	drive.Press("j", "j", "j", "j").Contains("00009999").Lacks(texts.CurveTitle) // which no list has
	drive.Press("k").Contains(texts.CurveTitle).Press("p").Lacks(texts.CurveTitle)
	_, narrow := withPlan(t, plain(), 120, 40)
	narrow.Press("2").Lacks(texts.CurveTitle)
}

// Beside the advice stands the curve of the plaza that it names.
func TestCurveBesideTheAdvice(t *testing.T) {
	_, drive := withPlan(t, plain(), 200, 50)
	drive.Press("2", "a").Contains("  C.S. Inventado Las Retamas ─", "▲ 66: 36 %").Press("j", "j").Lacks("  C.S. Inventado Las Retamas ─", "▲ 66: 36 %")
	drive.Press("k", "k", "esc").Contains(texts.CurveTitle)
}

// Plazas like those in the plan stand under the advice, by weights that are kept
// with the plan, and are put under the line that they are like.
func TestPlazasAlike(t *testing.T) {
	d, drive := withPlan(t, plain(), 120, 40)
	drive.Press("2", "w").Contains(texts.WeightLabel("distancia")).Press("ctrl+u").Type("7").Press("ctrl+s")
	if got := d.Plan().Weights[plan.ByPoints]; got != 7 {
		t.Fatalf("points weigh %d", got)
	}
	drive.Contains(texts.SuggestTitle)
	for range 20 {
		drive.Press("j")
	}
	before := len(d.Plan().Entries)
	drive.Press("space")
	if got := len(d.Plan().Entries); got != before+1 {
		t.Errorf("%d lines, had %d", got, before)
	}
	drive.Press("w", "esc").Contains(texts.KeyCloseAdvice).Press("a").Lacks(texts.KeyCloseAdvice)
}

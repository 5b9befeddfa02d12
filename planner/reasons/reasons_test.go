package reasons_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/rules"
	"brujula/planner/availability"
	"brujula/planner/reasons"
	"brujula/planner/workspace"
)

// demo is the made-up process with the model fitted on its past list.
var demo = sync.OnceValues(func() (*workspace.Workspace, *workspace.Forecasts) {
	w := workspace.LoadDemo(rules.Default())
	m, err := w.FitModel(context.Background(), nil)
	if err != nil {
		panic(err)
	}
	return w, w.Forecast(m, w.Latest(), "MEDICINA")
})

// look sees the plazas from a rank, at the beginning or in an act in which some
// were taken.
func look(t *rapid.T) (*workspace.Workspace, *workspace.Estimates) {
	w, f := demo()
	est := w.Estimate(f, workspace.Look{
		Process: w.Latest(), Profession: "MEDICINA", Rank: rapid.IntRange(2, 150).Draw(t, "rank"), Passes: workspace.UsualPasses,
	})
	if rapid.Bool().Draw(t, "act") {
		view := est.Lines[data.Remunerada]
		taken := map[string]int{}
		gone := rapid.IntRange(1, 60).Draw(t, "gone")
		for i := range gone {
			taken[w.Catalog.Plaza(view.Rows[(i*7)%len(view.Rows)]).Renipress] = 1
		}
		live := &workspace.Live{Turn: gone + 1, Rank: est.Look.Rank + gone, Told: len(taken), Taken: taken, Gone: float64(gone), Passing: view.Passing}
		est = est.Follow(w, map[data.Modality]*workspace.Live{data.Remunerada: live}, false)
	}
	return w, est
}

// A reason that is said to raise the chance raises it, one that is said to lower
// it lowers it: with the evidence left out the chance is lower, or higher. The
// words say the same.
func TestReasonsAgreeWithTheModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, est := look(t)
		view := est.Lines[data.Remunerada]
		slot := rapid.IntRange(0, len(view.Rows)-1).Draw(t, "slot")
		why, ok := reasons.Of(w, est, view.Rows[slot])
		if !ok {
			return
		}
		if chance := view.Forecast.ChanceWithout(slot, 0, view.K); math.Abs(chance-why.Chance) > 1e-9 {
			t.Fatalf("explains %v, the chance is %v", why.Chance, chance)
		}
		for _, r := range why.Reasons {
			if without := view.Forecast.ChanceWithout(slot, r.Value, view.K); without != r.Without {
				t.Fatalf("%s: %v without it, said %v", r.Kind.Key(), without, r.Without)
			}
			if r.Raises() != (r.Without < why.Chance) && r.Without != why.Chance {
				t.Fatalf("%s: raises %v, and without it %v of %v", r.Kind.Key(), r.Raises(), r.Without, why.Chance)
			}
			text := r.Text()
			said := text.String()
			up := strings.Contains(said, "más tarde") || strings.Contains(said, "sobró ") || strings.Contains(said, "sobraron ")
			if up != r.Raises() && !strings.Contains(said, "plaza misma") || !r.Raises() && strings.Contains(said, "más tarde") {
				t.Fatalf("%q is said to raise: %v", said, r.Raises())
			}
		}
	})
}

// The three that are told are the strongest, and together with what is not told
// the evidence makes up the log weight of the plaza. Against a plain sum of what
// the model says of each effect.
func TestTheStrongestAreTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, est := look(t)
		view := est.Lines[data.Remunerada]
		slot := rapid.IntRange(0, len(view.Rows)-1).Draw(t, "slot")
		why, ok := reasons.Of(w, est, view.Rows[slot])
		if !ok {
			return
		}
		naive := map[string]float64{}
		total := view.Forecast.Learnt(slot)
		for _, c := range view.Forecast.Contributions(slot) {
			if c.Own {
				naive[familyOf(c.Effect)] += c.Value
				total += c.Value
			}
		}
		naive["este_acto"] = view.Forecast.Learnt(slot)
		told := 0.0
		for _, r := range why.Reasons {
			told += r.Value
			want := naive[r.Kind.Key()]
			if r.Kind == reasons.Plaza {
				if _, apart := find(why.Reasons, reasons.Establishment); !apart && math.Abs(r.Value-want) > 1e-9 {
					want += naive["establecimiento"] // one piece of evidence
				}
			}
			if math.Abs(r.Value-want) > 1e-9 {
				t.Fatalf("%s weighs %v, said %v", r.Kind.Key(), want, r.Value)
			}
		}
		if math.Abs(told-total) > 0.02*12 { // those too small to tell are left out
			t.Fatalf("reasons add up to %v, the log weight is %v", told, total)
		}
		strongest := why.Strongest()
		if len(strongest) > 3 || len(strongest) < min(3, len(why.Reasons)) {
			t.Fatalf("%d told of %d", len(strongest), len(why.Reasons))
		}
		for _, r := range why.Reasons[len(strongest):] {
			for _, s := range strongest {
				if math.Abs(r.Value) > math.Abs(s.Value) {
					t.Fatalf("%s weighs more than %s, which is told", r.Kind.Key(), s.Kind.Key())
				}
			}
		}
	})
}

func find(all []reasons.Reason, k reasons.Kind) (reasons.Reason, bool) {
	at := slices.IndexFunc(all, func(r reasons.Reason) bool { return r.Kind == k })
	if at < 0 {
		return reasons.Reason{}, false
	}
	return all[at], true
}

// familyOf names the evidence of an effect by the key that models are saved with.
func familyOf(e availability.Effect) string {
	switch key := e.Key(); key {
	case "profesion_establecimiento":
		return "plaza"
	case "profesion_provincia":
		return "provincia"
	case "region_comun":
		return "region"
	case "institucion_comun", "grado_institucion":
		return "institucion"
	case "zona_cuarto", "zona_medio", "zona_uno":
		return "alrededores"
	case "distancia_ciudad":
		return "ciudad"
	case "zaf":
		return "bono"
	default:
		return key
	}
}

// Without a rank there is no chance, and nothing to explain.
func TestNothingToExplain(t *testing.T) {
	w, f := demo()
	est := w.Estimate(f, workspace.Look{Process: w.Latest(), Profession: "MEDICINA", Passes: workspace.UsualPasses})
	if why, ok := reasons.Of(w, est, est.Lines[data.Remunerada].Rows[0]); ok {
		t.Errorf("%+v", why)
	}
}

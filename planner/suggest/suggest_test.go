package suggest_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/suggest"
	"brujula/planner/workspace"
)

// world is the demonstration seen from a rank.
type world struct {
	space *workspace.Workspace
	est   *workspace.Estimates
}

func demoWorld(t testing.TB, rank int) world {
	t.Helper()
	space := workspace.LoadDemo(rules.Default())
	model, err := space.FitModel(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	who := demo.Example()
	look := workspace.Look{Process: who.Line.Process, Profession: who.Line.Profession, Rank: rank, Passes: workspace.UsualPasses}
	return world{space, space.Estimate(space.Forecast(model, look.Process, look.Profession), look)}
}

func (w world) rows() []int { return w.est.Lines[data.Remunerada].Rows }

func (w world) view(rows ...int) *workspace.PlanView {
	p := plan.Plan{Name: "A"}
	for _, i := range rows {
		p.Entries = append(p.Entries, plan.Entry{ID: w.space.Catalog.Plaza(w.rows()[i]).PlazaID})
	}
	return w.space.ViewPlan(&p, w.est)
}

// With one criterion alone every suggestion meets it, whatever the plan.
func TestOneCriterionIsMet(t *testing.T) {
	w := demoWorld(t, demo.Example().Rank)
	meets := map[plan.Criterion]func(s *suggest.Suggestion, l *workspace.PlanLine) bool{
		plan.ByRegion: func(s *suggest.Suggestion, l *workspace.PlanLine) bool { return s.Plaza.Region == l.Plaza.Region },
		plan.ByPoints: func(s *suggest.Suggestion, l *workspace.PlanLine) bool { return s.Points.Value >= l.Points.Value-0.8 }, // 20 % of 4
		plan.ByRisk: func(s *suggest.Suggestion, l *workspace.PlanLine) bool {
			return !w.space.Mark(s.Plaza).Worse(l.Mark)
		},
		plan.ByBonus: func(s *suggest.Suggestion, l *workspace.PlanLine) bool {
			return (s.Plaza.ZAF || !l.Plaza.ZAF) && (s.Plaza.ZE || !l.Plaza.ZE)
		},
		plan.ByCategory: func(s *suggest.Suggestion, l *workspace.PlanLine) bool { return s.Plaza.Category == l.Plaza.Category },
		plan.ByDistance: func(s *suggest.Suggestion, l *workspace.PlanLine) bool {
			return s.Km <= 40 || math.IsNaN(s.Km) && s.Plaza.Region == l.Plaza.Region && s.Plaza.Province == l.Plaza.Province
		},
	}
	for _, c := range plan.Criteria() { // each by itself: of twenty draws among six one may be missing
		found := 0
		rapid.Check(t, func(t *rapid.T) {
			rows := rapid.SliceOfNDistinct(rapid.IntRange(0, len(w.rows())-1), 1, 4, rapid.ID[int]).Draw(t, "plan")
			v := w.view(rows...)
			got := suggest.Of(w.space, v, w.est, plan.Weights{c: 3})
			if len(got.Suggestions) > 5 || (len(got.Suggestions) == 0) != (got.None != "") {
				t.Fatalf("%d suggestions, and %q", len(got.Suggestions), got.None)
			}
			for i := range got.Suggestions {
				s := &got.Suggestions[i]
				l := &v.Lines[s.Like]
				found++
				switch {
				case v.Place(s.Plaza.PlazaID) >= 0:
					t.Fatalf("%s is in the plan", s.Plaza.Establishment)
				case s.Estimate.Chance < 0.2 || s.Likeness < 0.8:
					t.Fatalf("padded with %s: chance %v, likeness %v", s.Plaza.Establishment, s.Estimate.Chance, s.Likeness)
				case !meets[c](s, l):
					t.Fatalf("%s: not alike by %s: %q", s.Plaza.Establishment, c, s.Text)
				}
				for _, part := range []string{s.Plaza.Establishment, l.Plaza.Establishment, texts.Capital(s.Estimate.Band.Name()) + ", " + texts.Percent(s.Estimate.Chance)} {
					if !strings.Contains(s.Text, part) {
						t.Fatalf("%q does not say %q", s.Text, part)
					}
				}
			}
		})
		if found == 0 {
			t.Errorf("nothing was ever suggested by %s", c)
		}
	}
}

// The most alike come first, and no line has more than two.
func TestOrderAndShare(t *testing.T) {
	w := demoWorld(t, demo.Example().Rank)
	got := suggest.Of(w.space, w.view(0, 5, 11), w.est, nil)
	if len(got.Suggestions) < 3 {
		t.Fatalf("%d suggestions: %q", len(got.Suggestions), got.None)
	}
	share := map[int]int{}
	for i, s := range got.Suggestions {
		if share[s.Like]++; share[s.Like] > 2 {
			t.Errorf("more than two for line %d", s.Like)
		}
		if i > 0 && s.Likeness > got.Suggestions[i-1].Likeness+0.01 {
			t.Errorf("%v after %v", s.Likeness, got.Suggestions[i-1].Likeness)
		}
	}
}

// Where nothing is to be had there is nothing to suggest, and that is said.
func TestNothingIsSaid(t *testing.T) {
	w := demoWorld(t, 99_000)
	if got := suggest.Of(w.space, w.view(0), w.est, nil); len(got.Suggestions) > 0 || !strings.Contains(got.None, "Nada parecido") {
		t.Errorf("%d suggestions, %q", len(got.Suggestions), got.None)
	}
	if got := suggest.Of(w.space, w.view(), w.est, nil); got.None != texts.SuggestNoChances {
		t.Errorf("an empty plan: %q", got.None)
	}
	if got := suggest.Of(w.space, w.space.ViewPlan(&plan.Plan{}, nil), nil, nil); got.None != texts.SuggestNoChances {
		t.Errorf("no look: %q", got.None)
	}
}

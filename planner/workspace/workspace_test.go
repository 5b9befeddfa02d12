package workspace_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

func demoSpace(t testing.TB) (*workspace.Workspace, *availability.Model) {
	t.Helper()
	w := workspace.LoadDemo(rules.Default())
	m, err := w.FitModel(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return w, m
}

func look(rank int) workspace.Look {
	line := demo.Example().Line
	return workspace.Look{Process: line.Process, Profession: line.Profession, Rank: rank, Passes: workspace.UsualPasses}
}

// The seats that are expected to be gone are as many as were picked before me
// (planner/availability/README.md).
func TestExpectedSeatsAddUpToThePickNumber(t *testing.T) {
	w, m := demoSpace(t)
	for _, rank := range []int{1, 2, 66, 120, 163, 164, 500} {
		est := w.Estimate(w.Forecast(m, demo.Current, "MEDICINA"), look(rank))
		v := est.Lines[data.Remunerada]
		gone := 0.0
		for _, row := range v.Rows {
			e, ok := est.Of(w, row)
			if !ok {
				t.Fatalf("rank %d: no estimate for row %d", rank, row)
			}
			gone += float64(w.Catalog.Plaza(row).Seats) - e.FreeSeats
		}
		if want := math.Min(v.K, float64(v.Seats)); math.Abs(gone-want) > 1e-6 {
			t.Errorf("rank %d: %v seats gone, k = %v", rank, gone, want)
		}
		if v.Exhausted() != (v.K >= float64(v.Seats)) {
			t.Errorf("rank %d: exhausted %v at k %v of %d", rank, v.Exhausted(), v.K, v.Seats)
		}
	}
}

// A worse rank never raises a chance, in either modality.
func TestChanceNeverRisesAsTheRankWorsens(t *testing.T) {
	w, m := demoSpace(t)
	f := w.Forecast(m, demo.Current, "MEDICINA")
	rapid.Check(t, func(t *rapid.T) {
		better := rapid.IntRange(1, 300).Draw(t, "better")
		worse := better + rapid.IntRange(1, 100).Draw(t, "by")
		a, b := w.Estimate(f, look(better)), w.Estimate(f, look(worse))
		for row := range w.Catalog.Len() {
			before, ok := a.Of(w, row)
			after, still := b.Of(w, row)
			if ok != still || ok && after.Chance > before.Chance+1e-12 {
				t.Fatalf("row %d: %v at rank %d, %v at rank %d", row, before.Chance, better, after.Chance, worse)
			}
		}
	})
}

func TestAnotherProfileChangesEveryEstimate(t *testing.T) {
	w, m := demoSpace(t)
	medicine := w.Estimate(w.Forecast(m, demo.Current, "MEDICINA"), look(66))
	nursing := look(66)
	nursing.Profession = "ENFERMERIA"
	other := w.Estimate(w.Forecast(m, demo.Current, "ENFERMERIA"), nursing)
	for row := range w.Catalog.Len() {
		_, a := medicine.Of(w, row)
		_, b := other.Of(w, row)
		if a && b {
			t.Fatalf("row %d has a chance in two professions", row)
		}
	}
	if len(other.Lines) == 0 {
		t.Fatal("no line for the other profession")
	}
}

func TestRankForInvertsThePickNumber(t *testing.T) {
	w, m := demoSpace(t)
	est := w.Estimate(w.Forecast(m, demo.Current, "MEDICINA"), look(66))
	v := est.Lines[data.Remunerada]
	rank, ok := v.RankFor(v.K, est.Look)
	if !ok || rank < 66 || rank > 67 {
		t.Errorf("rank %d (%v) for the pick number of rank 66", rank, ok)
	}
}

func TestPickAtIsWhatTheLookAssumes(t *testing.T) {
	w, m := demoSpace(t)
	for _, passes := range []float64{workspace.UsualPasses, 0, 40, workspace.MostPasses} {
		from := look(66)
		from.Passes = passes
		est := w.Estimate(w.Forecast(m, demo.Current, "MEDICINA"), from)
		v := est.Lines[data.Remunerada]
		if got := v.PickAt(66, from); math.Abs(got-v.K) > 1e-9 {
			t.Errorf("passes %v: pick %v at my own rank, k is %v", passes, got, v.K)
		}
		for _, k := range []float64{0, 10, 163, 1e300} {
			if rank, ok := v.RankFor(k, from); !ok || rank < 1 {
				t.Errorf("passes %v: rank %d for pick %v", passes, rank, k)
			}
		}
	}
}

func TestWithoutARankNothingIsEstimated(t *testing.T) {
	w, m := demoSpace(t)
	est := w.Estimate(w.Forecast(m, demo.Current, "MEDICINA"), look(0))
	if est.Figures.Chance != nil {
		t.Error("chances without a rank")
	}
	if _, ok := est.Of(w, 0); ok {
		t.Error("an estimate without a rank")
	}
}

func TestParseFilter(t *testing.T) {
	w, _ := demoSpace(t)
	f, err := w.ParseFilter(map[string]string{
		"region": "puno, !lima", "gd": "GD-5,4", "zaf": "sí", "texto": "posta", "prob-min": "80%", "puntos-min": "7,5", "banda": "M,probable",
	})
	if err != nil {
		t.Fatal(err)
	}
	if !f.Has(catalog.DimRegion, "PUNO") || !f.Excludes(catalog.DimRegion, "LIMA") || !f.Has(catalog.DimGrade, "5") ||
		!f.Has(catalog.DimZAF, "SI") || f.ChanceMin != 0.8 || f.PointsMin != 7.5 || f.Text != "posta" ||
		!slices.Equal(f.In[catalog.DimBand], []string{"muy_probable", "probable"}) {
		t.Errorf("%+v", f)
	}
	for key, value := range map[string]string{
		"region": "NARNIA", "gd": "9", "prob-min": "mucho", "puntos-min": "x", "nada": "x", "profesion": "MEDICI", "zaf": "quizá", "texto2": "x", "banda": "segura",
	} {
		_, err := w.ParseFilter(map[string]string{key: value})
		var bad *workspace.RequestError
		if !errors.As(err, &bad) || bad.Key != key || workspace.RequestText(err) == "" {
			t.Errorf("--%s %s: %v", key, value, err)
		}
	}
	f, err = w.ParseFilter(map[string]string{"categoria": "sin-dato", "institucion": "!(sin dato)", "gd": "sin dato,3"})
	if err != nil || !f.Has(catalog.DimCategory, "") || !f.Excludes(catalog.DimInstitution, "") || !slices.Equal(f.In[catalog.DimGrade], []string{"", "3"}) {
		t.Errorf("%+v, %v", f, err)
	}
	_, err = w.ParseFilter(map[string]string{"region": "PUN"})
	var bad *workspace.RequestError
	if !errors.As(err, &bad) || !slices.Contains(bad.Similar, "PUNO") {
		t.Errorf("no suggestion for PUN: %v", err)
	}
}

func TestParseChance(t *testing.T) {
	for text, want := range map[string]float64{"0.8": .8, "0,8": .8, "80%": .8, "80": .8, " 80 % ": .8, "1": 1, "0": 0} {
		if got, err := workspace.ParseChance(text); err != nil || math.Abs(got-want) > 1e-12 {
			t.Errorf("%q: %v %v", text, got, err)
		}
	}
	for _, text := range []string{"", "x", "-1", "101", "NaN"} {
		if got, err := workspace.ParseChance(text); err == nil {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A word that is said again asks what it says and no more; what other words asked stays.
func TestRefineReplacesWhatOneWordAsked(t *testing.T) {
	w, _ := demoSpace(t)
	var f catalog.Filter
	say := func(key, value string) {
		t.Helper()
		var err error
		if f, err = w.Refine(f, key, value); err != nil {
			t.Fatal(err)
		}
	}
	say("puntos-min", "5")
	for range 2 {
		if say("region", "!puno"); !f.Excludes(catalog.DimRegion, "PUNO") || f.PointsMin != 5 {
			t.Errorf("%+v", f)
		}
	}
	if say("region", "lima"); f.Excludes(catalog.DimRegion, "PUNO") || !slices.Equal(f.In[catalog.DimRegion], []string{"LIMA"}) {
		t.Errorf("%+v", f)
	}
	say("region", "")
	for key, value := range map[string]string{"prob-min": "80%", "texto": "posta", "puntos-min": "7"} {
		say(key, value)
		say(key, " ")
	}
	if !f.Empty() {
		t.Errorf("left %+v", f)
	}
	if _, err := w.Refine(f, "region", "NARNIA"); err == nil {
		t.Error("NARNIA is a region")
	}
}

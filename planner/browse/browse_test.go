package browse_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// Against finding again: what is counted elsewhere is what the filter finds with the
// other modality in the place of its own.
func TestElsewhereIsWhatTheOtherModalityGives(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	f := workspace.OfLine(demo.Example().Line)
	f.Set(catalog.DimGrade, "5")
	fig := w.PlainFigures()
	got := w.Catalog.Select(f, fig).Only(catalog.DimModality)
	other := browse.OtherOf(w, &f)
	if !other.Loaded || other.Modality != data.Equivalente || other.Process != demo.Current {
		t.Fatalf("the other is %+v", other)
	}
	g := f.Clone()
	g.Set(catalog.DimModality, string(other.Modality))
	if want := len(w.Catalog.Select(g, fig).Rows); got != want || want == 0 {
		t.Errorf("elsewhere %d, want %d", got, want)
	}
	var none catalog.Filter
	if n := w.Catalog.Select(none, fig).Only(catalog.DimModality); n != 0 || browse.OtherOf(w, &none).Modality != "" {
		t.Errorf("without a modality %d are elsewhere", n)
	}
}

// Against finding again: those are named without which something is found.
func TestToLiftFindsSomething(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	fig := w.PlainFigures()
	named, both := 0, []catalog.Dim{catalog.DimRegion, catalog.DimGrade}
	for _, region := range w.Catalog.Values(catalog.DimRegion) {
		for _, grade := range w.Catalog.Values(catalog.DimGrade) {
			f := workspace.OfLine(demo.Example().Line)
			f.Set(catalog.DimRegion, region)
			f.Set(catalog.DimGrade, grade)
			sel := w.Catalog.Select(f, fig)
			if len(sel.Rows) > 0 {
				continue
			}
			got := browse.ToLift(sel, &f)
			for _, d := range both {
				g := f.Clone()
				g.Set(d)
				if found := len(w.Catalog.Select(g, fig).Rows) > 0; found != slices.Contains(got, d) {
					t.Errorf("%s, grade %s: without %s something is found: %v; named: %v", region, grade, d.Key(), found, got)
				}
			}
			named += len(got)
		}
	}
	if named == 0 {
		t.Error("no filter is to be lifted: nothing is shown by this test")
	}
}

func TestLinesOfAFilter(t *testing.T) {
	line := demo.Example().Line
	f := workspace.OfLine(line)
	f.Set(catalog.DimRegion, "PUNO")
	f.Text = "posta"
	if got, ok := browse.LineOf(&f); !ok || got != line {
		t.Errorf("line %+v", got)
	}
	lines := browse.LinesOf(&f)
	if lines.Text != "" || lines.Asks(catalog.DimRegion) || !lines.Asks(catalog.DimProfession) || !f.Asks(catalog.DimRegion) {
		t.Errorf("lines %+v of %+v", lines, f)
	}
	f.Toggle(catalog.DimProcess, "2025-I")
	if _, ok := browse.LineOf(&f); ok || browse.Process(&f) != "" {
		t.Error("two processes are one line")
	}
}

// Not known is not far: what has no place is counted, and is what the filter finds
// without its distance.
func TestLostAreThoseWithoutAPlace(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	if _, err := browse.Measure(w, "juliaca"); w.Places().Len() == 0 && !errors.Is(err, browse.ErrNoPlaces) {
		t.Errorf("without places: %v", err)
	}
	n := browse.Near{Text: "x", Space: w, Km: make([]float64, w.Catalog.Len())}
	for row := range n.Km {
		if n.Km[row] = float64(row); row%3 == 0 {
			n.Km[row] = math.NaN()
		}
	}
	f := workspace.OfLine(demo.Example().Line)
	f.DistanceMax = 10
	fig := browse.Figures(w, *w.PlainFigures(), nil, &browse.Known{}, &n)
	want := 0
	for _, row := range w.Catalog.Select(browse.Anywhere(&f), fig).Rows {
		if math.IsNaN(n.Km[row]) {
			want++
		}
	}
	if got := n.Lost(&f, fig); got != want || want == 0 {
		t.Errorf("%d are lost, want %d", got, want)
	}
	orders := []catalog.Order{{Key: catalog.SortDistance}, {Key: catalog.SortName}}
	if rest := browse.WithoutDistance(orders); !browse.ByDistance(orders) || len(rest) != 1 || browse.ByDistance(rest) {
		t.Errorf("left %v of %v", rest, orders)
	}
}

// What one question asks is what all that is known holds of it.
func TestLearnAskedIsPartOfLearn(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	all := browse.Learn(w)
	var f catalog.Filter
	if k := browse.LearnAsked(w, &f, nil); len(k.Tags) != 0 || k.Turns != nil {
		t.Errorf("nothing is asked, and %+v learnt", k)
	}
	f.Set(catalog.DimRisk, "agua")
	k := browse.LearnAsked(w, &f, []catalog.Order{{Key: catalog.SortBefore}})
	if k.Tags[catalog.DimRisk] != all.Tags[catalog.DimRisk] || len(k.Turns) != len(all.Turns) {
		t.Error("what was asked is not what is known")
	}
}

package browse_test

import (
	"errors"
	"math"
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
	got := browse.Elsewhere(w.Catalog, w.Catalog.Select(f, fig), &f)
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
	if n := browse.Elsewhere(w.Catalog, w.Catalog.Select(none, fig), &none); n != 0 || browse.OtherOf(w, &none).Modality != "" {
		t.Errorf("without a modality %d are elsewhere", n)
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

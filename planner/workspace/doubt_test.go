package workspace_test

import (
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// A rank that may be a slip is told once for screens, linear mode and commands.
func TestRanksThatMayBeSlips(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	line := demo.Example().Line
	_, rows := w.Catalog.Line(line)
	seats := w.Catalog.Seats(rows, nil)
	for _, c := range []struct {
		before, rank int
		want         string
	}{
		{0, 0, ""},
		{0, seats, ""},
		{0, seats + 1, "Compruebe que no le sobra una cifra"},
		{seats + 1, seats + 1, ""},
		{seats, 0, "Sin orden de mérito (era"},
	} {
		if got := w.RankDoubt(line, c.before, c.rank); got != c.want && (c.want == "" || !strings.Contains(got, c.want)) {
			t.Errorf("%d after %d: %q, want %q", c.rank, c.before, got, c.want)
		}
	}
	look := workspace.Look{Process: line.Process, Profession: line.Profession, Rank: workspace.MostRank, RankEquivalente: workspace.MostRank}
	if got := w.RankDoubts(look, data.Equivalente); len(got) != 1 {
		t.Errorf("of equivalente alone: %q", got)
	}
	if got := w.RankDoubts(look, data.Modalities()...); len(got) != 2 {
		t.Errorf("%d doubts of two ranks beyond their lines: %q", len(got), got)
	}
}

// At least 80 % is the bands M and P, now and after a list that moves plazas from
// one to the other; asking for it lifts what was asked of single bands.
func TestAtLeast(t *testing.T) {
	counts := make([]catalog.Count, len(availability.Bands()))
	for i := range counts {
		counts[i].Plazas = 1
	}
	for i, least := range workspace.LeastChances() {
		if got := workspace.AtLeast(counts, least).Plazas; int(got) != i+2 {
			t.Errorf("%v or more: %d bands", least, got)
		}
	}
	var f catalog.Filter
	f.Toggle(catalog.DimBand, "probable")
	f.Toggle(catalog.DimModality, string(data.Remunerada))
	workspace.ToggleLeast(&f, 0.8)
	if f.ChanceMin != 0.8 || f.Asks(catalog.DimBand) || !f.Asks(catalog.DimModality) {
		t.Errorf("%+v", f)
	}
	if workspace.ToggleLeast(&f, 0.8); f.ChanceMin != 0 {
		t.Error("the same again does not lift it")
	}
}

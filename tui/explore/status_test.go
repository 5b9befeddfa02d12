package explore

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/tui/layout"
)

// Where not all filters fit, each is said whole or counted.
func TestFiltersAreSaidWholeOrCounted(t *testing.T) {
	parts := []statusPart{
		{text: "región PUNO CUSCO APURIMAC", short: "región (3)"},
		{text: "GD 4 5", short: "GD (2)"},
		{text: "severidad !alta"},
		{text: texts.RiskDisclaimer, told: true},
		{text: "/posta", stays: true},
	}
	for room, want := range map[int]string{
		120: "región PUNO CUSCO APURIMAC · GD 4 5 · severidad !alta · no registrado no quiere decir seguro · /posta",
		70:  "región PUNO CUSCO APURIMAC · GD 4 5 · severidad !alta · /posta",
		46:  "región (3) · GD 4 5 · severidad !alta · /posta",
		45:  "región (3) · GD 4 5 · /posta · y 1 filtro más",
		37:  "región (3) · /posta · y 2 filtros más",
		5:   "/posta · y 3 filtros más",
	} {
		got := joinParts(parts, room)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("in %d cells (-want +got):\n%s", room, diff)
		}
	}
	if got := joinParts(parts[:2], 9); got != "2 filtros" {
		t.Errorf("of none that is named: %q", got)
	}
}

// Whatever is filtered, the status line of a narrow window cuts no word.
func TestFiltersFitTheStatusLine(t *testing.T) {
	m := onDemo(t)
	c := m.desk.Space.Catalog
	for _, d := range []catalog.Dim{catalog.DimRegion, catalog.DimInstitution, catalog.DimGrade, catalog.DimCategory, catalog.DimZE} {
		m.filter.Set(d, c.Values(d)...)
	}
	m.filter.ChanceMin, m.filter.PointsMin = 0.2, 2
	m.find()
	for w := 70; w <= 200; w++ {
		m.Resize(w, 24)
		left, right := m.Status()
		if layout.Width(left+right)+statusEdges > w {
			t.Errorf("at %d cells: %q and %q do not fit", w, left, right)
		}
		if !strings.Contains(left, "filtros") && !strings.Contains(left, "puntos ≥") {
			t.Errorf("at %d cells: %q tells neither the last filter nor that there are more", w, left)
		}
	}
}

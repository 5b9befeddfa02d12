package planner

import (
	"slices"
	"testing"

	"brujula/data/rules"
	"brujula/planner/catalog"
)

// Topics and severities of every row are those of its notes, but for the notes
// that hold for the whole country.
func TestRiskTagsAreThoseOfTheNotes(t *testing.T) {
	w := LoadDemo(rules.Default())
	topics, severities := w.RiskTags()
	tagged := 0
	for row := range w.Catalog.Len() {
		wantTopics, wantSeverities := map[string]bool{}, map[string]bool{}
		for _, n := range w.Risks.Notes(w.Catalog.Plaza(row)) {
			if n.Scope != rules.ScopeNational {
				wantTopics[string(n.Topic)], wantSeverities[string(n.Severity)] = true, true
			}
		}
		if len(wantTopics) == 0 {
			wantTopics[NoNote], wantSeverities[NoNote] = true, true
		} else {
			tagged++
		}
		for tags, want := range map[*catalog.Tags]map[string]bool{topics: wantTopics, severities: wantSeverities} {
			got := tags.Of(row)
			if len(got) != len(want) || slices.ContainsFunc(got, func(v string) bool { return !want[v] }) {
				t.Fatalf("%s: %v, notes say %v", w.Catalog.Plaza(row).Establishment, got, want)
			}
		}
	}
	if tagged == 0 || tagged == w.Catalog.Len() {
		t.Errorf("%d of %d plazas have notes: the test shows nothing", tagged, w.Catalog.Len())
	}
}

func TestFiltersByTagAreParsed(t *testing.T) {
	w := LoadDemo(rules.Default())
	f, err := w.ParseFilter(map[string]string{"riesgo": "Acceso,!clima", "severidad": "ALTA", "cambio": "mas plazas"})
	if err != nil {
		t.Fatal(err)
	}
	if !f.Has(catalog.DimRisk, "acceso") || !f.Excludes(catalog.DimRisk, "clima") || !f.Has(catalog.DimSeverity, "alta") || !f.Has(catalog.DimChange, "mas_plazas") {
		t.Errorf("%+v", f)
	}
	if _, err := w.ParseFilter(map[string]string{"riesgo": "marcianos"}); err == nil {
		t.Error("an unknown topic must be refused")
	}
}

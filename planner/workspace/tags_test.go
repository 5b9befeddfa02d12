package workspace

import (
	"slices"
	"testing"

	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/planner/catalog"
)

// Topics and severity of every row are those that its mark is made of: of its
// notes without those of grade, region and country, and of what is reported.
func TestRiskTagsAreThoseOfTheMark(t *testing.T) {
	w := LoadDemo(rules.Default())
	reported := w.Catalog.Plaza(0).Renipress
	note, _ := notes.New(reported, "acceso", "dos horas a pie", "visita", "2026")
	w.Reports = notes.NewBook(note)
	topics, severities := w.RiskTags()
	tagged := 0
	for row := range w.Catalog.Len() {
		p := w.Catalog.Plaza(row)
		wantTopics, severity := map[string]bool{}, NoNote
		for _, n := range w.Risks.Notes(p) {
			if n.Local() {
				wantTopics[string(n.Topic)] = true
			}
		}
		if p.Renipress == reported {
			wantTopics["acceso"] = true
		}
		if mark := w.Mark(p); !mark.None() {
			severity = string(mark.Severity())
			tagged++
		} else {
			wantTopics[NoNote] = true
		}
		got := topics.Of(row)
		if len(got) != len(wantTopics) || slices.ContainsFunc(got, func(v string) bool { return !wantTopics[v] }) {
			t.Fatalf("%s: %v, notes say %v", p.Establishment, got, wantTopics)
		}
		if got := severities.Of(row); len(got) != 1 || got[0] != severity {
			t.Fatalf("%s: severity %v, the mark's is %v", p.Establishment, got, severity)
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

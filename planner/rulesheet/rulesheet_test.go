package rulesheet

import (
	"strings"
	"testing"

	"brujula/data/rules"
)

// Every fact, modality, category, award, bonus and process of the rules is on
// the sheet once, with its source and its certainty.
func TestSheetHoldsEveryRuleOnce(t *testing.T) {
	r := rules.Default()
	lines, seen := 0, map[string]bool{}
	for _, p := range Sheet(r) {
		if p.Title == "" {
			t.Errorf("%s has no title", p.ID)
		}
		for _, line := range p.Lines {
			lines++
			if line.Text == "" || line.Source == "" || line.Certainty == "" {
				t.Errorf("%+v lacks something", line)
			}
			if seen[p.ID+"/"+line.ID] {
				t.Errorf("%s/%s stands twice", p.ID, line.ID)
			}
			seen[p.ID+"/"+line.ID] = true
		}
	}
	notes := map[string]bool{}
	for i := range r.Risks {
		notes[r.Risks[i].ID] = true
	}
	want := len(r.Facts) + len(r.Modalities) + len(r.Categories) + len(r.Points) + len(r.Bonuses) + len(r.Sizes) + len(notes)
	if lines != want {
		t.Errorf("%d lines, want %d", lines, want)
	}
}

// Questions that applicants ask, each with the fact that answers it.
func TestFindAnswersWhatApplicantsAsk(t *testing.T) {
	tests := map[string]string{
		"empates":                 "empates",
		"BONO ze":                 "bono-ze",
		"formula merito":          "formula-merito",
		"puntaje minimo":          "puntaje-minimo",
		"pago profesion":          "pago",
		"renunciar":               "renuncia",
		"segundos llamados":       "turno",
		"siete criterios":         "criterios-grado",
		"equivalente seguro vida": "equivalente-apoyo",
		"cronograma":              "cronograma",
		"emergencia trujillo":     "emergencia-la-libertad-2026",
	}
	sheet := Sheet(rules.Default())
	for query, want := range tests {
		found := false
		for _, p := range Find(sheet, query) {
			for _, line := range p.Lines {
				found = found || line.ID == want
			}
		}
		if !found {
			t.Errorf("%q does not find %s", query, want)
		}
	}
	if got := Find(sheet, "mareas"); got != nil {
		t.Errorf("found %v", got)
	}
	if len(Find(sheet, "")) != len(sheet) {
		t.Error("no words must keep all")
	}
}

func TestOwnRulesAreMarked(t *testing.T) {
	own, err := rules.Default().With("r", []byte("[[hecho]]\nid = \"renuncia\"\nseccion = \"programa\"\ntexto = \"Sanción de un año.\"\nfuente = \"instructivo\"\ncerteza = \"oficial\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range Find(Sheet(own), "sancion") {
		for _, line := range p.Lines {
			if strings.HasPrefix(line.Text, "Sanción") && !line.Own {
				t.Errorf("not marked: %+v", line)
			}
		}
	}
}

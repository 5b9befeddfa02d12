package export

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/report"
)

// Every export states process, date, sources, model and marks.
func TestEveryExportStatesWhatItRestsOn(t *testing.T) {
	_, out := demoPlan(t)
	for _, f := range Formats() {
		content := exported(t, f, out)
		text := string(content)
		if f == XLSX {
			text = sheetText(t, content)
		}
		for _, want := range []string{"2026-I", "2026", "plazas.csv", "2025-I"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", f, want)
			}
		}
		if f == JSON {
			continue // its keys say the rest
		}
		if f == Text { // a message says the most needed, in one line
			for _, want := range []string{"02/03/2026", "modelo ajustado con 2025-I", "DATOS DE DEMOSTRACIÓN"} {
				if !strings.Contains(text, want) {
					t.Errorf("%s does not say %q", f, want)
				}
			}
			continue
		}
		for _, want := range []string{"02/03/2026", "modelo ajustado con 2025-I", "Bandas: M muy probable", "DATOS DE DEMOSTRACIÓN", "actos simulados", "no quiere decir"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", f, want)
			}
		}
	}
}

// The answer is that of the screen and of the column beside the lines, whatever the
// simulated acts ended with.
func TestAnswerIsTheSumOfTheLines(t *testing.T) {
	_, out := demoPlan(t)
	simulated := 0.5
	out.Nothing.Simulated = &simulated
	chance, ok := out.WithPlace()
	if sum := out.Lines[len(out.Lines)-1].Sum; !ok || sum == nil || texts.Percent(*sum) != texts.Percent(chance) {
		t.Errorf("the last line sums up to %v, the answer is %v", sum, chance)
	}
}

// The answer stands before the lines, and nothing is folded away but the sources.
func TestAnswerFirst(t *testing.T) {
	_, out := demoPlan(t)
	chance, ok := out.WithPlace()
	told := texts.ExportOutlook(chance, *out.Points)
	if !ok {
		t.Fatal("nothing was estimated")
	}
	for f, table := range map[Format]string{Markdown: "| # |", HTML: "<table>"} {
		content := string(exported(t, f, out))
		at, lines := strings.Index(content, plainly(f, told)), strings.Index(content, table)
		if f == HTML {
			at = strings.Index(content, strings.ReplaceAll(told, ">", "&gt;"))
			if !strings.Contains(content, "<details>") || strings.Contains(content[strings.Index(content, "<details>"):], "<h2>") {
				t.Error("the sources are not folded, or more than they")
			}
		}
		if at < 0 || at > lines {
			t.Errorf("%s: the answer at %d, the lines at %d", f, at, lines)
		}
	}
}

// Every line that has a chance tells why, and what its place did before.
func TestExportsTellWhy(t *testing.T) {
	_, out := demoPlan(t)
	told := 0
	for i := range out.Lines {
		l := &out.Lines[i]
		for _, f := range []Format{Markdown, HTML, Text} {
			content := string(exported(t, f, out))
			if l.Why != nil && len(l.Why.Reasons) > 0 {
				told++
				words := strings.TrimPrefix(l.Why.Reasons[0].Text, l.Why.Reasons[0].Text[:1])
				if f == Text { // once for all lines that share it
					words, _, _ = strings.Cut(words, texts.ReasonWithout)
				}
				if !strings.Contains(content, plainly(f, words)) {
					t.Errorf("%s does not tell %q of line %d", f, words, l.Place)
				}
			}
			if last := l.LastTime(); !strings.Contains(content, plainly(f, last)) {
				t.Errorf("%s does not tell %q of line %d", f, last, l.Place)
			}
		}
	}
	if told == 0 {
		t.Error("no line has a reason")
	}
}

// Why a plan has no chances at all is said in full on what is handed to others.
func TestAPlanWithoutChancesSaysWhy(t *testing.T) {
	w, err := demonstration()
	if err != nil {
		t.Fatal(err)
	}
	p, _ := demoPlan(t)
	p.Entries = p.Entries[:1]
	absent := p.Clone()
	absent.Entries[0].ID.Renipress = "00009999"
	none := func(p *plan.Plan, profession string, rank int) string {
		look := w.est.Look
		look.Profession, look.Rank = profession, rank
		out := report.PlanOf(w.space, p, w.space.Estimate(w.space.Forecast(nil, look.Process, look.Profession), look), noon)
		return wholeText(t, Markdown, &out, Options{})
	}
	for want, got := range map[string]string{
		"Sin probabilidad: falta su orden de mérito (--puesto N en un comando, P en el planificador).":    none(&p, "MEDICINA", 0),
		"Sin probabilidad todavía: el modelo se está ajustando a sus listas.":                             none(&p, "MEDICINA", 66),
		"Sin probabilidad: la plaza es de MEDICINA 2026-I y se mira desde PSICOLOGIA 2026-I.":             none(&p, "PSICOLOGIA", 66),
		"La plaza no está en ninguna oferta cargada: puede haberse retirado, o falta importar su oferta.": none(&absent, "MEDICINA", 66),
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said in\n%s", want, got)
		}
	}
}

// TestModelsOfThePlan: a plan names the models that its own lines stand on; of
// another modality's two contradictory ones would stand in a row.
func TestModelsOfThePlan(t *testing.T) {
	w, err := demonstration()
	if err != nil {
		t.Fatal(err)
	}
	p, _ := demoPlan(t)
	p.Entries = slices.DeleteFunc(p.Entries, func(e plan.Entry) bool { return e.ID.Modality != data.Remunerada })
	look := w.est.Look
	out := report.PlanOf(w.space, &p, w.space.Estimate(w.space.Forecast(nil, look.Process, look.Profession), look), noon)
	if models := slices.Collect(maps.Keys(out.Models)); !slices.Equal(models, []string{string(data.Remunerada)}) {
		t.Errorf("a plan of remunerated lines names the models of %v", models)
	}
}

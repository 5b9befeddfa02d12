package linear

import (
	"testing"

	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/planner/plan"
	"brujula/planner/workspace"
)

// What is read out of a line without a chance, in full: another reason in its place
// would send the applicant to mend what is not broken.
func TestWhyALineHasNoChance(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	who := demo.Example().Line
	of := func(profession, code string, rank int) string {
		_, rows := w.Catalog.Line(who)
		id := w.Catalog.Plaza(rows[0]).PlazaID
		if code != "" {
			id.Renipress = code
		}
		look := workspace.Look{Process: who.Process, Profession: profession, Rank: rank, Passes: workspace.UsualPasses}
		view := w.ViewPlan(&plan.Plan{Entries: []plan.Entry{{ID: id}}}, w.Estimate(w.Forecast(nil, look.Process, look.Profession), look))
		return gapText(&view.Lines[0])
	}
	for want, got := range map[string]string{
		"Sin probabilidad: falta su orden de mérito (opción 7 del inicio).":                               of("MEDICINA", "", 0),
		"Sin probabilidad todavía: el modelo se está ajustando a sus listas.":                             of("MEDICINA", "", 66),
		"Sin probabilidad: la plaza es de MEDICINA 2026-I y se mira desde PSICOLOGIA 2026-I.":             of("PSICOLOGIA", "", 66),
		"La plaza no está en ninguna oferta cargada: puede haberse retirado, o falta importar su oferta.": of("MEDICINA", "00009999", 66),
	} {
		if got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

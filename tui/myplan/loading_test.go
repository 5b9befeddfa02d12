package myplan_test

import (
	"context"
	"strings"
	"testing"

	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/card"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/bridge"
	"brujula/tui/myplan"
	"brujula/tui/screen"
	"brujula/tui/screens"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

// While the older lists are loaded chances are on their way, and it is said so:
// not that lists are missing, nor that there is nothing to advise.
func TestWhatIsOnItsWayIsNotSaidToBeMissing(t *testing.T) {
	lib, facts := own.Library(t, t.TempDir(), own.Doctor()), rules.Default()
	space, err := storage.LoadNewest(context.Background(), lib, storage.Known(facts))
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{Name: "A", Entries: []plan.Entry{{ID: space.Catalog.Plaza(0).PlazaID}}}
	who := own.Doctor()
	who.Profession = p.Entries[0].ID.Profession
	if err := lib.SaveProfile(who); err != nil {
		t.Fatal(err)
	}
	if err := storage.SavePlan(lib, &p); err != nil {
		t.Fatal(err)
	}
	d, _ := bridge.New(context.Background(), plain(), session.Options{Lib: lib, Facts: facts, Space: space, Now: own.Noon})
	t.Cleanup(d.Close)
	d.Start() // none of its work is run
	page := myplan.New(d, screen.Page{Kind: screen.Plan})
	page.Init()
	page.Resize(120, 36)
	text := func() string { return strings.Join(strings.Fields(page.View()), " ") }
	check := func(want, unwanted string) {
		t.Helper()
		if got := text(); !strings.Contains(got, want) || strings.Contains(got, unwanted) {
			t.Errorf("%q is not said, or %q is:\n%s", want, unwanted, got)
		}
	}
	check("el modelo se está ajustando", "importe una oferta")
	advice, _ := tuitest.Key("a")
	page.Update(advice)
	check("el modelo se está ajustando", texts.AdviceNone)

	if row, ok := space.Catalog.Row(p.Entries[0].ID); !ok || !strings.Contains(card.Of(space, d.Est, row).Odds[0].Text, "el modelo se está ajustando") {
		t.Errorf("the card says %q", card.Of(space, d.Est, row).Odds[0].Text)
	}

	tuitest.New(t, screens.New(d, nil, own.NoClipboard), 120, 40).Press("2").Contains("1 línea").Lacks("Calculando")
}

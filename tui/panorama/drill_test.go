package panorama_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"brujula/data"
	lists "brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/bridge"
	"brujula/tui/explore"
	"brujula/tui/panorama"
	"brujula/tui/root"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// opened opens the planner on the made-up lists, each offer as change leaves it.
func opened(t *testing.T, change func(o *data.Offer, picks []*data.Adjudication)) *tuitest.Driver {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	offers, picks := lists.Lists()
	var items []library.Item
	for i, info := range lists.Infos() {
		if i >= len(offers) {
			items = append(items, library.Item{Info: info, Adjudication: picks[i-len(offers)]})
			continue
		}
		o := *offers[i]
		o.Plazas = slices.Clone(o.Plazas)
		change(&o, picks)
		info.Plazas, info.Seats = len(o.Plazas), 0
		for j := range o.Plazas {
			info.Seats += o.Plazas[j].Seats
		}
		items = append(items, library.Item{Info: info, Offer: &o})
	}
	if _, err := lib.Commit(t.Context(), items); err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Process: lists.Current, Profession: "MEDICINA", Modality: data.Remunerada, Rank: 66}); err != nil {
		t.Fatal(err)
	}
	facts := rules.Default()
	space, err := storage.Load(t.Context(), lib, facts)
	if err != nil {
		t.Fatal(err)
	}
	of, notices := bridge.New(t.Context(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{
		Lib: lib, Facts: facts, Space: space,
		Now: func() time.Time { return time.Date(2026, time.July, 1, 9, 0, 0, 0, time.UTC) },
	})
	t.Cleanup(of.Close)
	m := root.New(root.Options{
		Desk: of, Notices: notices, Clipboard: func(string) (string, error) { return "", nil },
		Makers: map[screen.Kind]root.Maker{screen.Explore: explore.New, screen.Panorama: panorama.New},
	})
	return tuitest.New(t, m, 120, 40).Press("5")
}

// What the list does not say can be looked at like any other value.
func TestMissingValuesOpenInExplorar(t *testing.T) {
	missing := 0
	d := opened(t, func(o *data.Offer, _ []*data.Adjudication) {
		for i := range o.Plazas {
			if p := &o.Plazas[i]; o.Process == lists.Current && o.Modality == data.Remunerada && p.Profession == "MEDICINA" && i%5 == 0 {
				p.Category = ""
				missing++
			}
		}
	})
	to(d, atCategory).Press("G", "up").Contains("▸ " + texts.PanoramaNoValue).Press("enter")
	d.Contains("categoría " + texts.FacetNone)
	if !counts(d, texts.Thousands(missing)) {
		t.Errorf("Explorar says %q, the offer leaves %d out", d.Line(1), missing)
	}
}

// A measure of the take-up counts plazas of the adjudicated process: those are
// opened, and it is said.
func TestMeasuresOfThePastOpenThePast(t *testing.T) {
	d := start(t, 120, 40).Press("m", "m").Contains("plazas tomadas en 2025-I").Press("enter")
	d.Contains("proceso 2025-I", "región Loreto", texts.PanoramaPastDrill("2025-I"))
	d.Press("X").Lacks("proceso 2025-I")
	d.Press("5", "m", "m", "m", "m", "m").Contains("plazas en 2026-I").Press("enter").Lacks("proceso 2025-I")

	d = to(start(t, 120, 40).Press("m", "m"), atRegionGrade).Contains("plazas tomadas en 2025-I").Press("enter")
	d.Contains("proceso 2025-I", "región Amazonas")
	to(start(t, 120, 40), atCurvesGrade).Press("enter").Contains("proceso 2025-I", "GD 5")
}

// Where what is within reach is counted, nothing else is opened.
func TestLikelyPlazasOpenAlone(t *testing.T) {
	d := to(start(t, 120, 40), atRegionGrade).Contains("a su alcance")
	cell := regexp.MustCompile(`\[ *(\d+)`).FindStringSubmatch(d.Text()[strings.Index(d.Text(), "Amazonas"):])
	if d.Press("enter").Contains("región Amazonas", "GD 5", "prob"); cell == nil || !counts(d, cell[1]) {
		t.Errorf("Explorar says %q, the grid counted %q", d.Line(1), cell)
	}
}

// A measure that tells no region apart says so instead of colouring them all as
// the highest; one that nothing is known of says why.
func TestAMeasureThatIsAlikeEverywhereSaysSo(t *testing.T) {
	d := opened(t, func(o *data.Offer, picks []*data.Adjudication) { // all that was offered was taken
		taken := map[data.PlazaID]int{}
		for _, a := range picks {
			for i := range a.Picks {
				taken[data.PlazaID{Process: a.Process, Profession: a.Picks[i].Profession, Modality: a.Modality, Renipress: a.Picks[i].Renipress}]++
			}
		}
		if o.Process != lists.Current {
			o.Plazas = slices.DeleteFunc(o.Plazas, func(p data.Plaza) bool { return taken[p.PlazaID] < p.Seats })
		}
	}).Press("m", "m", "m")
	d.Contains("parte tomada en 2025-I", "se tomaron todas las plazas de todas las regiones", "La mediana (m)").Lacks("█")
	d.Press("m").Lacks("no las distingue").Contains("█ 7")
	d.Press("m", "m", "m", "m", "m").Resize(80, 24).Contains("esta medida no", "plazas, a su alcance")
	to(d, atRegionGrade).Contains("igual en todas: 100 %").Press("m").Lacks("igual en todas")
	start(t, 120, 40).Press("t").Contains("No se sabe cuáles alcanza")
}

// The last row of a breakdown is the whole, and opens all of it.
func TestTheTotalOpensTheWhole(t *testing.T) {
	d := to(start(t, 120, 40), atGrade).Contains(texts.PanoramaTotal, "Lugares: establecimientos", "Tomadas: plazas adjudicadas en 2025-I").Press("G")
	_, whole, _ := strings.Cut(strings.TrimSpace(d.Line(1)), "remunerada")
	d.Press("enter").Lacks("GD 5")
	if !counts(d, strings.Fields(whole)[0]) {
		t.Errorf("Explorar says %q, Panorama counted %q", d.Line(1), whole)
	}
	to(start(t, 120, 40), atProcess).Press("G", "enter").Lacks("proceso 2025-I").Contains("Filtros")
	to(start(t, 80, 24), atRegion).Lacks("Lugares: establecimientos") // no room: the rows come first
}

// counts reports whether Explorar says that it shows a number of plazas, with the
// chances of some of them or without.
func counts(d *tuitest.Driver, n string) bool {
	return strings.Contains(d.Line(1), " de "+n+" ") || strings.Contains(d.Line(1), n+" de ")
}

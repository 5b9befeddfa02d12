package panorama_test

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/explore"
	"brujula/tui/panorama"
	"brujula/tui/root"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// planner of two screens: the drill-down needs Explorar.
func demo(tb testing.TB, st *theme.Styles) *root.Model {
	tb.Helper()
	facts := rules.Default()
	d, notices := bridge.New(context.Background(), st, session.Options{
		Facts: facts, Space: tuitest.Demo(),
		Now: func() time.Time { return time.Date(2026, time.July, 1, 9, 0, 0, 0, time.UTC) },
	})
	return root.New(root.Options{
		Desk: d, Notices: notices, Clipboard: func(string) (string, error) { return "aquí", nil },
		Makers: map[screen.Kind]root.Maker{screen.Explore: explore.New, screen.Panorama: panorama.New},
	})
}

func start(t *testing.T, w, h int) *tuitest.Driver {
	t.Helper()
	return tuitest.New(t, demo(t, theme.New(theme.Options{Variant: theme.Plain})), w, h).Press("5")
}

// Places of the views in their list.
const (
	atProspects = 1 + iota
	atRegion
	atGrade
	atInstitution
	atCategory
	atBudget
	atProfession
	atModality
	atProcess
	atRegionGrade
	atInstGrade
	atProfModality
	atCurvesGrade
	atCurvesRegion
	atHistory
	atFirst
	atLast
)

// to opens a view.
func to(d *tuitest.Driver, at int) *tuitest.Driver {
	for range at {
		d.Press("tab")
	}
	return d
}

func TestTilesShowEveryRegionAndMove(t *testing.T) {
	for _, size := range tuitest.Sizes() {
		d := start(t, size.W, size.H).Press("m")
		for _, region := range []string{"TUM", "LOR", "PIU", "LIM", "CUS", "MDD", "PUN", "TAC", "CAL", "HVC"} {
			d.Contains(region)
		}
		d.Contains("Loreto")
		cursor := regexp.MustCompile(`\[[█▓▒░· ]*HVC\b`) // the ranking under the map names all regions
		if d.Press("down", "down", "left"); !cursor.MatchString(d.Text()) {
			t.Errorf("the cursor is not on HVC:\n%s", d.Text())
		}
		if d.Press("right"); cursor.MatchString(d.Text()) {
			t.Errorf("the cursor stays on HVC:\n%s", d.Text())
		}
	}
}

func TestMapMeasures(t *testing.T) {
	d := start(t, 120, 40).Contains("¿Dónde está su oportunidad?", "a su alcance")
	for _, want := range []string{
		"¿Dónde hay más plazas? · plazas en 2026-I", "plazas tomadas en 2025-I", "parte tomada en 2025-I", "mediana de quienes tomaron en 2025-I", "¿Dónde dan más puntos?",
	} {
		d.Press("m").Contains(want)
	}
	d.Press("m").Contains("¿Dónde está su oportunidad?")
}

func TestMarkedRegionsOpenInExplorar(t *testing.T) {
	d := start(t, 120, 40).Press("m", " ", "down", " ")
	d.Contains("marcadas: Loreto, Ucayali").Press("enter").Contains("Filtros", "región Loreto Ucayali")
	d.Press("5").Contains("marcadas: Loreto, Ucayali").Press("esc").Lacks("marcadas: Loreto")
	d.Press("enter").Contains("región Ucayali").Lacks("región Loreto")
}

func TestDrillDownKeepsTheFigure(t *testing.T) {
	d := to(start(t, 120, 40), atGrade).Contains("▸ Grado", "GD-5")
	line := ""
	for text := range strings.SplitSeq(d.Text(), "\n") {
		if strings.Contains(text, "▸ GD-5") {
			line = text
		}
	}
	fields := strings.Fields(line[strings.Index(line, "GD-5"):])
	d.Press("enter").Contains("GD 5")
	// What the row counted is what Explorar finds.
	if !counts(d, fields[1]) {
		t.Errorf("row %q, Explorar %s", fields, d.Line(1))
	}
}

// From every breakdown, grid and curve enter leads to Explorar, and it finds
// what the row or cell counted.
func TestEveryBreakdownOpensInExplorar(t *testing.T) {
	for at := atRegion; at <= atProcess; at++ {
		d := to(start(t, 120, 40), at)
		line := ""
		for text := range strings.SplitSeq(d.Text(), "\n") {
			if i := strings.LastIndex(text, "│▸ "); i >= 0 && !strings.Contains(text[i:], "││") {
				line = strings.TrimPrefix(text[i:], "│▸ ")
			}
		}
		plazas := regexp.MustCompile(`^\S.*?  +(\d+)  `).FindStringSubmatch(line)
		if plazas == nil {
			t.Fatalf("view %d: no row under the cursor: %q", at, line)
		}
		d.Press("enter").Contains("Filtros")
		if !counts(d, plazas[1]) {
			t.Errorf("view %d: row %q, Explorar says %q", at, line, d.Line(1))
		}
	}
	for at, want := range map[int]string{
		atRegionGrade: "región", atInstGrade: "institución", atProfModality: "profesión", atCurvesGrade: "GD 5", atCurvesRegion: "región",
	} {
		to(start(t, 120, 40), at).Press("enter").Contains("Filtros", want)
	}
	to(start(t, 120, 40), atHistory).Press("enter").Lacks("Filtros")
}

func TestGridOpensBothDimensions(t *testing.T) {
	d := to(start(t, 120, 40), atRegionGrade).Contains("Región × grado")
	d.Press("down", "right", "enter").Contains("región Áncash", "GD 4")
}

func TestScopeKeys(t *testing.T) {
	d := to(start(t, 120, 40), atRegion).Contains("2026-I · MEDICINA · remunerada")
	d.Press("o").Contains("MEDICINA · equivalente").Press("o").Contains("ambas modalidades").Press("o").Contains("MEDICINA · remunerada")
	d.Press("O").Contains("todas las profesiones").Press("O").Contains("2026-I · MEDICINA")
	d.Press("t").Contains("2025-I · MEDICINA").Press("t").Contains("2026-I · MEDICINA")
}

// A view by process, profession or modality counts all of them.
func TestViewsWidenTheScope(t *testing.T) {
	to(start(t, 120, 40), atProcess).Contains("todos los procesos", "2025-I", "2026-I")
	to(start(t, 120, 40), atProfession).Contains("todas las profesiones", "Enfermería")
	to(start(t, 120, 40), atModality).Contains("ambas modalidades", "equivalente")
}

func TestCurvesAreThoseOfThePast(t *testing.T) {
	to(start(t, 120, 40), atCurvesGrade).Contains("2025-I", "lo que quedaba", "5 GD-5", "4 GD-4", "▲ mérito 66", "100 ┤")
	d := to(start(t, 120, 40), atCurvesRegion).Contains("● Callao", "· Todas")
	d.Press("down").Contains("● Tacna")
	to(start(t, 60, 16), atCurvesGrade).Contains("GD-5", "25%").Lacks("100 ┤") // no room for the chart
}

func TestHistoryHasItsSources(t *testing.T) {
	d := to(start(t, 120, 40), atHistory).Contains("Qué da cada modalidad", "18 horas a la semana", "instructivo 2024-I")
	d.Press("G").Contains("2024", "8203", "INFORHUS")
}

// The two ends of the last time: the lowest turns first, and what was left or
// went last first.
func TestTheFirstAndTheLastOfTheLastTime(t *testing.T) {
	turn := func(d *tuitest.Driver) int {
		found := regexp.MustCompile(`│▸ +(\d+|sobró)\S* `).FindStringSubmatch(d.Text()[strings.Index(d.Text(), "Turno 2025-I"):])
		if found == nil {
			t.Fatalf("no turn under the cursor:\n%s", d.Text())
		}
		n, err := strconv.Atoi(found[1])
		if err != nil {
			return 1 << 20 // what was left outlasts all turns
		}
		return n
	}
	first, last := to(start(t, 120, 40), atFirst).Contains("¿Qué se fue primero la última vez?", "en 2025-I"), to(start(t, 120, 40), atLast)
	if a, b := turn(first), turn(last); a >= b {
		t.Errorf("the first went at turn %d, the last at %d", a, b)
	}
	if a, b := turn(first.Press("G")), turn(last.Press("G")); a <= b {
		t.Errorf("at the end of the lists: %d and %d", a, b)
	}
}

func TestMenuChoosesAView(t *testing.T) {
	d := start(t, 80, 24).Press("v").Contains("Vistas", "Curvas por grado")
	d.Press("down", "down", "down", "enter").Contains("Grado (4 de 18)")
	d.Press("v", "down", "esc").Contains("Grado (4 de 18)")
	d.Press("shift+tab").Contains("Región (3 de 18)")
}

func TestDisabledKeysSayWhy(t *testing.T) {
	to(start(t, 120, 40), atRegion).Press("m").Contains("no se cambia la medida")
}

func TestMouse(t *testing.T) {
	d := start(t, 120, 40)
	d.Click(5, 2+1+atGrade).Contains("▸ Grado")
	d = start(t, 80, 24)
	d.Press("m").Click(2, 3).Contains("Tumbes: ") // the tile of the first row, under the title
	d.Click(2, 3).Contains("región Tumbes")
}

func TestCopyGivesTheView(t *testing.T) {
	to(start(t, 120, 40), atRegion).Press("y").Contains("copiado aquí")
}

// Nothing is wider than the window in any view, at any size.
func TestEveryViewFitsEveryWindow(t *testing.T) {
	d := start(t, 60, 16) // the driver checks each frame
	for range atLast + 1 {
		for _, size := range []tuitest.Size{{W: 61, H: 17}, {W: 80, H: 24}, {W: 109, H: 20}, {W: 110, H: 16}, {W: 120, H: 40}, {W: 250, H: 70}, {W: 60, H: 16}} {
			d.Resize(size.W, size.H).Press("down", "right", "G")
		}
		d.Press("tab", "o")
	}
}

// TestGoldens keeps the picture of the views at each size and in each theme.
// One planner draws all of its views: making one fits a model.
func TestGoldens(t *testing.T) {
	names := map[int]string{
		0: "mapa", atProspects: "puntos", atRegion: "region", atProfession: "profesion", atRegionGrade: "region-grado",
		atCurvesGrade: "curvas-grado", atCurvesRegion: "curvas-region", atHistory: "historia", atFirst: "disputadas", atLast: "ultimas",
	}
	draw := func(o theme.Options, w, h int) {
		d := tuitest.New(t, demo(t, theme.New(o)), w, h).Press("5")
		for at := range atLast + 1 {
			if name := names[at]; name != "" {
				charset := map[theme.Charset]string{theme.ASCII: "-ascii"}[o.Charset]
				t.Run(fmt.Sprintf("%s/%dx%d-%v%s", name, w, h, o.Variant, charset), func(t *testing.T) {
					golden.RequireEqual(t, d.View())
				})
			}
			d.Press("tab")
		}
	}
	for _, size := range tuitest.Sizes() {
		draw(tuitest.Themes()[0], size.W, size.H)
	}
	for _, o := range tuitest.Themes()[1:] {
		draw(o, 120, 40)
	}
}

func BenchmarkKeyAndView(b *testing.B) {
	m := demo(b, theme.New(theme.Options{Variant: theme.Dark}))
	d := tuitest.New(b, m, 120, 40).Press("5")
	keys := []string{"right", "left"}
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		k, _ := tuitest.Key(keys[i%2])
		m.Update(k)
		_ = d.View()
	}
}

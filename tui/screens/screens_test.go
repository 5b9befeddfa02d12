package screens

import (
	"strings"
	"testing"
	"time"

	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/root"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// plain is the theme that a person can read in a golden file.
func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

// demoPlanner is the planner as it opens with nothing loaded.
func demoPlanner(t *testing.T, st *theme.Styles, files ...string) (*root.Model, *string) {
	t.Helper()
	facts := rules.Default()
	d, notices := bridge.New(t.Context(), st, session.Options{
		Facts: facts, Space: tuitest.Demo(),
		Now: func() time.Time { return time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC) },
	})
	copied := new(string)
	return New(d, notices, func(text string) (string, error) { *copied = text; return "aquí", nil }, files...), copied
}

// noFilters is the headline of Explorar on the demonstration while nothing is
// filtered: what counts is all of its 138 establishments.
const noFilters = "Puede alcanzar 71 de 138  M"

func start(t *testing.T, w, h int) *tuitest.Driver {
	m, _ := demoPlanner(t, plain())
	return tuitest.New(t, m, w, h)
}

func TestOpensOnTheDemonstration(t *testing.T) {
	start(t, 120, 40).
		Contains("DEMOSTRACIÓN · ", "MEDICINA", "mérito 66", noFilters, "orden: lo mejor que puede alcanzar", "? ayuda").
		Contains("▸   M >99 %") // the best stands first, under the cursor
}

func TestSearchNarrowsWithEachKeyAndKeepsEnye(t *testing.T) {
	d := start(t, 120, 40).Type("/ñusta")
	d.Contains("ÑUSTA", "/ñusta")
	all := d.Text()
	d.Press("ctrl+u").Type("nusta")
	if strings.Count(d.Text(), "ÑUSTA") < strings.Count(all, "ÑUSTA") {
		t.Error("n must find ñ too")
	}
	d.Press("enter").Contains("/nusta").Press("esc").Lacks("/nusta").Contains(noFilters)
}

func TestNothingFoundSaysWhatToDo(t *testing.T) {
	d := start(t, 80, 24).Type("/zzzzzz").Press("enter").Contains("Ninguna plaza cumple", "X quita")
	d.Press("X").Lacks("Ninguna plaza")
	d.Type(":region callao").Press("enter").Type(":gd 5").Press("enter").Contains("Sin «región Callao» hay", "«GD 5»", "Con f se quita")
}

func TestAMistypedWordIsReadAsTheOneThatIsThere(t *testing.T) {
	start(t, 120, 40).Type("/orqdea").Press("enter").Contains("«orqdea» se lee ORQUÍDEA", "LA ORQUÍDEA")
}

func TestFacetFiltersAndSaysDeadOptions(t *testing.T) {
	d := start(t, 120, 40).Press("f", "down", " ")
	d.Contains("región Amazonas", "[x] Amazonas")
	d.Press("esc", "X").Contains(noFilters)
}

// Whatever a value begins with, its letters lead to it and take no filter away.
func TestLettersLeadToAFilter(t *testing.T) {
	d := start(t, 120, 40).Press("f").Type("pu ").Contains("[x] Puno").Type("gr").Press("down", " ").Contains("[x] Puno", "[x] GD-5")
	d.Type("lo ").Contains("[x] Loreto").Type("hu ").Contains("[x] Huancavelica", "[x] Puno", "[x] GD-5")
}

func TestCursorFollowsItsPlazaAcrossFilterAndSort(t *testing.T) {
	d := start(t, 120, 40).Press("down", "down", "down")
	name := cursorName(d)
	d.Press("]").Press("=")
	if got := cursorName(d); got != name {
		t.Errorf("cursor on %q, was on %q", got, name)
	}
}

// cursorName returns what stands after the cursor's mark.
func cursorName(d *tuitest.Driver) string {
	for line := range strings.SplitSeq(d.Text(), "\n") {
		if at := strings.LastIndex(line, "│▸ "); at >= 0 { // the panel's own mark stands without a blank
			return line[at+strings.Index(line[at:], "%"):]
		}
	}
	return ""
}

func TestLookFromAnotherRankIsNeverSaved(t *testing.T) {
	d := start(t, 120, 40).Type(">>>").Contains("△ simulado 69, real 66", "△69").Lacks("▲66")
	d.Press("esc").Contains("mérito 66").Lacks("simulado")
	d.Type(":puesto 10").Press("enter").Contains("simulado 10, real 66")
	d.Type(":999").Press("enter").Contains("simulado 999")
	d.Type(":puesto").Press("enter").Lacks("simulado")
}

func TestCommandLineFiltersSortsAndExplains(t *testing.T) {
	d := start(t, 120, 40).Type(":region puno,cusco").Press("enter").Contains("región Puno Cusco")
	d.Type(":gd 9").Press("enter").Contains("«9»", "Aviso")
	d.Type(":orden -gd").Press("enter").Contains("orden: grado ▼", "GD▼")
	d.Type(":nada").Press("enter").Contains("No existe el comando")
	d.Type(":limpiar").Press("enter").Contains(noFilters)
	d.Type(":regi").Press("tab").Contains(":region")
}

// A star says where the plan is and steps on, so that a row of plazas is taken
// with one key each; the same key takes out, and u takes back.
func TestStarTellsStepsOnAndUndoes(t *testing.T) {
	d := start(t, 120, 40).Press(" ").Contains("agregada en el lugar 1 (2: Mi plan)", "★").Lacks("▸ ★")
	d.Press(" ").Contains("agregada en el lugar 2", "2 Mi plan·2")
	d.Press("up").Contains("▸ ★").Press(" ").Contains("quitada del plan", "2 Mi plan·1")
	d.Press("u").Contains("Deshecho: ", "2 Mi plan·2").Press("u").Contains("2 Mi plan·1")
	d.Press("G", " ").Contains("2 Mi plan·2", "▸ ★") // nothing to step on to
}

func TestOtherModality(t *testing.T) {
	d := start(t, 120, 40).Press("o").Contains("modalidad equivalente")
	d.Press("o").Lacks("modalidad equivalente")
}

func TestFrequencies(t *testing.T) {
	d := start(t, 120, 40).Press("F").Contains("¿Cuántas hay por probabilidad y cuántas alcanza?", "muy probable")
	d.Press("enter").Contains("probabilidad")
	d.Press("X", "F", "esc").Lacks("cuántas alcanza")
}

func TestCardAndBack(t *testing.T) {
	d := start(t, 80, 24).Press("enter").Contains("Ficha", "sin bono · 00091623", "Libre al llegar")
	d.Press("G").Contains("Fuente")
	d.Press("esc").Contains(noFilters)
}

func TestCopy(t *testing.T) {
	m, copied := demoPlanner(t, plain())
	tuitest.New(t, m, 120, 40).Press("y").Contains("copiado aquí")
	if !strings.Contains(*copied, "GD-5") {
		t.Errorf("copied %q", *copied)
	}
}

func TestHelpIsOfThePlace(t *testing.T) {
	d := start(t, 120, 40).Press("?").Contains("Ayuda · Explorar", texts.ScopeMost, "Tabla", "En todas partes").Press("G").Contains("Moverse")
	d.Press("x").Lacks("Ayuda · Explorar")
	d.Press("?").Press("/").Type("pagina").Contains("«pagina»", "página abajo").Lacks(texts.KeyFrequencies)
	d.Press("enter").Contains("«pagina»", texts.KeyHelpAll).Press("esc").Contains(texts.KeyFrequencies).Press("esc").Lacks("Ayuda · ")
}

func TestTinyWindowSaysSo(t *testing.T) {
	d := start(t, 59, 15).Contains("se necesita 60×16")
	d.Resize(80, 24).Lacks("se necesita").Resize(10, 3)
	if d.Press("q"); !d.Quit() {
		t.Error("q must quit from a tiny window too")
	}
}

func TestQuit(t *testing.T) {
	for _, key := range []string{"q", "ctrl+c"} {
		if d := start(t, 80, 24).Press(key); !d.Quit() {
			t.Errorf("%s does not quit", key)
		}
	}
	if d := start(t, 80, 24).Type("/q"); d.Quit() {
		t.Error("q is text in a search")
	}
}

// TestGoldens keeps the picture of each place at each size and theme.
func TestGoldens(t *testing.T) {
	if testing.Short() {
		t.Skip("drawn in full without -short")
	}
	for name, keys := range map[string][]string{
		"explorar":    nil,
		"filtros":     {"f", "down", " "},
		"busqueda":    {"/", "p", "o", "s", "t", "a"},
		"nada":        {"/", "z", "z", "z", "z", "enter"},
		"frecuencias": {"F"},
		"ficha":       {"enter"},
		"ayuda":       {"?"},
		"orden":       {":"},
		"perfil":      {"P"},
		"plan":        {" ", "down", " ", "down", "down", "down", "down", "down", " ", "2"},
		"comparar":    {"c", "down", "c", "down", "down", "c", "3"},
		"turno":       {" ", "down", " ", "4"},
		"panorama":    {"5"},
		"fuentes":     {"6"},
	} {
		t.Run(name, func(t *testing.T) {
			tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, h int) string {
				m, _ := demoPlanner(t, st)
				return tuitest.New(t, m, w, h).Press(keys...).View()
			})
		})
	}
}

// After a search and X the rows stand again in the order that the heading says.
func TestLiftingFiltersKeepsTheOrder(t *testing.T) {
	d := start(t, 120, 40)
	before := d.Text()
	d.Type("/puno").Press("enter", "X", "g")
	if got := d.Text(); got != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, got)
	}
}

func TestProcessesAreLookedAtTogether(t *testing.T) {
	d := start(t, 120, 40).Type(":proceso 2025-I,2026-I").Press("enter")
	d.Contains("proceso 2025-I 2026-I")
	d.Type(":proceso 2026-I").Press("enter").Lacks("proceso 2025-I 2026-I")
}

func TestMouse(t *testing.T) {
	d := start(t, 120, 40)
	best := cursorName(d)
	d.Wheel(60, 10, 2)
	if cursorName(d) == best {
		t.Error("the wheel does not move the cursor")
	}
	d.Click(60, 3)
	if cursorName(d) != best {
		t.Error("a click does not select the row")
	}
	d.Click(60, 3).Contains("Ficha").Press("esc")
	d.Click(66, 0).Contains("Su plan está vacío")
}

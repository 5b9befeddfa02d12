package sources

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/demo/demotest"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// host is the screen under test in the little of the root that it needs.
type host struct {
	*tuitest.Host
	desk   *bridge.Desk
	screen *Model
}

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

func noon() time.Time { return time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC) }

func open(t *testing.T, st *theme.Styles, lib *library.Library) *host {
	t.Helper()
	facts := rules.Default()
	space := workspace.LoadDemo(facts)
	if lib != nil {
		var err error
		if space, err = storage.Load(context.Background(), lib, facts); err != nil {
			t.Fatal(err)
		}
	}
	d, _ := bridge.New(t.Context(), st, session.Options{Lib: lib, Facts: facts, Space: space, Now: noon})
	t.Cleanup(d.Close)
	m := New(d, screen.Page{Kind: screen.Sources}).(*Model)
	return &host{&tuitest.Host{Desk: d, Screen: m, Begin: bridge.Cmd(d.Start())}, d, m}
}

// loaded is a library with the made-up offers, one of them with problems.
func loaded(t *testing.T) *library.Library {
	t.Helper()
	lib, err := library.Open(filepath.Join(t.TempDir(), "biblioteca"))
	if err != nil {
		t.Fatal(err)
	}
	offers, _ := demo.Lists()
	info := demo.Infos()[0]
	info.Rejected, info.File = 2, "oferta.csv"
	items := []library.Item{{Info: info, Offer: offers[0], Problems: []data.Problem{
		{File: "oferta.csv", Row: 9, Column: "PRESUPUESTO", Value: "FONDO", Reason: texts.ListUnknownValue("FONDO"), Level: data.Warning},
		{File: "oferta.csv", Row: 12, Column: "GRADO", Value: "GD-9", Reason: texts.ListBadGrade, Level: data.Rejected},
		{File: "oferta.csv", Row: 40, Column: "N° PLAZAS", Value: "dos", Reason: texts.ListBadSeats(200), Level: data.Rejected},
	}}}
	if _, err := lib.Commit(context.Background(), items); err != nil {
		t.Fatal(err)
	}
	return lib
}

func TestDemonstrationShowsItsListsAndModel(t *testing.T) {
	h := open(t, plain(), nil)
	d := tuitest.New(t, h, 120, 37)
	for _, info := range demo.Infos() {
		d.Contains(string(info.Process), texts.Thousands(info.Rows), texts.ShortHash(info.SHA256))
	}
	d.Contains(texts.SourcesDemo, "Con qué se ajustó")
	d.Press("enter").Contains(texts.SourcesNoProblems).Press("esc").Contains(texts.SourcesModel)
}

func TestProblemsRowByRow(t *testing.T) {
	h := open(t, plain(), loaded(t))
	d := tuitest.New(t, h, 120, 37)
	d.Press("enter").Contains("fila 12, GRADO", "«GD-9»", "rechazada", "fila 9, PRESUPUESTO", "oferta.csv:12:GRADO «GD-9»: "+texts.ListBadGrade)
	if left, right := h.screen.Status(); !strings.Contains(left, "problemas de Oferta") || !strings.Contains(right, "3 a la vista · 2 rechazos, 1 aviso") {
		t.Errorf("status %q, %q", left, right)
	}
	d.Press("down").Contains("oferta.csv:40:N° PLAZAS «dos»")
	d.Press("v").Lacks("fila 9").Contains("fila 12").Press("v").Lacks("fila 12").Contains("fila 9").Press("v").Contains("fila 9", "fila 12")
	d.Press("esc").Contains(texts.SourcesMissing).Lacks("fila 12")
}

func TestDamagedReportIsTold(t *testing.T) {
	lib := loaded(t)
	h := open(t, plain(), lib)
	d := tuitest.New(t, h, 120, 37)
	h.screen.infos[0].Process = "1999-I" // a list that the library does not have
	d.Press("enter").Lacks(texts.SourcesNoProblems, texts.SourcesLoading).Contains("1999-I")
}

func TestLateProblemsAreDropped(t *testing.T) {
	h := open(t, plain(), loaded(t))
	d := tuitest.New(t, h, 120, 37)
	d.Press("enter", "esc").Send(problemsMsg{generation: 1}).Press("enter")
	d.Send(problemsMsg{generation: 1, all: nil}).Contains("fila 12")
}

func TestSaysWhatIsMissingAndHowToLoadIt(t *testing.T) {
	h := open(t, plain(), loaded(t))
	d := tuitest.New(t, h, 120, 37)
	d.Contains(texts.SourcesMissing, "No hay listas de procesos pasados", "serums importar adjudicados")
	d.Press("I")
	if len(h.Asked) != 1 || h.Asked[0] != (msg.NavigateMsg{Page: screen.Page{Kind: screen.Import}}) {
		t.Errorf("asked %v", h.Asked)
	}
}

func TestCopiesTheWholeHash(t *testing.T) {
	h := open(t, plain(), loaded(t))
	tuitest.New(t, h, 120, 37).Press("y")
	if len(h.Asked) != 1 || !strings.Contains(h.Asked[0].(msg.CopyMsg).Text, h.screen.infos[0].SHA256) {
		t.Errorf("asked %v", h.Asked)
	}
}

// A new import is in the table at once, with the cursor where it was.
func TestFollowsImports(t *testing.T) {
	lib := loaded(t)
	h := open(t, plain(), lib)
	d := tuitest.New(t, h, 120, 37)
	if _, err := lib.Commit(context.Background(), demotest.Items()); err != nil {
		t.Fatal(err)
	}
	space, err := storage.Load(context.Background(), lib, h.desk.Facts)
	if err != nil {
		t.Fatal(err)
	}
	h.desk.Space = space
	d.Send(msg.DataChangedMsg{}).Contains("adjudicados").Lacks("No hay listas de procesos pasados")
}

func TestEmptyLibrary(t *testing.T) {
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	h := open(t, plain(), lib)
	tuitest.New(t, h, 80, 21).Contains("No hay ninguna lista cargada", "No hay ninguna oferta cargada").Press("enter", "y", "down", "tab", "down")
}

func TestTabScrollsThePane(t *testing.T) {
	h := open(t, plain(), nil)
	d := tuitest.New(t, h, 60, 13)
	before := d.Text()
	d.Press("tab", "down")
	if d.Text() == before {
		t.Error("the pane did not scroll")
	}
	d.Press("esc", "up")
	if h.screen.inPane {
		t.Error("esc does not lead back to the table")
	}
}

// What lies under the lists is announced, and reached without leaving them.
func TestThePaneSaysThatItGoesOn(t *testing.T) {
	h := open(t, plain(), nil)
	d := tuitest.New(t, h, 80, 21)
	d.Contains("líneas más: AvPág baja").Lacks("RePág")
	footer := h.screen.Help().Footer
	if footer[0].Help().Key != texts.KeyNamePageDown {
		t.Errorf("the footer begins with %v", footer[0])
	}
	for range 9 {
		d.Press("pgdown")
	}
	d.Contains("líneas arriba: RePág sube").Lacks("baja")
	d.Press("pgup").Contains("baja · ↑", "sube").Press("down").Contains("▸ oferta")
	if h.screen.table.Row() != 1 {
		t.Errorf("the arrows moved the pane: row %d", h.screen.table.Row())
	}
	d.Press("pgdown", "pgdown").Lacks("SHA-256 ").Press("down").Contains("Archivo ", "AvPág baja") // what is said of the next list
	tuitest.New(t, open(t, plain(), nil), 200, 90).Lacks("AvPág")
}

// The first thing that is read is whether all is well, and what is not.
func TestVerdictsComeFirst(t *testing.T) {
	d := tuitest.New(t, open(t, plain(), loaded(t)), 120, 37)
	if first := d.Line(0); !strings.Contains(first, "▲ 1 lista, 2 filas rechazadas (enter)") || !strings.Contains(first, "▲ Se estima con lo que trae el programa") {
		t.Errorf("the first line is %q", first)
	}
	tuitest.New(t, open(t, plain(), nil), 120, 37).Contains("▲ Datos inventados, de demostración", "0 filas rechazadas", "✓ Hay con qué estimar")
}

// In two columns each goes to its own end, and the shorter one is never blank.
func TestColumnsScrollApart(t *testing.T) {
	h := open(t, plain(), nil)
	d := tuitest.New(t, h, 200, 30)
	for range 9 {
		d.Press("pgdown")
	}
	d.Contains(texts.SourceHash, "Cuándo desconfiar")
}

// Both views at every size and in every theme, looked at as pictures too.
func TestView(t *testing.T) {
	for name, lib := range map[string]*library.Library{"lists": nil, "problems": loaded(t)} {
		h := open(t, plain(), lib)
		tuitest.New(t, h, 80, 24) // the model is fitted once
		t.Run(name, func(t *testing.T) {
			tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, height int) string {
				h.desk.Styles = st
				m := New(h.desk, screen.Page{Kind: screen.Sources}).(*Model)
				m.Resize(w, layout.Body(height))
				if name == "problems" {
					m.Update(m.openProblems()())
					m.problems.table.MoveTo(1)
				}
				return m.View()
			})
		})
	}
}

package comparing

import (
	"context"
	"strings"
	"testing"
	"time"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/bridge"
	"brujula/tui/explore"
	"brujula/tui/fullcard"
	"brujula/tui/layout"
	"brujula/tui/myplan"
	"brujula/tui/root"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// open starts the planner on the demonstration.
func open(tb testing.TB, st *theme.Styles, w, h int) (*tuitest.Driver, *bridge.Desk) {
	tb.Helper()
	d, notices := bridge.New(context.Background(), st, session.Options{Facts: rules.Default(), Space: tuitest.Demo(), Now: func() time.Time { return time.Unix(0, 0) }})
	m := root.New(root.Options{
		Desk: d, Notices: notices, Clipboard: func(string) (string, error) { return "", nil },
		Makers: map[screen.Kind]root.Maker{
			screen.Explore: explore.New, screen.Plan: myplan.New, screen.Compare: New, screen.Card: fullcard.New,
		},
	})
	return tuitest.New(tb, m, w, h), d
}

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

// add takes n plazas into the comparison, ten lines apart.
func add(d *tuitest.Driver, n int) *tuitest.Driver {
	for i := range n {
		if i > 0 {
			d.Type(strings.Repeat("j", 10))
		}
		d.Press("c")
	}
	return d
}

// heading returns what stands over the columns.
func heading(d *tuitest.Driver) string { return d.Line(layout.HeaderLines) }

// contains reports whether a text has all parts.
func contains(text string, parts ...string) bool {
	for _, p := range parts {
		if !strings.Contains(text, p) {
			return false
		}
	}
	return true
}

func TestEmptySaysHowToFill(t *testing.T) {
	d, _ := open(t, plain(), 80, 24)
	d.Press("3").Contains(texts.SideEmpty, "pulse c", "Caben de dos a cuatro")
	for _, key := range []string{"d", "f", "enter", " "} {
		d.Press(key).Contains(texts.SideNothing)
	}
	d.Press("esc").Contains(texts.SideEmpty, "q sale") // a main screen stays
}

func TestFromExplorar(t *testing.T) {
	d, desk := open(t, plain(), 120, 40)
	d.Press("c").Contains("entra en la comparación: 1 de 4; agregue otra con c")
	d.Type("jjjjjjjjjj").Press("c").Contains("2 de 4; 3 las compara")
	d.Press("c").Contains("sale de la comparación: 1 de 4").Press("c")
	add(d, 1) // the same once more: out again
	if n := len(desk.Compared()); n != 1 {
		t.Fatalf("%d compared, want 1", n)
	}
	d.Type("jj").Press("c", "j", "c", "j", "c").Contains("4 de 4")
	d.Press("j", "c").Contains("Ya hay 4 plazas", "quite una (3, d)")
	if n := len(desk.Compared()); n != 4 {
		t.Fatalf("%d compared, want 4", n)
	}
}

func TestDifferencesColumnsDropStarAndCard(t *testing.T) {
	d, desk := open(t, plain(), 120, 40)
	add(d, 3).Press("3").Contains("Comparar · 3 de 4", "difieren en", "▸ A", texts.SideMeasure(0), "◄ ", "≠ ")
	if !strings.Contains(heading(d), "▸ A") {
		t.Errorf("heading %q", heading(d))
	}
	d.Press("right")
	if !strings.Contains(heading(d), "▸ B") || strings.Contains(heading(d), "▸ A") {
		t.Errorf("after → the heading is %q", heading(d))
	}
	d.Press("$").Press("right").Press(" ").Contains("agregada en el lugar 1")
	if !strings.Contains(heading(d), "▸ C ★ 1") {
		t.Errorf("no star over C: %q", heading(d))
	}
	third := desk.Compared()[2]
	d.Press("0", "d").Contains("sale de la comparación: 2 de 4")
	if ids := desk.Compared(); len(ids) != 2 || ids[1] != third {
		t.Fatalf("dropped the wrong one: %v", ids)
	}
	d.Press("right", "enter").Contains("Ficha", third.Renipress).Press("esc").Contains("Comparar · 2 de 4")
	if !strings.Contains(heading(d), "▸ B ★ 1") {
		t.Errorf("the column is lost on the way back: %q", heading(d))
	}
	d.Press("d").Contains(texts.SideAlone[:30]).Press("f").Contains("Hay una sola").Press("d").Contains(texts.SideEmpty)
}

// A key that comes before the columns have followed takes out the plaza that has
// come to stand in its place.
func TestDropFasterThanTheColumns(t *testing.T) {
	d, desk := open(t, plain(), 120, 40)
	add(d, 3).Press("3")
	last := desk.Compared()[2]
	d.Burst("d", "d").Contains("1 de 4")
	if ids := desk.Compared(); len(ids) != 1 || ids[0] != last {
		t.Errorf("left: %v", ids)
	}
	d.Burst("d", "d").Contains(texts.SideEmpty)
}

func TestOnlyDifferences(t *testing.T) {
	d, _ := open(t, plain(), 120, 40)
	add(d, 3).Press("3")
	d.Resize(120, 120) // all in view
	d.Contains("= Horario", "= Modalidad", "≠ Suele irse")
	d.Press("f").Contains("solo diferencias", "≠ Suele irse").Lacks("= Horario", "= Modalidad")
	d.Press("f").Lacks("datos · solo diferencias")
}

func TestCurvesHaveTheLetters(t *testing.T) {
	d, _ := open(t, plain(), 120, 40)
	add(d, 2).Press("3").Contains(texts.CurveTitle, "100 ┤", "mérito 66")
	chart := d.Text()[strings.Index(d.Text(), "100 ┤"):]
	if !strings.Contains(chart, "A⠤") || !strings.Contains(chart, "B⠤") {
		t.Errorf("a curve is missing:\n%s", chart)
	}
	signs, _ := open(t, theme.New(theme.Options{Variant: theme.Plain, Charset: theme.ASCII}), 120, 40)
	add(signs, 2).Press("3")
	if chart := signs.Text(); !strings.Contains(chart, "AAAA") || !strings.Contains(chart, "BBBB") {
		t.Errorf("a curve of letters is missing:\n%s", chart)
	}
}

func TestFromMiPlan(t *testing.T) {
	d, desk := open(t, plain(), 120, 40)
	d.Press(" ", "j", " ", "2").Press("c").Contains("1 de 4").Press("j", "c").Contains("2 de 4; 3 las compara")
	if ids, entries := desk.Compared(), desk.Plan().Entries; len(ids) != 2 || ids[0] != entries[0].ID || ids[1] != entries[1].ID {
		t.Errorf("compared %v of the plan %v", ids, entries)
	}
	d.Press("?").Contains(texts.KeyToCompare)
}

// The chances follow the look while the page is open.
func TestFollowsTheLook(t *testing.T) {
	d, _ := open(t, plain(), 120, 40)
	add(d, 2).Press("3").Contains("mérito 66")
	before := d.Text()
	d.Type(":puesto 150").Press("enter").Contains("mérito 150")
	if d.Text() == before {
		t.Error("nothing changed with another rank")
	}
}

// What another import left out is not compared any more.
func TestClearedOfPlazasThatNoListHas(t *testing.T) {
	d, desk := open(t, plain(), 80, 24)
	add(d, 2).Press("3").Contains("2 de 4")
	gone := desk.Compared()[0]
	gone.Renipress = "00000000"
	if cmd := desk.Compare(gone); cmd == nil {
		t.Fatal("a plaza that no list has must be refused in words")
	}
	if n := len(desk.Compared()); n != 2 {
		t.Errorf("%d compared", n)
	}
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	space, err := storage.Load(t.Context(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	desk.Space = space
	if ids := desk.Compared(); len(ids) != 0 {
		t.Errorf("still compared: %v", ids)
	}
}

func TestOldAnswersAreDropped(t *testing.T) {
	_, d := open(t, plain(), 80, 24)
	m := New(d, screen.Page{}).(*Model)
	m.Resize(80, 21)
	rows := d.Space.Catalog.OfProcess(d.Profile.Process)
	d.Compare(d.Space.Catalog.Plaza(rows[0]).PlazaID)
	first := m.Init()
	d.Compare(d.Space.Catalog.Plaza(rows[1]).PlazaID)
	second := m.Init()
	m.Update(second())
	m.Update(first())
	if n := len(m.facts.Columns); n != 2 {
		t.Errorf("the older answer replaced the newer: %d columns", n)
	}
}

func TestView(t *testing.T) {
	driver, d := open(t, plain(), 120, 40)
	add(driver, 4)
	all := d.Compared()
	for name, c := range map[string]struct {
		n    int
		keys []string
	}{
		"vacia": {0, nil}, "dos": {2, nil}, "cuatro": {4, []string{"right"}}, "cuatro-abajo": {4, []string{"pgdown", "pgdown"}}, "diferencias": {3, []string{"f"}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, id := range d.Compared() {
				d.Compare(id)
			}
			for _, id := range all[:c.n] {
				d.Compare(id)
			}
			tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, h int) string {
				d.Styles = st
				m := New(d, screen.Page{})
				m.Resize(w, layout.Body(h))
				if ask := m.Init(); ask != nil {
					m.Update(ask())
				}
				for _, name := range c.keys {
					k, ok := tuitest.Key(name)
					if !ok {
						t.Fatal(name)
					}
					m.Update(k)
				}
				return m.View()
			})
		})
	}
}

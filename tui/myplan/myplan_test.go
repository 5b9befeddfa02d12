package myplan_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/planner/availability"
	"brujula/planner/export"
	"brujula/planner/plan"
	"brujula/tui/desk"
	"brujula/tui/msg"
	"brujula/tui/screens"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func noon() time.Time { return time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC) }

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

// copied is a clipboard that remembers.
type copied struct{ text string }

func (c *copied) put(text string) (string, error) {
	c.text = text
	return "", nil
}

// demoSpace is loaded, and its model fitted, once for all tests.
var demoSpace = planner.LoadDemo(rules.Default())

// demoDesk is a desk on the demonstration.
func demoDesk(st *theme.Styles) *desk.Desk {
	d, _ := desk.New(context.Background(), desk.Options{Styles: st, Facts: rules.Default(), Space: demoSpace, Now: noon})
	return d
}

// ids gives plazas of the demonstration's line, spread over the list.
func ids(m data.Modality, n int) []data.PlazaID {
	line := demo.Example().Line
	line.Modality = m
	_, rows := demoSpace.Catalog.Line(line)
	out := make([]data.PlazaID, n)
	for i := range out {
		out[i] = demoSpace.Catalog.Plaza(rows[i*len(rows)/n]).PlazaID
	}
	return out
}

// names gives the establishments of the plan in their order.
func names(d *desk.Desk) []string {
	var out []string
	for _, id := range d.Plan().IDs() {
		out = append(out, d.Name(id))
	}
	return out
}

// withPlan drives a planner on the demonstration whose plan has lines of both
// modalities and one plaza that no list has.
func withPlan(t testing.TB, st *theme.Styles, w, h int) (*desk.Desk, *tuitest.Driver) {
	t.Helper()
	d := demoDesk(st)
	drive := tuitest.New(t, screens.New(d, nil, (&copied{}).put), w, h)
	gone := data.PlazaID{Process: demo.Current, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: "00009999"}
	d.Edit(func(e *plan.Editor) (plan.Act, bool) {
		act, ok := e.Add(slices.Concat(ids(data.Remunerada, 5), []data.PlazaID{gone}, ids(data.Equivalente, 2)), -1)
		e.Note(e.Plan().Entries[1].ID, "preguntar por la vivienda")
		return act, ok
	})
	drive.Send(msg.PlanChangedMsg{}).Press("2")
	return d, drive
}

func TestPlan(t *testing.T) {
	tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, h int) string {
		_, drive := withPlan(t, st, w, h)
		return page(drive.Press("j"))
	})
}

// page gives what the screen itself draws: its line of status and its body,
// without the root's first and last line.
func page(drive *tuitest.Driver) string {
	lines := strings.Split(drive.View(), "\n")
	return strings.Join(lines[1:len(lines)-1], "\n")
}

func TestEmptyPlan(t *testing.T) {
	drive := tuitest.New(t, screens.New(demoDesk(plain()), nil, (&copied{}).put), 80, 24)
	drive.Press("2").Contains("Su plan está vacío", "espacio", "★")
	for _, key := range []string{"J", "m", "d", "e", "s", "o", "enter", "y", "T"} {
		drive.Press(key).Contains("Su plan está vacío")
	}
}

func TestOrdering(t *testing.T) {
	d, drive := withPlan(t, plain(), 80, 24)
	start := d.Plan().Clone()
	for _, tt := range []struct {
		name string
		keys func(*tuitest.Driver)
		want []int // places of before
	}{
		{"down", func(d *tuitest.Driver) { d.Press("J") }, []int{1, 0, 2, 3, 4, 5, 6, 7}},
		{"the cursor follows", func(d *tuitest.Driver) { d.Press("J", "J") }, []int{1, 2, 0, 3, 4, 5, 6, 7}},
		{"up", func(d *tuitest.Driver) { d.Press("j", "j", "K") }, []int{0, 2, 1, 3, 4, 5, 6, 7}},
		{"to a place", func(d *tuitest.Driver) { d.Press("m").Type("4").Press("enter") }, []int{1, 2, 3, 0, 4, 5, 6, 7}},
		{"top", func(d *tuitest.Driver) { d.Press("j", "j", "T") }, []int{2, 0, 1, 3, 4, 5, 6, 7}},
		{"bottom of its section", func(d *tuitest.Driver) { d.Press("B") }, []int{1, 2, 3, 4, 5, 0, 6, 7}},
		{"never past its section", func(d *tuitest.Driver) { d.Press("m").Type("8").Press("enter") }, []int{1, 2, 3, 4, 5, 0, 6, 7}},
		{"the fallback stays below", func(d *tuitest.Driver) { d.Press("G", "T") }, []int{0, 1, 2, 3, 4, 5, 7, 6}},
		{"selected ones together", func(d *tuitest.Driver) { d.Press("s", "j", "s", "B") }, []int{1, 3, 4, 5, 0, 2, 6, 7}},
		{"remove the selected", func(d *tuitest.Driver) { d.Press("s", "s", "d") }, []int{2, 3, 4, 5, 6, 7}},
		{"remove one", func(d *tuitest.Driver) { d.Press("G", "d") }, []int{0, 1, 2, 3, 4, 5, 6}},
		{"undo and redo", func(d *tuitest.Driver) { d.Press("J", "J", "u", "u", "ctrl+r") }, []int{1, 0, 2, 3, 4, 5, 6, 7}},
		{"esc asks no place", func(d *tuitest.Driver) { d.Press("m").Type("4").Press("esc") }, []int{0, 1, 2, 3, 4, 5, 6, 7}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, p := range []plan.Plan{{}, start} { // an empty plan lets selections go
				d.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Replace(p) })
				drive.Send(msg.PlanChangedMsg{})
			}
			drive.Press("g")
			before := d.Plan().IDs()
			tt.keys(drive)
			var want []data.PlazaID
			for _, at := range tt.want {
				want = append(want, before[at])
			}
			if diff := cmp.Diff(want, d.Plan().IDs()); diff != "" {
				t.Errorf("order (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEveryActSaysWhatItDid(t *testing.T) {
	d, drive := withPlan(t, plain(), 120, 40)
	first := names(d)[0]
	drive.Press("J").Contains(first + ": del lugar 1 al 2")
	drive.Press("u").Contains("Deshecho: " + first + ": del lugar 1 al 2")
	drive.Press("ctrl+r").Contains(first + ": del lugar 1 al 2")
	drive.Press("d").Contains(first + " quitada del plan")
	drive.Press("u").Contains("Deshecho: " + first + " quitada del plan")
	drive.Press("e").Type("llamar antes").Press("enter").Contains("nota de "+first, "llamar antes")
	drive.Press("T", "T").Contains("Ya es la primera")
	drive.Press("m").Type("99").Press("enter").Contains(texts.PlanPlaceRange(8)).Press("esc")
	drive.Press("u", "u", "u", "u", "u", "u", "u").Contains(texts.NothingToUndo)
}

func TestTheCursorSkipsTheSeparator(t *testing.T) {
	_, drive := withPlan(t, plain(), 80, 24)
	place := func(want string) {
		t.Helper()
		for _, line := range strings.Split(drive.Text(), "\n") {
			if strings.HasPrefix(line, "▸") {
				if got := strings.Fields(line)[1]; got != want {
					t.Fatalf("the cursor is on %s, want %s:\n%s", got, want, drive.Text())
				}
				return
			}
		}
		t.Fatalf("no cursor in view:\n%s", drive.Text())
	}
	for range 6 {
		drive.Press("j")
	}
	place("7")
	drive.Press("k")
	place("6")
	drive.Press("o")
	place("7")
	drive.Press("o")
	place("1")
	drive.Press("G")
	place("8")
}

func TestWhatIsInNoListStaysAndIsSaid(t *testing.T) {
	_, drive := withPlan(t, plain(), 120, 40)
	drive.Press("j", "j", "j", "j", "j").Contains("00009999", texts.PlanAbsent, texts.GapAbsent[:40])
	drive.Press("enter").Contains(texts.GapAbsent[:40], "Plan A")
}

// Another rank, a look from elsewhere and another profession: every line is
// worked out anew (model.md, "Traps").
func TestEveryLineFollowsTheLook(t *testing.T) {
	d, drive := withPlan(t, plain(), 200, 50)
	view := func() []string {
		var chances []string
		for _, line := range d.Space.ViewPlan(d.Plan(), d.Est).Lines {
			if line.Known {
				chances = append(chances, line.Estimate.Band.Letter()+" "+texts.Percent(line.Estimate.Chance))
			}
		}
		return chances
	}
	before := view()
	drive.Contains(before...)
	drive.Press(":").Type("puesto 140").Press("enter")
	after := view()
	drive.Contains(after...).Contains("simulado 140, real 66")
	if slices.Equal(before, after) {
		t.Fatalf("from rank 140 the chances are the same: %v", after)
	}
	drive.Press("esc").Contains(before...)

	p := d.Profile
	p.Profession = "ENFERMERIA"
	drive.Send(d.SetProfile(p)())
	if got := view(); len(got) > 0 {
		t.Errorf("lines of MEDICINA have chances for ENFERMERIA: %v", got)
	}
}

// The screen's figures are those of the model package for the same entries.
func TestFiguresAreThoseOfTheModel(t *testing.T) {
	d, drive := withPlan(t, plain(), 120, 40)
	v := d.Space.ViewPlan(d.Plan(), d.Est)
	var entries []availability.Entry
	var worth []float64
	for _, line := range v.Lines {
		if slot, i, ok := d.Est.Slot(d.Space, max(0, line.Row)); ok && line.Known {
			entries = append(entries, availability.Entry{Forecast: slot.Forecast, Plaza: i, Pick: slot.K})
			worth = append(worth, line.Points.Value)
		}
	}
	want := availability.Plan(entries)
	near := func(what string, a, b float64) {
		if diff := a - b; diff > 1e-9 || diff < -1e-9 {
			t.Errorf("%s: %v, the model says %v", what, a, b)
		}
	}
	near("nothing", v.Nothing, want.Nothing.Independent)
	near("bound", v.NothingBound, want.Nothing.Conservative)
	near("points", v.ExpectedPoints, want.Expected(worth))
	drive.Contains("actos simulados")
}

func TestExportAsksAndWrites(t *testing.T) {
	dir := t.TempDir()
	d, drive := withPlan(t, plain(), 120, 40)
	file := filepath.Join(dir, "mi plan.json")
	drive.Press("E").Contains("plan-A.md").Press("ctrl+u").Type(file).Press("enter").Contains("Plan escrito en")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	read, err := export.Read(export.JSON, content)
	if diff := cmp.Diff(d.Plan().Entries, read.Entries); err != nil || diff != "" {
		t.Errorf("read back (-plan +file), %v:\n%s", err, diff)
	}

	drive.Press("d", ":").Type("exportar "+file).Press("enter").Contains("Ya existe", "¿Reemplazarlo?").Press("n")
	if again, _ := os.ReadFile(file); string(again) != string(content) {
		t.Error("no was answered, and the file is another")
	}
	drive.Press(":").Type("exportar " + file).Press("enter").Press("s").Contains("Plan escrito en")
	if again, _ := os.ReadFile(file); string(again) == string(content) {
		t.Error("yes was answered, and the file is the same")
	}
	drive.Press(":").Type("exportar plan.doc").Press("enter").Contains("no se puede exportar en «doc»")
	drive.Press(":").Type("exportar " + filepath.Join(dir, "no", "hay.md")).Press("enter").Contains("Error: no se puede escribir")
}

func TestCopyAndCard(t *testing.T) {
	board := &copied{}
	d := demoDesk(plain())
	drive := tuitest.New(t, screens.New(d, nil, board.put), 120, 40)
	drive.Press("space", "2", "y")
	if !strings.Contains(board.text, d.Plan().Entries[0].ID.Renipress) {
		t.Errorf("copied %q", board.text)
	}
	drive.Press("enter").Contains(texts.CardData)
}

// ownDesk is a desk on a library that holds the made-up offers as if imported.
func ownDesk(t *testing.T, dir string) (*desk.Desk, *library.Library) {
	t.Helper()
	lib, err := library.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Lists()) == 0 {
		offers, _ := demo.Lists()
		var items []library.Item
		for i, info := range demo.Infos()[:len(offers)] {
			items = append(items, library.Item{Info: info, Offer: offers[i]})
		}
		if _, err := lib.Commit(context.Background(), items); err != nil {
			t.Fatal(err)
		}
		if err := lib.SaveProfile(library.Profile{Process: demo.Current, Profession: "MEDICINA", Modality: data.Remunerada, Rank: 66}); err != nil {
			t.Fatal(err)
		}
	}
	space, err := planner.Load(context.Background(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	d, notices := desk.New(context.Background(), desk.Options{Styles: plain(), Lib: lib, Facts: rules.Default(), Space: space, Now: noon})
	for _, n := range notices {
		t.Log(n)
	}
	t.Cleanup(d.Close)
	return d, lib
}

// storedPlan gives the establishments of a plan as it is on the disk.
func storedPlan(t *testing.T, d *desk.Desk, lib *library.Library, name string) []string {
	t.Helper()
	e, _, err := planner.OpenPlan(lib, name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, id := range e.Plan().IDs() {
		out = append(out, d.Name(id))
	}
	return out
}

func TestAutosave(t *testing.T) {
	d, lib := ownDesk(t, t.TempDir())
	drive := tuitest.New(t, screens.New(d, nil, (&copied{}).put), 80, 24)
	drive.Press("space", "j", "space", "2", "J").Contains("Plan A · 2 líneas · " + texts.PlanSaved)
	if diff := cmp.Diff(names(d), storedPlan(t, d, lib, "A")); diff != "" {
		t.Errorf("stored (-screen +disk):\n%s", diff)
	}
}

func TestVersions(t *testing.T) {
	dir := t.TempDir()
	d, lib := ownDesk(t, dir)
	drive := tuitest.New(t, screens.New(d, nil, (&copied{}).put), 120, 40)
	drive.Press("space", "j", "space", "j", "space", "2")
	three := names(d)

	// A copy is worked on by itself.
	drive.Press("v").Contains(texts.VersionsTitle).Press("c").Press("enter").Contains("ahora trabaja en B", "Plan B")
	drive.Press("d", "J").Contains("Plan B · 2 líneas · " + texts.PlanSaved)
	if diff := cmp.Diff(three, storedPlan(t, d, lib, "A")); diff != "" {
		t.Errorf("the original changed:\n%s", diff)
	}
	if diff := cmp.Diff([]string{three[2], three[1]}, storedPlan(t, d, lib, "B")); diff != "" {
		t.Errorf("the copy is not stored as it stands:\n%s", diff)
	}

	// Compared, both ways named.
	drive.Press("v", "k", "=").Contains("Del plan B (en pantalla) al plan A", "líneas: 2 → 3", "Solo en A", three[0], texts.CompareMoved).Press("esc")

	// Renamed; the name is not that of another; undo leaves it.
	drive.Press("v", "r", "ctrl+u").Type("A").Press("enter").Contains("Ya hay un plan «A»")
	drive.Press("v", "r", "ctrl+u").Type("Sierra").Press("enter").Contains("ahora se llama Sierra", "Plan Sierra")
	if planner.HasPlan(lib, "B") {
		t.Error("the old name is still there")
	}
	drive.Press("u").Contains("Deshecho", "Plan Sierra · 2 líneas · "+texts.PlanSaved)
	sierra := names(d)
	if diff := cmp.Diff(sierra, storedPlan(t, d, lib, "Sierra")); diff != "" {
		t.Errorf("not stored under the new name:\n%s", diff)
	}

	// Back to A and its own undo; then the last one opened is open at a new start.
	drive.Press("v", "1").Contains("Ahora en el plan A (3 líneas)").Press("u").Contains("Deshecho", "Plan A · 2 líneas")
	drive.Press("ctrl+r", "v", "2").Contains("Plan Sierra")
	d.Close()
	again, _ := ownDesk(t, dir)
	if again.Plan().Name != "Sierra" {
		t.Errorf("a new start opens %q", again.Plan().Name)
	}
	drive = tuitest.New(t, screens.New(again, nil, (&copied{}).put), 80, 24)
	drive.Press("2", "v", "k", "d").Contains("¿Borrar el plan A (3 líneas)?").Press("s").Contains("Plan A borrado.").Lacks("A               ")
	drive.Press("d").Contains(texts.PlanInUse)
	if planner.HasPlan(lib, "A") {
		t.Error("dropped, and still stored")
	}
}

func TestVersionsOfTheDemonstrationLiveInTheWindow(t *testing.T) {
	d, drive := withPlan(t, plain(), 80, 24)
	drive.Press("v", "c", "enter").Contains("ahora trabaja en B").Press("d").Press("v", "1").Contains("Ahora en el plan A (8 líneas)")
	drive.Press("v", "2").Contains("Ahora en el plan B (7 líneas)")
	if len(d.Plan().Entries) != 7 {
		t.Errorf("B has %d lines", len(d.Plan().Entries))
	}
}

func TestAdvicePane(t *testing.T) {
	d := demoDesk(plain())
	drive := tuitest.New(t, screens.New(d, nil, (&copied{}).put), 120, 40)
	drive.Press("2", "a").Contains(texts.AdviceEmpty).Press("a")
	risky := data.PlazaID{}
	for _, row := range d.Est.Lines[data.Remunerada].Rows {
		if e, _ := d.Est.Of(d.Space, row); e.Chance > 0.3 && e.Chance < 0.6 {
			risky = d.Space.Catalog.Plaza(row).PlazaID
		}
	}
	d.ToggleStar(risky)
	drive.Send(msg.PlanChangedMsg{})
	drive.Press("a").Contains(texts.AdviceTitle, "Ninguna línea es muy probable", d.Name(risky))
	drive.Press("space").Contains("agregada en el lugar 2").Lacks("Ninguna línea es muy probable")
	if len(d.Plan().Entries) != 2 {
		t.Errorf("the plan has %d lines, want 2", len(d.Plan().Entries))
	}
	drive.Press("u").Contains("Ninguna línea es muy probable").Press("esc").Contains("Establecimiento", "Plan A · 1 línea")
}

// Plazas like those in the plan stand under the advice, by weights that are kept
// with the plan, and are put under the line that they are like.
func TestPlazasAlike(t *testing.T) {
	d, drive := withPlan(t, plain(), 120, 40)
	drive.Press("2", "w").Contains(texts.WeightLabel("distancia")).Press("ctrl+u").Type("7").Press("ctrl+s")
	if got := d.Plan().Weights[plan.ByPoints]; got != 7 {
		t.Fatalf("points weigh %d", got)
	}
	drive.Contains(texts.SuggestTitle)
	for range 20 {
		drive.Press("j")
	}
	before := len(d.Plan().Entries)
	drive.Press("space")
	if got := len(d.Plan().Entries); got != before+1 {
		t.Errorf("%d lines, had %d", got, before)
	}
	drive.Press("w", "esc").Contains(texts.SuggestTitle).Press("a").Lacks(texts.SuggestTitle)
}

func TestPanes(t *testing.T) {
	for name, keys := range map[string][]string{"advice": {"a"}, "versions": {"v"}, "compare": {"v", "c", "enter", "T", "d", "v", "k", "="}} {
		t.Run(name, func(t *testing.T) {
			for _, size := range tuitest.Sizes() {
				_, drive := withPlan(t, plain(), size.W, size.H)
				t.Run(fmt.Sprintf("%dx%d", size.W, size.H), func(t *testing.T) {
					golden.RequireEqual(t, page(drive.Press(keys...)))
				})
			}
		})
	}
}

func BenchmarkKeyAndView(b *testing.B) {
	_, drive := withPlan(b, plain(), 120, 40)
	down, _ := tuitest.Key("j")
	up, _ := tuitest.Key("k")
	model := drive.Model()
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		key := down
		if i%2 == 1 {
			key = up
		}
		model.Update(key)
		_ = model.View()
	}
}

// Lines of another profession than the profile's have no chance for that
// reason, and not for want of lists.
func TestLinesOfAnotherProfessionSaySo(t *testing.T) {
	d, drive := withPlan(t, plain(), 120, 40)
	drive.Press("P").Type("psicologia").Press("ctrl+s").Press("2").
		Contains("Es de MEDICINA 2026-I y su perfil es PSICOLOGIA").Lacks("faltan listas pasadas")
	if d.Profile.Profession != "PSICOLOGIA" {
		t.Fatalf("the profile is %+v", d.Profile)
	}
}

package turn

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/planner"
	"brujula/planner/plan"
	act "brujula/planner/turn"
	"brujula/tui/desk"
	"brujula/tui/explore"
	"brujula/tui/fullcard"
	"brujula/tui/layout"
	"brujula/tui/myplan"
	"brujula/tui/root"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// stage is a planner on a library with the made-up lists.
type stage struct {
	*tuitest.Driver
	t    *testing.T
	lib  *library.Library
	desk *desk.Desk
	now  time.Time
}

var testLine = demo.Example().Line

// fill puts the made-up lists, a profile and a plan of five lines in a library.
func fill(t *testing.T, lib *library.Library) {
	t.Helper()
	offers, taken := demo.Lists()
	var drafts []lists.Draft
	for _, o := range offers {
		drafts = append(drafts, lists.Draft{Info: data.ListInfo{Kind: data.KindOffer, Process: o.Process, Modality: o.Modality, File: "hecha.csv"}, Offer: o})
	}
	for _, a := range taken {
		drafts = append(drafts, lists.Draft{Info: data.ListInfo{Kind: data.KindAdjudication, Process: a.Process, Modality: a.Modality, File: "hecha.csv"}, Adjudication: a})
	}
	if _, err := lib.Commit(context.Background(), planner.Items(drafts, time.Unix(0, 0))); err != nil {
		t.Fatal(err)
	}
	who := demo.Example()
	if err := lib.SaveProfile(library.Profile{Process: who.Line.Process, Profession: who.Line.Profession, Modality: who.Line.Modality, Rank: who.Rank}); err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{Name: planner.DefaultPlan}
	for _, o := range offers {
		for i := range o.Plazas {
			if o.Plazas[i].Line() == who.Line && i%9 == 4 && len(p.Entries) < 5 {
				p.Entries = append(p.Entries, plan.Entry{ID: o.Plazas[i].PlazaID})
			}
		}
	}
	if len(p.Entries) != 5 {
		t.Fatalf("%d lines", len(p.Entries))
	}
	if err := planner.SavePlan(lib, &p); err != nil {
		t.Fatal(err)
	}
}

func openStage(t *testing.T, lib *library.Library, st *theme.Styles, w, h int) *stage {
	t.Helper()
	facts := rules.Default()
	space, err := planner.Load(context.Background(), lib, facts)
	if err != nil {
		t.Fatal(err)
	}
	return stageOf(t, lib, space, st, w, h)
}

func stageOf(t *testing.T, lib *library.Library, space *planner.Workspace, st *theme.Styles, w, h int) *stage {
	t.Helper()
	s := &stage{t: t, lib: lib, now: time.Date(2026, 4, 20, 9, 30, 0, 0, time.UTC)}
	d, notices := desk.New(context.Background(), desk.Options{
		Styles: st, Lib: lib, Facts: rules.Default(), Space: space, Now: func() time.Time { return s.now },
	})
	t.Cleanup(d.Close)
	s.desk = d
	model := root.New(root.Options{
		Desk: d, Notices: notices, Clipboard: func(string) (string, error) { return "", nil },
		Makers: map[screen.Kind]root.Maker{screen.Explore: explore.New, screen.Card: fullcard.New, screen.Plan: myplan.New, screen.Turn: New},
	})
	s.Driver = tuitest.New(t, model, w, h)
	s.Press("4")
	return s
}

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

// newStage is a stage on a library in a folder of its own.
func newStage(t *testing.T, w, h int) *stage {
	t.Helper()
	return openStage(t, newLibrary(t), plain(), w, h)
}

// model is the cache of the made-up lists' model, fitted once: a fit takes most
// of a second.
var model = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "turno")
	if err != nil {
		return ""
	}
	return dir
})

func TestMain(m *testing.M) {
	code := m.Run()
	_ = os.RemoveAll(model())
	os.Exit(code)
}

// newLibrary copies a library with lists, profile, plan and fitted model.
func newLibrary(t *testing.T) *library.Library {
	t.Helper()
	made := filepath.Join(model(), "lleno")
	if _, err := os.Stat(made); err != nil {
		lib := mustOpen(t, made)
		fill(t, lib)
		space, err := planner.Load(context.Background(), lib, rules.Default())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := space.Model(context.Background(), lib); err != nil {
			t.Fatal(err)
		}
	}
	dir := filepath.Join(t.TempDir(), "b")
	if err := os.CopyFS(dir, os.DirFS(made)); err != nil {
		t.Fatal(err)
	}
	return mustOpen(t, dir)
}

// line gives the name of a line of the plan, from 1.
func (s *stage) line(n int) string { return s.desk.Name(s.desk.Plan().Entries[n-1].ID) }

// pass lets time go by, on the clock and for the timers.
func (s *stage) pass(d time.Duration) {
	for range int(d / (250 * time.Millisecond)) {
		s.now = s.now.Add(250 * time.Millisecond)
		s.Advance(250 * time.Millisecond)
	}
}

// begin starts the act at a rank.
func (s *stage) begin(turn string) *stage {
	s.t.Helper()
	s.Press("S", "ctrl+u").Type(turn).Press("enter")
	return s
}

func (s *stage) events() []act.Event {
	s.t.Helper()
	recorded, err := act.Read(s.lib, testLine)
	if err != nil || len(recorded.Notices) > 0 {
		s.t.Fatalf("%q %v", recorded.Notices, err)
	}
	return recorded.Events
}

func (s *stage) kinds() string {
	var words []string
	for _, e := range s.events() {
		words = append(words, string(e.Kind))
	}
	return strings.Join(words, " ")
}

func TestTheAct(t *testing.T) {
	s := newStage(t, 120, 40)
	s.Contains("S empieza", s.line(1), "DIRESA", "Provincia")
	s.Press("x").Contains("El acto no ha empezado")
	s.begin("41").Contains("Registrado: empieza el acto: van por el puesto 41", "Van por el puesto 41 · faltan 25 antes de usted", "1 acto registrado")

	// x, letters, enter: one seat, and the turn moves on.
	first := s.line(1)
	s.Press("x").Type(strings.ToLower(first)).Contains(first).Press("enter")
	s.Contains("Registrado: tachado "+first, "Van por el puesto 42")
	// Another line is what to ask for now, if that was its only seat.
	v := s.turn().View()
	if v.Plan[0].Left != s.seatsOf(1)-1 {
		t.Fatalf("%d seats left", v.Plan[0].Left)
	}
	s.Press("u").Lacks("Registrado: Deshecho").Contains("Deshecho: tachado "+first, "Van por el puesto 41")
	s.Press("ctrl+r").Contains("Rehecho: tachado "+first, "Van por el puesto 42")
	s.Press("u", "u", "u").Contains("Nada que deshacer")
	s.Press("ctrl+r", "ctrl+r")

	s.Press("a").Contains("uno pasó sin elegir", "Van por el puesto 43")
	s.Press("v").Type("60").Press("enter").Contains("Van por el puesto 60 · faltan 6 antes de usted")
	s.Press("v").Type("66").Press("enter").Contains("ES SU TURNO", "libre ahora")
	s.Press("v").Type("70").Press("enter").Contains("su turno ya pasó", "┌ Su turno ya pasó ").Lacks("Pida esta")

	s.Press("r").Type(first[:4]).Press("enter").Contains("Registrado: liberado " + first)
	if got, want := s.kinds(), "empezar tachar deshacer rehacer deshacer deshacer rehacer rehacer pasan puesto puesto puesto liberar"; got != want {
		t.Errorf("log: %s\nwant %s", got, want)
	}
}

func (s *stage) turn() *desk.Turn {
	s.t.Helper()
	return turnOf(s.Model().(*root.Model))
}

func (s *stage) seatsOf(line int) int {
	row, _ := s.desk.Space.Catalog.Row(s.desk.Plan().Entries[line-1].ID)
	return s.desk.Space.Catalog.Plaza(row).Seats
}

// Going back is said: 700 for 800 is a slip of the finger as often as not.
func TestBackwardsIsSaid(t *testing.T) {
	newStage(t, 120, 40).begin("41").Press("v").Type("30").Press("enter").Contains("van por el puesto 30 (retrocede: iban por el 41)")
}

// What was found in the log and what is counted as recorded agree, an act that
// was taken back told apart.
func TestRestoredCountsAsRecorded(t *testing.T) {
	s := newStage(t, 120, 40).begin("41")
	s.Press("a", "a", "u").Contains("3 actos registrados")
	if err := s.turn().Close(); err != nil {
		t.Fatal(err)
	}
	s.desk.Close()
	openStage(t, mustOpen(t, s.lib.Path()), plain(), 120, 40).
		Contains("Restaurado: 3 actos de 2026-I MEDICINA remunerada (1 deshecho)", "3 actos registrados")
}

// Letters without accents find, and enter without a letter crosses nothing out.
func TestSearch(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	s.Press("x", "enter").Contains("Tachar un cupo")
	if n := len(s.events()); n != 1 {
		t.Fatalf("enter alone made %d events", n-1)
	}
	s.Type("zzzqqq").Contains("Ninguna plaza de su línea").Press("enter").Press("esc")
	s.Press("x").Type(strings.ToUpper(s.line(2))).Press("tab").Contains("(elegido antes)", "Van por el puesto 1 ")
	if e := s.events(); len(e) != 2 || !e[1].Late || e[1].Renipress != s.desk.Plan().Entries[1].ID.Renipress {
		t.Errorf("%+v", e)
	}
}

// The act is found again by the next window, with all that was acknowledged.
func TestRestored(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	s.Press("x").Type(s.line(3)).Press("enter")
	s.Press("a")
	if err := s.turn().Close(); err != nil {
		t.Fatal(err)
	}
	s.desk.Close()
	again := openStage(t, mustOpen(t, s.lib.Path()), plain(), 80, 24)
	again.Contains("Restaurado: 3 actos de 2026-I MEDICINA remunerada", "Van por el puesto 43")
	again.Press("u").Contains("Deshecho: uno pasó sin elegir")
}

func mustOpen(t *testing.T, dir string) *library.Library {
	t.Helper()
	lib, err := library.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// A second window is told, follows the first, and cannot act.
func TestASecondWindowOnlyLooks(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	other := openStage(t, mustOpen(t, s.lib.Path()), plain(), 80, 24)
	other.Press("p").Contains("Esta ventana solo mira", "Van por el puesto 41")
	for _, key := range []string{"x", "r", "v", "a", "t", "S", "u", "I", "T"} {
		other.Press(key).Contains("solo mira")
	}
	s.Press("a")
	other.Advance(3 * time.Second).Press("p").Contains("Van por el puesto 42")
	if n := len(s.events()); n != 2 {
		t.Errorf("%d events", n)
	}
}

// On a full disk the act goes on, says so loudly, and is brought to the disk
// when there is room again.
func TestAFullDisk(t *testing.T) {
	mem := storetest.New()
	lib, err := library.Open("/b", library.WithFS(mem))
	if err != nil {
		t.Fatal(err)
	}
	fill(t, lib)
	s := openStage(t, lib, plain(), 80, 24).begin("41")
	mem.FailFrom(1, syscall.ENOSPC, storetest.OpWrite)
	s.Press("a").Contains("1 ACTO SIN REGISTRAR EN DISCO", "Error: 1 acto SIN REGISTRAR", "Van por el puesto 42")
	s.Press("a").Contains("2 ACTOS SIN REGISTRAR", "Van por el puesto 43", "2 SIN REGISTRAR")
	if got := s.kinds(); got != "empezar" {
		t.Fatalf("on the disk: %s", got)
	}
	mem.Heal()
	s.Press("u").Press("p").Lacks("SIN REGISTRAR").Contains("Van por el puesto 42")
	if got := s.kinds(); got != "empezar pasan pasan deshacer" {
		t.Errorf("on the disk: %s", got)
	}
}

func TestTheTimer(t *testing.T) {
	s := newStage(t, 60, 16).begin("66")
	s.Contains(" 0:30 (hasta 3 llamados)")
	s.Press("t").Contains(" 0:30 (llamado 1 de 3)")
	s.pass(12 * time.Second)
	s.Contains(" 0:18 (llamado 1 de 3)")
	s.pass(18 * time.Second)
	s.Contains("TIEMPO 0:00")
	s.Press("t").Contains("0:30 (llamado 2 de 3)")
	s.pass(time.Second)
	s.Press("t").Contains("Cronómetro detenido", "0:30 (llamado 2 de 3)")
	s.Press("T", "ctrl+u").Type("45 x").Press("enter").Contains("escriba segundos")
	s.Press("ctrl+u").Type("45 2").Press("enter").Contains("45 segundos y 2 llamados", "0:45 (llamado 2 de 2)")
	s.Press("a").Contains("0:45 (hasta 2 llamados)")
	if got, want := s.kinds(), "empezar llamado llamado reloj pasan"; got != want {
		t.Errorf("log: %s", got)
	}
}

func TestTheReportedTimerSaysSo(t *testing.T) {
	newStage(t, 120, 40).begin("1").Contains("30 s, 3 llamados: reportado, incierto", "reportados por un seguidor no oficial")
}

func TestPastedList(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	code := func(n int) string { return s.desk.Plan().Entries[n-1].ID.Renipress }
	text := "1\tPERSONA SECRETA\tMEDICINA\t" + code(1) + "\n2\tPERSONA SECRETA\tENFERMERIA\t" + code(2) + "\n3\tPERSONA SECRETA\t" + code(3) + "\n"
	s.Press("I").Contains("Pegue aquí").Paste(text).Contains("2 cupos tomados en 2 plazas", "otras líneas")
	s.Press("n")
	if n := len(s.events()); n != 1 {
		t.Fatalf("refused, and still %d events", n-1)
	}
	s.Paste(text).Press("s").Contains("Registrado: lista pegada: 2 cupos tomados en 2 plazas", "Van por el puesto 3")
	s.Press("u").Contains("Deshecho: lista pegada")
	raw := readLogs(t, s.lib.Path())
	if strings.Contains(raw, "SECRETA") {
		t.Error("a name reached the disk")
	}
}

func readLogs(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "turnos", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no logs: %v", err)
	}
	all := ""
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all += string(raw)
	}
	return all
}

func TestImportedFile(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	file := filepath.Join(t.TempDir(), "adjudicados.csv")
	code := s.desk.Plan().Entries[0].ID.Renipress
	content := "PUESTO;PROFESIÓN;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;NOTA\n1;MEDICINA;" + code + ";X;17.2\n4;MEDICINA;" + s.desk.Plan().Entries[1].ID.Renipress + ";X;17.1\n"
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Press("I").Type(file).Press("enter").Contains("2 cupos tomados en 2 plazas", "puesto 4").Press("s").Contains("adjudicados.csv: 2 cupos", "Van por el puesto 5")
	s.Press("I").Type(file + ".no").Press("enter").Contains("Error: ")
}

func TestExportedLog(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	s.Press("a", "u")
	file := filepath.Join(t.TempDir(), "acto.csv")
	s.Press("E", "ctrl+u").Type("acto.txt").Press("enter").Contains(".csv o .json")
	s.Press("ctrl+u").Type(file).Press("enter").Contains("Registro del turno (2 actos)")
	raw, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(raw), "uno pasó sin elegir") || !strings.Contains(string(raw), ",SI,") {
		t.Errorf("%s %v", raw, err)
	}
}

// An act is begun anew only when the question is answered, and can be taken
// back.
func TestBeginAnew(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	s.Press("a", "S").Contains("Ya hay un acto").Press("n").Contains("Van por el puesto 42")
	s.Press("S", "s", "ctrl+u").Type("1 30").Press("enter").Contains("Van por el puesto 1 · faltan 29")
	s.Press("u").Contains("Van por el puesto 42 · faltan 24")
}

// Another profession has another act.
func TestAnotherLine(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	p := s.desk.Profile
	p.Profession, p.Rank = "ENFERMERIA", 20
	s.Send(nil)
	if cmd := s.desk.SetProfile(p); cmd != nil {
		for m := range messages(cmd) {
			s.Send(m)
		}
	}
	s.Contains("no hay acto").Press("x").Contains("El acto no ha empezado")
	s.begin("3").Contains("faltan 17")
	if n := len(s.events()); n != 1 {
		t.Errorf("%d events in the log of the first line", n)
	}
}

func TestDemonstration(t *testing.T) {
	space := planner.LoadDemo(rules.Default())
	s := stageOf(t, nil, space, plain(), 80, 24).begin("41")
	s.Contains("Demostración, sin disco: empieza el acto", "Van por el puesto 41")
	s.Press("a").Contains("Van por el puesto 42")
}

// body is the screen without the root's frame, which has its own goldens.
func body(view string) string {
	lines := strings.Split(view, "\n")
	return strings.Join(lines[layout.HeaderLines:len(lines)-layout.FooterLines], "\n")
}

func TestViews(t *testing.T) {
	scenes := map[string]func(s *stage){
		"sin-empezar": func(*stage) {},
		"en-marcha": func(s *stage) {
			s.begin("41").Press("x").Type(s.line(1)).Press("enter")
			s.Press("a", "a", "u").Press("p")
		},
		"mi-turno": func(s *stage) { s.begin("66").Press("t").Press("p") },
		"tachar":   func(s *stage) { s.begin("41").Press("x").Type("san") },
		"pegar":    func(s *stage) { s.begin("41").Press("I") },
	}
	for name, act := range scenes {
		t.Run(name, func(t *testing.T) {
			tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, h int) string {
				s := openStage(t, newLibrary(t), st, w, h)
				act(s)
				return body(s.View())
			})
		})
	}
}

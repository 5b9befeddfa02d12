package turn

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/rules"
	"brujula/planner/imports"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/planner/storage"
	act "brujula/planner/turn"
	"brujula/planner/workspace"
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

// stage is a planner on a library with the made-up lists.
type stage struct {
	*tuitest.Driver
	t    *testing.T
	lib  *library.Library
	desk *bridge.Desk
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
	if _, err := lib.Commit(context.Background(), imports.Items(drafts, time.Unix(0, 0))); err != nil {
		t.Fatal(err)
	}
	who := demo.Example()
	if err := lib.SaveProfile(library.Profile{Process: who.Line.Process, Profession: who.Line.Profession, Modality: who.Line.Modality, Rank: who.Rank}); err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{Name: storage.DefaultPlan}
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
	if err := storage.SavePlan(lib, &p); err != nil {
		t.Fatal(err)
	}
}

func openStage(t *testing.T, lib *library.Library, st *theme.Styles, w, h int) *stage {
	t.Helper()
	facts := rules.Default()
	space, err := storage.Load(context.Background(), lib, facts)
	if err != nil {
		t.Fatal(err)
	}
	return stageOf(t, lib, space, st, w, h)
}

func stageOf(t *testing.T, lib *library.Library, space *workspace.Workspace, st *theme.Styles, w, h int) *stage {
	t.Helper()
	s := windowOf(t, lib, space, st, w, h)
	s.Press("4")
	return s
}

// openWindow opens a planner as it starts, before Mi turno is opened.
func openWindow(t *testing.T, lib *library.Library, w, h int) *stage {
	t.Helper()
	space, err := storage.Load(context.Background(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	return windowOf(t, lib, space, plain(), w, h)
}

func windowOf(t *testing.T, lib *library.Library, space *workspace.Workspace, st *theme.Styles, w, h int) *stage {
	t.Helper()
	s := &stage{t: t, lib: lib, now: time.Date(2026, 4, 20, 9, 30, 0, 0, time.UTC)}
	d, notices := bridge.New(context.Background(), st, session.Options{Lib: lib, Facts: rules.Default(), Space: space, Now: func() time.Time { return s.now }})
	t.Cleanup(d.Close)
	s.desk = d
	model := root.New(root.Options{
		Desk: d, Notices: notices, Clipboard: func(string) (string, error) { return "", nil },
		Makers: map[screen.Kind]root.Maker{screen.Explore: explore.New, screen.Card: fullcard.New, screen.Plan: myplan.New, screen.Turn: New},
	})
	s.Driver = tuitest.New(t, model, w, h)
	return s
}

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

// newStage is a stage on a library in a folder of its own.
func newStage(t *testing.T, w, h int) *stage {
	t.Helper()
	return openStage(t, newLibrary(t), plain(), w, h)
}

// model is the cache of the made-up lists' model and its ranges, fitted once:
// that takes most of a second.
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
		space, err := storage.Load(context.Background(), lib, rules.Default())
		if err != nil {
			t.Fatal(err)
		}
		fitted, err := space.Model(context.Background(), lib)
		if err == nil {
			_, err = space.RangedModel(context.Background(), lib, fitted, nil) // twenty refits, which every window would make
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	dir := filepath.Join(t.TempDir(), "b")
	if err := os.CopyFS(dir, os.DirFS(made)); err != nil {
		t.Fatal(err)
	}
	return mustOpen(t, dir)
}

// line returns the name of a line of the plan, from 1.
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

func (s *stage) turn() *session.Turn {
	s.t.Helper()
	return turnOf(s.Model().(*root.Model))
}

func (s *stage) seatsOf(line int) int {
	row, _ := s.desk.Space.Catalog.Row(s.desk.Plan().Entries[line-1].ID)
	return s.desk.Space.Catalog.Plaza(row).Seats
}

func mustOpen(t *testing.T, dir string) *library.Library {
	t.Helper()
	lib, err := library.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return lib
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

// body is the screen without the root's frame, which has its own goldens.
func body(view string) string {
	lines := strings.Split(view, "\n")
	return strings.Join(lines[layout.HeaderLines:len(lines)-layout.FooterLines], "\n")
}

package turn

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/lists"
	"brujula/data/rules"
	"brujula/planner/imports"
	"brujula/planner/storage"
	act "brujula/planner/turn"
	"brujula/tui/msg"
)

// reload returns the desk an offer without some plazas, as a corrected list does.
func (s *stage) reload(without func(p *data.Plaza) bool) {
	s.t.Helper()
	offers, taken := demo.Lists()
	var drafts []lists.Draft
	for _, o := range offers {
		o.Plazas = slices.DeleteFunc(slices.Clone(o.Plazas), func(p data.Plaza) bool { return without(&p) })
		drafts = append(drafts, lists.Draft{Info: data.ListInfo{Kind: data.KindOffer, Process: o.Process, Modality: o.Modality, File: "hecha.csv"}, Offer: o})
	}
	for _, a := range taken {
		drafts = append(drafts, lists.Draft{Info: data.ListInfo{Kind: data.KindAdjudication, Process: a.Process, Modality: a.Modality, File: "hecha.csv"}, Adjudication: a})
	}
	lib := mustOpen(s.t, filepath.Join(s.t.TempDir(), "otra"))
	if _, err := lib.Commit(context.Background(), imports.Items(drafts, s.now)); err != nil {
		s.t.Fatal(err)
	}
	space, err := storage.Load(context.Background(), lib, rules.Default())
	if err != nil {
		s.t.Fatal(err)
	}
	s.desk.Space = space
	s.desk.Start() // estimates of the new lists; what it asks for is of no matter here
	s.Send(msg.DataChangedMsg{})
}

// Lists that change while letters are typed give the rows other plazas: enter
// crosses out the plaza that was in view all the same.
func TestSearchOutlivesOtherLists(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	want := s.desk.Plan().Entries[1].ID
	s.Press("x").Type(s.line(2))
	first := s.desk.Space.Catalog.Plaza(0).PlazaID
	s.reload(func(p *data.Plaza) bool { return p.PlazaID == first || p.PlazaID == s.desk.Plan().Entries[0].ID })
	s.Contains(s.line(2)).Press("enter")
	if e := s.events(); len(e) != 2 || e[1].Renipress != want.Renipress {
		t.Errorf("%+v, want %s", e, want.Renipress)
	}
}

// A plaza that the new lists no longer have is not crossed out, nor another in
// its place.
func TestSearchClosesWhenItsPlazaIsGone(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	gone := s.desk.Plan().Entries[1].ID
	s.Press("x").Type(s.line(2))
	s.reload(func(p *data.Plaza) bool { return p.PlazaID == gone })
	s.Contains("ya no está").Press("enter")
	if e := s.events(); len(e) != 1 {
		t.Errorf("%+v", e)
	}
}

// A list that was read for another line, or before a later one, crosses nothing
// out; nor does one that was agreed to after the line changed.
func TestAListOfAnotherLineIsNotTaken(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	m := modelOf(s)
	code := s.desk.Plan().Entries[0].ID.Renipress
	cmd := m.pasted(code)
	old := cmd().(gatheredMsg)
	fresh := m.pasted(code)().(gatheredMsg)
	if cmd := m.gathered(old); cmd != nil || len(s.desk.Posted()) > 0 {
		t.Error("the older list asks")
	}
	m.gathered(fresh)
	if posted := s.desk.Posted(); len(posted) != 1 || !isQuestion(posted[0]) {
		t.Errorf("the newer list does not ask: %#v", posted)
	}
	other := testLine
	other.Profession = "ENFERMERIA"
	fresh.line = other
	if n, ok := m.gathered(fresh)().(msg.NoticeMsg); !ok || n.Severity != msg.Warning {
		t.Errorf("a list of another line: %#v", n)
	}
	s.Send(importMsg{other, act.Event{Kind: act.Import, Taken: map[string]int{code: 1}}})
	if e := s.events(); len(e) != 1 {
		t.Errorf("%+v", e)
	}
}

func isQuestion(m tea.Msg) bool { _, ok := m.(msg.ConfirmMsg); return ok }

// The log goes to "~/" of the user, and replaces a file only when told to.
func TestExportAsksAndKnowsHome(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	home := t.TempDir()
	s.desk.Folders.Home = home
	file := filepath.Join(home, "acto.csv")
	if err := os.WriteFile(file, []byte("mío"), 0o600); err != nil {
		t.Fatal(err)
	}
	export := func() { s.Press("E", "ctrl+u").Type("~/acto.csv").Press("enter").Contains("Ya existe ~/acto.csv") }
	read := func() string {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	export()
	s.Press("n")
	if got := read(); got != "mío" {
		t.Fatalf("replaced without a yes: %q", got)
	}
	export()
	s.Press("s").Contains("Registro del turno (1 acto)")
	if read() == "mío" {
		t.Error("not replaced")
	}
}

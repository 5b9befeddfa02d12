package profile_test

import (
	"context"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/msg"
	"brujula/tui/profile"
	"brujula/tui/screen"
	"brujula/tui/screens"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

// demoDesk is a desk on the demonstration.
func demoDesk(st *theme.Styles) *bridge.Desk {
	facts := rules.Default()
	d, _ := bridge.New(context.Background(), st, session.Options{Facts: facts, Space: tuitest.Demo(), Now: own.Noon})
	return d
}

// ownDesk is a desk on a library that holds the made-up lists as if imported.
func ownDesk(t *testing.T, dir string) (*bridge.Desk, *library.Library) {
	t.Helper()
	return own.Desk(t, dir)
}

// openForm opens the form where it has not opened by itself, as it does for
// who has no profile yet.
func openForm(drive *tuitest.Driver) *tuitest.Driver {
	if !strings.Contains(drive.Text(), texts.ScreenProfile) {
		drive.Press("P")
	}
	return drive
}

func TestForm(t *testing.T) {
	tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, h int) string {
		d := demoDesk(st)
		d.Start()
		page := profile.New(d, screen.Page{Kind: screen.Profile})
		page.Resize(w, h)
		return page.View()
	})
}

func TestProfileIsStoredAndRemembered(t *testing.T) {
	dir := t.TempDir()
	d, lib := ownDesk(t, dir)
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 80, 24)
	openForm(drive).Contains(texts.FieldProfession, "escriba para buscar")
	drive.Type("obste").Press("enter", "enter").Type("120").Press("enter", "enter", "enter").Type("3").Press("enter")
	drive.Contains(texts.ProfileSaved, "OBSTETRICIA", " 120")

	want := library.Profile{Process: demo.Current, Profession: "OBSTETRICIA", Modality: data.Remunerada, Rank: 120, PassesAhead: 3}
	got, err := lib.Profile()
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("stored (-want +got), %v:\n%s", err, diff)
	}
	d.Close()
	again, _ := ownDesk(t, dir)
	if diff := cmp.Diff(want, again.Profile); diff != "" {
		t.Errorf("after a new start (-want +got):\n%s", diff)
	}
	if look, simulated := again.Look(); look.Rank != 120 || look.Passes != 3 || simulated {
		t.Errorf("looks from %+v, simulated %v", look, simulated)
	}
}

// The profession is found by any of its names; one that several professions have
// chooses none of them.
func TestProfessionByAnyOfItsNames(t *testing.T) {
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 120, 40)
	for typed, want := range map[string]string{
		"médico": "MEDICINA", "enfermera": "ENFERMERIA", "Obstetras": "OBSTETRICIA", "dentista": "ODONTOLOGIA", "cirujano d": "ODONTOLOGIA",
		"Psicóloga": "PSICOLOGIA", "Lic. en Nutrición": "NUTRICION",
	} {
		drive.Press("P").Type(typed).Press("ctrl+s")
		if d.Profile.Profession != want {
			t.Errorf("%q: %q, want %q", typed, d.Profile.Profession, want)
		}
	}
}

func TestDemonstrationProfileIsUsedButNotStored(t *testing.T) {
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 120, 40)
	drive.Press("P").Type("enfermeria").Press("ctrl+s").Contains(texts.ProfileSavedDemo, "ENFERMERIA")
	if d.Profile.Profession != "ENFERMERIA" {
		t.Errorf("the profile is %+v", d.Profile)
	}
}

func TestEscapeLeavesTheProfileAsItWas(t *testing.T) {
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 80, 24)
	before := d.Profile
	drive.Press("P").Press("esc").Contains("Establecimiento").Lacks(texts.ProfileKept)
	drive.Press("P").Type("nutri").Press("esc").Contains("Establecimiento", texts.ProfileKept)
	if diff := cmp.Diff(before, d.Profile); diff != "" {
		t.Errorf("changed by esc:\n%s", diff)
	}
	// It is there again, and only a second esc drops it.
	drive.Press("P").Contains("NUTRICION", texts.ProfileKeptHere).Type("cion").Press("esc").Contains(texts.ProfileKept)
	drive.Press("P", "esc").Contains("Establecimiento", texts.ProfileDropped)
	drive.Press("P").Contains("MEDICINA").Lacks("Nada coincide", texts.ProfileKeptHere)
	if diff := cmp.Diff(before, d.Profile); diff != "" {
		t.Errorf("changed by a second esc:\n%s", diff)
	}
	drive.Press("esc", "P").Type("nutri").Press("esc", "P", "ctrl+s")
	if d.Profile.Profession != "NUTRICION" {
		t.Errorf("what was kept is not stored: %+v", d.Profile)
	}
}

// Where not all of the form is in view, the status line says how much is.
func TestTheFormTellsWhatIsOutOfView(t *testing.T) {
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 80, 24)
	if line := drive.Press("P").Line(1); !strings.Contains(line, "1–") || !strings.Contains(line, " de ") {
		t.Errorf("%q does not tell that there is more", line)
	}
	drive.Resize(120, 50)
	if line := drive.Line(1); strings.Contains(line, " de ") {
		t.Errorf("%q, where all is in view", line)
	}
}

// A model that is fitted while the form is open must not wipe what is written.
func TestNewsKeepWhatIsWritten(t *testing.T) {
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	page := profile.New(d, screen.Page{Kind: screen.Profile})
	page.Resize(80, 21)
	key, _ := tuitest.Key("n")
	page.Update(key)
	page.Update(msg.DataChangedMsg{})
	if !strings.Contains(page.View(), "NUTRICION") {
		t.Errorf("what was written is gone:\n%s", page.View())
	}
}

// Other lists give other choices: what is written stays, and what was not
// touched is as the profile has it then.
func TestOtherListsKeepWhatIsWritten(t *testing.T) {
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	page := profile.New(d, screen.Page{Kind: screen.Profile})
	page.Resize(80, 40)
	press := func(names ...string) {
		for _, name := range names {
			key, _ := tuitest.Key(name)
			page.Update(key)
		}
	}
	press("n", "tab", "tab", "7", "0", "0", "tab", "tab", "9", "9", "9", "9", "9", "9", "9", "tab", "esc")
	d.Space = workspace.LoadDemo(rules.Default())
	d.Profile = library.Profile{PassesAhead: 6}
	page.Update(msg.DataChangedMsg{})
	view := page.View()
	for _, want := range []string{"NUTRICION", " 700", " 9 999 999", " 6"} {
		if !strings.Contains(strings.ReplaceAll(view, "\u00a0", " "), want) {
			t.Errorf("%q is gone:\n%s", want, view)
		}
	}
	if page.Update(msg.ReopenedMsg{}) == nil {
		t.Error("what was kept is not said to be here")
	}
	press("esc")
	if view = page.View(); strings.Contains(view, " 700") {
		t.Errorf("a second esc keeps it:\n%s", view)
	}
}

func TestMissingProfessionIsSaid(t *testing.T) {
	d, lib := ownDesk(t, t.TempDir())
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 80, 24)
	openForm(drive).Press("ctrl+s").Contains(texts.FieldNeeded(texts.FieldProfession))
	if p, _ := lib.Profile(); p.Modality != "" {
		t.Errorf("stored all the same: %+v", p)
	}
}

// Every rank is written in digits; what is no number is not taken.
func TestRankTakesDigitsOnly(t *testing.T) {
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 80, 24)
	drive.Press("P", "tab", "tab", "ctrl+u").Type("8x1 2").Press("ctrl+s")
	if d.Profile.Rank != 812 {
		t.Errorf("rank %d, want 812", d.Profile.Rank)
	}
	drive.Press("P", "tab", "tab", "ctrl+u").Type("0").Press("ctrl+s").Contains(texts.NumberRange(1, 99_999))
}

// Letters that are no profession are a fault, whichever key is to save: the
// profession from before is not saved in their stead.
func TestNoProfessionIsNeverAnother(t *testing.T) {
	for _, text := range []string{"xmedicina", "Pmedicina"} {
		d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
		before := d.Profile
		drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 80, 24)
		drive.Press("P").Type(text).Press("enter").Contains("no está en la lista").
			Press("ctrl+s").Contains("no está en la lista").Lacks(texts.ProfileSavedDemo)
		if diff := cmp.Diff(before, d.Profile); diff != "" {
			t.Errorf("%s was saved as another:\n%s", text, diff)
		}
		drive.Press("ctrl+s", "tab", "shift+tab").Type("enfermeria").Press("ctrl+s").Contains(texts.ProfileSavedDemo)
		if d.Profile.Profession != "ENFERMERIA" {
			t.Errorf("the profile is %+v", d.Profile)
		}
	}
}

// While the rank is typed the form says what it means, and the better the rank
// the more is within reach; what was typed last is what is answered.
func TestTheFormTellsWhatARankMeans(t *testing.T) {
	d := demoDesk(theme.New(theme.Options{Variant: theme.Plain}))
	var drive *tuitest.Driver
	figure := regexp.MustCompile(`(\d+) de (\d+) plazas a su alcance`)
	reach := func() (likely, of int) {
		found := figure.FindStringSubmatch(drive.Text())
		if found == nil {
			t.Fatalf("nothing is told:\n%s", drive.Text())
		}
		likely, _ = strconv.Atoi(found[1])
		of, _ = strconv.Atoi(found[2])
		return likely, of
	}
	last := -1
	for _, digits := range []string{"150", "66", "1"} {
		drive = tuitest.New(t, screens.New(d, nil, own.NoClipboard), 120, 40)
		drive.Press("P").Contains("plazas a su alcance").Press("tab", "tab")
		for range 4 {
			drive.Press("backspace")
		}
		drive.Lacks("a su alcance").Type(digits).Contains("GD-5")
		likely, of := reach()
		if likely < last || likely > of {
			t.Errorf("at %s %d of %d are within reach, at a worse rank %d", digits, likely, of, last)
		}
		last = likely
	}
}

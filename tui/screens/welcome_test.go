package screens

import (
	"os"
	"path/filepath"
	"testing"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

// firstStart opens the planner where nothing was ever imported; downloads is the
// folder where lists are looked for.
func firstStart(t *testing.T, data, downloads string) *tuitest.Driver {
	t.Helper()
	lib, err := library.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	d, notices := bridge.New(t.Context(), plain(), session.Options{
		Facts: rules.Default(), Lib: lib, Space: tuitest.Demo(), Now: own.Noon,
		Folders: session.Folders{Home: downloads, Start: []string{downloads}},
	})
	t.Cleanup(d.Close)
	return tuitest.New(t, New(d, notices, own.NoClipboard), 80, 24)
}

// counted counts the keys that are pressed.
type counted struct {
	*tuitest.Driver
	keys int
}

func (c *counted) press(names ...string) *counted {
	c.keys += len(names)
	c.Press(names...)
	return c
}

func (c *counted) write(text string) *counted {
	c.keys += len([]rune(text))
	c.Type(text)
	return c
}

// The first screen of all asks who the applicant is; who asked for the
// demonstration, or has lists already, is not asked there.
func TestFirstScreenIsAboutThePerson(t *testing.T) {
	data := t.TempDir()
	d := firstStart(t, data, t.TempDir()).Contains(texts.WelcomeAsk, "esc deja esto").Lacks("138", "mérito 66", "1 Explorar")
	d.Type("q").Contains(texts.WelcomeQuitLine).Press("enter")
	if !d.Quit() {
		t.Error("q and enter do not end the program")
	}
	if d = firstStart(t, data, t.TempDir()).Press("ctrl+c"); !d.Quit() {
		t.Error("ctrl+c does not end the program")
	}
	d = firstStart(t, data, t.TempDir()).Type("812").Press("enter").Contains("falta su profesión").Type(" obs").Contains("OBSTETRICIA · remunerada · mérito 812")
	d.Press("enter").Contains("Importar: elija la lista")
	d = firstStart(t, data, t.TempDir()).Contains("obstetricia 812") // as said before
	d.Press("esc").Contains("[1 Explorar]", "Plazas inventadas", "mérito 66").Press("down").Lacks("Plazas inventadas").Contains("? ayuda")
	firstStart(t, data, t.TempDir()).Type("x").Press("ctrl+u", "enter").Contains("[1 Explorar]")

	start(t, 80, 24).Lacks(texts.WelcomeAsk)
	listed, _ := own.Desk(t, t.TempDir())
	tuitest.New(t, New(listed, nil, own.NoClipboard), 80, 24).Contains(texts.FieldProfession, texts.ProfileRank)
	full, _ := own.Desk(t, t.TempDir(), own.Doctor())
	tuitest.New(t, New(full, nil, own.NoClipboard), 80, 24).Lacks(texts.WelcomeAsk)
}

// From a downloaded list to a plan of five lines, and to one of two regions and
// two grades with the text for a message, all words written whole.
func TestKeysOfTheFirstPlan(t *testing.T) {
	offer, err := os.ReadFile(filepath.Join("..", "..", "testdata", "demo", "oferta-2026-I.csv"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir()) // where the plan is written
	begin := func() *counted {
		downloads := t.TempDir()
		if err := os.WriteFile(filepath.Join(downloads, "oferta-2026-I.csv"), offer, 0o600); err != nil {
			t.Fatal(err)
		}
		c := &counted{Driver: firstStart(t, t.TempDir(), downloads)}
		c.write("medicina 66").press("enter").Contains("oferta-2026-I.csv")
		c.press("enter").Contains("Tipo de lista")
		c.press("enter").Contains("¿Guardar?")
		c.press("enter").Contains("[1 Explorar]", "mérito 66", "Puede alcanzar")
		return c
	}
	c := begin()
	c.press("space", "space", "space", "space", "space").Contains("2·5")
	if c.keys > 40 {
		t.Errorf("a plan of five lines takes %d keys, want at most 40", c.keys)
	}
	t.Logf("a plan of five lines takes %d keys", c.keys)

	c = begin()
	c.press("f").write("pu").press("space").write("cu").press("space", "f")
	c.press(":").write("gd 4-5").press("enter").Contains("Puno", "Cusco").Lacks("Piura", "Ancash")
	c.press("space", "space", "space", "space", "space").Contains("2·5")
	c.press("2", "E", "enter").Contains("plan-A.txt")
	if c.keys > 45 {
		t.Errorf("the whole job takes %d keys, want at most 45", c.keys)
	}
	t.Logf("the whole job takes %d keys", c.keys)
}

// On the way to the first list the first line is about the person, not about the
// example of the demonstration, whose rank would pass for theirs.
func TestWhileThereIsNoListTheFirstLineIsOfThePerson(t *testing.T) {
	d := firstStart(t, t.TempDir(), t.TempDir()).Type("medicina 812").Press("enter")
	d.Contains("sin lista todavía · MEDICINA · remunerada · mérito 812", "Importar").Lacks("DEMO", "mérito 66")
}

// What goes on in the demonstration, an act that is followed or a rank that is tried, is
// not said of the person either.
func TestTheDemonstrationIsNotThePersons(t *testing.T) {
	d := firstStart(t, t.TempDir(), t.TempDir()).Type("medicina 812").Press("enter", "esc", "esc", ">", "4", "S", "enter")
	d.Contains("simulado", "van por")
	d.Press("1", "I").Contains("Importar", "sin lista todavía · MEDICINA · remunerada · mérito 812").Lacks("simulado", "van por", "puesto 1")
}

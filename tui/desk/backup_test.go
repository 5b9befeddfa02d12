package desk_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner"
	"brujula/planner/backups"
	"brujula/tui/desk"
	"brujula/tui/msg"
	"brujula/tui/theme"
)

func TestBackupFromThePlanner(t *testing.T) {
	home := t.TempDir()
	lib, err := library.Open(filepath.Join(t.TempDir(), "biblioteca"))
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Rank: 7}); err != nil {
		t.Fatal(err)
	}
	facts := rules.Default()
	d, _ := desk.New(t.Context(), desk.Options{
		Styles: theme.New(theme.Options{Variant: theme.Plain}), Lib: lib, Facts: facts, Space: planner.LoadDemo(facts), Program: "1.2.3",
		Now:     func() time.Time { return time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC) },
		Folders: desk.Folders{Home: home},
	})
	defer d.Close()
	if said := settle(d, d.Backup("", false)); !says(said, "Respaldo guardado en "+filepath.Join(home, "serums-respaldo-20260701-090000.zip")) {
		t.Fatalf("%v", said)
	}
	if said := settle(d, d.Backup("~/mio", false)); !says(said, "mio.zip") {
		t.Fatalf("%v", said)
	}
	before, err := os.ReadFile(filepath.Join(home, "mio.zip"))
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Rank: 8}); err != nil {
		t.Fatal(err)
	}
	said := settle(d, d.Backup("~/mio", false))
	question, ok := said[0].(msg.ConfirmMsg)
	if after, _ := os.ReadFile(filepath.Join(home, "mio.zip")); !ok || string(after) != string(before) {
		t.Fatalf("replaced without a question: %v", said)
	}
	if said := settle(d, question.Yes); !says(said, "Respaldo guardado") || !says(said, "restaurar un respaldo") {
		t.Fatalf("%v", said)
	}
	c, err := backups.Open(t.Context(), filepath.Join(home, "mio.zip"))
	if err != nil {
		t.Fatal(err)
	}
	if p, err := c.Profile(); err != nil || p.Rank != 8 || c.Manifest().Program != "1.2.3" {
		t.Errorf("%+v %v %+v", p, err, c.Manifest())
	}
	if said := settle(d, d.Backup("~/mio.doc", false)); !says(said, ".zip") {
		t.Errorf("%v", said)
	}
}

func TestNoBackupOfTheDemonstration(t *testing.T) {
	d := onDemo(t.TempDir())
	defer d.Close()
	var said []tea.Msg
	if said = settle(d, d.Backup("x.zip", false)); len(said) != 1 {
		t.Errorf("%v", said)
	}
	if _, err := os.Stat("x.zip"); err == nil {
		t.Error("written")
	}
}

package session_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner/backups"
	"brujula/planner/session"
	"brujula/planner/turn"
	"brujula/planner/workspace"
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
	d, _ := session.New(t.Context(), session.Options{
		Lib: lib, Facts: facts, Space: workspace.LoadDemo(facts), Program: "1.2.3",
		Now:     func() time.Time { return time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC) },
		Folders: session.Folders{Home: home},
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
	question, ok := said[0].(session.Question)
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
	var said []session.Answer
	if said = settle(d, d.Backup("x.zip", false)); len(said) != 1 {
		t.Errorf("%v", said)
	}
	if _, err := os.Stat("x.zip"); err == nil {
		t.Error("written")
	}
}

// A backup on another disk is the rescue from a full one: it holds the lines, the
// profile and the acts that this one refuses.
func TestABackupHoldsWhatTheDiskRefuses(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	ids := plazas(a.d, 2)
	a.run(a.d.SetProfile(ranked(a.d, 10)), a.d.ToggleStar(ids[0]))
	fill(disk)
	a.run(a.d.SetProfile(ranked(a.d, 20)), a.d.ToggleStar(ids[1]), a.pass(), a.pass())
	a.goTo(otherProfession) // the acts of a line that was left, too
	file := filepath.Join(t.TempDir(), "rescate.zip")
	a.told = nil
	a.run(a.d.Backup(file, false))
	a.wantTold(texts.BackupWithUnsaved)
	wantRescued(t, a, file, 3)

	// Once there is room it all goes to the disk, each act once.
	disk.Heal()
	a.timeout()
	a.goTo(a.line.Profession)
	a.want("empezar pasan pasan")
	a.told = nil
	a.run(a.d.Backup(file, true))
	wantRescued(t, a, file, 3)
	if strings.Contains(strings.Join(a.told, " "), texts.BackupWithUnsaved) {
		t.Errorf("told: %q", a.told)
	}
}

// What is on its way to the disk is in the backup once, whichever is written first,
// and whether it has reached the disk when the backup is written or not.
func TestABackupHoldsWhatIsOnItsWay(t *testing.T) {
	for _, actFirst := range []bool{false, true} {
		for _, written := range []bool{false, true} {
			a := onAct(t, storetest.New())
			ids := plazas(a.d, 2)
			a.run(a.d.SetProfile(ranked(a.d, 20)), a.d.ToggleStar(ids[0]), a.pass())
			star := func() session.Jobs { return a.d.ToggleStar(ids[1]) }
			first, second := star, a.pass
			if actFirst {
				first, second = a.pass, star
			}
			writing := first()
			if waits := second(); waits != nil {
				t.Fatal("two writes run at once")
			}
			file := filepath.Join(t.TempDir(), "uno.zip")
			backup := a.d.Backup(file, false)
			if written { // and its answer has not come yet
				writing = answer(only(writing))
			}
			if m := only(backup); !says([]session.Answer{m}, "Respaldo guardado") {
				t.Fatalf("%+v", m)
			}
			wantRescued(t, a, file, 3)
			a.run(writing)
			a.want("empezar pasan pasan")
		}
	}
}

func wantRescued(t *testing.T, a *acting, file string, acts int) {
	t.Helper()
	c, err := backups.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	p, err := c.Profile()
	if err != nil || p.Rank != 20 {
		t.Errorf("profile %+v, %v", p, err)
	}
	if n := stored(t, c.Library, "A"); n != 2 {
		t.Errorf("%d lines in the backup", n)
	}
	r, err := turn.Read(c.Library, a.line)
	if err != nil || len(r.Events) != acts || len(r.Notices) != 0 {
		t.Errorf("%d acts in the backup, want %d; %q %v", len(r.Events), acts, r.Notices, err)
	}
}

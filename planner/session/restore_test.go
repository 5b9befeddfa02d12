package session_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"brujula/data/store/storetest"
	"brujula/planner/session"
	"brujula/planner/turn"
)

// question runs a command up to the question that it asks.
func question(t *testing.T, d *session.Session, jobs session.Jobs) session.Question {
	t.Helper()
	for _, m := range settle(d, jobs) {
		if q, ok := m.(session.Question); ok {
			return q
		}
	}
	t.Fatal("nothing was asked")
	return session.Question{}
}

// A restore brings plan, profile and act back as they were, in the window that is
// open; what was there is kept, and can be restored in its turn.
func TestRestoreInThePlanner(t *testing.T) {
	a := onAct(t, storetest.New())
	p := a.d.Profile
	p.Rank = 50
	a.run(a.d.SetProfile(p), a.d.ToggleStar(plazas(a.d, 1)[0]))
	file := filepath.Join(t.TempDir(), "uno.zip")
	a.run(a.d.Backup(file, false))
	p.Rank = 60
	a.run(a.d.SetProfile(p), a.d.ToggleStar(plazas(a.d, 2)[1]), a.pass())

	q := question(t, a.d, a.d.RestoreBackup(file))
	for _, part := range []string{"uno.zip", "1 lista", "1 plan", "1 turno", "perfil SI", "se guarda antes"} {
		if !strings.Contains(q.Text, part) {
			t.Errorf("%q is not asked: %s", part, q.Text)
		}
	}
	if a.d.Profile.Rank != 60 || stored(t, a.lib, "A") != 2 {
		t.Fatal("restored before the answer")
	}
	a.told = nil
	a.run(q.Yes)
	a.wantTold("Restaurado")
	a.run(a.d.Turn().Open())
	if got := a.d.Profile.Rank; got != 50 {
		t.Errorf("rank %d", got)
	}
	if here, there := len(a.d.Plan().Entries), stored(t, a.lib, "A"); here != 1 || there != 1 {
		t.Errorf("%d lines on the screen, %d on the disk", here, there)
	}
	if history, _ := a.d.Turn().History(); len(history) != 1 {
		t.Errorf("%d acts, the backup has 1", len(history))
	}
	// The window works on: nothing of what it had lands on what was restored.
	a.run(a.pass(), a.d.ToggleStar(plazas(a.d, 3)[2]))
	if got := stored(t, a.lib, "A"); got != 2 {
		t.Errorf("%d lines after a change", got)
	}
	r, err := turn.Read(a.lib, a.line)
	if err != nil || len(r.Events) != 2 {
		t.Errorf("%d events after an act, %v", len(r.Events), err)
	}
}

// What the window remembers of the library that was there ends with it: plazas that
// are side by side now are none of the one restored.
func TestARestoreLeavesNothingOfTheLibraryBefore(t *testing.T) {
	a := onAct(t, storetest.New())
	ids := plazas(a.d, 2)
	a.run(a.d.SetProfile(ranked(a.d, 50)), a.d.ToggleStar(ids[0]))
	file := filepath.Join(t.TempDir(), "uno.zip")
	a.run(a.d.Backup(file, false))
	a.run(a.d.Compare(ids[0]), a.d.Compare(ids[1]))
	a.run(question(t, a.d, a.d.RestoreBackup(file)).Yes)
	if n := len(a.d.Compared()); n != 0 {
		t.Errorf("%d plazas are compared, which the library that was restored knows nothing of", n)
	}
}

// While it is restored nothing is changed; an error leaves all as it was.
func TestARestoreThatFails(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	a.run(a.d.ToggleStar(plazas(a.d, 1)[0]))
	file := filepath.Join(t.TempDir(), "uno.zip")
	a.run(a.d.Backup(file, false))
	a.run(a.d.ToggleStar(plazas(a.d, 2)[1]))
	begin, _ := a.d.Receive(only(question(t, a.d, a.d.RestoreBackup(file)).Yes))
	if said := settle(a.d, a.d.ToggleStar(plazas(a.d, 3)[2])); !says(said, "restaurando") {
		t.Errorf("changed meanwhile: %v", said)
	}
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
	a.told = nil
	a.run(begin)
	disk.Heal()
	if len(a.told) == 0 || strings.Contains(strings.Join(a.told, " "), "Restaurado") {
		t.Errorf("told: %v", a.told)
	}
	a.run(a.d.Turn().Open())
	a.run(a.pass(), a.d.ToggleStar(plazas(a.d, 3)[2]))
	if got := stored(t, a.lib, "A"); got != 3 {
		t.Errorf("%d lines, want those from before and a new one", got)
	}
	if history, unsaved := a.d.Turn().History(); len(history) != 2 || unsaved != 0 {
		t.Errorf("%d acts, %d unsaved", len(history), unsaved)
	}
}

func TestARestoreIsRefused(t *testing.T) {
	disk := storetest.New()
	d, _ := onDisk(t, disk)
	second, _ := onDisk(t, disk)
	none := onDemo(t.TempDir())
	defer none.Close()
	for name, tt := range map[string]struct {
		jobs session.Jobs
		d    *session.Session
		want string
	}{
		"a window that only looks": {second.RestoreBackup("x.zip"), second, "solo mira"},
		"no library":               {none.RestoreBackup("x.zip"), none, "demo"},
		"no file":                  {d.RestoreBackup(""), d, "Diga qué respaldo"},
		"not there":                {d.RestoreBackup(filepath.Join(t.TempDir(), "nada.zip")), d, "nada.zip"},
	} {
		if said := settle(tt.d, tt.jobs); !says(said, tt.want) {
			t.Errorf("%s: %v", name, said)
		}
	}
}

// A restore that stops after it was decided locks the window, since what it holds
// is of the library as it was, and is gone on with until it is done. One that
// stops before leaves all as it was.
func TestAHalfRestoreIsGoneOnWith(t *testing.T) {
	halves, intact := 0, 0
	for step := 1; ; step++ {
		disk := storetest.New()
		a := onAct(t, disk)
		ids := plazas(a.d, 3)
		a.run(a.d.ToggleStar(ids[0]))
		file := filepath.Join(t.TempDir(), "uno.zip")
		a.run(a.d.Backup(file, false))
		a.run(a.d.ToggleStar(ids[1]), a.pass())
		yes := question(t, a.d, a.d.RestoreBackup(file)).Yes
		disk.Heal() // counts steps from here
		disk.FailFrom(step, syscall.EIO, storetest.OpRename, storetest.OpRemove, storetest.OpDir)
		a.told = nil
		a.run(yes)
		want := 1
		switch told := strings.Join(a.told, " "); {
		case strings.Contains(told, "Restaurado"):
			if halves < 5 || intact < 5 {
				t.Errorf("%d times half done and %d times intact in %d steps: the test shows little", halves, intact, step)
			}
			return
		case a.d.Writable() == nil:
			disk.Heal()
			want = 2
			intact++
		default:
			halves++
			a.timeout() // fails again, and is silent
			if said := settle(a.d, a.d.ToggleStar(ids[2])); !says(said, "a medias") {
				t.Fatalf("step %d: changed meanwhile: %v", step, said)
			}
			if said := settle(a.d, a.d.Backup(filepath.Join(t.TempDir(), "dos.zip"), false)); !says(said, "a medias") {
				t.Fatalf("step %d: a mixture is backed up: %v", step, said)
			}
			disk.Heal()
			a.timeout()
			a.wantTold("Lo que había quedó en")
		}
		if here, there := len(a.d.Plan().Entries), stored(t, a.lib, "A"); here != want || there != want {
			t.Errorf("step %d: %d lines on the screen and %d on the disk, want %d", step, here, there, want)
		}
		a.goTo(a.line.Profession)
		a.run(a.d.ToggleStar(ids[2]), a.pass())
		if history, unsaved := a.d.Turn().History(); stored(t, a.lib, "A") != want+1 || len(history) != want+1 || unsaved != 0 {
			t.Errorf("step %d: %d lines, %d acts, %d unsaved after one more of each", step, stored(t, a.lib, "A"), len(history), unsaved)
		}
	}
}

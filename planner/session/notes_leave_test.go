package session_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner/backups"
	"brujula/planner/session"
	"brujula/planner/storage"
)

// notesOf counts the reports on the disk.
func notesOf(t *testing.T, lib *library.Library) int {
	t.Helper()
	book, _, err := storage.LoadReports(t.Context(), lib)
	if err != nil {
		t.Fatal(err)
	}
	return book.Len()
}

func quits(said []session.Answer) bool { return slices.Contains(said, session.Answer(session.Quit{})) }

// questionOf returns what is asked.
func questionOf(said []session.Answer) string {
	for _, m := range said {
		if q, ok := m.(session.Question); ok {
			return q.Text
		}
	}
	return ""
}

// A report that a full disk refuses is kept and shown, told once, tried again by
// the one timer, and told to be saved once.
func TestANoteOutlivesAFullDisk(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	fill(disk)
	n, write := report(t, d, "Cuatro horas a pie")
	said := settle(d, write)
	failures := noticesOf(said, session.Error)
	if len(failures) != 1 || !strings.Contains(failures[0], "la nota NO se guardó") || d.NotesFailure() != failures[0] {
		t.Fatalf("told %q, failure %q", failures, d.NotesFailure())
	}
	for range 2 {
		if got := d.UnsavedNotes(n.Renipress); len(got) != 1 || got[0] != n {
			t.Fatalf("kept %+v", got)
		}
		said = settle(d, soleTimer(t, said))
		if told := slices.Concat(noticesOf(said, session.Error), noticesOf(said, session.Success)); len(told) != 0 {
			t.Fatalf("a further failure is told: %q", told)
		}
	}
	disk.Heal()
	said = settle(d, soleTimer(t, said))
	if told := noticesOf(said, session.Success); !slices.Equal(told, []string{texts.SavedAfterAll}) || len(timersOf(said)) != 0 {
		t.Errorf("told %q, timers %v", told, timersOf(said))
	}
	if notesOf(t, lib) != 1 || d.Space.Reports.Count(n.Renipress) != 1 || len(d.UnsavedNotes(n.Renipress)) != 0 || d.NotesFailure() != "" {
		t.Errorf("%d stored, %d in view, %d unsaved, %q", notesOf(t, lib), d.Space.Reports.Count(n.Renipress), len(d.UnsavedNotes(n.Renipress)), d.NotesFailure())
	}
}

// A report that is written while the further try of another runs is tried too,
// and its failure told; with room both are stored.
func TestANoteDuringATry(t *testing.T) {
	for _, room := range []bool{false, true} {
		disk := storetest.New()
		d, lib := onDisk(t, disk)
		fill(disk)
		n, write := report(t, d, "Cuatro horas a pie")
		try, _ := d.Receive(only(soleTimer(t, settle(d, write)))) // its write has not begun
		_, other := report(t, d, "Hay combi los lunes")
		if room {
			disk.Heal()
		}
		said := settle(d, try, other)
		failures, done := noticesOf(said, session.Error), strings.Join(noticesOf(said, session.Success), "\n")
		if room != strings.Contains(done, "Nota guardada") || room == (len(failures) == 1) {
			t.Errorf("room %v: failures %q, done %q", room, failures, done)
		}
		disk.Heal()
		want := map[bool]int{false: 0, true: 2}[room]
		if notesOf(t, lib) != want || len(d.UnsavedNotes(n.Renipress)) != 2-want {
			t.Errorf("room %v: %d stored, %d unsaved", room, notesOf(t, lib), len(d.UnsavedNotes(n.Renipress)))
		}
	}
}

// Leaving right behind the note waits for its write, and ends then.
func TestLeavingWaitsForANote(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	_, write := report(t, d, "Cuatro horas a pie")
	if said := settle(d, d.Leave()); quits(said) || questionOf(said) != "" {
		t.Fatalf("left before the note was written: %+v", said)
	}
	if said := settle(d, write); !quits(said) || notesOf(t, lib) != 1 {
		t.Errorf("%d stored, said %+v", notesOf(t, lib), said)
	}
}

// Leaving asks where notes are not on the disk, tries before, and ends where the
// try succeeds.
func TestLeavingAsksForNotes(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	fill(disk)
	_, write := report(t, d, "Cuatro horas a pie")
	settle(d, write)
	said := settle(d, d.Leave())
	if want := texts.LeavePending(texts.NotesUnsaved(1)); quits(said) || questionOf(said) != want {
		t.Fatalf("asked %q, said %+v", questionOf(said), said)
	}
	if notesOf(t, lib) != 0 {
		t.Fatal("stored on a full disk")
	}
	disk.Heal()
	if said := settle(d, d.Leave()); !quits(said) || notesOf(t, lib) != 1 {
		t.Errorf("%d stored, said %+v", notesOf(t, lib), said)
	}
}

// A sudden end writes the notes that no command has written, and those that one
// has written are there once.
func TestASuddenEndKeepsNotes(t *testing.T) {
	for _, ran := range []bool{false, true} {
		d, lib := onDisk(t, storetest.New())
		_, write := report(t, d, "Cuatro horas a pie")
		if ran {
			only(write) // its answer is never taken
		}
		if err := d.Flush(); err != nil || notesOf(t, lib) != 1 {
			t.Errorf("ran %v: %d stored, %v", ran, notesOf(t, lib), err)
		}
	}
}

// Notes that cannot be read any more keep no new one out, and that is told.
func TestANoteBesideLostOnes(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	_, write := report(t, d, "Cuatro horas a pie")
	settle(d, write)
	for name := range disk.Files() {
		if strings.Contains(name, "notas-") && strings.HasSuffix(name, ".csv") {
			disk.Set(name, "dañado")
		}
	}
	_, write = report(t, d, "Hay combi los lunes")
	said := settle(d, write)
	if notesOf(t, lib) != 1 || !says(said, ".danado.csv") || !says(said, "Nota guardada") {
		t.Errorf("%d stored, said %+v", notesOf(t, lib), said)
	}
}

// A backup on another disk holds the notes that this one refuses.
func TestABackupHoldsRefusedNotes(t *testing.T) {
	disk := storetest.New()
	d, _ := onDisk(t, disk)
	fill(disk)
	_, write := report(t, d, "Cuatro horas a pie")
	settle(d, write)
	file := filepath.Join(t.TempDir(), "rescate.zip")
	if said := settle(d, d.Backup(file, false)); !says(said, texts.BackupWithUnsaved) {
		t.Errorf("said %+v", said)
	}
	c, err := backups.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	if n := notesOf(t, c.Library); n != 1 {
		t.Errorf("%d notes in the backup", n)
	}
}

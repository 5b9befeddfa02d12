package library

import (
	"slices"
	"strings"
	"testing"

	"brujula/data/store/storetest"
)

// notesInBackup makes a backup with notes 1 to n as unsaved, and opens it.
func notesInBackup(t *testing.T, l *Library, n int) *Contents {
	t.Helper()
	item := notesItem(n)
	content, _, err := l.Backup(t.Context(), made, Unsaved{Notes: &item})
	if err != nil {
		t.Fatal(err)
	}
	return mustOpenBackup(t, content)
}

// A backup has the notes that are not on the disk beside those that are, each
// once, and the version before of those.
func TestABackupHoldsUnsavedNotes(t *testing.T) {
	for _, stored := range []int{0, 2, 3, 5} {
		l := mustOpen(t, "d", WithFS(storetest.New()))
		mustCommit(t, l, fakeItem(fakeOffer("2026-I", "remunerada", 3, 1), day(1)))
		if stored > 0 {
			mustCommit(t, l, notesItem(1))
			mustCommit(t, l, notesItem(stored))
		}
		c := notesInBackup(t, l, 3)
		if rows, told, err := rowsOfNotes(c.Library); rows != max(3, stored) || told != "" || err != nil {
			t.Errorf("%d stored: %d rows, %q, %v", stored, rows, told, err)
		}
		lists := 0
		for name := range c.files {
			if strings.HasPrefix(name, listFolder+"/notas-") {
				lists++
			}
		}
		if want := map[int]int{0: 2, 2: 4, 3: 4, 5: 4}[stored]; lists != want || len(c.Lists()) != 2 {
			t.Errorf("%d stored: %d files of notes, %d lists", stored, lists, len(c.Lists()))
		}
		if now, err := countNotes(l); now != stored || err != nil {
			t.Errorf("the library has %d notes, %v", now, err)
		}
	}
}

// Where those on the disk are damaged the version before is built on, and the
// damaged file goes along.
func TestABackupHoldsUnsavedNotesBesideDamagedOnes(t *testing.T) {
	for _, before := range []int{0, 2} {
		disk := storetest.New()
		l := mustOpen(t, "d", WithFS(disk))
		if before > 0 {
			mustCommit(t, l, notesItem(before))
		}
		mustCommit(t, l, notesItem(3))
		disk.Set(l.contentPath(&l.entries()[0]), "dañado")
		c := notesInBackup(t, l, 1)
		if rows, told, err := rowsOfNotes(c.Library); rows != max(1, before) || err != nil || (told != "") != (before > 0) {
			t.Errorf("%d before: %d rows, %q, %v", before, rows, told, err)
		}
		found := false
		for _, content := range c.files {
			found = found || slices.Equal(content, []byte("dañado"))
		}
		if !found {
			t.Errorf("%d before: the damaged file is not in the backup", before)
		}
	}
}

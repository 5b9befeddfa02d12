package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data"
)

// rowsOfNotes returns how many notes can be read, and what is told of them.
func rowsOfNotes(l *Library) (rows int, told string, err error) {
	t, err := l.Table(context.Background(), data.KindNotes, "", "")
	if err != nil {
		return 0, "", err
	}
	return len(t.Rows), t.Restored, nil
}

// severalNotes stores notes so often as lengths are given, and gives the file of
// the last.
func severalNotes(t *testing.T, lengths ...int) (dir, content string) {
	t.Helper()
	dir = t.TempDir()
	l := mustOpen(t, dir)
	for _, n := range lengths {
		mustCommit(t, l, notesItem(n))
	}
	return dir, l.contentPath(&l.entries()[0])
}

func damages() map[string]func(t *testing.T, path string) {
	return map[string]func(t *testing.T, path string){
		"three bytes short": func(t *testing.T, path string) { edit(t, path, func(b []byte) []byte { return b[:len(b)-3] }) },
		"empty":             func(t *testing.T, path string) { edit(t, path, func([]byte) []byte { return []byte{} }) },
		"one bit":           func(t *testing.T, path string) { edit(t, path, func(b []byte) []byte { b[len(b)/2] ^= 1; return b }) },
		"gone":              func(_ *testing.T, path string) { _ = os.Remove(path) },
	}
}

// aside lists the damaged files that were kept.
func aside(t *testing.T, dir string) []string {
	t.Helper()
	kept, err := filepath.Glob(filepath.Join(dir, listFolder, "*"+setAsideSuffix))
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// Notes that are damaged give way to the version before, which is told; what is
// stored next is built on that, and the damaged file stays.
func TestDamagedNotesGiveWayToTheVersionBefore(t *testing.T) {
	for name, damage := range damages() {
		dir, content := severalNotes(t, 2, 5, 6)
		damage(t, content)
		left, _ := os.ReadFile(content)
		l := mustOpen(t, dir)
		rows, told, err := rowsOfNotes(l)
		if rows != 5 || err != nil || !strings.Contains(told, content) || !strings.Contains(told, "5 notas (había 6)") {
			t.Fatalf("%s: %d rows, %q, %v", name, rows, told, err)
		}
		change := mustCommit(t, l, notesItem(7))[0]
		if change.Unreadable || change.Added != 2 || change.Removed != 0 {
			t.Errorf("%s: %+v", name, change)
		}
		l = mustOpen(t, dir)
		if rows, told, err := rowsOfNotes(l); rows != 7 || told != "" || err != nil {
			t.Errorf("%s: then %d rows, %q, %v", name, rows, told, err)
		}
		kept := aside(t, dir)
		if name == "gone" {
			if len(kept) != 0 {
				t.Errorf("kept %q", kept)
			}
			continue
		}
		if len(kept) != 1 {
			t.Fatalf("%s: kept %q", name, kept)
		}
		if now, _ := os.ReadFile(kept[0]); string(now) != string(left) {
			t.Errorf("%s: %s is not what was left", name, kept[0])
		}
		// The new version has its own to fall back to: the good one, not the damaged.
		edit(t, l.contentPath(&l.entries()[0]), truncated)
		if rows, _, err := rowsOfNotes(l); rows != 5 || err != nil {
			t.Errorf("%s: damaged again: %d rows, %v", name, rows, err)
		}
	}
}

// Without a version before the loss is told with its place and extent, and new
// notes can be stored.
func TestLostNotesDoNotKeepNewOnesOut(t *testing.T) {
	for name, damage := range damages() {
		dir, content := severalNotes(t, 6)
		damage(t, content)
		l := mustOpen(t, dir)
		_, _, err := rowsOfNotes(l)
		if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), content) || !strings.Contains(err.Error(), "6 notas") || strings.Contains(err.Error(), "vuelva a importar") {
			t.Fatalf("%s: %v", name, err)
		}
		mustCommit(t, l, notesItem(1))
		kept, notices := aside(t, dir), l.Notices()
		if len(notices) != 1 || len(kept) == 1 && !strings.Contains(notices[0], kept[0]) || (len(kept) == 0) != (name == "gone") {
			t.Errorf("%s: told %q of %q", name, notices, kept)
		}
		if rows, told, err := rowsOfNotes(mustOpen(t, dir)); rows != 1 || told != "" || err != nil {
			t.Errorf("%s: %d rows, %q, %v", name, rows, told, err)
		}
	}
}

// One version before is kept, whatever was stored and in whichever order: notes
// that come to be what they were before are the same file.
func TestOneVersionBeforeIsKept(t *testing.T) {
	for _, lengths := range [][]int{{1}, {1, 2}, {1, 2, 3}, {1, 2, 1}, {1, 2, 1, 2}, {1, 1}, {1, 2, 2}} {
		t.Run(fmt.Sprint(lengths), func(t *testing.T) {
			dir, content := severalNotes(t, lengths...)
			want, last := 0, lengths[len(lengths)-1]
			for _, n := range lengths {
				if n != last {
					want = n
				}
			}
			files, err := filepath.Glob(filepath.Join(dir, listFolder, "*.csv"))
			if most := min(2, len(lengths)); err != nil || len(files) > most {
				t.Errorf("%q, %v", files, err)
			}
			if rows, told, err := rowsOfNotes(mustOpen(t, dir)); rows != last || told != "" || err != nil {
				t.Errorf("%d rows, %q, %v", rows, told, err)
			}
			edit(t, content, truncated)
			if rows, _, err := rowsOfNotes(mustOpen(t, dir)); rows != want || (err != nil) != (want == 0) {
				t.Errorf("damaged: %d rows, %v", rows, err)
			}
		})
	}
}

// An index that is made again takes the last notes for the present ones, though
// both versions were stored in one second, and though the last are damaged.
func TestARebuiltIndexKnowsTheVersionBefore(t *testing.T) {
	for _, lengths := range [][]int{{3, 4}, {4, 3}} {
		dir, content := severalNotes(t, lengths...)
		edit(t, filepath.Join(dir, indexName), truncated)
		if rows, told, err := rowsOfNotes(mustOpen(t, dir)); rows != lengths[1] || told != "" || err != nil {
			t.Errorf("%v: %d rows, %q, %v", lengths, rows, told, err)
		}
		edit(t, content, truncated)
		if rows, told, err := rowsOfNotes(mustOpen(t, dir)); rows != lengths[0] || told == "" || err != nil {
			t.Errorf("%v damaged: %d rows, %q, %v", lengths, rows, told, err)
		}
	}
}

// A backup takes both versions along, and what was put aside.
func TestABackupHasTheVersionBefore(t *testing.T) {
	dir, content := severalNotes(t, 2, 3)
	edit(t, content, truncated)
	l := mustOpen(t, dir)
	mustCommit(t, l, notesItem(4))
	archived, _, err := l.Backup(t.Context(), About{Program: "prueba", At: day(9)}, Unsaved{})
	if err != nil {
		t.Fatal(err)
	}
	other := mustOpen(t, t.TempDir())
	if _, err := other.Restore(t.Context(), mustOpenBackup(t, archived), About{Program: "prueba", At: day(10)}); err != nil {
		t.Fatal(err)
	}
	edit(t, other.contentPath(&other.entries()[0]), truncated)
	if rows, told, err := rowsOfNotes(other); rows != 2 || told == "" || err != nil || len(aside(t, other.Path())) != 1 {
		t.Errorf("%d rows, %q, %v, aside %q", rows, told, err, aside(t, other.Path()))
	}
}

// The report of notes cannot be had by importing them again: the next ones bring
// their own.
func TestADamagedReportOfNotes(t *testing.T) {
	dir, _ := severalNotes(t, 2)
	l := mustOpen(t, dir)
	edit(t, l.reportPath(&l.entries()[0]), truncated)
	if _, err := l.Problems(l.Lists()[0]); !errors.Is(err, ErrDamaged) || strings.Contains(err.Error(), "importar") {
		t.Error(err)
	}
	mustCommit(t, l, notesItem(3))
	if _, err := l.Problems(l.Lists()[0]); err != nil {
		t.Error(err)
	}
	if rows, told, err := rowsOfNotes(l); rows != 3 || told != "" || err != nil {
		t.Errorf("%d rows, %q, %v", rows, told, err)
	}
}

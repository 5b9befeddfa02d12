package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"brujula/data"
)

// twoLists makes a library of two offers and gives the files of the first.
func twoLists(t *testing.T) (dir, content, report string) {
	t.Helper()
	dir = t.TempDir()
	l := mustOpen(t, dir)
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 9, 1), day(1)), fakeItem(fakeOffer("2025-I", data.Remunerada, 7, 1), day(1)))
	e := l.entries()[0]
	return dir, l.contentPath(&e), l.reportPath(&e)
}

func edit(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := change(slices.Clone(content))
	if slices.Equal(changed, content) {
		t.Fatalf("%s: nothing was damaged", path)
	}
	if err := os.WriteFile(path, changed, 0o600); err != nil {
		t.Fatal(err)
	}
}

func truncated(b []byte) []byte { return b[:len(b)/2] }

func TestDamagedListIsNamedAndTheRestLoads(t *testing.T) {
	for name, damage := range map[string]func(t *testing.T, path string){
		"truncated": func(t *testing.T, path string) { edit(t, path, truncated) },
		"edited": func(t *testing.T, path string) {
			edit(t, path, func(b []byte) []byte { return []byte(strings.Replace(string(b), ";SI;NO;", ";NO;NO;", 1)) })
		},
		"one bit": func(t *testing.T, path string) { edit(t, path, func(b []byte) []byte { b[len(b)/2] ^= 1; return b }) },
		"gone":    func(t *testing.T, path string) { _ = os.Remove(path) },
	} {
		dir, content, _ := twoLists(t)
		damage(t, content)
		l := mustOpen(t, dir)
		_, err := l.Offer(context.Background(), "2026-I", data.Remunerada)
		if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), content) || !strings.Contains(err.Error(), "serums importar oferta oferta-inventada.csv") {
			t.Errorf("%s: %v", name, err)
		}
		offers, err := l.Offers(context.Background())
		if len(offers) != 1 || offers[0].Process != "2025-I" || !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %d offers, %v", name, len(offers), err)
		}
		// Importing the same list again mends it.
		change := mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 9, 1), day(5)))[0]
		if change.Same || !change.Unreadable || !change.Replaced || change.Added != 9 {
			t.Errorf("%s: %+v", name, change)
		}
		if offer, err := l.Offer(context.Background(), "2026-I", data.Remunerada); err != nil || len(offer.Plazas) != 9 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDamagedReport(t *testing.T) {
	dir, _, report := twoLists(t)
	edit(t, report, func(b []byte) []byte { return []byte(strings.Replace(string(b), `"dos"`, `"uno"`, 1)) })
	l := mustOpen(t, dir)
	info := l.Lists()[0]
	if _, err := l.Problems(info); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), report) {
		t.Error(err)
	}
	if offers, err := l.Offers(context.Background()); len(offers) != 2 || err != nil {
		t.Errorf("%d %v", len(offers), err)
	}
}

func TestDamagedIndexIsRebuilt(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"truncated": truncated,
		"empty":     func([]byte) []byte { return nil },
		"zeros":     func(b []byte) []byte { return make([]byte, len(b)) },
		"edited":    func(b []byte) []byte { return []byte(strings.Replace(string(b), `"cupos": `, `"cupos": 1`, 1)) },
		"a path": func(b []byte) []byte {
			return []byte(strings.Replace(string(b), `"archivo": "oferta`, `"archivo": "../oferta`, 1))
		},
	} {
		dir, _, _ := twoLists(t)
		want := mustOpen(t, dir).Lists()
		edit(t, filepath.Join(dir, indexName), damage)
		l := mustOpen(t, dir)
		if notices := l.Notices(); len(notices) != 1 || !strings.Contains(notices[0], indexName) || !strings.Contains(notices[0], "2 listas") {
			t.Errorf("%s: %q", name, notices)
		}
		if got := l.Lists(); len(got) != 2 || !reflect.DeepEqual(got[0], want[0]) || !reflect.DeepEqual(got[1], want[1]) {
			t.Errorf("%s: %v", name, got)
		}
		if offers, err := l.Offers(context.Background()); len(offers) != 2 || err != nil {
			t.Errorf("%s: %d %v", name, len(offers), err)
		}
		mustCommit(t, l, fakeItem(fakeOffer("2024-I", data.Remunerada, 3, 1), day(6)))
		if again := mustOpen(t, dir); len(again.Lists()) != 3 || len(again.Notices()) != 0 {
			t.Errorf("%s: after a commit %d lists, %q", name, len(again.Lists()), again.Notices())
		}
	}
}

func TestRebuiltIndexKeepsDamagedListsToSaySo(t *testing.T) {
	dir, content, _ := twoLists(t)
	edit(t, content, truncated)
	edit(t, filepath.Join(dir, indexName), truncated)
	l := mustOpen(t, dir)
	if _, err := l.Offer(context.Background(), "2026-I", data.Remunerada); !errors.Is(err, ErrDamaged) {
		t.Error(err)
	}
}

func TestNewerFormatIsRefusedAndKept(t *testing.T) {
	dir, _, _ := twoLists(t)
	path := filepath.Join(dir, indexName)
	late, err := encodeEnvelope(kindIndex, indexVersion+1, "", []byte(`{"otra":"forma"}`))
	if err != nil {
		t.Fatal(err)
	}
	later := []byte(strings.Replace(string(late), `"formato": 1`, `"formato": 2`, 1))
	for _, file := range [][]byte{late, later} {
		l := mustOpen(t, dir) // opened before the newer program wrote
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), path) {
			t.Error(err)
		}
		if _, err := l.Commit(context.Background(), []Item{fakeItem(fakeOffer("2023-I", data.Remunerada, 3, 1), day(1))}); !errors.Is(err, ErrNewer) {
			t.Error(err)
		}
		if kept, _ := os.ReadFile(path); string(kept) != string(file) {
			t.Error("the newer file was touched")
		}
		dir, _, _ = twoLists(t)
		path = filepath.Join(dir, indexName)
	}
}

func TestUnreadableIndex(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, indexName), 0o700); err != nil { // a folder in its place
		t.Fatal(err)
	}
	if _, err := Open(dir); err == nil || !strings.Contains(err.Error(), indexName) {
		t.Error(err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("permissions do not bind this user; the double covers it (TestFullDiskAndReadOnly)")
	}
	dir, _, _ := twoLists(t)
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	l := mustOpen(t, dir)
	if err := l.SavePlan("a", Document{Version: 1, Body: []byte("{}")}); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	if offers, err := l.Offers(context.Background()); len(offers) != 2 || err != nil {
		t.Errorf("%d %v", len(offers), err)
	}
}

func TestForeignFilesAreLeftAlone(t *testing.T) {
	dir, _, _ := twoLists(t)
	mine := filepath.Join(dir, listFolder, "mis apuntes.csv")
	if err := os.WriteFile(mine, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	litter := filepath.Join(dir, listFolder, ".serums-123.tmp")
	orphan := filepath.Join(dir, listFolder, "oferta-2024-I-remunerada-0123456789ab.csv")
	for _, path := range []string{litter, orphan} {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	mustCommit(t, mustOpen(t, dir), fakeItem(fakeOffer("2026-I", data.Remunerada, 2, 1), day(3)))
	for _, path := range []string{mine, orphan} { // a list that no index names may be the last copy of it
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(litter); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is still there", litter)
	}
}

// An index that something else took away is made again, whatever is done next, and
// nothing of what it named is lost: neither the lists nor the user's own notes.
func TestLostIndexIsRebuilt(t *testing.T) {
	for name, next := range map[string]func(l *Library) error{
		"nothing": func(*Library) error { return nil },
		"an import": func(l *Library) error {
			_, err := l.Commit(context.Background(), []Item{fakeItem(fakeOffer("2024-I", data.Remunerada, 3, 1), day(6))})
			return err
		},
		"a window that was open": func(l *Library) error {
			if err := l.Reload(); err != nil {
				return err
			}
			return l.SaveProfile(Profile{Rank: 1})
		},
	} {
		dir, _, _ := twoLists(t)
		open := mustOpen(t, dir)
		mustCommit(t, open, notesItem(3))
		mustCommit(t, open, fakeItem(fakeOffer("2026-I", data.Remunerada, 8, 1), day(2))) // the one of 9 is kept to go back to
		if err := os.Remove(filepath.Join(dir, indexName)); err != nil {
			t.Fatal(err)
		}
		l := mustOpen(t, dir)
		if notices := l.Notices(); len(notices) != 1 || !strings.Contains(notices[0], "faltaba") || !strings.Contains(notices[0], "3 listas") {
			t.Errorf("%s: %q", name, notices)
		}
		for _, l := range []*Library{open, l} {
			if err := next(l); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		again := mustOpen(t, dir)
		offer, err := again.Offer(context.Background(), "2026-I", data.Remunerada)
		n, notesErr := countNotes(again)
		if err := errors.Join(err, notesErr); err != nil || len(offer.Plazas) != 8 || n != 3 {
			t.Errorf("%s: %d notes, %v", name, n, err)
		}
	}
}

// Lists without an index of which not even one can be read are told all the same.
func TestLostIndexBesideDamagedReports(t *testing.T) {
	dir := t.TempDir()
	mustCommit(t, mustOpen(t, dir), fakeItem(fakeOffer("2026-I", data.Remunerada, 9, 1), day(1)))
	reports, _ := filepath.Glob(filepath.Join(dir, listFolder, "*"+reportSuffix))
	edit(t, reports[0], truncated)
	if err := os.Remove(filepath.Join(dir, indexName)); err != nil {
		t.Fatal(err)
	}
	if l := mustOpen(t, dir); len(l.Lists()) != 0 || len(l.Notices()) != 1 {
		t.Errorf("%v %q", l.Lists(), l.Notices())
	}
}

func TestRebuiltIndexPrefersTheWholeThenTheLater(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	kept := map[string][]byte{}
	for n := 1; n <= 3; n++ { // three imports of one list, whose files are all put back
		mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, n, 1), day(n)))
		e := l.entries()[0]
		for _, path := range []string{l.contentPath(&e), l.reportPath(&e)} {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if n == 3 && path == l.contentPath(&e) {
				content = truncated(content)
			}
			kept[path] = content
		}
	}
	for path, content := range kept {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	edit(t, filepath.Join(dir, indexName), truncated)
	if offer, err := mustOpen(t, dir).Offer(context.Background(), "2026-I", data.Remunerada); err != nil || len(offer.Plazas) != 2 {
		t.Errorf("%+v %v", offer, err)
	}
}

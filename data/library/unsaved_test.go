package library

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/store/storetest"
)

// bodiesOf returns acts as Unsaved has them.
func bodiesOf(acts ...string) (all []json.RawMessage) {
	for _, act := range acts {
		all = append(all, json.RawMessage(act))
	}
	return all
}

// A backup with unsaved work is the one that would be made had it been saved.
func TestABackupHoldsUnsavedWorkAsSavingIt(t *testing.T) {
	work := Unsaved{
		Profile: &Profile{Rank: 9},
		Plans:   map[string]Document{"A": planOf(`{"n":9}`), "nuevo": planOf(`{"n":1}`)},
		Acts:    map[string]NewActs{"turno": {After: 2, Bodies: bodiesOf(`3`, `4`)}, "otro": {Bodies: bodiesOf(`1`)}},
	}
	for name, damage := range map[string]func(*storetest.Mem){
		"whole":            func(*storetest.Mem) {},
		"a damaged plan":   func(fs *storetest.Mem) { fs.Set("d/planes/a-559aead0.json", "{") },
		"an act too many":  func(fs *storetest.Mem) { fs.Set("d/turnos/turno.jsonl", fs.Files()["d/turnos/turno.jsonl"]+"{\n") },
		"a torn last act":  func(fs *storetest.Mem) { fs.Set("d/turnos/turno.jsonl", fs.Files()["d/turnos/turno.jsonl"]+`{"n":3`) },
		"without a plan":   func(fs *storetest.Mem) { _ = fs.Remove("d/planes/a-559aead0.json") },
		"one act is there": func(fs *storetest.Mem) { appendActs(t, mustOpen(t, "d", WithFS(fs)), "turno", `3`) },
	} {
		fs := storetest.New()
		fill(t, mustOpen(t, "d", WithFS(fs)), 4)
		damage(fs)
		l := mustOpen(t, "d", WithFS(fs))
		content, _, err := l.Backup(t.Context(), made, work)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for file, body := range mustOpenBackup(t, content).files {
			got[file] = string(body)
		}
		save(t, l, name == "one act is there")
		if diff := cmp.Diff(ownedFiles(fs, "d"), got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// save stores by the usual ways what the test above gives to a backup.
func save(t *testing.T, l *Library, one bool) {
	t.Helper()
	if err := l.SaveProfile(Profile{Rank: 9}); err != nil {
		t.Fatal(err)
	}
	_, _ = l.LoadPlan("A") // to be allowed to replace it
	mustSave(t, l, "A", `{"n":9}`)
	mustSave(t, l, "nuevo", `{"n":1}`)
	if !one {
		appendActs(t, l, "turno", `3`)
	}
	appendActs(t, l, "turno", `4`)
	appendActs(t, l, "otro", `1`)
}

// Which acts the log holds already is told from their number alone: equal ones
// may follow each other.
func TestUnsavedActsAreNotTakenTwice(t *testing.T) {
	for _, tt := range []struct {
		after int
		want  string
	}{
		{2, "1=1 2=1 3=1 4=1"}, {1, "1=1 2=1 3=1"}, {0, "1=1 2=1"}, {-1, "1=1 2=1 3=1 4=1"}, {5, "1=1 2=1 3=1 4=1"},
	} {
		l := mustOpen(t, t.TempDir())
		appendActs(t, l, "t", `1`, `1`)
		content, _, err := l.Backup(t.Context(), made, Unsaved{Acts: map[string]NewActs{"t": {After: tt.after, Bodies: bodiesOf(`1`, `1`)}}})
		if err != nil {
			t.Fatal(err)
		}
		if got, _, err := mustOpenBackup(t, content).ReadLog("t"); err != nil || acts(got) != tt.want {
			t.Errorf("after %d: %s %v", tt.after, acts(got), err)
		}
	}
}

// What a newer version wrote is not replaced in a backup either.
func TestUnsavedWorkReplacesNothingNewer(t *testing.T) {
	l := mustOpen(t, t.TempDir())
	if err := l.SavePlan("a", Document{Version: 7, Body: json.RawMessage(`1`)}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := l.Backup(t.Context(), made, Unsaved{Plans: map[string]Document{"a": planOf(`2`)}}); !errors.Is(err, ErrNewer) {
		t.Error(err)
	}
}

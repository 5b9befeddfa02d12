package backups_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data/library"
	"brujula/planner/backups"
	"brujula/planner/plan"
	"brujula/planner/storage"
)

// What the program would refuse to open after a restore is refused before it,
// and the file is named.
func TestWhatANewerVersionWroteIsRefused(t *testing.T) {
	plan := func(version int, body string) func(*testing.T, *library.Library) {
		return func(t *testing.T, lib *library.Library) {
			if err := lib.SavePlan("a", library.Document{Version: version, Body: json.RawMessage(body)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	act := func(bodies ...string) func(*testing.T, *library.Library) {
		return func(t *testing.T, lib *library.Library) {
			log, _, err := lib.OpenLog("2026-I MEDICINA remunerada")
			if err != nil {
				t.Fatal(err)
			}
			for _, body := range bodies {
				if _, err := log.Append(json.RawMessage(body)); err != nil {
					t.Fatal(err)
				}
			}
			if err := log.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	const mine, pass = `{"formato":1,"nombre":"a","puestos":{},"lineas":[]}`, `{"v":1,"tipo":"pasan","n":1}`
	for name, tt := range map[string]struct {
		make func(*testing.T, *library.Library)
		want string // the file; "" when the backup is good
	}{
		"a plan":                      {plan(1, mine), ""},
		"a plan of this version":      {plan(2, mine), "planes/a.json"},
		"a plan of the next form":     {plan(1, `{"formato":2,"lineas":{}}`), "planes/a.json"},
		"acts":                        {act(pass, pass), ""},
		"a place that was taken":      {act(pass, `{"v":2,"tipo":"tomar","renipress":"00000001"}`, pass), ""},
		"acts and what is none":       {act(pass, `{"v":1}`, `7`), ""},
		"an act of the next form":     {act(pass, `{"v":3,"tipo":"otro","cupos":[7]}`, pass), "turnos/2026-i-medicina-remunerada-"},
		"a plan that was taken away":  {func(t *testing.T, lib *library.Library) { plan(2, mine)(t, lib); drop(t, lib, "a") }, ""},
		"the version before is newer": {before, "planes/a.anterior.json"},
	} {
		lib := open(t)
		if err := lib.SaveProfile(library.Profile{Rank: 7}); err != nil {
			t.Fatal(err)
		}
		tt.make(t, lib)
		file := filepath.Join(t.TempDir(), "mio.zip")
		if _, err := backups.Save(t.Context(), lib, backups.Wish{File: file}); err != nil {
			t.Fatal(err)
		}
		_, err := backups.Open(t.Context(), file)
		switch {
		case tt.want == "":
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case !errors.Is(err, library.ErrNewer):
			t.Errorf("%s: %v", name, err)
		case !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), file) || !strings.Contains(err.Error(), "más nueva"):
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A plan of a later version is not opened either: it could not be saved again.
func TestAPlanOfANewerVersionIsNotOpened(t *testing.T) {
	lib := open(t)
	body, err := plan.Encode(plan.Plan{Name: "a"})
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.SavePlan("a", library.Document{Version: plan.FormatVersion + 1, Body: body}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := storage.OpenPlan(lib, "a"); !errors.Is(err, plan.ErrNewer) {
		t.Error(err)
	}
}

func open(t *testing.T) *library.Library {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func drop(t *testing.T, lib *library.Library, name string) {
	t.Helper()
	if err := lib.RemovePlan(name); err != nil {
		t.Fatal(err)
	}
}

// before leaves a damaged plan, in whose place the version before is opened.
func before(t *testing.T, lib *library.Library) {
	t.Helper()
	for version := 2; version <= 3; version++ {
		if err := lib.SavePlan("a", library.Document{Version: version, Body: json.RawMessage(`{}`)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(lib.Path(), "planes", "a.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
}

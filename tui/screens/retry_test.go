package screens

import (
	"strings"
	"testing"
	"time"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/bridge"
	"brujula/tui/layout"
	"brujula/tui/tuitest"
)

// A full disk is said where the plan is, and what could not be saved is saved as
// soon as there is room, without a key; what was said of it is then gone.
func TestAFullDiskIsTriedAgain(t *testing.T) {
	furnished, err := furnished()
	if err != nil {
		t.Fatal(err)
	}
	disk := furnished.After(storetest.Kill)
	lib, err := library.Open(monkeyFolder, library.WithFS(disk))
	if err != nil {
		t.Fatal(err)
	}
	space, err := storage.Load(t.Context(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	shared, notices := bridge.New(t.Context(), plain(), session.Options{
		Lib: lib, Facts: rules.Default(), Space: space,
		Now: func() time.Time { return time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC) },
	})
	t.Cleanup(shared.Close)
	d := tuitest.New(t, New(shared, notices, func(string) (string, error) { return "", nil }), 160, 40)
	lines := func() int {
		e, _, err := storage.OpenPlan(lib, storage.DefaultPlan)
		if err != nil {
			t.Fatal(err)
		}
		return len(e.Plan().Entries)
	}

	disk.FailFrom(1, storetest.ErrFull, storetest.OpCreate, storetest.OpWrite, storetest.OpSync)
	d.Press("space").Contains("NO se guardó")
	d.Advance(time.Minute).Contains("NO se guardó")
	for _, w := range []int{60, 80} { // what is longer than the line is cut, and the line as wide as the window
		d.Resize(w, 24).Press("2").Contains("NO GUARDADO")
		for _, line := range strings.Split(d.Text(), "\n") {
			if layout.Width(line) > w {
				t.Errorf("%d cells wide in a window of %d: %q", layout.Width(line), w, line)
			}
		}
		d.Press("1")
	}
	d.Resize(160, 40)
	disk.Heal()
	d.Advance(time.Second)
	if n := lines(); n != 0 {
		t.Fatalf("%d lines stored before the timer", n)
	}
	d.Advance(10 * time.Second).Contains(texts.SavedAfterAll).Lacks("NO se guardó")
	if n := lines(); n != 1 {
		t.Errorf("%d lines stored", n)
	}
	d.Press("2").Lacks("NO GUARDADO")
}

// Package own makes, for tests, the planner of a person who has imported lists:
// a library on the disk that holds the made-up offers, and a desk on it.
package own

import (
	"context"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/demo/demotest"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/bridge"
	"brujula/tui/theme"
)

// Noon is when all happens.
func Noon() time.Time { return time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC) }

// NoClipboard takes what is copied and drops it.
func NoClipboard(string) (string, error) { return "", nil }

// Doctor is the profile of the demonstration's example.
func Doctor() library.Profile {
	return library.Profile{Process: demo.Current, Profession: "MEDICINA", Modality: data.Remunerada, Rank: 66}
}

// Library opens the library of a folder. One that is empty gets the made-up
// offers, and the profiles, of which there may be one or none.
func Library(tb testing.TB, dir string, profile ...library.Profile) *library.Library {
	tb.Helper()
	lib, err := library.Open(dir)
	if err != nil {
		tb.Fatal(err)
	}
	if len(lib.Lists()) > 0 {
		return lib
	}
	if _, err := lib.Commit(context.Background(), demotest.Offers()); err != nil {
		tb.Fatal(err)
	}
	for _, p := range profile {
		if err := lib.SaveProfile(p); err != nil {
			tb.Fatal(err)
		}
	}
	return lib
}

// Desk opens the library of a folder as Library does, and a desk on it, which
// is closed when the test ends.
func Desk(tb testing.TB, dir string, profile ...library.Profile) (*bridge.Desk, *library.Library) {
	tb.Helper()
	lib, facts := Library(tb, dir, profile...), rules.Default()
	space, err := storage.Load(context.Background(), lib, facts)
	if err != nil {
		tb.Fatal(err)
	}
	d, notices := bridge.New(context.Background(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Lib: lib, Facts: facts, Space: space, Now: Noon})
	for _, n := range notices {
		tb.Log(n)
	}
	tb.Cleanup(d.Close)
	return d, lib
}

package library

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
)

// What is said of a heading takes the place of what was said of it, nothing said
// takes it out, the latest stay, and a damaged file is no error.
func TestHeadingsAreRemembered(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "b")
	lib, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := lib.Headings(); got != nil {
		t.Errorf("%+v", got)
	}
	put := func(h Heading) {
		t.Helper()
		if err := lib.RememberHeading(h); err != nil {
			t.Fatal(err)
		}
	}
	one := Heading{Signature: "a", Columns: []ColumnChoice{{"cupos", "Cuota"}}}
	two := Heading{Signature: "b", Kind: data.KindOffer}
	put(one)
	put(two)
	one.Columns[0].Column = "Cupo"
	put(one)
	if diff := cmp.Diff([]Heading{two, one}, lib.Headings()); diff != "" {
		t.Error(diff)
	}
	put(Heading{Signature: "b"})
	if diff := cmp.Diff([]Heading{one}, lib.Headings()); diff != "" {
		t.Error(diff)
	}
	for i := range mostHeadings {
		put(Heading{Signature: fmt.Sprint(i), Kind: data.KindOffer})
	}
	if got := lib.Headings(); len(got) != mostHeadings || got[0].Signature != "0" {
		t.Errorf("%d, first %+v", len(got), got[0])
	}
	if names, err := lib.ownedNames(); err != nil || !cmp.Equal(names, []string{"columnas.anterior.json", "columnas.json"}) {
		t.Errorf("a backup takes %v, %v", names, err)
	}
	for _, name := range []string{"columnas.json", "columnas.anterior.json"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("{"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := lib.Headings(); got != nil {
		t.Errorf("%+v", got)
	}
	put(one)
	if diff := cmp.Diff([]Heading{one}, lib.Headings()); diff != "" {
		t.Error(diff)
	}
}

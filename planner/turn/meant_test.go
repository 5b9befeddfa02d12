package turn_test

import (
	"slices"
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

// Letters mean the same plazas on every face: full ones last where a seat is to be
// crossed out, and only crossed ones where one is to be freed.
func TestWhatLettersMeanInAnAct(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	_, rows := w.Catalog.Line(demo.Example().Line)
	none := func(data.PlazaID) bool { return false }
	found := turn.Find(w.Catalog, rows, "posta", none)
	if len(found) < 3 {
		t.Fatalf("%d rows", len(found))
	}
	first := w.Catalog.Plaza(found[0])
	gone := map[string]int{first.Renipress: first.Seats}
	want := append(slices.Clone(found[1:]), found[0])
	if got := turn.Meant(w.Catalog, rows, "posta", none, gone, false); !slices.Equal(got, want) {
		t.Errorf("to cross out: %v, want %v", got, want)
	}
	if got := turn.Meant(w.Catalog, rows, "posta", none, gone, true); !slices.Equal(got, found[:1]) {
		t.Errorf("to free: %v, want %v", got, found[:1])
	}
}

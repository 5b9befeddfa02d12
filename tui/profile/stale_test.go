package profile

import (
	"testing"

	"brujula/data/rules"
	"brujula/planner/merit"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// A lookup that was closed while its list was read must not answer the next.
func TestAClosedLookupAnswersNoOther(t *testing.T) {
	d, _ := bridge.New(t.Context(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Facts: rules.Default(), Space: tuitest.Demo()})
	m, ok := New(d, screen.Page{}).(*Model)
	if !ok {
		t.Fatal("no page")
	}
	ask := func(file string) {
		m.openLookup()
		m.lookup.path.Put(file)
		m.lookup.text.Put("algo")
		if m.search() == nil {
			t.Fatal(m.lookup.failed)
		}
	}
	ask("vieja.csv")
	old := standingMsg{generation: 1, found: &merit.Found{Answer: &merit.Answer{Standing: merit.Standing{Worst: 7}}}} // the first question
	if !m.lookups.Current(old.generation) {
		t.Fatal("not the number of the first question")
	}
	m.closeLookup()
	ask("nueva.csv")
	m.takeStanding(old)
	if m.lookup.found != nil || !m.lookup.reading {
		t.Error("the answer about the old list was taken for the new one's")
	}
}

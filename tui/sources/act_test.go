package sources

import (
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/planner/imports"
	"brujula/planner/turn"
	"brujula/tui/msg"
	"brujula/tui/tuitest"
)

// followed is a library in which the act of a line is kept as a past list.
func followed(t *testing.T) (*library.Library, *host) {
	t.Helper()
	lib := loaded(t)
	line := demo.Example().Line
	var plazas []data.Plaza
	offers, _ := demo.Lists()
	for _, p := range offers[0].Plazas {
		if p.Line() == line {
			plazas = append(plazas, p)
		}
	}
	act := turn.New(line, turn.SeatsOf(plazas))
	for _, e := range []turn.Event{{Kind: turn.Start, Line: line, N: 1}, {Kind: turn.Cross, Renipress: plazas[0].Renipress}, {Kind: turn.Cross, Renipress: plazas[1].Renipress}} {
		if _, err := act.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	draft, ok := act.Past(func(code string) string { return code })
	if !ok {
		t.Fatal("nothing to keep")
	}
	if err := imports.StorePastAct(t.Context(), lib, draft, noon()); err != nil {
		t.Fatal(err)
	}
	return lib, open(t, plain(), lib)
}

// acts counts those kept in the library.
func acts(lib *library.Library) (n int) {
	for _, info := range lib.Lists() {
		n += len(info.Followed)
	}
	return n
}

// An act is taken out of the past lists from where it stands among them, after a
// question; on another list the key says that there is none.
func TestAnActIsTakenOutOfThePastLists(t *testing.T) {
	lib, h := followed(t)
	d := tuitest.New(t, h, 120, 37)
	asked := func() (questions int) {
		for _, m := range h.Asked {
			if _, ok := m.(msg.ConfirmMsg); ok {
				questions++
			}
		}
		return questions
	}
	d.Press("home", "d")
	if asked() != 0 || acts(lib) != 1 {
		t.Fatalf("the offer is taken for an act: %+v", h.Asked)
	}
	d.Press("end").Contains("acto de MEDICINA").Press("d")
	if asked() != 1 || acts(lib) != 1 {
		t.Fatalf("%d questions, %d acts kept after a no", asked(), acts(lib))
	}
	h.Agree = true
	d.Press("d")
	if acts(lib) != 0 {
		t.Error("the act is still among the past lists")
	}
	d.Lacks("acto de MEDICINA")
}

package widget

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/tui/keys"
)

func groups() []FacetGroup {
	return []FacetGroup{
		{ID: "region", Title: "Región", Options: []FacetOption{
			{Value: "PUNO", Count: 136, Likely: 41, On: true},
			{Value: "CUSCO", Count: 100, Likely: 30},
			{Value: "LORETO", Count: 0, Likely: 0},
			{Value: "MADRE DE DIOS", Count: 1122, Likely: 7},
		}},
		{ID: "gd", Title: "Grado de dificultad", Options: []FacetOption{{Value: "5", Label: "GD-5", Count: 214, Likely: 38}, {Value: "4", Label: "GD-4", Count: 90, Likely: 3}}},
		{ID: "inst", Title: "Institución", Folded: true, Options: []FacetOption{{Value: "", Count: 3, Likely: -1}, {Value: "ESSALUD", Count: 9, Likely: -1}}},
	}
}

func newFacets(w, h int) *Facets {
	f := NewFacets(plain())
	f.Focused = true
	f.Resize(w, h)
	f.SetGroups(groups())
	return f
}

func send(t *testing.T, f *Facets, names ...string) FacetEvent {
	t.Helper()
	nav, k := keys.NewNavigation(), keys.NewFacets()
	var e FacetEvent
	for _, name := range names {
		e = f.Update(press(t, name), &nav, &k)
	}
	return e
}

func TestFacetEvents(t *testing.T) {
	cases := []struct {
		name string
		keys []string
		want FacetEvent
	}{
		{"toggle the second option", []string{"down", "down", " "}, FacetEvent{FacetToggle, "region", "CUSCO", "CUSCO"}},
		{"only this", []string{"down", "enter"}, FacetEvent{FacetOnly, "region", "PUNO", "PUNO"}},
		{"a dead option says so", []string{"down", "down", "down", " "}, FacetEvent{FacetDead, "region", "LORETO", "LORETO"}},
		{"a label is not the value", []string{"end", "up", "up", " "}, FacetEvent{FacetToggle, "gd", "5", "GD-5"}},
		{"clear the group", []string{"down", "delete"}, FacetEvent{Action: FacetClear, Group: "region"}},
		{"reset", []string{"X"}, FacetEvent{Action: FacetReset}},
		{"unfold by space on the title", []string{"end", " ", "end", " "}, FacetEvent{FacetToggle, "inst", "ESSALUD", "ESSALUD"}},
		{"no key of the list", []string{"z"}, FacetEvent{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := send(t, newFacets(28, 20), c.keys...); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestFacetCursorStaysOnItsOption(t *testing.T) {
	f := newFacets(28, 20)
	send(t, f, "down", "down") // CUSCO
	again := groups()
	o := again[0].Options
	o[0], o[1] = o[1], o[0]
	f.SetGroups(again)
	if f.on.value != "CUSCO" {
		t.Errorf("the cursor went to %+v", f.on)
	}
	again[0].Options = o[2:]
	f.SetGroups(again)
	if f.on != (facetPlace{"region", "", true}) {
		t.Errorf("CUSCO is gone; the cursor went to %+v", f.on)
	}
	f.SetGroups(nil)
	send(t, f, "down", " ", "enter", "delete", "left", "end")
	exact(t, f.Lines(), 28, 20)
}

func TestFoldKeepsTheOtherGroups(t *testing.T) {
	f := newFacets(28, 20)
	send(t, f, "down", "down", "left")
	if f.on != (facetPlace{"region", "", true}) {
		t.Errorf("cursor on %+v", f.on)
	}
	if out := join(f.Lines()); strings.Contains(out, "PUNO") || !strings.Contains(out, "GD-5") {
		t.Errorf("folded the wrong one:\n%s", out)
	}
	f.SetGroups(groups())
	if out := join(f.Lines()); strings.Contains(out, "PUNO") {
		t.Error("the fold was forgotten when the groups were set anew")
	}
	send(t, f, "right")
	if out := join(f.Lines()); !strings.Contains(out, "PUNO") {
		t.Error("did not unfold")
	}
}

func TestFacetsAnyKeysAnySize(t *testing.T) {
	names := rapid.SampledFrom([]string{"up", "down", "pgup", "pgdown", "ctrl+u", "ctrl+d", "home", "end", " ", "enter", "left", "right", "delete", "X"})
	nav, k := keys.NewNavigation(), keys.NewFacets()
	rapid.Check(t, func(rt *rapid.T) {
		f := NewFacets(plain())
		f.SetGroups(groups())
		for range rapid.IntRange(1, 30).Draw(rt, "n") {
			w, h := rapid.IntRange(0, 50).Draw(rt, "w"), rapid.IntRange(0, 12).Draw(rt, "h")
			f.Resize(w, h)
			f.Update(press(rt, names.Draw(rt, "key")), &nav, &k)
			exact(rt, f.Lines(), w, h)
			if h > 0 && (f.cursor < f.scroll.start || f.cursor >= f.scroll.start+h) {
				rt.Fatalf("cursor %d out of view (%d+%d)", f.cursor, f.scroll.start, h)
			}
		}
	})
}

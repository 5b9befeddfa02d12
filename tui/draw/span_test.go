package draw

import (
	"testing"

	"pgregory.net/rapid"

	"brujula/tui/layout"
	"brujula/tui/theme"
)

func TestSpan(t *testing.T) {
	plain := theme.New(theme.Options{Variant: theme.Plain})
	signs := theme.New(theme.Options{Variant: theme.Plain, Charset: theme.ASCII})
	for _, c := range []struct {
		st             *theme.Styles
		chance, lo, hi float64
		ranged         bool
		want           string
	}{
		{plain, 0.5, 0.3, 0.7, true, "···──●──···"},
		{plain, 0, 0, 0.1, true, "●─·········"},
		{plain, 1, 0.9, 1, true, "·········─●"},
		{plain, 0.5, 0, 0, false, "·····●·····"}, // the range was not worked out
		{plain, 0.5, 0.6, 0.7, true, "·····●──···"},
		{signs, 0.5, 0.3, 0.7, true, "...--o--..."},
	} {
		if got := Span(c.st, c.chance, c.lo, c.hi, c.ranged, 11); got != c.want {
			t.Errorf("%v (%v–%v): %q, want %q", c.chance, c.lo, c.hi, got, c.want)
		}
	}
}

func TestSpanKeepsItsWidth(t *testing.T) {
	st := theme.New(theme.Options{})
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(0, 40).Draw(t, "w")
		p := rapid.Float64().Draw(t, "p")
		if got := layout.Width(Span(st, p, rapid.Float64().Draw(t, "lo"), rapid.Float64().Draw(t, "hi"), true, w)); got != w {
			t.Fatalf("%d cells, want %d", got, w)
		}
	})
}

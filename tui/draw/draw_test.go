package draw

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"brujula/tui/theme"
)

func plain(g theme.Graphics) *theme.Styles {
	return theme.New(theme.Options{Variant: theme.Plain, Graphics: g})
}

func TestBar(t *testing.T) {
	cases := []struct {
		share float64
		w     int
		rich  string
		ascii string
	}{
		{0, 4, "····", "····"},
		{1, 4, "████", "####"},
		{0.5, 4, "██··", "##··"},
		{0.67, 10, "██████▊···", "#######···"},
		{0.0001, 4, "▏···", "#···"},
		{0.9999, 4, "███▉", "###·"},
		{0.5, 0, "", ""},
		{0.3, 1, "▎", "#"},
	}
	for _, c := range cases {
		if got := Bar(plain(theme.Braille), c.share, c.w, theme.Style{}); got != c.rich {
			t.Errorf("Bar(%g, %d) = %q, want %q", c.share, c.w, got, c.rich)
		}
		if got := Bar(plain(theme.Signs), c.share, c.w, theme.Style{}); got != c.ascii {
			t.Errorf("ascii Bar(%g, %d) = %q, want %q", c.share, c.w, got, c.ascii)
		}
	}
}

func TestSpark(t *testing.T) {
	chances := []float64{1, 0.99, 0.9, 0.7, 0.6, 0.3, 0.1, 0.001}
	if got, want := Spark(plain(theme.Blocks), chances, 2), "██│▆▅▂▁ "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := Spark(plain(theme.Signs), chances, 3), "###│=-. "; got != want {
		t.Errorf("ascii: got %q, want %q", got, want)
	}
	if got, want := Spark(theme.New(theme.Options{Variant: theme.Plain, Charset: theme.ASCII}), chances, 3), "###|=-. "; got != want {
		t.Errorf("LANG=C: got %q, want %q", got, want)
	}
	coloured := Spark(theme.New(theme.Options{}), chances, 2)
	if n := strings.Count(coloured, "\x1b[m"); n != 5 { // M, mine, D, I, N
		t.Errorf("%d runs of style, want 5: %q", n, coloured)
	}
}

func TestPlace(t *testing.T) {
	for rank, want := range map[int]int{0: -1, 1: 0, 100: 9, 50: 4, 51: 5, 120: 9} {
		if got := Place(rank, 100, 10); got != want {
			t.Errorf("Place(%d) = %d, want %d", rank, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(1, 60).Draw(t, "w")
		last := rapid.IntRange(2*w, 5000).Draw(t, "last")
		cell := rapid.IntRange(0, w-1).Draw(t, "cell")
		if back := Place(int(1.5+(float64(cell)+0.5)/float64(w)*float64(last-1)), last, w); back != cell {
			t.Fatalf("cell %d of %d (last %d) comes back as %d", cell, w, last, back)
		}
	})
}

func TestStacked(t *testing.T) {
	parts := []Part{
		{Share: 0.67, Label: "1 CHAGUIN 67 %", Short: "1"},
		{Share: 0.13, Label: "2 · 13 %", Short: "2"},
		{Share: 0.12, Label: "3 · 12 %", Short: "3"},
		{Share: 0.06, Label: "4 · 6 %", Short: "4"},
	}
	bar, labels := Stacked(plain(theme.Braille), parts, 40)
	if want := "███████████████████████████▓▓▓▓▓▒▒▒▒▒░░·"; bar != want {
		t.Errorf("got  %q\nwant %q", bar, want)
	}
	if want := "1 CHAGUIN 67 %             2    3    4  "; labels != want {
		t.Errorf("got  %q\nwant %q", labels, want)
	}
}

func TestRibbon(t *testing.T) {
	parts := []Part{{Share: 0.5, Label: "M 319"}, {Share: 0.3, Label: "P 512"}, {Share: 0.2, Label: "N 290"}}
	st := plain(theme.Braille)
	for w, want := range map[int]string{
		31: "M 319 ━━━━━ P 512 ━━━ N 290 ━━ ",
		20: "M 319 P 512 N 290   ",
		11: "M 319 P 51…",
	} {
		if got := Ribbon(st, parts, w); got != want {
			t.Errorf("%d: got %q, want %q", w, got, want)
		}
	}
}

// The width of what is drawn is what screens build on, in every form.
func TestPicturesHaveTheirWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := theme.New(theme.Options{
			Variant:  theme.Variant(rapid.IntRange(0, 3).Draw(t, "variant")),
			Charset:  theme.Charset(rapid.IntRange(0, 2).Draw(t, "charset")),
			Graphics: theme.Graphics(rapid.IntRange(0, 2).Draw(t, "graphics")),
		})
		w := rapid.IntRange(1, 90).Draw(t, "w")
		share := rapid.Float64Range(-0.5, 1.5).Draw(t, "share")
		if got := ansi.StringWidth(ChanceBar(st, share, w)); got != w {
			t.Fatalf("the bar has %d cells, want %d", got, w)
		}
		var parts []Part
		left := 1.0
		for range rapid.IntRange(0, 7).Draw(t, "parts") {
			share := rapid.Float64Range(0, left).Draw(t, "part")
			left -= share
			parts = append(parts, Part{Share: share, Label: "1 · 12 %", Short: "1", Style: st.Band[0]})
		}
		bar, labels := Stacked(st, parts, w)
		if ansi.StringWidth(labels) != w || w >= len(parts) && ansi.StringWidth(bar) != w {
			t.Fatalf("the bar of parts has %d and %d cells, want %d", ansi.StringWidth(bar), ansi.StringWidth(labels), w)
		}
		if got := ansi.StringWidth(Ribbon(st, parts, w)); got != w {
			t.Fatalf("the ribbon has %d cells, want %d", got, w)
		}
		for i, cells := range Shares(parts, w) {
			if w >= len(parts) && parts[i].Share > 0 && cells == 0 {
				t.Fatalf("part %d of %g is not seen", i, parts[i].Share)
			}
		}
	})
}

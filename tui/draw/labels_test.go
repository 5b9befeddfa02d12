package draw

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/tui/layout"
	"brujula/tui/theme"
)

func TestLabelsStandAtTheirPlaces(t *testing.T) {
	for _, c := range []struct {
		name string
		put  func(*Labels)
		want string
	}{
		{"at its cell", func(l *Labels) { l.Put("812", 3, theme.Style{}) }, "   812      "},
		{"moved in from the end", func(l *Labels) { l.Put("2175", 11, theme.Style{}) }, "        2175"},
		{"the first stays", func(l *Labels) { l.Put("812", 3, theme.Style{}); l.Put("900", 5, theme.Style{}) }, "   812      "},
		{"after what is taken", func(l *Labels) {
			for _, n := range []string{"1", "3", "4"} {
				l.PutAfter(n, 3, theme.Style{})
			}
		}, "   1  3  4  "},
		{"before it at the end", func(l *Labels) {
			l.PutAfter("5", 11, theme.Style{})
			l.PutAfter("6", 11, theme.Style{})
		}, "        6  5"},
		{"at the end", func(l *Labels) { l.PutEnd("fin", theme.Style{}) }, "         fin"},
		{"too long", func(l *Labels) { l.Put("más larga que la línea", 0, theme.Style{}) }, "            "},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := NewLabels(12)
			c.put(l)
			if got := l.String(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// one finds words that one blank parts.
var one = regexp.MustCompile("[a-z] [a-z]")

// Whatever is put, the line keeps its width, and two blanks part the words.
func TestLabelsNeverTouch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(0, 30).Draw(t, "w")
		l := NewLabels(w)
		for range rapid.IntRange(0, 8).Draw(t, "n") {
			text := rapid.StringMatching("[a-z]{1,4}").Draw(t, "text")
			at := rapid.IntRange(-3, 33).Draw(t, "at")
			if rapid.Bool().Draw(t, "after") {
				l.PutAfter(text, at, theme.Style{})
			} else {
				l.Put(text, at, theme.Style{})
			}
		}
		got := l.String()
		if one.MatchString(got) {
			t.Fatalf("one blank between words in %q", got)
		}
		if layout.Width(got) != w {
			t.Fatalf("%q has %d cells, want %d", got, layout.Width(got), w)
		}
		for word := range strings.FieldsSeq(got) {
			if len(word) > 4 {
				t.Fatalf("words touch in %q", got)
			}
		}
	})
}

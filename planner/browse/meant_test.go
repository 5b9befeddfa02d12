package browse_test

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/planner/browse"
	"brujula/planner/workspace"
)

// Two neighbours swapped in a word of a name: what is proposed finds something, and a
// text that is found as it stands, or none, is no slip.
func TestWhatIsMeantFindsSomething(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	fig := w.PlainFigures()
	f := workspace.OfLine(demo.Example().Line)
	rows := w.Catalog.Select(f, fig).Rows
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Fields(w.Catalog.Plaza(rapid.SampledFrom(rows).Draw(t, "row")).Establishment)
		letters := []rune(rapid.SampledFrom(words).Draw(t, "word"))
		if len(letters) < 5 {
			return
		}
		at := rapid.IntRange(0, len(letters)-2).Draw(t, "at")
		letters[at], letters[at+1] = letters[at+1], letters[at]
		slip := f
		slip.Text = string(letters)
		if len(w.Catalog.Select(slip, fig).Rows) > 0 {
			return // a word of its own
		}
		meant := browse.Meant(context.Background(), w, slip, fig)
		if len(meant) == 0 {
			t.Fatalf("nothing is proposed for %q", slip.Text)
		}
		for _, text := range meant {
			found := f
			if found.Text = text; len(w.Catalog.Select(found, fig).Rows) == 0 {
				t.Fatalf("%q is proposed for %q and finds nothing", text, slip.Text)
			}
		}
	})
	for _, text := range []string{"", "  ", "zzzzzzzz"} {
		f.Text = text
		if meant := browse.Meant(context.Background(), w, f, fig); len(meant) > 0 {
			t.Errorf("%q is taken for %q", text, meant)
		}
	}
}

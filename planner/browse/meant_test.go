package browse_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

func meantFor(w *workspace.Workspace, f catalog.Filter, fig *catalog.Figures) []string {
	r := browse.Read(context.Background(), w, f, fig)
	return r.Meant()
}

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
		meant := meantFor(w, slip, fig)
		if len(meant) == 0 {
			t.Fatalf("nothing is proposed for %q", slip.Text)
		}
		r := browse.Read(context.Background(), w, slip, fig)
		if told := r.Told(slip.Text); !strings.Contains(told, "«"+slip.Text+"»") || len(r.Found.Rows) == 0 {
			t.Fatalf("of %q it tells %q, with %d rows", slip.Text, told, len(r.Found.Rows))
		}
		if r.Text != "" { // what is shown is what the reading finds
			read := f
			read.Text = r.Text
			want := w.Catalog.Select(read, fig).Rows
			if len(want) != len(r.Found.Rows) || !slices.Equal(slices.Sorted(slices.Values(want)), slices.Sorted(slices.Values(r.Found.Rows))) {
				t.Fatalf("%q shows %d rows, %q has %d", slip.Text, len(r.Found.Rows), r.Text, len(want))
			}
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
		if meant := meantFor(w, f, fig); len(meant) > 0 {
			t.Errorf("%q is taken for %q", text, meant)
		}
	}
}

// A code is taken for no other one, and words that are there are left as they stand.
func TestWhatIsReadOtherwise(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	fig := w.PlainFigures()
	f := workspace.OfLine(demo.Example().Line)
	for text, want := range map[string]string{
		"puesto ayacuhco": "«ayacuhco» se lee AYACUCHO",
		"00090003":        "",
		"xyz":             "",
	} {
		f.Text = text
		r := browse.Read(t.Context(), w, f, fig)
		if got := r.Told(text); got != want && (want != "" || r.Text != "") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

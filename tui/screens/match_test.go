package screens

import (
	"strings"
	"testing"

	"brujula/data/texts"
	"brujula/tui/tuitest"
)

// While a search orders the rows no heading claims them; an order that the user
// chose stands, and the first one comes back with the end of the search.
func TestHeadingClaimsNoOrderOfASearch(t *testing.T) {
	heading := func(d *tuitest.Driver) string {
		for line := range strings.SplitSeq(d.Text(), "\n") {
			if strings.Contains(line, "Establecimiento") {
				return line
			}
		}
		return ""
	}
	marked := func(d *tuitest.Driver) bool {
		return strings.Contains(heading(d), "Prob▼") || strings.Contains(heading(d), "Prob▲")
	}
	for _, size := range []tuitest.Size{{W: 80, H: 24}, {W: 120, H: 40}} {
		d := start(t, size.W, size.H)
		if !marked(d) {
			t.Fatalf("no mark to begin with: %s", heading(d))
		}
		for text, said := range map[string]string{"nusta": texts.OrderByMatchShort, "orqdea": "nada igual: estas se parec"} {
			d.Type("/" + text).Press("enter").Contains(said)
			if marked(d) {
				t.Errorf("%s: %s", text, heading(d))
			}
			d.Press("esc").Lacks(texts.OrderByMatchShort)
			if !marked(d) {
				t.Errorf("%s: the mark does not come back: %s", text, heading(d))
			}
		}
		d.Type("/nusta").Press("enter", "]").Lacks(texts.OrderByMatchShort)
		if !marked(d) {
			t.Errorf("a chosen order without mark: %s", heading(d))
		}
	}
}

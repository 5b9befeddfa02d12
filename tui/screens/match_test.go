package screens

import (
	"regexp"
	"strings"
	"testing"

	"brujula/data/texts"
	"brujula/tui/tuitest"
)

// sortMark finds the arrow behind a title; that of my rank stands beside a figure.
var sortMark = regexp.MustCompile(`\pL\.?[▲▼]`)

// The usual order is said in words, and while a search orders the rows no heading
// claims them; an order that the user chose is marked.
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
		return sortMark.MatchString(heading(d))
	}
	for _, size := range []tuitest.Size{{W: 80, H: 24}, {W: 120, H: 40}} {
		d := start(t, size.W, size.H)
		usual := func() {
			t.Helper()
			if marked(d) {
				t.Errorf("the usual order is no column's: %s", heading(d))
			}
			if size.W >= 120 {
				d.Contains(texts.OrderBest)
			}
		}
		usual()
		for text, said := range map[string]string{"nusta": "el nombre primero", "orqdea": "«orqdea» se lee ORQUÍDEA"} {
			d.Type("/" + text).Press("enter").Contains(said)
			if marked(d) {
				t.Errorf("%s: %s", text, heading(d))
			}
			d.Press("esc").Lacks("el nombre primero")
			usual()
		}
		d.Type("/nusta").Press("enter", "]").Lacks("el nombre primero")
		if !marked(d) {
			t.Errorf("a chosen order without mark: %s", heading(d))
		}
	}
}

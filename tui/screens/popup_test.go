package screens

import (
	"strings"
	"testing"

	"brujula/tui/tuitest"
)

// Every order of the command line is whole in the least window, with what it
// does.
func TestOrdersOfTheCommandLineAreWhole(t *testing.T) {
	for _, size := range []tuitest.Size{{W: 60, H: 16}, {W: 80, H: 24}} {
		d := start(t, size.W, size.H).Press(":")
		seen := map[string]bool{}
		for range 80 {
			d.Press("tab")
			for line := range strings.SplitSeq(d.Text(), "\n") {
				line, chosen := strings.CutPrefix(line, "│▸") // in the box; not a row of the table
				if !chosen {
					continue
				}
				line = strings.TrimSuffix(strings.TrimRight(line, " "), "│")
				name, hint, _ := strings.Cut(line, "  ")
				if strings.HasSuffix(strings.TrimRight(line, " "), "…") {
					t.Errorf("%d cells: %q is cut", size.W, line)
				}
				if strings.TrimSpace(hint) == "" {
					t.Errorf("%q says nothing of what it does", name)
				}
				seen[name] = true
			}
		}
		if len(seen) < 30 {
			t.Errorf("%d orders seen", len(seen))
		}
	}
}

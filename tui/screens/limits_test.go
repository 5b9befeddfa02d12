package screens

import (
	"strconv"
	"strings"
	"testing"

	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// What the applicant does not want is hidden in Explorar and counted there; it is in
// view again when it is taken back.
func TestWhatIsNotWantedIsHidden(t *testing.T) {
	space := workspace.LoadDemo(rules.Default())
	f := workspace.OfLine(demo.Example().Line)
	all := len(space.Catalog.Select(f, nil).Rows)
	f.Set(catalog.DimRegion, "PUNO")
	hidden := len(space.Catalog.Select(f, nil).Rows)
	if hidden == 0 || hidden == all {
		t.Fatalf("%d of %d are of PUNO, which tests nothing", hidden, all)
	}
	d := start(t, 160, 40)
	d.Type(":no-quiero region:puno").Press("enter").Contains("No quiero: región PUNO", texts.LimitHidden(hidden), "de "+strconv.Itoa(all-hidden))
	d.Type("/").Type("puno").Press("enter")
	for line := range strings.SplitSeq(d.Text(), "\n") { // the panel of filters is at the left
		if parts := strings.Split(line, "│"); len(parts) > 2 && strings.Contains(strings.Join(parts[2:], ""), "Puno  ") {
			t.Errorf("shown: %s", line)
		}
	}
	d.Type(":limpiar").Press("enter").Contains(texts.LimitHidden(hidden))
	d.Type(":no-quiero ruido").Press("enter").Contains("no se entiende «ruido»")
	d.Type(":no-quiero nada").Press("enter").Contains("Ya no hay nada que no quiera").Lacks("ocultas: «no quiero»").Contains("de " + strconv.Itoa(all))
}

package panorama_test

import (
	"regexp"
	"strings"
	"testing"

	"brujula/data"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func TestMapOpensWhereMostIsWithinReach(t *testing.T) {
	d := start(t, 120, 40)
	d.Contains("¿Dónde está su oportunidad?", "a su alcance", "Lo mejor para usted aquí", "muy probable")
	figure := regexp.MustCompile(`(\d+) de \d+ plazas? a su alcance`)
	reach := func() string { return figure.FindStringSubmatch(d.Text())[1] }
	best := reach()
	for _, k := range []string{"up", "left", "down", "right", "g", "G"} {
		if d.Press(k); len(reach()) > len(best) || len(reach()) == len(best) && reach() > best {
			t.Errorf("after %s %s are within reach, and the map opened on %s", k, reach(), best)
		}
	}
}

// The map of a region is entered and left again, and what is under the cursor
// there is what Explorar opens.
func TestMapLeadsToRegionProvinceAndPlazas(t *testing.T) {
	d := start(t, 120, 40)
	region := strings.Trim(regexp.MustCompile(`(\p{Lu}[\p{L} ]+?) +│\n`).FindString(d.Line(3)+"\n"), " │\n")
	d.Press("enter").Contains(region+" › toda la región", "¿Dónde, dentro de "+region+"?")
	d.Press("down").Lacks("toda la región").Contains(region + " › ")
	d.Press("enter").Contains("Filtros", "región "+region, "provincia ")
	d.Press("5", "esc").Contains("toda la región").Press("enter").Contains("región " + region).Lacks("provincia ")
	d.Press("5", "esc").Lacks("toda la región").Contains("¿Dónde está su oportunidad?")
}

// Where no place is known there are tiles.
func TestTilesWithoutPlaces(t *testing.T) {
	opened(t, func(o *data.Offer, _ []*data.Adjudication) {
		for i := range o.Plazas {
			o.Plazas[i].Region, o.Plazas[i].Province, o.Plazas[i].District = "EN NINGUNA PARTE", "", ""
		}
	}).Contains("LIM", "TUM")
}

func TestMapTakesTheMouse(t *testing.T) {
	d := start(t, 120, 40)
	const x, y = 27 + 38, 3 + 31 // low and at the right: the south
	d.Click(x, y).Contains("Moquegua").Click(x, y).Contains("Moquegua › toda la región")
}

// Nothing is told by colour alone: without colours the dots are letters, and in
// colours they are dots of the kind that was chosen.
func TestMapInEveryKindOfGraphics(t *testing.T) {
	for _, tt := range []struct {
		o    theme.Options
		want string
	}{
		{theme.Options{Variant: theme.Dark}, "[⠁-⣿]"},
		{theme.Options{Variant: theme.Dark, Graphics: theme.Blocks}, "[▖-▟]"},
		{theme.Options{Variant: theme.Dark, Charset: theme.ASCII}, "[mpdin][mpdin]"},
		{theme.Options{Variant: theme.Mono}, "[mpdin][mpdin]"},
	} {
		d := tuitest.New(t, demo(t, theme.New(tt.o)), 120, 40).Press("5")
		if !regexp.MustCompile(tt.want).MatchString(d.Text()) {
			t.Errorf("%+v: no %s in\n%s", tt.o, tt.want, d.Text())
		}
	}
}

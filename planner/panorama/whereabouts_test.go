package panorama

import (
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/planner/workspace"
)

// The outline reaches as far as the country, and no further.
func TestOutlineFillsTheCountry(t *testing.T) {
	box := Country()
	north, south := -90.0, 0.0
	regions := map[string]int{}
	for _, s := range Outline() {
		if s.At.Lat > box.North || s.At.Lat < box.South || s.At.Lon < box.West || s.At.Lon > box.East {
			t.Errorf("%+v is not in Peru", s)
		}
		north, south = max(north, s.At.Lat), min(south, s.At.Lat)
		regions[s.Region]++
	}
	if len(regions) != 25 || north-south < 15 { // of 18 degrees
		t.Errorf("%d regions over %.1f degrees", len(regions), north-south)
	}
}

func TestWhereaboutsOfAPlaza(t *testing.T) {
	w := workspace.LoadDemo(rules.Default())
	_, rows := w.Catalog.Line(demo.Example().Line)
	if at := WhereaboutsOf(w, w.Catalog.Plaza(rows[0])); !at.Known || at.City == "" || at.Km > 1000 {
		t.Errorf("%+v", at)
	}
	cusco := &data.Plaza{Region: "CUSCO", Province: "CUSCO", District: "CUSCO"}
	if at := WhereaboutsOf(w, cusco); !at.About || at.City != "CUSCO" || at.Km > 20 { // the middle of the district, and the city
		t.Errorf("%+v", at)
	}
	if at := WhereaboutsOf(w, &data.Plaza{Region: "?", Province: "?", District: "?"}); at.Known {
		t.Errorf("nowhere is somewhere: %+v", at)
	}
}

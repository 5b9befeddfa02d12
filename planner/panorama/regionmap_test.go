package panorama

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"brujula/data/rules"
	"brujula/planner/workspace"
)

// The figures of the map are the plazas of the offer counted one by one, in the order
// of their size.
func TestTheMapCountsThePlazas(t *testing.T) {
	space := workspace.LoadDemo(rules.Default())
	o := New(space)
	filter := Scope{Process: space.Latest()}.Filter()
	naive, total := map[string]int{}, 0
	for row := range space.Catalog.Len() {
		if p := space.Catalog.Plaza(row); p.Process == space.Latest() {
			naive[p.Region] += p.Seats
			total += p.Seats
		}
	}
	table := o.By(Views()[0].Dim, filter, nil)
	m := MapOf(MeasureSeats, table.Cell)
	last := math.Inf(1)
	for _, r := range m.Regions {
		if int(r.Value) != naive[r.Region] || r.Value > last {
			t.Errorf("%s: %v, want %d; before it %v", r.Region, r.Value, naive[r.Region], last)
		}
		last = r.Value
		delete(naive, r.Region)
	}
	if len(naive) > 0 || len(m.Known()) != len(Tiles()) || m.Plain("") != "" {
		t.Errorf("left over: %v; known %d, %q", naive, len(m.Known()), m.Plain(""))
	}
	record := m.Record(space.Latest(), &table.Total)
	if int(*record.Total) != total || len(record.Regions) != len(Tiles()) {
		t.Errorf("the record: %v of %d, %d regions", *record.Total, total, len(record.Regions))
	}
}

// Regions without a figure come last and in no class; the levels hold all the others.
func TestLevelsHoldTheirRegions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := map[string]*Cell{}
		for _, tile := range Tiles() {
			cells[tile.Region] = &Cell{Listed: rapid.IntRange(0, 3).Draw(t, "listed"), Taken: rapid.IntRange(0, 9).Draw(t, "taken")}
		}
		m := MapOf(MeasureShare, func(region string) *Cell { return cells[region] })
		for i, r := range m.Regions {
			want := cells[r.Region].Share()
			if known := !math.IsNaN(want); known != (i < len(m.Known())) || known && r.Value != want {
				t.Fatalf("%s at %d: %v, want %v", r.Region, i, r.Value, want)
			}
			level := slices.IndexFunc(m.Levels, func(l Level) bool { return l.Class == r.Class })
			if (level >= 0) != (r.Class >= 0) {
				t.Fatalf("%s: class %d is no level", r.Region, r.Class)
			}
			if level >= 0 && (r.Value < m.Levels[level].Low || r.Value > m.Levels[level].High) {
				t.Fatalf("%s: %v outside %+v", r.Region, r.Value, m.Levels[level])
			}
		}
		if len(m.Known()) == 0 && m.Plain("2025-I") == "" {
			t.Fatal("nothing is said of a map without figures")
		}
	})
}

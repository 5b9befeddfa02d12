package availability

import (
	"testing"

	"brujula/data"
)

// The fact of a plaza that went among equal marks names the whole of the tie.
func TestAFactKeepsItsTie(t *testing.T) {
	plaza := func(code string) *data.Plaza {
		return &data.Plaza{PlazaID: data.PlazaID{Profession: "MEDICINA", Renipress: code}, Seats: 1}
	}
	pick := func(code string, mark float64) *data.Pick {
		p := &data.Pick{Profession: "MEDICINA", Renipress: code, Mark: mark}
		return p
	}
	l := newPastLine(data.Line{Process: "2025-I"}, []*data.Plaza{plaza("1"), plaza("2"), plaza("3"), plaza("4")},
		[]*data.Pick{pick("2", 12.8), pick("1", 15), pick("3", 12.8), pick("4", 12.8)}, true)
	want := map[string]Tie{"1": {1, 1, 15}, "2": {2, 4, 12.8}, "3": {2, 4, 12.8}, "4": {2, 4, 12.8}}
	for _, p := range l.plazas {
		if fact := factOf(l, p); fact.Tie != want[p.Renipress] {
			t.Errorf("plaza %s: %+v", p.Renipress, fact)
		}
	}
}

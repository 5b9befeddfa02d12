package turn

import "testing"

func TestRoadInWords(t *testing.T) {
	r := &Road{Turn: 40, Mine: 66, Last: 300, Stops: []Stop{{Place: 1, Until: 0}, {Place: 2, Until: 81}, {Place: 4, Until: 300}}}
	want := "Hasta qué turno suele alcanzar cada línea de su plan: la 1 suele haberse ido ya; la 2, hasta el 81; la 4 suele sobrar."
	if got := r.Text(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := (*Road)(nil).Text() + (&Road{}).Text(); got != "" {
		t.Errorf("nothing to tell: %q", got)
	}
}

// A stop is the last rank from which the view itself finds the line as likely free
// as gone, before the act and within it.
func TestStopsAreThoseOfTheView(t *testing.T) {
	s := demoScene(t)
	p := s.planOf(0, 4, 9, 14, 20)
	for _, events := range [][]Event{nil, {s.start(1)}, {s.start(20), {Kind: Cross, Renipress: s.id(9).Renipress}}} {
		v := s.see(t, p, events...)
		if v.Road == nil || v.Road.Mine != s.look.Rank || v.Road.Last <= v.Road.Mine {
			t.Fatalf("no road, or not mine: %+v", v.Road)
		}
		for _, stop := range v.Road.Stops {
			if stop.Until == 0 || stop.Until >= v.Road.Last {
				continue
			}
			for rank, likely := range map[int]bool{stop.Until: true, stop.Until + 1: false} {
				from := Look(Situation{Space: s.space, Line: s.line, Plan: p, State: v.State, Rank: rank}, AssumedPasses(s.line))
				for i := range from.Plan {
					if c := &from.Plan[i]; c.Place == stop.Place && (c.Chance >= evenOdds) != likely {
						t.Errorf("line %d until %d: from %d its chance is %v", stop.Place, stop.Until, rank, c.Chance)
					}
				}
			}
		}
	}
}

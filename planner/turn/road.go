package turn

import (
	"math"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
)

// Road is the line of applicants, from rank 1 to Last, with what lies along it for
// the applicant: the rank whose turn it is, their own, and how far each line of
// the plan lasts.
type Road struct {
	Turn, Mine, Last int
	Stops            []Stop // of the plan's lines that are not crossed out, in the order of the plan
}

// Stop is how far along the line a plaza lasts.
type Stop struct {
	Place int // line of the plan, from 1
	// Until is the last rank that finds a seat free as likely as not; 0 where
	// already the next one does not, and Last where it lasts to the end.
	Until  int
	Chance float64 // that it is free at my turn
}

// Text reports in a sentence how far each line of the plan lasts; "" for none.
func (r *Road) Text() string {
	if r == nil || len(r.Stops) == 0 {
		return ""
	}
	stops := data.Map(r.Stops, func(s Stop) string { return texts.TurnRoadStop(s.Place, s.Until, s.Until >= r.Last) })
	return texts.TurnRoadText(stops)
}

// evenOdds is the chance at which a plaza is as likely gone as free.
const evenOdds = 0.5

// takeRoad works the road out; there is none without a rank or chances, or once
// the line is too long to tell where it ends.
func (v *View) takeRoad(rows []int, assumed availability.Passing) {
	if v.Odds == nil || v.Rank <= 0 {
		return
	}
	last := v.State.Live(v.Rank, assumed).RankAt(float64(v.Odds.Seats))
	if last >= math.MaxInt32 {
		return
	}
	r := &Road{Turn: max(1, v.State.Turn), Mine: v.Rank}
	r.Last = max(last, r.Mine, r.Turn)
	pick := func(rank int) float64 { return v.State.GoneAt(rank, assumed) }
	for i := range v.Plan {
		c := &v.Plan[i]
		if !c.Free() || !c.Known {
			continue
		}
		at, _ := slices.BinarySearch(rows, c.Row)
		until, _ := v.Odds.ahead.RankFor(at, evenOdds, r.Last, pick)
		r.Stops = append(r.Stops, Stop{Place: c.Place, Until: until, Chance: c.Chance})
	}
	v.Road = r
}

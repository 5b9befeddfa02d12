package turn

import (
	"maps"
	"math"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/workspace"
)

// passing is the share of those whose turn comes who take nothing: as it is assumed,
// moved by the turns that were seen in this act.
func (s *State) passing(assumed availability.Passing) availability.Passing {
	return assumed.Seen(s.Chosen, s.Passed)
}

// GoneNow is how many seats are gone when the present turn comes: those before
// it less those who passed, seen or assumed, and never fewer than are crossed
// out.
func (s *State) GoneNow(assumed availability.Passing) float64 {
	before := float64(max(0, s.Turn-1))
	unseen := math.Max(0, before-float64(s.Chosen+s.Passed))
	share := 1.0 // of the turns that were not seen, that took a seat
	if before > 0 {
		share = assumed.GoneAfter(before) / before
	}
	return math.Max(before-float64(s.Passed)-unseen*(1-share), float64(s.Told))
}

// GoneAt is how many seats will be gone when the turn of a rank comes; for one
// that has gone by it is GoneNow.
func (s *State) GoneAt(rank int, assumed availability.Passing) float64 {
	ahead, _ := s.Ahead(rank)
	return s.passing(assumed).From(s.GoneNow(assumed), float64(ahead))
}

// Live tells the planner of the act as a rank sees it, which is 0 when not
// known; assumed is as in GoneNow.
func (s *State) Live(rank int, assumed availability.Passing) *workspace.Live {
	_, over := s.Ahead(rank)
	return &workspace.Live{
		Turn: max(1, s.Turn), Rank: rank, Over: over && rank > 0,
		Mine: s.Mine.Renipress, Declined: s.Mine.Declined,
		Told: s.Told, Taken: maps.Clone(s.Gone), Gone: s.GoneNow(assumed), Passing: s.passing(assumed),
	}
}

// Odds are the chances of each plaza of a line as the act stands.
type Odds struct {
	Gone   float64 // seats gone by now
	Mine   float64 // seats gone when my turn comes
	Seats  int     // of the line
	Now    []float64
	AtTurn []availability.Estimate

	ahead *availability.Forecast // of what is left
}

// Exhausted reports whether no seat will be left at my turn.
func (o *Odds) Exhausted() bool { return o.Mine >= float64(o.Seats) }

// OddsOf works out the chances for a rank from the model's forecast of the
// line, which must be of plazas in their order, before any seat was taken. A
// plaza whose seats are all crossed out has chance 0; one that is not may still
// be gone when more seats are gone than are crossed out.
func OddsOf(f *availability.Forecast, plazas []*data.Plaza, s *State, rank int, assumed availability.Passing) (*Odds, error) {
	taken := data.Map(plazas, func(p *data.Plaza) int { return min(max(0, s.Gone[p.Renipress]), max(0, p.Seats)) })
	o := &Odds{Gone: s.GoneNow(assumed), Mine: s.GoneAt(rank, assumed), Seats: f.Seats()}
	live, err := f.WithoutRanges().Live(o.Gone, taken) // no screen of the act shows ranges
	if err != nil {
		return nil, err
	}
	o.ahead = live
	o.Now, _ = live.Chances(o.Gone)
	o.AtTurn = live.Estimates(o.Mine)
	return o, nil
}

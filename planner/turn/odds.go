package turn

import (
	"maps"
	"math"

	"brujula/data"
	"brujula/planner"
	"brujula/planner/availability"
)

// passWeight is how many turns the assumed pass rate weighs against those that
// were seen: as many as it was seen on (650 physicians).
const passWeight = 650

// PassRate is the share of those who take nothing: the assumed rate, moved by
// the turns that were seen in this act.
func (s *State) PassRate(assumed float64) float64 {
	seen := float64(s.Chosen + s.Passed)
	rate := (passWeight*assumed + float64(s.Passed)) / (passWeight + seen)
	return math.Min(math.Max(rate, 0), 1)
}

// GoneNow is how many seats are gone when the present turn comes: those before
// it less those who passed, seen or assumed, and never fewer than are crossed
// out.
func (s *State) GoneNow(assumed float64) float64 {
	before := float64(max(0, s.Turn-1))
	unseen := math.Max(0, before-float64(s.Chosen+s.Passed))
	gone := before - float64(s.Passed) - unseen*math.Min(math.Max(assumed, 0), 1)
	return math.Max(gone, float64(s.Told))
}

// GoneAt is how many seats will be gone when the turn of a rank comes; for one
// that has gone by it is GoneNow.
func (s *State) GoneAt(rank int, assumed float64) float64 {
	ahead, _ := s.Ahead(rank)
	return s.GoneNow(assumed) + float64(ahead)*(1-s.PassRate(assumed))
}

// Live tells the planner of the act as a rank sees it, which is 0 when not
// known; assumed is as in GoneNow.
func (s *State) Live(rank int, assumed float64) *planner.Live {
	_, over := s.Ahead(rank)
	return &planner.Live{
		Turn: max(1, s.Turn), Rank: rank, Over: over && rank > 0,
		Told: s.Told, Taken: maps.Clone(s.Gone), Gone: s.GoneNow(assumed), Choose: 1 - s.PassRate(assumed),
	}
}

// Odds are the chances of each plaza of a line as the act stands.
type Odds struct {
	Gone   float64 // seats gone by now
	Mine   float64 // seats gone when my turn comes
	Seats  int     // of the line
	Now    []float64
	AtTurn []availability.Estimate
}

// Exhausted tells that no seat will be left at my turn.
func (o *Odds) Exhausted() bool { return o.Mine >= float64(o.Seats) }

// OddsOf works out the chances for a rank from the model's forecast of the
// line, which must be of plazas in their order, before any seat was taken. A
// plaza whose seats are all crossed out has chance 0; one that is not may still
// be gone when more seats are gone than are crossed out.
func OddsOf(f *availability.Forecast, plazas []*data.Plaza, s *State, rank int, assumed float64) (*Odds, error) {
	taken := make([]int, len(plazas))
	for i, p := range plazas {
		taken[i] = min(max(0, s.Gone[p.Renipress]), max(0, p.Seats))
	}
	o := &Odds{Gone: s.GoneNow(assumed), Mine: s.GoneAt(rank, assumed), Seats: f.Seats()}
	live, err := f.WithoutRanges().Live(o.Gone, taken) // no screen of the act shows ranges
	if err != nil {
		return nil, err
	}
	o.Now, _ = live.Chances(o.Gone)
	o.AtTurn = live.Estimates(o.Mine)
	return o, nil
}

package backtest

import (
	"context"
	"testing"

	"brujula/data"
	"brujula/planner/availability"
)

// An older process that went like the latest one is worth its full weight; one
// in which the tastes were the other way round is worth the least.
func TestChooseAge(t *testing.T) {
	latest, alike, opposite := makeHistory(7, "2025-I", 200), makeHistory(8, "2024-I", 200), makeHistory(9, "2024-I", 200)
	reversed := *opposite.Adjudication
	reversed.Picks = append([]data.Pick(nil), reversed.Picks...)
	for i := range reversed.Picks {
		reversed.Picks[i].Rank = 1000 - reversed.Picks[i].Rank
	}
	opposite.Adjudication = &reversed
	for name, c := range map[string]struct {
		older       availability.History
		least, most float64
	}{"alike": {alike, 0.35, 1}, "opposite": {opposite, 0, 0.35}} {
		steps := 0
		best, scores, err := ChooseAge(context.Background(), []availability.History{c.older}, latest, Options{
			Workers: 2, Seeds: []uint64{1, 2}, Progress: func(int, int) { steps++ },
		})
		if err != nil {
			t.Fatal(err)
		}
		if best < c.least || best > c.most || len(scores) != steps {
			t.Errorf("%s: weight %v of %+v", name, best, scores)
		}
	}
}

func TestOlderListsJoinTheTraining(t *testing.T) {
	latest, older := makeHistory(10, "2025-I", 200), makeHistory(11, "2024-I", 200)
	for _, o := range []Options{{Seeds: []uint64{1}}, {Seeds: []uint64{1}, Earlier: []availability.History{older}}} {
		partitions, err := Cross(context.Background(), latest, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range partitions {
			if len(p.TrainedOn) != 1+len(o.Earlier) || p.TrainedOn[len(p.TrainedOn)-1] != "2025-I" {
				t.Errorf("trained on %v", p.TrainedOn)
			}
		}
	}
}

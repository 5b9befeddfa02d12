package turn

import (
	"testing"

	"brujula/data"
	"brujula/data/texts"
)

// Of several reasons the first is said; a line of the plan that leads needs none.
func TestLack(t *testing.T) {
	mine := State{Mine: Outcome{Declined: true}}
	none, some := &Odds{Mine: 10, Seats: 10}, &Odds{Mine: 9, Seats: 10}
	outside, ofPlan := []Choice{{Place: 0}}, []Choice{{Place: 1}}
	for name, tt := range map[string]struct {
		view View
		want Lack
		text string
	}{
		"what came of it is known": {View{State: mine, Over: true}, LackNone, ""},
		"gone by":                  {View{State: State{Turn: 9}, Rank: 7, Over: true, Odds: none}, LackTurn, texts.TurnOverNote(7, 9)},
		"no seat left":             {View{modality: data.Remunerada, Odds: none, Best: ofPlan}, LackSeats, texts.TurnExhausted(data.Remunerada)},
		"no plaza left":            {View{Odds: some}, LackPlaza, texts.TurnNothing},
		"the plan leads":           {View{Odds: some, Best: ofPlan, Plan: ofPlan, NoneLikely: true}, LackNone, ""},
		"nothing likely":           {View{Odds: some, Best: outside, NoneLikely: true}, LackLikely, texts.TurnNoneLeft},
		"an empty plan":            {View{Best: outside}, LackPlan, texts.TurnPlanEmpty},
		"the plan is gone":         {View{Best: outside, Plan: ofPlan}, LackInPlan, texts.TurnPlanGone},
	} {
		if got := tt.view.Lack(); got != tt.want || tt.view.LackText() != tt.text {
			t.Errorf("%s: %d, %q", name, got, tt.view.LackText())
		}
	}
}

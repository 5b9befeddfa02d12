package turn

import (
	"slices"
	"testing"

	"brujula/data/texts"
)

// What is about my turn is not told once that has gone by, or its outcome is known.
func TestAccount(t *testing.T) {
	odds := &Odds{Gone: 3, Mine: 5, Seats: 10}
	plan := []Choice{{Place: 1}, {Place: 2}}
	left, none := texts.TurnPlanLeft(1, 2), texts.TurnNothingText(0.2, 0.3)
	gone, mine := texts.TurnGone(3, 2, 10), texts.TurnMine(5, 10)
	for name, tt := range map[string]struct {
		change func(v *View)
		want   []string
	}{
		"before my turn":    {func(*View) {}, []string{left, none, gone, mine}},
		"no chances":        {func(v *View) { v.Odds, v.HasNothing = nil, false }, []string{left}},
		"none of the plan":  {func(v *View) { v.Free = 0 }, []string{texts.TurnPlanLeft(0, 2), gone, mine}},
		"gone by":           {func(v *View) { v.Over, v.HasNothing = true, false }, []string{left, gone}},
		"a place was taken": {func(v *View) { v.State.Mine.Renipress = "1" }, []string{left, gone}},
	} {
		v := View{State: State{Told: 2}, Odds: odds, Plan: plan, Free: 1, HasNothing: true, Nothing: 0.2, NothingBound: 0.3}
		tt.change(&v)
		if got := v.Account(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

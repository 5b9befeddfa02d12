package backtest

import (
	"context"
	"testing"

	"brujula/data"
	"brujula/planner/availability"
)

// Every list is forecast by the others; those in exact order come first, and what
// was tested alike stands together.
func TestOtherYears(t *testing.T) {
	exact, marks := makeHistory(21, "2024-I", 120), makeHistory(22, "2025-I", 120)
	list := *marks.Adjudication
	list.Picks = append([]data.Pick(nil), list.Picks...)
	for i := range list.Picks {
		list.Picks[i].Rank, list.Picks[i].Mark = 0, 20-float64(list.Picks[i].Rank/4)/10
	}
	marks.Adjudication = &list
	steps := 0
	parts, err := OtherYears(context.Background(), []availability.History{exact, marks}, Options{Workers: 2, Progress: func(int, int) { steps++ }})
	if err != nil {
		t.Fatal(err)
	}
	groups := Split(parts)
	if len(groups) != 2 || steps != 2 {
		t.Fatalf("%d groups in %d steps", len(groups), steps)
	}
	for i, want := range []Partition{
		{Order: OrderExact, Direction: DirectionEarlier, Theta: 0.75, Line: data.Line{Process: "2024-I"}, TrainedOn: []data.Process{"2025-I"}},
		{Order: OrderMarks, Direction: DirectionLater, Theta: 1.6, Line: data.Line{Process: "2025-I"}, TrainedOn: []data.Process{"2024-I"}},
	} {
		got := groups[i][0]
		if got.Order != want.Order || got.Direction != want.Direction || got.Theta != want.Theta ||
			got.Line.Process != want.Line.Process || got.TrainedOn[0] != want.TrainedOn[0] || len(groups[i]) != 2 {
			t.Errorf("group %d: %+v of %d lines", i, got, len(groups[i]))
		}
	}
	if alone, err := OtherYears(context.Background(), []availability.History{exact}, Options{}); err != nil || alone != nil {
		t.Errorf("one list alone: %v, %v", alone, err)
	}
}

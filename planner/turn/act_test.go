package turn

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/texts"
)

func mustApply(t testing.TB, a *Act, events ...Event) {
	t.Helper()
	for _, e := range events {
		if _, err := a.Apply(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
	}
}

func TestCrossingOneSeatLeavesTheOthers(t *testing.T) {
	a := New(testLine, testSeats)
	mustApply(t, a, Event{Kind: Start, Line: testLine, Rank: 9, N: 3}, Event{Kind: Cross, Renipress: "00000003"})
	s := a.State()
	for code, want := range map[string]int{"00000003": 2, "00000001": 1, "00000002": 2, "00000004": 4} {
		if got := s.Left(testSeats, code); got != want {
			t.Errorf("%s: %d left, want %d", code, got, want)
		}
	}
	if s.Turn != 4 {
		t.Errorf("the turn is %d after one choice from 3", s.Turn)
	}
	mustApply(t, a, Event{Kind: Cross, Renipress: "00000003", Late: true})
	if got := a.State().Turn; got != 4 {
		t.Errorf("a late crossing moved the turn to %d", got)
	}
}

func TestRefusals(t *testing.T) {
	begun := []Event{{Kind: Start, Line: testLine, Rank: 9, N: 1}}
	taken := append(slices.Clone(begun), Event{Kind: Cross, Renipress: "00000001"})
	other := testLine
	other.Modality = data.Equivalente
	cases := []struct {
		name   string
		before []Event
		e      Event
		want   Reason
	}{
		{"no act", nil, Event{Kind: Cross, Renipress: "00000001"}, NotStarted},
		{"no seat left", taken, Event{Kind: Cross, Renipress: "00000001"}, NoSeatLeft},
		{"not offered", begun, Event{Kind: Cross, Renipress: "00000009"}, NoSuchPlaza},
		{"nothing gone", begun, Event{Kind: Release, Renipress: "00000002"}, NothingGone},
		{"turn 0", begun, Event{Kind: Pick}, BadNumber},
		{"too many", begun, Event{Kind: Pass, N: maxNumber + 1}, BadNumber},
		{"a figure too many", begun, Event{Kind: Pick, N: 100_000}, BadNumber}, // no rank of an applicant has six
		{"other line", begun, Event{Kind: Start, Line: other, N: 1}, OtherLine},
		{"undo nothing", nil, Event{Kind: Undo}, NothingToUndo},
		{"redo nothing", begun, Event{Kind: Redo}, NothingToRedo},
		{"unknown", begun, Event{Kind: "saltar"}, UnknownKind},
		{"no seconds", begun, Event{Kind: Timer, Calls: 3}, BadNumber},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := New(testLine, testSeats)
			mustApply(t, a, c.before...)
			_, err := a.Apply(c.e)
			var refusal *Refusal
			if !errors.As(err, &refusal) || refusal.Reason != c.want {
				t.Fatalf("got %v, want %s", err, c.want)
			}
			told := texts.TurnRefused(string(refusal.Reason), "POSTA")
			if unknown := texts.TurnRefused(string(UnknownKind), "POSTA"); (told == unknown) != (c.want == UnknownKind) {
				t.Errorf("%s is told as %q", c.want, told)
			}
		})
	}
}

// Taking back over many marks gives each state that there was, and redoing them
// each again.
func TestALongActIsTakenBackWhole(t *testing.T) {
	a := New(testLine, testSeats)
	mustApply(t, a, Event{Kind: Start, Line: testLine, Rank: 9, N: 1})
	states := []State{a.State()}
	for i := range 3*markEvery + 5 {
		e := Event{Kind: Pass, N: 1}
		if i%5 == 3 {
			e = Event{Kind: []Kind{Cross, Release}[i/5%2], Renipress: "00000004"}
		}
		mustApply(t, a, e)
		states = append(states, a.State())
	}
	for range 2 {
		for i := len(states) - 2; i >= 0; i-- {
			mustApply(t, a, Event{Kind: Undo})
			if diff := cmp.Diff(states[i], a.State()); diff != "" {
				t.Fatalf("undone to %d: %s", i, diff)
			}
		}
		for i := 1; i < len(states); i++ {
			mustApply(t, a, Event{Kind: Redo})
			if diff := cmp.Diff(states[i], a.State()); diff != "" {
				t.Fatalf("redone to %d: %s", i, diff)
			}
		}
	}
}

// An act that has ended is no act any more, and undoing brings all of it back.
func TestEndingAnAct(t *testing.T) {
	a := New(testLine, testSeats)
	mustApply(t, a,
		Event{Kind: Start, Line: testLine, Rank: 9, N: 3}, Event{Kind: Timer, Seconds: 20, Calls: 2},
		Event{Kind: Cross, Renipress: "00000001"})
	before := a.State()
	mustApply(t, a, Event{Kind: End})
	if s := a.State(); s.Started || s.Told != 0 || s.Left(testSeats, "00000001") != 1 || s.Seconds != 20 {
		t.Errorf("after the end: %+v", s)
	}
	var refusal *Refusal
	if _, err := a.Apply(Event{Kind: End}); !errors.As(err, &refusal) || refusal.Reason != NotStarted {
		t.Errorf("ended twice: %v", err)
	}
	mustApply(t, a, Event{Kind: Undo})
	if diff := cmp.Diff(before, a.State()); diff != "" {
		t.Error(diff)
	}
}

func TestUndoneStartCanBeRedone(t *testing.T) {
	a := New(testLine, testSeats)
	mustApply(t, a, Event{Kind: Start, Line: testLine, Rank: 9, N: 2}, Event{Kind: Undo})
	if a.State().Started {
		t.Fatal("the act still stands")
	}
	if err := a.Check(Event{Kind: Redo}); err != nil {
		t.Fatal(err)
	}
	mustApply(t, a, Event{Kind: Redo})
	if s := a.State(); !s.Started || s.Turn != 2 {
		t.Errorf("%+v", s)
	}
}

// Another offer in mid-act un-strikes nothing: what was crossed out stays so, the
// turn too, and with the right list all is as it was.
func TestAnotherOfferUnstrikesNothing(t *testing.T) {
	a := New(testLine, testSeats)
	mustApply(t, a,
		Event{Kind: Start, Line: testLine, Rank: 9, N: 1},
		Event{Kind: Cross, Renipress: "00000004"}, Event{Kind: Cross, Renipress: "00000004"}, Event{Kind: Cross, Renipress: "00000001"},
		Event{Kind: Import, Source: "lista.csv", Taken: map[string]int{"00000003": 2}},
		Event{Kind: Undo}, Event{Kind: Redo})
	for name, c := range map[string]struct {
		seats Seats
		stray map[string]int
	}{
		"right":  {testSeats, map[string]int{}},
		"less":   {Seats{"00000001": 1, "00000004": 1}, map[string]int{"00000003": 2, "00000004": 1}},
		"other":  {Seats{"00000007": 3}, map[string]int{"00000001": 1, "00000003": 2, "00000004": 2}},
		"nobody": {Seats{}, map[string]int{"00000001": 1, "00000003": 2, "00000004": 2}},
	} {
		other, refused := Replay(testLine, c.seats, a.Events())
		if diff := cmp.Diff(a.State(), other.State()); refused != 0 || diff != "" {
			t.Errorf("%s: %d refused %s", name, refused, diff)
		}
		if diff := cmp.Diff(c.stray, other.Stray()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		state := other.State()
		for code := range c.seats {
			if left := state.Left(c.seats, code); left < 0 {
				t.Errorf("%s: %d left of %s", name, left, code)
			}
		}
		if back, refused := Replay(testLine, testSeats, other.Events()); refused != 0 || !cmp.Equal(back.State(), a.State()) {
			t.Errorf("%s: the right list does not bring all back: %+v", name, back.State())
		}
	}
}

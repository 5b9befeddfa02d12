package turn

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"
)

// played is an act of rank 9 in which the events happened.
func played(t *testing.T, events ...Event) *Act {
	t.Helper()
	a := New(testLine, testSeats)
	for _, e := range append([]Event{{Kind: Start, Line: testLine, Rank: 9, N: 9}}, events...) {
		if _, err := a.Apply(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
	}
	return a
}

func take(code string) Event { return Event{Kind: Take, Renipress: code} }

// What came of my turn counts one seat or one pass, moves the turn on, and what
// is said last is in force.
func TestWhatCameOfMyTurn(t *testing.T) {
	pick := Event{Kind: Pick, N: 12}
	cross := Event{Kind: Cross, Renipress: "00000001"}
	for name, one := range map[string]struct {
		events       []Event
		mine         Outcome
		turn, told   int
		passed, gone int // of 00000001
	}{
		"open":                {nil, Outcome{}, 9, 0, 0, 0},
		"taken":               {[]Event{take("00000001")}, Outcome{"00000001", false, true}, 10, 1, 0, 1},
		"declined":            {[]Event{{Kind: Decline}}, Outcome{"", true, true}, 10, 0, 1, 0},
		"taken, told late":    {[]Event{pick, take("00000001")}, Outcome{"00000001", false, true}, 12, 1, 0, 1},
		"declined, told late": {[]Event{pick, {Kind: Decline}}, Outcome{"", true, false}, 12, 0, 0, 0},
		"crossed out first":   {[]Event{cross, take("00000001")}, Outcome{"00000001", false, false}, 10, 1, 0, 1},
		"another after all":   {[]Event{take("00000001"), take("00000002")}, Outcome{"00000002", false, true}, 10, 1, 0, 0},
		"none after all":      {[]Event{take("00000001"), {Kind: Decline}}, Outcome{"", true, false}, 10, 0, 0, 0},
		"one after all":       {[]Event{{Kind: Decline}, take("00000001")}, Outcome{"00000001", false, true}, 10, 1, 0, 1},
		"the act goes on":     {[]Event{take("00000001"), {Kind: Cross, Renipress: "00000002"}}, Outcome{"00000001", false, true}, 11, 2, 0, 1},
		"taken back":          {[]Event{take("00000001"), {Kind: Undo}}, Outcome{}, 9, 0, 0, 0},
		"before its time":     {[]Event{{Kind: Pick, N: 3}, take("00000001")}, Outcome{"00000001", false, true}, 10, 1, 0, 1},
	} {
		s := played(t, one.events...).State()
		if s.Mine != one.mine || s.Turn != one.turn || s.Told != one.told || s.Passed != one.passed || s.Gone["00000001"] != one.gone {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

// The place outlasts the end of the act, may be told of an act that was not
// followed, and goes with a new act.
func TestMyPlaceOutlastsTheAct(t *testing.T) {
	a := played(t, take("00000001"), Event{Kind: End})
	if s := a.State(); s.Started || s.Mine.Renipress != "00000001" || s.Mine.Counted {
		t.Errorf("%+v", s)
	}
	if _, err := a.Apply(Event{Kind: Start, Line: testLine, N: 1}); err != nil || a.State().Mine.Known() {
		t.Errorf("%v %+v", err, a.State())
	}
	never := New(testLine, testSeats)
	if _, err := never.Apply(take("00000002")); err != nil || never.State().Mine.Renipress != "00000002" || never.State().Started {
		t.Errorf("%v %+v", err, never.State())
	}
}

// A place that was taken stays so where a list that was loaded since lacks it;
// who names one that is not offered is refused.
func TestMyPlaceOutlastsItsList(t *testing.T) {
	a := played(t, take("00000001"))
	again, refused := Replay(testLine, Seats{"00000002": 2}, a.Events())
	if s := again.State(); refused != 0 || s.Mine != a.State().Mine || s.Told != 1 {
		t.Errorf("%d refused, %+v", refused, s)
	}
	var r *Refusal
	if err := a.Check(take("00000009")); !errors.As(err, &r) || r.Reason != NoSuchPlaza {
		t.Errorf("%v", err)
	}
}

// My own seat is not freed by mistake; another one of the same plaza is.
func TestMySeatIsNotReleased(t *testing.T) {
	release := Event{Kind: Release, Renipress: "00000002"}
	var r *Refusal
	if err := played(t, take("00000002")).Check(release); !errors.As(err, &r) || r.Reason != OnlyMine {
		t.Errorf("%v", err)
	}
	if err := played(t, Event{Kind: Cross, Renipress: "00000002"}, take("00000002")).Check(release); err != nil {
		t.Error(err)
	}
	// The only seat of a plaza may have been crossed out before it was said whose it is.
	crossed := played(t, Event{Kind: Cross, Renipress: "00000001"}, take("00000001"))
	if err := crossed.Check(Event{Kind: Release, Renipress: "00000001"}); !errors.As(err, &r) || r.Reason != OnlyMine {
		t.Errorf("%v", err)
	}
}

// Only at my turn, while nothing is known of it, a seat that goes may be mine.
func TestMyTurn(t *testing.T) {
	for _, one := range []struct {
		events []Event
		rank   int
		want   bool
	}{
		{nil, 9, true},
		{nil, 0, false},
		{nil, 8, false},
		{nil, 10, false},
		{[]Event{take("00000001")}, 9, false},
		{[]Event{{Kind: Decline}}, 9, false},
		{[]Event{{Kind: End}}, 9, false},
	} {
		s := played(t, one.events...).State()
		if got := s.MyTurn(one.rank); got != one.want {
			t.Errorf("%+v, rank %d: %v", one.events, one.rank, got)
		}
	}
}

// Events of the first version are written as ever, so that older programs go on
// reading them; what they would not understand says that it is newer.
func TestVersionsOfEvents(t *testing.T) {
	for _, kind := range Kinds() {
		raw, err := Encode(Event{Kind: kind, Line: testLine, Renipress: "00000001", N: 1, Rank: 3})
		if err != nil {
			t.Fatal(err)
		}
		var head struct {
			Version int `json:"v"`
		}
		want := 1
		if kind == Take || kind == Decline {
			want = 2
		}
		if err := json.Unmarshal(raw, &head); err != nil || head.Version != want {
			t.Errorf("%s is of version %d, %v", kind, head.Version, err)
		}
	}
	for raw, want := range map[string]error{
		`{"v":1,"tipo":"tomar","renipress":"00000001"}`: ErrForm, // no program has written that
		`{"v":3,"tipo":"tomar","renipress":"00000001"}`: ErrNewer,
		`{"v":2,"tipo":"pasan","n":1}`:                  nil,
	} {
		if _, err := Decode([]byte(raw)); !errors.Is(err, want) {
			t.Errorf("%s: %v", raw, err)
		}
	}
}

// However often it is said, at most one seat and one turn are mine.
func TestMyTurnCountsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := New(testLine, testSeats)
		_, _ = a.Apply(Event{Kind: Start, Line: testLine, Rank: 9, N: 1})
		words := rapid.SliceOf(rapid.SampledFrom([]Event{take("00000001"), take("00000004"), {Kind: Decline}})).Draw(t, "words")
		for _, e := range words {
			if _, err := a.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
		if s := a.State(); s.Told+s.Passed > 1 || s.Told != s.Chosen || len(words) > 0 && s.Turn != 10 {
			t.Fatalf("%+v", s)
		}
	})
}

package turn

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/texts"
)

var testLine = data.Line{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada}

// testSeats: one plaza of each size from one to four seats.
var testSeats = Seats{"00000001": 1, "00000002": 2, "00000003": 3, "00000004": 4}

var testCodes = []string{"00000001", "00000002", "00000003", "00000004", "00000009"} // the last is not offered

func drawEvent(t *rapid.T) Event {
	e := Event{Kind: rapid.SampledFrom(kinds()).Draw(t, "kind")}
	code := rapid.SampledFrom(testCodes)
	switch e.Kind {
	case Start:
		e.Line, e.Rank, e.N = testLine, rapid.IntRange(-1, 20).Draw(t, "rank"), rapid.IntRange(0, 10).Draw(t, "n")
	case Cross:
		e.Renipress, e.Late = code.Draw(t, "code"), rapid.Bool().Draw(t, "late")
	case Release:
		e.Renipress = code.Draw(t, "code")
	case Pick, Pass:
		e.N = rapid.IntRange(-1, 6).Draw(t, "n")
	case Import:
		e.Source = "lista.csv"
		e.Taken = rapid.MapOf(code, rapid.IntRange(0, 6)).Draw(t, "taken")
		if len(e.Taken) == 0 {
			e.Taken = nil
		}
		e.UpTo = rapid.IntRange(0, 12).Draw(t, "upto")
	case Timer:
		e.Seconds, e.Calls = rapid.IntRange(0, 40).Draw(t, "s"), rapid.IntRange(0, 4).Draw(t, "c")
	default:
	}
	return e
}

func drawEvents(t *rapid.T) []Event {
	first := []Event{{Kind: Start, Line: testLine, Rank: 9, N: 1}}
	return append(first, rapid.SliceOfN(rapid.Custom(drawEvent), 0, 60).Draw(t, "events")...)
}

// standing gives the events that count, from the last Start on: the history
// read off without any stack of states.
func standing(a *Act) []Event {
	var out []Event
	for _, entry := range a.History() {
		if entry.Undone {
			continue
		}
		if entry.Kind == Start {
			out = nil
		}
		out = append(out, entry.Event)
	}
	return out
}

// naive works the state out from the events that count by counting for each
// question anew.
func naive(events []Event) (gone map[string]int, turn, chosen, passed int) {
	gone = map[string]int{}
	for _, e := range events {
		told := 0
		for _, n := range gone {
			told += n
		}
		switch e.Kind {
		case Start, Pick:
			turn = e.N
		case Cross:
			gone[e.Renipress]++
			if !e.Late {
				turn, chosen = turn+1, chosen+1
			}
		case Release:
			gone[e.Renipress]--
		case Pass:
			turn, passed = turn+e.N, passed+e.N
		case Import:
			for code, n := range e.Taken {
				gone[code] = max(gone[code], min(n, testSeats[code]))
			}
			told = 0
			for _, n := range gone {
				told += n
			}
			turn = max(turn, e.UpTo+1, told+1)
		default:
		}
	}
	for code, n := range gone {
		if n == 0 {
			delete(gone, code)
		}
	}
	return gone, turn, chosen, passed
}

func compact(s State) State {
	for code, n := range s.Gone {
		if n == 0 {
			delete(s.Gone, code)
		}
	}
	if len(s.Gone) == 0 {
		s.Gone = nil
	}
	return s
}

func checkState(t *rapid.T, a *Act) {
	s := a.State()
	told := 0
	for code, n := range s.Gone {
		if n < 0 || n > testSeats[code] {
			t.Fatalf("%s: %d seats gone of %d", code, n, testSeats[code])
		}
		told += n
	}
	if told != s.Told {
		t.Fatalf("told %d, counted %d", s.Told, told)
	}
	gone, turn, chosen, passed := naive(standing(a))
	want := compact(State{Gone: gone, Turn: turn, Chosen: chosen, Passed: passed})
	got := compact(s)
	if diff := cmp.Diff(want.Gone, got.Gone); diff != "" || got.Turn != turn || got.Chosen != chosen || got.Passed != passed {
		t.Fatalf("turn %d %d, chosen %d %d, passed %d %d: %s", got.Turn, turn, got.Chosen, chosen, got.Passed, passed, diff)
	}
}

func TestStateAgreesWithTheNaiveOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := New(testLine, testSeats)
		for _, e := range drawEvents(t) {
			before := a.State()
			if _, err := a.Apply(e); err != nil {
				if diff := cmp.Diff(before, a.State()); diff != "" {
					t.Fatalf("a refused event changed the state: %s", diff)
				}
				continue
			}
			if a.State().Started {
				checkState(t, a)
			}
		}
	})
}

func TestUndoInverts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := New(testLine, testSeats)
		for _, e := range drawEvents(t) {
			before := compact(a.State())
			meant, err := a.Apply(e)
			if err != nil || e.Kind == Undo || e.Kind == Redo {
				continue
			}
			after := compact(a.State())
			undone, err := a.Apply(Event{Kind: Undo})
			if err != nil || undone.Kind != meant.Kind {
				t.Fatalf("undo of %s gave %s: %v", meant.Kind, undone.Kind, err)
			}
			if diff := cmp.Diff(before, compact(a.State())); diff != "" {
				t.Fatalf("undo of %s: %s", e.Kind, diff)
			}
			if _, err := a.Apply(Event{Kind: Redo}); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(after, compact(a.State())); diff != "" {
				t.Fatalf("redo of %s: %s", e.Kind, diff)
			}
		}
	})
}

// What was accepted, written and read back gives the same act.
func TestReplayGivesTheLiveState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := New(testLine, testSeats)
		var log [][]byte
		for _, e := range drawEvents(t) {
			if _, err := a.Apply(e); err != nil {
				continue
			}
			line, err := Encode(e)
			if err != nil {
				t.Fatal(err)
			}
			log = append(log, line)
		}
		var events []Event
		for _, line := range log {
			e, err := Decode(line)
			if err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			events = append(events, e)
		}
		again, refused := Replay(testLine, testSeats, events)
		if refused > 0 {
			t.Fatalf("%d events refused", refused)
		}
		if diff := cmp.Diff(a.State(), again.State()); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(a.History(), again.History()); diff != "" {
			t.Fatal(diff)
		}
	})
}

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

func TestAnotherOfferPassesOverWhatNoLongerFits(t *testing.T) {
	events := []Event{{Kind: Start, Line: testLine, N: 1}, {Kind: Cross, Renipress: "00000004"}, {Kind: Cross, Renipress: "00000001"}}
	a, refused := Replay(testLine, Seats{"00000001": 1}, events)
	if s := a.State(); refused != 1 || s.Told != 1 || s.Gone["00000001"] != 1 {
		t.Errorf("%d refused, %+v", refused, s)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for text, want := range map[string]error{
		`{"v":2,"tipo":"tachar"}`:                   ErrNewer,
		`{"v":2,"tipo":"adivinar"}`:                 ErrNewer,
		`{"v":1,"tipo":"adivinar"}`:                 ErrForm,
		`{"tipo":"tachar"}`:                         ErrForm,
		`{"v":1,"tipo":"tachar","renipress":"x"}`:   ErrForm,
		`{"v":1,"tipo":"importar","cupos":{"a":1}}`: ErrForm,
		`7`: ErrForm,
		``:  ErrForm,
	} {
		if _, err := Decode([]byte(text)); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}

func TestEventKeepsItsHourAndPlace(t *testing.T) {
	at := time.Date(2026, 4, 20, 9, 31, 5, 0, time.FixedZone("", -5*3600))
	line, err := Encode(Event{Kind: Pick, N: 341, At: at})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"v":1,"tipo":"puesto","hora":"2026-04-20T09:31:05-05:00","n":341}`; string(line) != want {
		t.Errorf("%s", line)
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"v":1,"tipo":"tachar","renipress":"1234","antes":true}`,
		`{"v":1,"tipo":"importar","cupos":{"1":2,"00000001":3},"hasta_puesto":9,"origen":"\u001b[2J"}`,
		`{"v":1,"tipo":"empezar","proceso":"2026-I","profesion":"MEDICINA","modalidad":"remunerada","n":1}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		e, err := Decode(raw)
		if err != nil {
			return
		}
		line, err := Encode(e)
		if err != nil {
			return // a year that JSON cannot hold
		}
		again, err := Decode(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if diff := cmp.Diff(e, again); diff != "" {
			t.Fatal(diff)
		}
		a := New(testLine, testSeats)
		_, _ = a.Apply(Event{Kind: Start, Line: testLine, N: 1})
		_, _ = a.Apply(e) // must not panic
	})
}

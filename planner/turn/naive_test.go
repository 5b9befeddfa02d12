package turn

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

var testLine = data.Line{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada}

// testSeats: one plaza of each size from one to four seats.
var testSeats = Seats{"00000001": 1, "00000002": 2, "00000003": 3, "00000004": 4}

var testCodes = []string{"00000001", "00000002", "00000003", "00000004", "00000009"} // the last is not offered

func drawEvent(t *rapid.T) Event {
	e := Event{Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind")}
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
	case Take:
		e.Renipress, e.Rank = code.Draw(t, "code"), rapid.IntRange(-1, 12).Draw(t, "rank")
	case Decline:
		e.Rank = rapid.IntRange(-1, 12).Draw(t, "rank")
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

// standing returns the events that count, from the last Start on: the history
// read off without any stack of states.
func standing(a *Act) []Event {
	var out []Event
	for _, entry := range a.History() {
		if entry.Undone {
			continue
		}
		if entry.Kind == Start || entry.Kind == End {
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
	rank, mine := 0, Event{} // the last word on my turn, and whether it was counted, in Late
	for _, e := range events {
		told := 0
		for _, n := range gone {
			told += n
		}
		switch e.Kind {
		case Start:
			turn, rank = e.N, e.Rank
		case Pick:
			turn = e.N
		case Take, Decline:
			switch {
			case mine.Late && mine.Kind == Decline:
				passed--
			case mine.Late:
				gone[mine.Renipress]--
				chosen--
			}
			first := mine.Kind == ""
			mine = e
			own := max(e.Rank, 0)
			if own == 0 {
				own = rank
			}
			switch {
			case e.Kind == Decline && (own == 0 || turn <= own):
				passed++
				mine.Late = true
			case e.Kind == Take && gone[e.Renipress] < testSeats[e.Renipress]:
				gone[e.Renipress]++
				chosen++
				mine.Late = true
			}
			if own > 0 {
				turn = max(turn, own+1)
			} else if first {
				turn++
			}
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
				if testSeats[code] > 0 {
					n = min(n, testSeats[code])
				}
				gone[code] = max(gone[code], n)
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
		if n < 0 || testSeats[code] > 0 && n > testSeats[code] {
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

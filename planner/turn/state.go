package turn

import (
	"errors"
	"maps"

	"brujula/data"
	"brujula/data/texts"
)

// Seats are the seats that each plaza of a line offers, by RENIPRESS.
type Seats map[string]int

// SeatsOf returns the seats of the plazas of one line.
func SeatsOf(plazas []data.Plaza) Seats {
	seats := make(Seats, len(plazas))
	for i := range plazas {
		seats[plazas[i].Renipress] += max(0, plazas[i].Seats)
	}
	return seats
}

// State is where the act stands. It is folded from the events and never stored.
type State struct {
	Started bool
	Line    data.Line
	Rank    int // mine, from 1; 0 when not known
	Turn    int // the rank whose turn it is, from 1
	Chosen  int // turns seen to end with a choice
	Passed  int // turns seen to end without one
	Calls   int // of the one whose turn it is
	Gone    map[string]int
	Told    int     // seats known to be gone: the sum of Gone
	Mine    Outcome // of my own turn; it outlasts the end of the act

	// Seconds and MaxCalls are the user's own; 0 leaves those of the rules.
	Seconds, MaxCalls int
}

// Left returns the seats of a plaza that are not known to be gone.
func (s *State) Left(seats Seats, renipress string) int {
	return max(0, seats[renipress]-s.Gone[renipress])
}

// Ahead returns how many stand before a rank, the one whose turn it is included;
// 0 when it is that rank's turn. over tells that the turn has gone by. Before
// the act has begun it is the turn of rank 1.
func (s *State) Ahead(rank int) (n int, over bool) {
	turn := max(1, s.Turn)
	return max(0, rank-turn), rank < turn
}

// Same reports whether two states give the same chances and the same place: calls
// and the timer change none.
func (s *State) Same(other *State) bool {
	return s.Started == other.Started && s.Line == other.Line && s.Rank == other.Rank && s.Turn == other.Turn &&
		s.Chosen == other.Chosen && s.Passed == other.Passed && s.Told == other.Told && s.Mine == other.Mine && maps.Equal(s.Gone, other.Gone)
}

func (s State) clone() State {
	s.Gone = maps.Clone(s.Gone)
	return s
}

// Reason tells why an event cannot happen: a key of texts.TurnRefused. It is
// never stored.
type Reason string

// The reasons.
const (
	NotStarted    Reason = texts.TurnNotStarted    // everything but Start needs an act
	OtherLine     Reason = texts.TurnOtherLine     // the act is of another line
	NoSuchPlaza   Reason = texts.TurnNoSuchPlaza   // the line has no such plaza
	NoSeatLeft    Reason = texts.TurnNoSeatLeft    // all its seats are crossed out
	NothingGone   Reason = texts.TurnNothingGone   // none of its seats is
	OnlyMine      Reason = texts.TurnOnlyMine      // the one that is was taken by me
	BadNumber     Reason = texts.TurnBadNumber     // out of range
	NothingToUndo Reason = texts.TurnNothingToUndo // nothing was done
	NothingToRedo Reason = texts.TurnNothingToRedo // nothing was taken back
	UnknownKind   Reason = texts.TurnUnknownKind   // of a program of another version
)

// Refusal says that an event cannot happen as the act stands.
type Refusal struct {
	Reason    Reason
	Renipress string
}

func (r *Refusal) Error() string { return "turn: " + string(r.Reason) + " " + r.Renipress }

// Said reports in the user's words why an event cannot happen; name gives the name of a
// plaza.
func Said(err error, name func(renipress string) string) string {
	var r *Refusal
	if errors.As(err, &r) {
		return texts.TurnRefused(string(r.Reason), name(r.Renipress))
	}
	return texts.Spanish(err)
}

func refuse(why Reason) error { return &Refusal{Reason: why} }

// apply lets an event happen that check has passed and that is neither Undo
// nor Redo.
func (s *State) apply(e *Event, seats Seats) {
	if r, ok := ruleOf(e.Kind); ok && r.happen != nil {
		r.happen(s, e, seats)
	}
}

func (s *State) cross(e *Event, _ Seats) {
	s.Gone[e.Renipress]++
	s.Told++
	if !e.Late {
		s.Chosen++
		s.goTo(s.Turn + 1)
	}
}

func (s *State) goTo(turn int) {
	s.Turn = min(turn, maxNumber)
	s.Calls = 0
}

// merge takes a list of all that is adjudicated so far: at least so many seats
// of each plaza are gone, and the turn is past its last rank and past as many
// ranks as it has seats. A plaza that is not offered was when the list was taken.
func (s *State) merge(e *Event, seats Seats) {
	for code, n := range e.Taken {
		if offered := seats[code]; offered > 0 {
			n = min(n, offered)
		}
		if more := n - s.Gone[code]; more > 0 {
			s.Gone[code] = n
			s.Told += more
		}
	}
	if turn := max(e.UpTo, s.Told) + 1; turn > s.Turn {
		s.goTo(turn)
	}
}

// check reports why an event cannot happen.
func (s *State) check(e *Event, seats Seats) error {
	r, ok := ruleOf(e.Kind)
	switch {
	case e.Rank < 0 || e.Rank > maxNumber:
		return refuse(BadNumber)
	case !s.Started && (!ok || !r.anytime):
		return refuse(NotStarted)
	case !ok:
		return refuse(UnknownKind)
	case r.allowed == nil:
		return nil
	}
	return r.allowed(s, e, seats)
}

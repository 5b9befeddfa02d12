package turn

import (
	"cmp"

	"brujula/data/texts"
)

// Outcome is what came of the applicant's own turn, as they have said it. The
// zero value says that nothing is known of it yet.
type Outcome struct {
	Renipress string // of the plaza that they took; "" for none
	Declined  bool   // they were called and took nothing

	Counted bool // it is one of the turns and seats that the act has counted
}

// Known reports whether the applicant has said what came of their turn.
func (o Outcome) Known() bool { return o.Renipress != "" || o.Declined }

// Now reports in the user's words whose turn it is, and where a rank stands.
func (s *State) Now(rank int) string {
	if s.Mine.Known() {
		return texts.TurnAfterMine(s.Turn, s.Mine.Renipress != "")
	}
	ahead, over := s.Ahead(rank)
	return texts.TurnNow(s.Turn, ahead, over, rank > 0)
}

// settle lets what the applicant says of their own turn count, in the place of
// what they said before. Where the act is not followed, or all seats of the plaza
// are crossed out already, there is nothing else to count.
func (s *State) settle(e *Event, seats Seats) {
	before := s.Mine.Known()
	s.retract()
	s.Mine = Outcome{Renipress: e.Renipress, Declined: e.Kind == Decline}
	if !s.Started {
		return
	}
	rank := e.Rank
	rank = cmp.Or(rank, s.Rank)
	_, over := s.Ahead(rank)
	switch {
	case s.Mine.Declined && (!over || rank <= 0):
		s.Passed++
		s.Mine.Counted = true
	case !s.Mine.Declined && (seats[e.Renipress] == 0 || s.Left(seats, e.Renipress) > 0): // one that is not offered was then
		s.Gone[e.Renipress]++
		s.Told++
		s.Chosen++
		s.Mine.Counted = true
	}
	switch {
	case rank > 0 && s.Turn <= rank:
		s.goTo(rank + 1)
	case rank == 0 && !before:
		s.goTo(s.Turn + 1)
	}
}

// retract takes back what the last word on the own turn has counted. The turn
// stays where it is: it was called all the same.
func (s *State) retract() {
	switch mine := s.Mine; {
	case !mine.Counted:
	case mine.Declined:
		s.Passed--
	default:
		s.Gone[mine.Renipress]--
		s.Told--
		s.Chosen--
	}
	s.Mine = Outcome{}
}

// holdsLast reports whether the only seat of a plaza that is crossed out is the
// applicant's own, be it that it was crossed out before they said so.
func (s *State) holdsLast(renipress string) bool {
	return s.Mine.Renipress == renipress && s.Gone[renipress] == 1
}

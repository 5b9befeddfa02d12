package turn

// Phase is how an act stands for the applicant: what is shown, asked and offered
// follows from it.
type Phase int

// The phases.
const (
	Unbegun  Phase = iota // no act is followed, and nothing is known of my turn
	Waiting               // my turn is to come, or my rank is not known
	MyTurn                // it is my turn
	GoneBy                // my turn has gone by, and what came of it is not known
	Placed                // I took a place
	Unplaced              // I was called and took nothing
)

// Phase returns how the act stands for a rank; 0 for one that is not known.
func (s *State) Phase(rank int) Phase {
	ahead, over := s.Ahead(rank)
	switch {
	case s.Mine.Renipress != "":
		return Placed
	case s.Mine.Declined:
		return Unplaced
	case !s.Started:
		return Unbegun
	case rank <= 0:
		return Waiting
	case over:
		return GoneBy
	case ahead == 0:
		return MyTurn
	}
	return Waiting
}

// MyTurn reports whether it is the turn of a rank, mine, and nothing is known
// yet of what came of it. A seat that goes now is mine, or was taken before.
func (s *State) MyTurn(rank int) bool { return s.Phase(rank) == MyTurn }

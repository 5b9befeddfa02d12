package turn

import (
	"strings"
	"time"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// Proposal is a plaza to ask for with what is said of it.
type Proposal struct {
	*Choice
	Heading string      // when to ask for it
	Steps   [][2]string // of the official screen: label and value, in its order
	Points  string
	Warning string // "" for none
}

// Proposals returns what to ask for, the best first.
func (v *View) Proposals() []Proposal {
	all := make([]Proposal, len(v.Best))
	for i := range v.Best {
		c := &v.Best[i]
		all[i] = Proposal{
			Choice: c, Heading: texts.TurnAsk(i, v.MyTurn()), Steps: texts.TurnOfficial(c.Plaza),
			Points: texts.PointsShort(c.Points.Known, c.Points.Value),
		}
		if len(c.Refused) > 0 {
			all[i].Warning = texts.LimitAsked(c.Refused)
		}
		if v.maybeGone(c) {
			all[i].Warning = strings.TrimSpace(all[i].Warning + " " + texts.TurnMaybeGone)
		}
	}
	return all
}

// Told is what came of the applicant's own turn.
type Told struct {
	What  string // the place with where it is, or that none was taken
	Lost  string // that no loaded offer has the place; "" where one has
	Means string // what it means for what is left of the process
}

// Tell puts an outcome of a line into words; fallback counts the plan's lines of
// equivalente, as a View does.
func (o Outcome) Tell(space *workspace.Workspace, line data.Line, fallback int) Told {
	if o.Renipress == "" {
		return Told{What: texts.TurnNoneTaken, Means: texts.TurnAfterNone(line.Modality, fallback)}
	}
	told := Told{Means: texts.TurnAfterPlace(line.Modality)}
	place, known := space.PlaceText(line.Plaza(o.Renipress))
	if told.What = place; !known {
		told.Lost = texts.TurnMyPlaceGone
	}
	return told
}

// Account states the figures behind what to ask for, in the user's words: what of the
// plan is left, the risk to end with none of it, the seats that are gone and those
// that will be at my turn. What is about a turn that has gone by is not told.
func (v *View) Account() []string {
	words := []string{texts.TurnPlanLeft(v.Free, len(v.Plan))}
	known := v.State.Mine.Known()
	if v.HasNothing && v.Free > 0 && !known {
		words = append(words, texts.TurnNothingText(v.Nothing, v.NothingBound))
	}
	if v.Odds == nil {
		return words
	}
	words = append(words, texts.TurnGone(v.Odds.Gone, v.State.Told, v.Odds.Seats))
	if !v.Over && !known {
		words = append(words, texts.TurnMine(v.Odds.Mine, v.Odds.Seats))
	}
	return words
}

// Lack is what keeps the first plaza to ask for from being a line of the plan that
// will have a seat, or there from being any.
type Lack int

// Of several the first holds.
const (
	LackNone   Lack = iota
	LackTurn        // my turn has gone by
	LackSeats       // no seat will be left at my turn
	LackPlaza       // no plaza is left to ask for
	LackLikely      // none of the plan is free, and of the rest none is likely
	LackPlan        // the plan has no plaza of this line of applicants
	LackInPlan      // it has, and none is free
)

// Lack reports what is to be said before what to ask for.
func (v *View) Lack() Lack {
	switch {
	case v.State.Mine.Known():
		return LackNone
	case v.Over:
		return LackTurn
	case v.Odds != nil && v.Odds.Exhausted():
		return LackSeats
	case len(v.Best) == 0:
		return LackPlaza
	case v.Best[0].Place > 0:
		return LackNone
	case v.NoneLikely:
		return LackLikely
	case len(v.Plan) == 0:
		return LackPlan
	}
	return LackInPlan
}

// LackText says it; "" for nothing.
func (v *View) LackText() string {
	switch v.Lack() {
	case LackNone:
	case LackTurn:
		return texts.TurnOverNote(v.Rank, v.State.Turn)
	case LackSeats:
		return texts.TurnExhausted(v.modality)
	case LackPlaza:
		return texts.TurnNothing
	case LackLikely:
		return texts.TurnNoneLeft
	case LackPlan:
		return texts.TurnPlanEmpty
	case LackInPlan:
		return texts.TurnPlanGone
	}
	return ""
}

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

// OldAct is the age from which on an event is not taken back without saying of
// when it is: a slip is put right within minutes, and what was recorded hours ago
// is hardly what is meant.
const OldAct = 30 * time.Minute

// LastStanding returns the event that Undo would take back; ok is false where
// nothing stands.
func LastStanding(history []Entry) (e Event, ok bool) {
	for i := len(history) - 1; i >= 0; i-- {
		if !history[i].Undone {
			return history[i].Event, true
		}
	}
	return Event{}, false
}

// Age reports in words how long before now an event was, and of when it is; "" for
// one that is younger than OldAct, or of which the time is not known.
func (e *Event) Age(now time.Time) string {
	ago := now.Sub(e.At)
	if e.At.IsZero() || ago < OldAct {
		return ""
	}
	return texts.TurnAge(ago, e.At, now)
}

// UndoQuestion asks before Undo takes back what is old; "" where nothing need be
// asked.
func UndoQuestion(history []Entry, now time.Time, name func(renipress string) string) string {
	last, ok := LastStanding(history)
	if !ok {
		return ""
	}
	age := last.Age(now)
	if age == "" {
		return ""
	}
	return texts.TurnUndoQuestion(last.Text(name), age)
}

package turn

import "brujula/data/texts"

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

// Lack tells what is to be said before what to ask for.
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

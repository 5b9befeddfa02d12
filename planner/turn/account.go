package turn

import "brujula/data/texts"

// Account tells the figures behind what to ask for, in the user's words: what of the
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

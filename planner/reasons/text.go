package reasons

import (
	"brujula/data"
	"brujula/data/texts"
)

// Text puts a reason into the form of the texts.
func (r *Reason) Text() texts.Reason {
	t := texts.Reason{
		Kind: r.Kind.Key(), Raises: r.Raises(), Chance: r.Chance, Without: r.Without, Name: r.Name, Grade: r.Grade, ZAF: r.ZAF,
	}
	for i := range r.Stories {
		t.Stories = append(t.Stories, r.Stories[i].Text())
	}
	if g := r.Group; g != nil {
		t.Group = &texts.GroupFact{Process: g.Process, Seats: g.Seats, Left: g.Left, Mean: g.Mean, Usual: g.Usual}
	}
	return t
}

// Unsure reports what makes the chance unsure; "" for nothing in particular.
func (w *Why) Unsure() string {
	words := data.Map(w.Doubts, func(d Doubt) string { return texts.Doubt(d.Key(), w.Lo, w.Hi) })
	return texts.Doubts(words)
}

// Text puts a move into the form of the texts.
func (m *Move) Text() texts.Move {
	t := texts.Move{Before: m.Before, Now: m.Now, Cause: m.Cause.Key(), RankBefore: m.RankBefore, RankNow: m.RankNow, Turn: m.Turn}
	if m.Reason != nil {
		reason := m.Reason.Text()
		t.Reason = &reason
	}
	return t
}

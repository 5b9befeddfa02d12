package session

import (
	"brujula/data/texts"
	"brujula/planner/turn"
)

// Deeds lists what can be done with the act now.
func (t *Turn) Deeds() []turn.Deed {
	history, _ := t.History()
	return turn.Circumstances{
		Listed: t.LineView() != nil, Started: t.State().Started, Logged: len(history) > 0,
		Locked: t.ReadOnly() != "", Kept: t.HeldPast(),
	}.Deeds()
}

// Refuses tells why a kind of event cannot happen now, whatever it says; "" where
// it can, or where it has to wait for the log to be read.
func (t *Turn) Refuses(kind turn.Kind) string {
	s, asksFirst := t.State(), kind == turn.Take || kind == turn.Decline || kind == turn.End
	switch {
	case !t.session.HasProfile():
		return texts.TurnNoProfile
	case t.ReadOnly() != "":
		return t.ReadOnly()
	case !t.Ready() && asksFirst: // of what is not yet known
		return texts.TurnNotReady
	case !t.Ready():
		return ""
	case kind == turn.Start && t.LineView() == nil:
		return texts.TurnNoLine
	case kind == turn.Release && s.Started && s.Told == 0:
		return texts.TurnNoneGone
	case !s.Started && !kind.Anytime():
		return texts.TurnRefused(string(turn.NotStarted), "")
	}
	return ""
}

// Told puts what came of the applicant's own turn into words.
func (t *Turn) Told() turn.Told {
	fallback := 0
	if v := t.View(); v != nil {
		fallback = v.Fallback
	}
	return t.State().Mine.Tell(t.session.Space, t.Line(), fallback)
}

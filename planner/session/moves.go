package session

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/reasons"
	"brujula/planner/workspace"
)

// noticed is what was thought before the chances last changed, and which lines
// of the plan that has changed.
type noticed struct {
	seen  *reasons.Seen // the chances of the applicant's own rank, as they are
	was   *reasons.Seen // before they changed; nil where they have not
	shown *reasons.Seen // what the present look is set against
	moves map[data.PlazaID]reasons.Move
	space *workspace.Workspace // whose chances these are
}

// notice returns what finds out, in the background, which chances new estimates
// have changed, and why: after an import, another rank, other passes, picks of
// the act. A look from elsewhere is set against the applicant's own rank and is
// not taken for theirs.
func (d *Session) notice() func(*workspace.Workspace, *workspace.Estimates) noticed {
	before, simulated := d.noticed, d.simulated
	ids := data.Map(d.Plan().Entries, func(e plan.Entry) data.PlazaID { return e.ID })
	return func(space *workspace.Workspace, est *workspace.Estimates) noticed {
		n := noticed{seen: reasons.See(space, est), was: before.was, moves: map[data.PlazaID]reasons.Move{}, space: space}
		switch {
		case simulated:
			n.shown, n.seen = before.seen, before.seen
		case before.seen != nil && n.seen.Differs(before.seen):
			n.was = before.seen
			n.shown = n.was
		default:
			n.shown = n.was
		}
		for _, id := range ids {
			if row, ok := space.Catalog.Row(id); ok {
				if m, ok := n.shown.Since(space, est, row); ok {
					n.moves[id] = m
				}
			}
		}
		return n
	}
}

// takeNoticed shows what has changed. After an import it is said how many lines
// of the plan it has changed.
func (d *Session) takeNoticed(n noticed) Jobs {
	imported := d.noticed.space != nil && d.noticed.space != n.space && n.was != d.noticed.was
	d.noticed = n
	if imported && len(n.moves) > 0 {
		return say(texts.MovesSaid(len(n.moves), len(d.Plan().Entries)))
	}
	return nil
}

// Moved reports how the chance of a line of the plan has changed; ok is false where
// it has not.
func (d *Session) Moved(id data.PlazaID) (m reasons.Move, ok bool) {
	m, ok = d.noticed.moves[id]
	return m, ok
}

// Was returns what was thought before the chances last changed; nil where they
// have not. To ask it why takes some milliseconds: it is meant for the
// background.
func (d *Session) Was() *reasons.Seen { return d.noticed.shown }

package session

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/card"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

// acts are the acts under way that this window knows of. The estimates follow
// those of the applicant's lines.
type acts struct {
	states map[data.Line]turn.State
	owned  map[data.Line]bool // Mi turno has the line open: its state is the newest
	told   map[data.Line]bool // that they were found in the log
	losses []string           // that were told of their logs
}

type (
	actsRead struct {
		generation uint64
		process    data.Process
		profession string
		acts       map[data.Modality]turn.Trail
		losses     []string
		err        error
	}
	actsPollDue struct{}
	followed    struct {
		generation uint64
		base, est  *workspace.Estimates
		ranged     bool
		noticed    noticed
	}
)

// readActs asks where the acts of the applicant's lines stand, which are logged
// whether or not Mi turno was opened in this window.
func (d *Session) readActs() Jobs { return d.readActsOf(false) }

// readActsOf reads them; quietly, what cannot be read is not told again.
func (d *Session) readActsOf(quietly bool) Jobs {
	if !d.stores() || d.look.Profession == "" {
		return nil
	}
	generation, lib, space, look := d.askedActs.Next(), d.Lib, d.Space, d.look
	return Jobs{func() Answer {
		found, err := turn.Trails(lib, space, look.Process, look.Profession)
		if quietly {
			return actsRead{generation, look.Process, look.Profession, found, nil, nil}
		}
		losses, lossErr := turn.Losses(lib, space, look.Process, look.Profession)
		return actsRead{generation, look.Process, look.Profession, found, losses, cmp.Or(err, lossErr)}
	}}
}

func (m actsRead) apply(d *Session) Jobs {
	if !d.askedActs.Current(m.generation) {
		return nil
	}
	states, changed := d.acts.states, false
	jobs := []Jobs{fail(m.err)}
	for _, modality := range data.Modalities() {
		line := data.Line{Process: m.process, Profession: m.profession, Modality: modality}
		trail, begun := m.acts[modality]
		before, known := states[line]
		if d.acts.owned[line] || !begun && !known {
			continue
		}
		if begun && !d.acts.told[line] {
			d.acts.told[line] = true
			jobs = append(jobs, say(texts.Capital(texts.TurnRestored(trail.Acts, trail.Undone, line, trail.Last))+texts.WhereTheActIs))
		}
		if known && before.Same(&trail.State) {
			continue
		}
		states[line], changed = trail.State, true
	}
	if changed {
		jobs = append(jobs, d.follow(false))
	}
	return join(append(jobs, d.tellLosses(m.losses))...)
}

// tellLosses tells once in this window what was taken from the logs of the acts.
func (d *Session) tellLosses(losses []string) Jobs {
	var jobs []Jobs
	for _, loss := range losses {
		if !slices.Contains(d.acts.losses, loss) {
			d.acts.losses = append(d.acts.losses, loss)
			jobs = append(jobs, warn(loss))
		}
	}
	return join(jobs...)
}

// watchActs keeps a window that only looks at the acts of the one that writes,
// whichever screen it shows.
func (d *Session) watchActs() Jobs {
	if d.Locked == "" {
		return nil
	}
	return after(pollEvery, actsPollDue{})
}

func (actsPollDue) apply(d *Session) Jobs { return join(d.readActsOf(true), d.watchActs()) }

// publish takes the state of the act that Mi turno has open; the other screens
// follow it.
func (d *Session) publish(line data.Line, s turn.State) Jobs {
	states := d.acts.states
	before, known := states[line]
	d.acts.owned[line] = true
	if !known && !s.Started && !s.Mine.Known() {
		return nil
	}
	if known && before.Same(&s) {
		return nil
	}
	states[line], d.acts.told[line] = s, true
	return d.follow(false)
}

// following returns the acts of the lines that the estimates are of, under way or
// over.
func (d *Session) following() turn.Acts {
	found := turn.Acts{}
	for line, s := range d.acts.states {
		if line.Process == d.look.Process && line.Profession == d.look.Profession {
			found[line.Modality] = s
		}
	}
	return found
}

// follow asks for the estimates as the acts have left them: without ranges at
// first, which take several times as long, then with them. Only the answer to
// the last question counts.
func (d *Session) follow(ranged bool) Jobs {
	generation, base, space := d.askedLive.Next(), d.base, d.Space
	found := d.following()
	if base == nil {
		return nil // before the first estimates there is nothing to follow with
	}
	if len(found.UnderWay()) == 0 {
		d.estimating = false
		if est := found.Owned(base); d.Est != est {
			d.Est = est
			d.changed()
			return send(DataChanged{})
		}
		return nil
	}
	rank, notice := d.rankInAct(), d.notice()
	return Jobs{func() Answer {
		est := found.Follow(space, base, rank, ranged)
		return followed{generation, base, est, ranged, notice(space, est)}
	}}
}

func (m followed) apply(d *Session) Jobs {
	if !d.askedLive.Current(m.generation) || m.base != d.base {
		return nil
	}
	d.Est, d.estimating = m.est, false
	d.changed()
	said := d.takeNoticed(m.noticed)
	if m.ranged || m.est == m.base {
		return said
	}
	return join(said, d.follow(true))
}

// rankInAct tells from which rank an act is seen: the simulated one of a look,
// else that with which the act was begun, else the applicant's own.
func (d *Session) rankInAct() func(m data.Modality, s *turn.State) int {
	base, look, moved := d.base, d.look, data.Modality("")
	switch {
	case !d.simulated || d.LookRank() == d.OwnRank():
	case d.ownList():
		moved = data.Equivalente
	default:
		moved = data.Remunerada
	}
	return func(m data.Modality, s *turn.State) int {
		if s.Rank > 0 && m != moved {
			return s.Rank
		}
		if base == nil {
			return look.Rank
		}
		rank, _ := turn.RankIn(m, base.Lines[m], look)
		return rank
	}
}

// Fate reports what has come of a plaza, by the acts as they stand: the estimates
// follow them a moment later.
func (d *Session) Fate(id data.PlazaID) workspace.Fate {
	s, known := d.acts.states[id.Line()]
	row, found := d.Space.Catalog.Row(id)
	if !known || !found {
		return workspace.FateOpen
	}
	taken := 0
	if s.Started {
		taken = s.Gone[id.Renipress]
	}
	return workspace.FateOf(d.Space.Catalog.Plaza(row), s.Mine.Renipress, taken)
}

// MyPlace reports which place the applicant took in the process of the profile,
// and in which modality; "" for none.
func (d *Session) MyPlace() (text string, m data.Modality) {
	line := d.Line()
	for _, line.Modality = range data.Modalities() {
		if code := d.acts.states[line].Mine.Renipress; code != "" {
			return d.placeText(line, code), line.Modality
		}
	}
	return "", ""
}

func (d *Session) placeText(line data.Line, code string) string {
	text, _ := d.Space.PlaceText(line.Plaza(code))
	return text
}

// ActText tells the act that the estimates of a modality follow; ok is false
// for none.
func (d *Session) ActText(m data.Modality) (a texts.Act, ok bool) {
	live := d.Est.Following(m) // nil-safe: before Start there are no estimates
	if live == nil {
		return a, false
	}
	return card.ActOf(live), true
}

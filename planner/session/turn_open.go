package session

import (
	"slices"
	"time"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/turn"
)

// Open follows the session: another line opens another log, other lists or chances
// give another view.
func (t *Turn) Open() Jobs {
	if !t.session.HasProfile() {
		return nil
	}
	if !t.current() {
		return t.openLine(t.session.Line())
	}
	if t.space == t.session.Space {
		return t.look()
	}
	t.replay(t.ledger.act.Events())
	return join(t.tellStray(), t.look())
}

// tellStray tells once which crossed-out seats the loaded list does not have.
func (t *Turn) tellStray() Jobs {
	said := texts.TurnStray(t.ledger.act.Stray())
	told := t.stray
	if t.stray = said; said == told || said == "" {
		return nil
	}
	return warn(said)
}

// Refresh follows other chances. Those that the acts themselves have changed
// are no news here: the view was worked out with the act.
func (t *Turn) Refresh() Jobs {
	if t.session.HasProfile() && t.current() && t.base == t.session.base && t.space == t.session.Space {
		return nil
	}
	return t.Open()
}

// current reports whether the act at hand is the one of the applicant's line in
// the library that is open now.
func (t *Turn) current() bool {
	return !t.ledger.stale && t.Line() == t.session.Line() && t.opened() == t.Stored()
}

// opened reports whether the act at hand was made for a library.
func (t *Turn) opened() bool { return t.space != nil && !t.space.Demo }

// openLine leaves the line at hand, its acts written first, and opens another. Its
// log is read once nothing of a line that was left is on its way to the disk: it may
// be the same one again.
func (t *Turn) openLine(line data.Line) Jobs {
	leaving := t.leave()
	delete(t.session.acts.owned, t.Line())
	l := newLedger(t, t.session.Lib, line)
	if at := slices.IndexFunc(t.past, func(l *ledger) bool { return l.line == line }); at >= 0 {
		l = t.past[at]
		t.past = slices.Delete(t.past, at, at+1)
		l.showAgain()
	}
	t.ledger, t.stray, t.kept, t.view, t.base = l, "", "", nil, nil
	t.replay(l.unsaved)
	if !t.Stored() {
		l.ready = true
		return join(leaving, t.look())
	}
	return join(leaving, t.session.put(l))
}

// leave hands the line at hand over to be written to its end.
func (t *Turn) leave() Jobs {
	l := t.ledger
	l.left = true
	if l.lib == nil || l.book == nil && len(l.unsaved)+len(l.queue) == 0 && !t.session.box.Has(l) {
		return nil
	}
	t.past = append(t.past, l)
	return t.finish(l)
}

// release hands the log over to be closed, as another is about to take its place.
func (t *Turn) release() (closing func() error) {
	of := *t.ledger // its book alone is asked for
	t.ledger.book, t.ledger.stale = nil, true
	return of.close
}

// replay makes the act anew for the plazas that are loaded now.
func (t *Turn) replay(events []turn.Event) {
	t.space = t.session.Space
	t.ledger.replay(events)
}

// look asks for the view, and lets the other screens know of the act.
func (t *Turn) look() Jobs {
	var published Jobs
	if t.Ready() {
		published = t.session.publish(t.Line(), t.State())
	}
	generation, of := t.asked.Next(), t.ledger
	t.base = t.session.base
	s := turn.Situation{Space: t.session.Space, Line: t.LineView(), State: t.State(), Look: t.session.look}
	p := t.session.Plan().Clone()
	s.Plan = &p
	s.Rank = t.session.rankInAct()(t.Line().Modality, &s.State)
	assumed := turn.AssumedPasses(s.Line)
	return join(published, Jobs{func() Answer { return turnSeen{of, generation, turn.Look(s, assumed)} }})
}

// pollEvery is how often a window that only looks reads the log again.
const pollEvery = 2 * time.Second

func (m turnSeen) apply(d *Session) Jobs {
	if t := d.turn; m.of == t.ledger && t.asked.Current(m.generation) {
		t.view = m.view
		return d.Post(TurnSeen{})
	}
	return nil
}

func (m turnPollDue) apply(d *Session) Jobs {
	if m.of != d.turn.ledger || d.turn.ReadOnly() == "" {
		return nil
	}
	lib, line := d.Lib, m.of.line
	return Jobs{func() Answer {
		recorded, err := turn.Read(lib, line)
		return turnPolled{m.of, recorded, err}
	}}
}

func (m turnPolled) apply(d *Session) Jobs {
	t := d.turn
	if m.of != t.ledger {
		return nil
	}
	jobs := []Jobs{after(pollEvery, turnPollDue{m.of})}
	if m.err == nil && len(m.recorded.Events) != m.of.act.Len() {
		t.replay(m.recorded.Events)
		jobs = append(jobs, t.look())
	}
	return join(jobs...)
}

// read takes the log of a line.
func (t *Turn) read(l *ledger, run *ledgerRun) Jobs {
	events := run.recorded.Events
	l.ready, l.book, l.newer, l.last = true, run.book, run.recorded.Newer, run.recorded.Last
	if run.unread != nil {
		l.last = -1 // what is in the log is not known
	}
	refused := l.replay(events)
	for _, e := range l.unsaved {
		_, _ = l.act.Apply(e) // a refusal is told when the log is replayed next
	}
	if l.left { // meanwhile
		return t.finish(l)
	}
	t.space = t.session.Space
	var jobs []Jobs
	if n := len(events); n > 0 && t.ReadOnly() == "" { // a window that only looks restores nothing
		acts, undone := t.recorded()
		jobs = append(jobs, say(texts.Capital(texts.TurnRestored(acts, undone, l.line, events[n-1].At))))
	}
	for _, notice := range run.recorded.Notices {
		jobs = append(jobs, warn(notice))
	}
	if refused > 0 {
		jobs = append(jobs, warn(texts.TurnReplayRefused(refused)))
	}
	jobs = append(jobs, t.tellStray(), fail(run.unread))
	if t.ReadOnly() != "" {
		jobs = append(jobs, after(pollEvery, turnPollDue{l}))
	}
	jobs = append(jobs, t.look(), t.session.Post(TurnRead{}), t.pump())
	if len(l.unsaved) > 0 {
		t.session.box.PutSilently(l)
	}
	return join(jobs...)
}

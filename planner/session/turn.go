package session

import (
	"context"
	"slices"
	"time"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

// Turn is the act of the applicant's line as this window follows it. Events are
// written to the log one after the other, and count once they are on the disk.
// Where the disk refuses, they count all the same, since the act does not wait:
// Unsaved and Failure say so until a later write has brought them along. Open brings
// it to the applicant's line.
type Turn struct {
	session *Session
	ledger  *ledger // of the line that is shown
	space   *workspace.Workspace
	stray   string    // what was told of crossed-out seats that the list lacks
	kept    string    // what is told of the end of an act that was kept as a past process
	past    []*ledger // of lines that were left, until all of them is on the disk

	view  *turn.View
	asked Generation           // views
	base  *workspace.Estimates // that the last view was asked with
}

func newTurn(d *Session) *Turn {
	t := &Turn{session: d}
	t.ledger = newLedger(t, nil, data.Line{})
	return t
}

// Turn gives the act that this window follows. Another library brings another.
func (d *Session) Turn() *Turn { return d.turn }

// TurnRead tells that the log of the act was read.
type TurnRead struct{}

type (
	turnSeen struct {
		of         *ledger
		generation uint64
		view       *turn.View
	}
	turnPollDue struct{ of *ledger }
	turnPolled  struct {
		of       *ledger
		recorded turn.Recorded
		err      error
	}
)

// Context is that of the program, for what a screen does in the background.
func (d *Session) Context() context.Context { return d.ctx }

// Line gives the line that the act is of.
func (t *Turn) Line() data.Line { return t.ledger.line }

// Ready tells that the log was read.
func (t *Turn) Ready() bool { return t.ledger.ready }

// State tells where the act stands, events on the way to the disk left out.
func (t *Turn) State() turn.State { return t.ledger.act.State() }

// View is the act seen by the applicant; nil until it was worked out.
func (t *Turn) View() *turn.View { return t.view }

// History gives the events, and how many of the last ones are not on the disk.
// As undoing and redoing are none of their own, Unsaved may count more.
func (t *Turn) History() (entries []turn.Entry, unsaved int) {
	for _, e := range t.ledger.unsaved {
		if e.Kind != turn.Undo && e.Kind != turn.Redo {
			unsaved++
		}
	}
	return t.ledger.act.History(), unsaved
}

// Unsaved counts the events that are not on the disk, undoing and redoing too.
func (t *Turn) Unsaved() int { return len(t.ledger.unsaved) }

// recorded counts the acts on the disk, as the history does: undoing is none of
// its own. undone are those of them that do not count.
func (t *Turn) recorded() (acts, undone int) {
	history, unsaved := t.History()
	for i := range history {
		if history[i].Undone {
			undone++
		}
	}
	return len(history) - unsaved, undone
}

// Saving counts the events on their way to the disk.
func (t *Turn) Saving() int {
	n := len(t.ledger.queue)
	if t.ledger.ready && t.session.box.Has(t.ledger) {
		n++
	}
	return n
}

// Failure tells why the last events are not on the disk; "" when they are.
func (t *Turn) Failure() string { return t.ledger.failure }

// Stored tells whether events are written at all: not in the demonstration.
func (t *Turn) Stored() bool { return t.session.Lib != nil && !t.session.Space.Demo }

// ReadOnly tells why nothing can be done here; "" when it can.
func (t *Turn) ReadOnly() string {
	switch {
	case !t.Stored():
		return ""
	case t.session.Locked != "":
		return texts.ReadOnlyWindow(t.session.Locked)
	case t.ledger.newer:
		return texts.TurnNewer
	}
	return ""
}

// LineView gives the line as the session sees it before any act; nil when nothing
// is loaded.
func (t *Turn) LineView() *workspace.LineView {
	if t.session.base == nil {
		return nil
	}
	v := t.session.base.Lines[t.Line().Modality]
	if v == nil || v.Line != t.Line() {
		return nil
	}
	return v
}

// Rank gives the applicant's rank in the line, 0 when it is not known; derived
// tells that it follows from the national one by what is thought to be gone.
func (t *Turn) Rank() (rank int, derived bool) {
	p := &t.session.Profile
	switch {
	case t.Line().Modality != data.Equivalente:
		return p.Rank, false
	case p.RankEquivalente > 0:
		return p.RankEquivalente, false
	}
	v := t.LineView()
	if v == nil || !v.Derived || v.Share <= 0 {
		return 0, false
	}
	return availability.ConstantPassing(1 - v.Share).RankAt(v.K), true
}

// Own gives the applicant's rank in the act: the one with which it was begun,
// else the profile's; never the one of a look.
func (t *Turn) Own() int {
	if s := t.State(); s.Rank > 0 {
		return s.Rank
	}
	rank, _ := t.Rank()
	return rank
}

// MyTurn reports whether it is the applicant's turn, and nothing is known yet
// of what came of it.
func (t *Turn) MyTurn() bool {
	s := t.State()
	return s.MyTurn(t.Own())
}

// Take records the place that the applicant took.
func (t *Turn) Take(renipress string) Jobs {
	return t.Do(turn.Event{Kind: turn.Take, Renipress: renipress, Rank: t.Own()})
}

// Decline records that the applicant was called and took nothing.
func (t *Turn) Decline() Jobs { return t.Do(turn.Event{Kind: turn.Decline, Rank: t.Own()}) }

// MyPlace tells which place the applicant took; "" for none.
func (t *Turn) MyPlace() string {
	code := t.State().Mine.Renipress
	if code == "" {
		return ""
	}
	return t.session.placeText(t.Line(), code)
}

func (t *Turn) plazaID(renipress string) data.PlazaID {
	line := t.Line()
	return data.PlazaID{Process: line.Process, Profession: line.Profession, Modality: line.Modality, Renipress: renipress}
}

// Name gives the name of the establishment of a code.
func (t *Turn) Name(renipress string) string {
	return t.session.Name(t.plazaID(renipress))
}

// OutputPath gives the full path of a file that the user named, "~/" understood.
func (t *Turn) OutputPath(file string) (string, error) {
	return outputPath(t.session.Folders.Home, file)
}

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

// opened tells whether the act at hand was made for a library.
func (t *Turn) opened() bool { return t.space != nil && !t.space.Demo }

// openLine leaves the line at hand, its acts written first, and opens another. Its
// log is read once nothing of a line that was left is on its way to the disk: it may
// be the same one again.
func (t *Turn) openLine(line data.Line) Jobs {
	leaving := t.leave()
	delete(t.session.acts.owned, t.Line())
	l := newLedger(t, t.session.Lib, line)
	if at := slices.IndexFunc(t.past, func(l *ledger) bool { return l.line == line }); at >= 0 {
		l, t.past = t.past[at], slices.Delete(t.past, at, at+1)
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

// replay makes the act anew for the plazas that are loaded now, and gives how
// many of the events no longer fit.
func (t *Turn) replay(events []turn.Event) (refused int) {
	t.space = t.session.Space
	return t.ledger.replay(events)
}

// look asks for the view, and lets the other screens know of the act.
func (t *Turn) look() Jobs {
	var published Jobs
	if t.Ready() {
		published = t.session.publish(t.Line(), t.State())
	}
	generation, of := t.asked.Next(), t.ledger
	t.base = t.session.base
	s := turn.Situation{Space: t.session.Space, Line: t.LineView(), State: t.State(), Limits: t.session.look.Limits}
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

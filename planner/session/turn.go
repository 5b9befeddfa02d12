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
// Unsaved and Failure say so until a later write has brought them along.
type Turn struct {
	*ledger // of the line that is shown

	session *Session
	space   *workspace.Workspace
	ready   bool // the log was read
	newer   bool
	stale   bool   // the log is another since it was read
	stray   string // what was told of crossed-out seats that the list lacks

	kept string // what is told of the end of an act that was kept as a past process

	past  []*ledger // of lines that were left, until all of them is on the disk
	waits bool      // the log is read once those are written

	view    *turn.View
	asked   Generation           // views
	base    *workspace.Estimates // that the last view was asked with
	opening Generation
}

// NewTurn makes the act of a session; Open brings it to the applicant's line.
// The end of the program waits for it.
func NewTurn(d *Session) *Turn {
	t := &Turn{session: d, ledger: newLedger(0, nil, data.Line{})}
	d.attend(pendingTurn{t})
	return t
}

type (
	turnOpened struct {
		generation uint64
		book       *turn.Book
		recorded   turn.Recorded
		err        error
	}
	turnSeen struct {
		generation uint64
		view       *turn.View
	}
	turnPollDue struct{ generation uint64 }
	turnPolled  struct {
		generation uint64
		recorded   turn.Recorded
		err        error
	}
)

// Context is that of the program, for what a screen does in the background.
func (d *Session) Context() context.Context { return d.ctx }

// Line gives the line that the act is of.
func (t *Turn) Line() data.Line { return t.line }

// Ready tells that the log was read.
func (t *Turn) Ready() bool { return t.ready }

// State tells where the act stands, events on the way to the disk left out.
func (t *Turn) State() turn.State { return t.act.State() }

// View is the act seen by the applicant; nil until it was worked out.
func (t *Turn) View() *turn.View { return t.view }

// History gives the events, and how many of the last ones are not on the disk.
// As undoing and redoing are none of their own, Unsaved may count more.
func (t *Turn) History() (entries []turn.Entry, unsaved int) {
	for _, e := range t.unsaved {
		if e.Kind != turn.Undo && e.Kind != turn.Redo {
			unsaved++
		}
	}
	return t.act.History(), unsaved
}

// Unsaved counts the events that are not on the disk, undoing and redoing too.
func (t *Turn) Unsaved() int { return len(t.unsaved) }

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
	n := len(t.queue)
	if t.job != nil {
		n++
	}
	return n
}

// Failure tells why the last events are not on the disk; "" when they are.
func (t *Turn) Failure() string { return t.failure }

// Stored tells whether events are written at all: not in the demonstration.
func (t *Turn) Stored() bool { return t.session.Lib != nil && !t.session.Space.Demo }

// ReadOnly tells why nothing can be done here; "" when it can.
func (t *Turn) ReadOnly() string {
	switch {
	case !t.Stored():
		return ""
	case t.session.Locked != "":
		return texts.ReadOnlyWindow(t.session.Locked)
	case t.newer:
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
	v := t.session.base.Lines[t.line.Modality]
	if v == nil || v.Line != t.line {
		return nil
	}
	return v
}

// Rank gives the applicant's rank in the line, 0 when it is not known; derived
// tells that it follows from the national one by what is thought to be gone.
func (t *Turn) Rank() (rank int, derived bool) {
	p := &t.session.Profile
	switch {
	case t.line.Modality != data.Equivalente:
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
	return t.session.placeText(t.line, code)
}

func (t *Turn) plazaID(renipress string) data.PlazaID {
	return data.PlazaID{Process: t.line.Process, Profession: t.line.Profession, Modality: t.line.Modality, Renipress: renipress}
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
	t.replay(t.act.Events())
	return join(t.tellStray(), t.look())
}

// tellStray tells once which crossed-out seats the loaded list does not have.
func (t *Turn) tellStray() Jobs {
	said := texts.TurnStray(t.act.Stray())
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
	return !t.stale && t.line == t.session.Line() && t.opened() == t.Stored()
}

// opened tells whether the act at hand was made for a library.
func (t *Turn) opened() bool { return t.space != nil && !t.space.Demo }

// openLine leaves the line at hand, its acts written first, and opens another.
func (t *Turn) openLine(line data.Line) Jobs {
	leaving := t.leave()
	delete(t.session.acts.owned, t.line)
	*t = Turn{session: t.session, asked: t.asked, opening: t.opening, past: t.past}
	t.ledger = newLedger(t.opening.Next(), t.session.Lib, line)
	t.asked.Next()
	t.replay(nil)
	if !t.Stored() {
		t.ready = true
		return join(leaving, t.look())
	}
	t.waits = true
	return join(leaving, t.goOn())
}

// leave hands the line at hand over to be written to its end.
func (t *Turn) leave() Jobs {
	var jobs Jobs
	if t.job == nil {
		if jobs = t.finish(); jobs == nil {
			return nil
		}
	}
	t.past = append(t.past, t.ledger)
	return jobs
}

// goOn reads the log of the line once nothing of a line that was left is on its
// way to the disk: it may be the same one again.
func (t *Turn) goOn() Jobs {
	if !t.waits || slices.ContainsFunc(t.past, func(l *ledger) bool { return l.job != nil }) {
		return nil
	}
	t.waits = false
	generation, line := t.generation, t.line
	lib, writable := t.session.Lib, t.session.Writable() == nil
	return Jobs{func() Answer {
		m := turnOpened{generation: generation}
		m.recorded, m.err = turn.Read(lib, line)
		// A log that is there is opened at once, so that what a dead window left
		// half written is told now and not at the first act.
		if m.err == nil && writable && len(m.recorded.Events) > 0 && !m.recorded.Newer {
			m.book, m.recorded, m.err = turn.Open(lib, line)
		}
		return m
	}}
}

// takeBack counts the acts of this line that could not be written when it was
// left.
func (t *Turn) takeBack() {
	at := slices.IndexFunc(t.past, func(l *ledger) bool { return l.line == t.line })
	if at < 0 {
		return
	}
	t.unsaved, t.failure = t.past[at].unsaved, t.past[at].failure
	t.past = slices.Delete(t.past, at, at+1)
	for _, e := range t.unsaved {
		_, _ = t.act.Apply(e) // a refusal is told when the log is replayed next
	}
}

// Close releases the log. The system does it at the latest when the process
// ends.
func (t *Turn) Close() error {
	if t.book == nil {
		return nil
	}
	book := t.book
	t.book = nil
	return book.Close()
}

// replay makes the act anew for the plazas that are loaded now, and gives how
// many of the events no longer fit.
func (t *Turn) replay(events []turn.Event) (refused int) {
	t.space = t.session.Space
	plazas, _ := t.space.Catalog.Line(t.line)
	t.act, refused = turn.Replay(t.line, turn.SeatsOf(plazas), events)
	return refused
}

// look asks for the view, and lets the other screens know of the act.
func (t *Turn) look() Jobs {
	var published Jobs
	if t.ready {
		published = t.session.publish(t.line, t.State())
	}
	generation := t.asked.Next()
	t.base = t.session.base
	s := turn.Situation{Space: t.session.Space, Line: t.LineView(), State: t.act.State(), Limits: t.session.look.Limits}
	p := t.session.Plan().Clone()
	s.Plan = &p
	s.Rank = t.session.rankInAct()(t.line.Modality, &s.State)
	assumed := turn.AssumedPasses(s.Line)
	return join(published, Jobs{func() Answer { return turnSeen{generation, turn.Look(s, assumed)} }})
}

// pollEvery is how often a window that only looks reads the log again.
const pollEvery = 2 * time.Second

// Receive takes the answers to the act's own questions; ok is false for any
// other answer.
func (t *Turn) Receive(m Answer) (next Jobs, ok bool) {
	switch m := m.(type) {
	case turnOpened:
		jobs := t.take(m)
		return join(jobs, t.session.depart()), true
	case turnWritten:
		jobs := t.written(m)
		return join(jobs, t.session.depart()), true
	case turnSeen:
		if t.asked.Current(m.generation) {
			t.view = m.view
		}
		return nil, true
	case turnPollDue:
		return t.poll(m), true
	case turnPolled:
		if !t.opening.Current(m.generation) {
			return nil, true
		}
		jobs := []Jobs{after(pollEvery, turnPollDue{m.generation})}
		if m.err == nil && len(m.recorded.Events) != t.act.Len() {
			t.replay(m.recorded.Events)
			jobs = append(jobs, t.look())
		}
		return join(jobs...), true
	}
	return nil, false
}

func (t *Turn) poll(m turnPollDue) Jobs {
	if !t.opening.Current(m.generation) || t.ReadOnly() == "" {
		return nil
	}
	lib, line := t.session.Lib, t.line
	return Jobs{func() Answer {
		recorded, err := turn.Read(lib, line)
		return turnPolled{m.generation, recorded, err}
	}}
}

func (t *Turn) take(m turnOpened) Jobs {
	if !t.opening.Current(m.generation) {
		if m.book == nil {
			return nil
		}
		// Opened for a line that is no longer asked for.
		return Jobs{func() Answer { return closed(m.book.Close()) }}
	}
	t.ready, t.book, t.newer, t.last = true, m.book, m.recorded.Newer, m.recorded.Last
	if m.err != nil {
		t.last = -1 // what is in the log is not known
	}
	refused := t.replay(m.recorded.Events)
	t.takeBack()
	var jobs []Jobs
	if n := len(m.recorded.Events); n > 0 && t.ReadOnly() == "" { // a window that only looks restores nothing
		acts, undone := t.recorded()
		jobs = append(jobs, say(texts.Capital(texts.TurnRestored(acts, undone, t.line, m.recorded.Events[n-1].At))))
	}
	for _, notice := range m.recorded.Notices {
		jobs = append(jobs, warn(notice))
	}
	if refused > 0 {
		jobs = append(jobs, warn(texts.TurnReplayRefused(refused)))
	}
	jobs = append(jobs, t.tellStray())
	if m.err != nil {
		jobs = append(jobs, fail(m.err))
	}
	if t.ReadOnly() != "" {
		jobs = append(jobs, after(pollEvery, turnPollDue{m.generation}))
	}
	return join(append(jobs, t.look(), t.pump())...)
}

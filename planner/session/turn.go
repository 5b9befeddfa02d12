package session

import (
	"context"

	"brujula/data"
	"brujula/data/texts"
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

// Turn returns the act that this window follows. Another library brings another.
func (d *Session) Turn() *Turn { return d.turn }

// TurnRead tells that the log of the act was read.
type TurnRead struct{}

// TurnSeen tells that View is another.
type TurnSeen struct{}

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

// Line returns the line that the act is of.
func (t *Turn) Line() data.Line { return t.ledger.line }

// Ready reports that the log was read.
func (t *Turn) Ready() bool { return t.ledger.ready }

// State reports where the act stands, events on the way to the disk left out.
func (t *Turn) State() turn.State { return t.ledger.act.State() }

// View is the act seen by the applicant; nil until it was worked out.
func (t *Turn) View() *turn.View { return t.view }

// History returns the events, and how many of the last ones are not on the disk.
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

// Failure reports why the last events are not on the disk; "" when they are.
func (t *Turn) Failure() string { return t.ledger.failure }

// Stored reports whether events are written at all: not in the demonstration.
func (t *Turn) Stored() bool { return t.session.Lib != nil && !t.session.Space.Demo }

// ReadOnly reports why nothing can be done here; "" when it can.
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

// LineView returns the line as the session sees it before any act; nil when nothing
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

// Rank returns the applicant's rank in the line, 0 when it is not known; derived
// tells that it follows from the national one by what is thought to be gone.
func (t *Turn) Rank() (rank int, derived bool) {
	p := &t.session.Profile
	return turn.RankIn(t.Line().Modality, t.LineView(), workspace.Look{Rank: p.Rank, RankEquivalente: p.RankEquivalente})
}

// Own returns the applicant's rank in the act: the one with which it was begun,
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

// MyPlace reports which place the applicant took; "" for none.
func (t *Turn) MyPlace() string {
	code := t.State().Mine.Renipress
	if code == "" {
		return ""
	}
	return t.session.placeText(t.Line(), code)
}

// Name returns the name of the establishment of a code.
func (t *Turn) Name(renipress string) string {
	return t.session.Name(t.Line().Plaza(renipress))
}

// OutputPath returns the full path of a file that the user named, "~/" understood.
func (t *Turn) OutputPath(file string) (string, error) {
	return outputPath(t.session.Folders.Home, file)
}

// Deeds lists what can be done with the act now.
func (t *Turn) Deeds() []turn.Deed {
	history, _ := t.History()
	return turn.Circumstances{
		Listed: t.LineView() != nil, Started: t.State().Started, Logged: len(history) > 0,
		Locked: t.ReadOnly() != "", Kept: t.HeldPast(),
	}.Deeds()
}

// Refuses reports why a kind of event cannot happen now, whatever it says; "" where
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

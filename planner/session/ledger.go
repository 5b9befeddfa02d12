package session

import (
	"errors"
	"slices"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/turn"
)

// ledger is the act of one line with what of it is not on the disk yet. Its log is
// read first; then one event is written after the other, and counts once that has
// ended.
type ledger struct {
	turn    *Turn
	lib     *library.Library
	line    data.Line
	act     *turn.Act // never nil: there is always something to ask, to write and to end
	book    *turn.Book
	ready   bool // the log was read
	newer   bool
	stale   bool         // the log is another since it was read
	left    bool         // the window shows another line: all is written, and the book closed
	queue   []turn.Event // waiting to be written
	next    turn.Event   // of them, checked and given to the outbox; without a kind when none is
	unsaved []turn.Event // count, but are not on the disk
	failure string
	last    int // number in the log of the act that the unsaved ones follow; below 0 when it is not known
	run     *ledgerRun
}

// ledgerRun is what the outbox does for a ledger, and what came of it.
type ledgerRun struct {
	reads    bool
	recorded turn.Recorded
	unread   error // why the log could not be read

	book    *turn.Book // nil when it was not opened, or is closed again
	event   turn.Event // the new one; without a kind when there was none
	written int        // of the unsaved events and the new one
	last    int        // number in the log of the last act; 0 when it was not opened
}

// newLedger makes the ledger of an act that has not begun.
func newLedger(t *Turn, lib *library.Library, line data.Line) *ledger {
	return &ledger{turn: t, lib: lib, line: line, act: turn.New(line, nil)}
}

// pending returns the events that a write would take.
func (l *ledger) pending() []turn.Event {
	events := slices.Clone(l.unsaved)
	if l.next.Kind != "" {
		events = append(events, l.next)
	}
	return events
}

// Begin reads the log, or else writes the events that are not in it. The book of a
// line that was left is closed after it.
func (l *ledger) Begin() func() error {
	if !l.ready {
		return l.beginReading()
	}
	if l.left && l.next.Kind == "" {
		l.gather()
	}
	events, closes := l.pending(), l.left
	if len(events) == 0 && (l.book == nil || !closes) {
		return nil
	}
	run := &ledgerRun{book: l.book, event: l.next}
	l.run = run
	lib, line := l.lib, l.line
	return func() error {
		err := run.write(lib, line, events)
		if closes && run.book != nil {
			err, run.book = errors.Join(err, run.book.Close()), nil
		}
		return err
	}
}

func (l *ledger) beginReading() func() error {
	run := &ledgerRun{reads: true}
	l.run = run
	lib, line, book, writable := l.lib, l.line, l.book, l.turn.session.Writable() == nil
	l.book = nil
	return func() error {
		if book != nil { // of the same line, which was left and is shown again
			run.unread = book.Close()
		}
		if run.unread == nil {
			run.recorded, run.unread = turn.Read(lib, line)
		}
		// A log that is there is opened at once, so that what a dead window left
		// half written is told now and not at the first act.
		if run.unread == nil && writable && len(run.recorded.Events) > 0 && !run.recorded.Newer {
			run.book, run.recorded, run.unread = turn.Open(lib, line)
		}
		return nil // nothing of the user's work is lost
	}
}

func (r *ledgerRun) write(lib *library.Library, line data.Line, events []turn.Event) (err error) {
	if r.book == nil && len(events) > 0 {
		if r.book, _, err = turn.Open(lib, line); err != nil {
			return err
		}
	}
	for _, one := range events {
		if err = r.book.Write(one); err != nil {
			break
		}
		r.written++
	}
	if r.book != nil {
		r.last = r.book.Last()
	}
	return err
}

// settled takes what became of it.
func (l *ledger) settled(err error, silent bool) Jobs {
	run := l.run
	if l.run = nil; run.reads {
		return l.turn.read(l, run)
	}
	counts := l.count(run, err)
	if len(l.unsaved) == 0 { // the log is not this window's, or was merely not closed
		l.turn.session.box.Excuse(l)
	}
	if l.left || !l.ready {
		return l.turn.writtenBefore(l, run, counts, err, silent)
	}
	return l.turn.written(run, counts, err, silent)
}

// count takes which events are on the disk, and tells whether the new one counts.
func (l *ledger) count(run *ledgerRun, err error) bool {
	events := l.pending()
	l.book, l.next = run.book, turn.Event{}
	if run.last > 0 {
		l.last = run.last
	}
	if notMine(err) {
		return false
	}
	l.unsaved, l.failure = events[run.written:], ""
	if err != nil && len(l.unsaved) > 0 {
		l.failure = texts.Spanish(err)
	}
	return run.event.Kind != ""
}

func (l *ledger) stake() stake {
	if len(l.unsaved) > 0 {
		return work
	}
	return nothing
}

// carry gives a backup the acts that are not on the disk, that on its way to it too.
func (l *ledger) carry(u *library.Unsaved) error {
	events := l.pending()
	if len(events) == 0 {
		return nil
	}
	bodies, err := turn.EncodeAll(events)
	if err != nil {
		return err
	}
	if u.Acts == nil {
		u.Acts = map[string]library.NewActs{}
	}
	u.Acts[turn.LogName(l.line)] = library.NewActs{After: l.last, Bodies: bodies}
	return nil
}

// showAgain has the log of a line that was left read anew. What could not be written
// of it counts all the same; what was not begun waits for that.
func (l *ledger) showAgain() {
	l.left, l.ready = false, false
	if l.run == nil && l.next.Kind != "" {
		l.queue = slices.Insert(l.queue, 0, l.next)
		l.next = turn.Event{}
	}
}

// gather puts what waits with what is not on the disk, so that one write takes
// it all. What cannot happen any more is left out.
func (l *ledger) gather() {
	for _, e := range l.queue {
		if _, err := l.act.Apply(e); err == nil {
			l.unsaved = append(l.unsaved, e)
		}
	}
	l.queue = nil
}

// replay makes the act anew for the plazas that are loaded now, and gives how many
// of the events no longer fit.
func (l *ledger) replay(events []turn.Event) (refused int) {
	plazas, _ := l.turn.session.Space.Catalog.Line(l.line)
	l.act, refused = turn.Replay(l.line, turn.SeatsOf(plazas), events)
	return refused
}

// close lets go of the log. The system does it at the latest when the process ends.
func (l *ledger) close() error {
	if l.book == nil {
		return nil
	}
	book := l.book
	l.book = nil
	return book.Close()
}

// notMine reports that the log may not be written by this window at all.
func notMine(err error) bool { return isNewer(err) || errors.Is(err, library.ErrLocked) }

func isNewer(err error) bool {
	return errors.Is(err, turn.ErrNewerLog) || errors.Is(err, library.ErrNewer)
}

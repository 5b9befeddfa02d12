package session

import (
	"errors"
	"slices"
	"sync"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/turn"
)

// ledger is the act of one line with what of it is not on the disk yet.
type ledger struct {
	generation uint64 // tells the answers to its writes from those of other ledgers
	lib        *library.Library
	line       data.Line
	act        *turn.Act
	book       *turn.Book
	queue      []turn.Event // waiting to be written
	unsaved    []turn.Event // count, but are not on the disk
	failure    string
	last       int  // number in the log of the act that the unsaved ones follow; below 0 when it is not known
	job        *job // the write that runs; nil when none does
}

// newLedger makes the ledger of an act that has not begun. Its act is never nil:
// there is always something to ask, to write and to end.
func newLedger(generation uint64, lib *library.Library, line data.Line) *ledger {
	return &ledger{generation: generation, lib: lib, line: line, act: turn.New(line, nil)}
}

// job is a write that is done once: by the command that was made for it, or by
// the end of the program when that command no longer runs.
type job struct {
	once   sync.Once
	event  turn.Event // the new one; without a kind when there is none
	do     func() turnWritten
	result turnWritten
}

func (j *job) run() turnWritten {
	j.once.Do(func() { j.result = j.do() })
	return j.result
}

// turnWritten tells what became of a write.
type turnWritten struct {
	generation uint64
	book       *turn.Book // nil when it was not opened, or is closed again
	event      turn.Event // the new one; without a kind when there was none
	written    int        // of the unsaved events and the new one
	last       int        // number in the log of the last act; 0 when it was not opened
	silent     bool       // a further try: a failure is not told again
	err        error
}

// start makes the write of the unsaved events, and of e unless it has no kind.
// With last the book is closed after it.
func (l *ledger) start(e turn.Event, last bool) Jobs {
	return l.begin(turnWritten{generation: l.generation, book: l.book, event: e}, last)
}

func (l *ledger) begin(m turnWritten, last bool) Jobs {
	events := slices.Clone(l.unsaved)
	if m.event.Kind != "" {
		events = append(events, m.event)
	}
	lib, line := l.lib, l.line
	j := &job{event: m.event, do: func() turnWritten {
		m := write(lib, line, m, events)
		if last && m.book != nil {
			m.err, m.book = errors.Join(m.err, m.book.Close()), nil
		}
		return m
	}}
	l.job = j
	return Jobs{func() Answer { return j.run() }}
}

func write(lib *library.Library, line data.Line, m turnWritten, events []turn.Event) turnWritten {
	if m.book == nil && len(events) > 0 {
		if m.book, _, m.err = turn.Open(lib, line); m.err != nil {
			return m
		}
	}
	for _, one := range events {
		if m.err = m.book.Write(one); m.err != nil {
			break
		}
		m.written++
	}
	if m.book != nil {
		m.last = m.book.Last()
	}
	return m
}

// settle takes what became of a write, and tells whether its event counts.
func (l *ledger) settle(m turnWritten) (counts bool) {
	l.job, l.book = nil, m.book
	if m.last > 0 {
		l.last = m.last
	}
	if notMine(m.err) {
		return false
	}
	events := slices.Clone(l.unsaved)
	if m.event.Kind != "" {
		events = append(events, m.event)
	}
	l.unsaved, l.failure = events[m.written:], ""
	if m.err != nil && len(l.unsaved) > 0 {
		l.failure = texts.Spanish(m.err)
	}
	return m.event.Kind != ""
}

// notMine tells that the log may not be written by this window at all.
func notMine(err error) bool { return isNewer(err) || errors.Is(err, library.ErrLocked) }

func isNewer(err error) bool {
	return errors.Is(err, turn.ErrNewerLog) || errors.Is(err, library.ErrNewer)
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

// retry writes what is not on the disk, without a new event. With last the book
// is closed after it.
func (l *ledger) retry(silent, last bool) Jobs {
	return l.begin(turnWritten{generation: l.generation, book: l.book, silent: silent}, last)
}

// finish writes what is left and closes the book; nil when there is neither.
func (l *ledger) finish() Jobs {
	l.gather()
	if l.book == nil && len(l.unsaved) == 0 {
		return nil
	}
	return l.start(turn.Event{}, true)
}

// flush does at once, without commands, what finish does.
func (l *ledger) flush() error {
	if l.job != nil {
		l.left(l.job.run())
	}
	if l.finish() == nil {
		return nil
	}
	m := l.job.run()
	l.settle(m)
	return m.err
}

// left takes the answer to a write for a line that was left.
func (l *ledger) left(m turnWritten) {
	if l.settle(m) {
		_, _ = l.act.Apply(m.event) // was checked before it was written
	}
}

// Do lets an event happen: it is written first, and while the log is being read
// it waits for that. What cannot happen is told, and nothing waits then: without
// a profile there is no line, and so no log that would ever be read.
func (t *Turn) Do(e turn.Event) Jobs {
	switch why := t.ReadOnly(); {
	case why != "":
		return warn(why)
	case !t.session.HasProfile():
		return warn(texts.TurnNoProfile)
	case !t.current(): // what was on the screen is of another line
		return join(warn(texts.TurnNotReady), t.Open())
	}
	e.At = t.session.Now().Round(time.Millisecond)
	t.queue = append(t.queue, e)
	return t.pump()
}

// pump writes the next event that waits. Each is checked against the act as the
// ones before have left it.
func (t *Turn) pump() Jobs {
	if !t.ready || t.job != nil || len(t.queue) == 0 {
		return nil
	}
	e := t.queue[0]
	t.queue = t.queue[1:]
	if err := t.act.Check(e); err != nil {
		return join(warn(t.refusal(err)), t.pump())
	}
	if !t.Stored() {
		return join(t.apply(e, texts.TurnOnlyDemo), t.pump())
	}
	return t.start(e, false)
}

// apply counts an event and tells what it did; word writes the notice.
func (t *Turn) apply(e turn.Event, word func(string) string) Jobs {
	before := t.act.State().Turn
	meant, err := t.act.Apply(e)
	if err != nil {
		return warn(t.refusal(err))
	}
	return join(done(e.Told(meant, before, t.Name, word)), t.look())
}

func (t *Turn) refusal(err error) string {
	var r *turn.Refusal
	if errors.As(err, &r) {
		return texts.TurnRefused(string(r.Reason), t.Name(r.Renipress))
	}
	return texts.Spanish(err)
}

// written takes what became of an event.
func (t *Turn) written(m turnWritten) Jobs {
	if m.generation != t.generation {
		return t.writtenBefore(m)
	}
	counts := t.settle(m)
	switch {
	case m.err == nil && counts:
		word := texts.TurnDone
		if kept := t.kept; kept != "" && m.event.Kind == turn.End {
			t.kept, word = "", func(string) string { return kept }
		}
		return join(t.apply(m.event, word), t.pump())
	case m.err == nil:
		return t.pump()
	case notMine(m.err):
		t.newer = isNewer(m.err)
		if m.silent {
			return t.pump()
		}
		return join(fail(m.err), t.pump())
	}
	var told Jobs
	if counts {
		told = t.apply(m.event, func(text string) string { return text })
	}
	if !m.silent {
		t.session.refused(texts.TurnNotSaved(len(t.unsaved), texts.Spanish(m.err)))
	}
	return join(told, t.pump())
}

// writtenBefore takes what became of a write for a line that was left: the rest
// is written, and its book closed. What cannot be written is kept, and tried
// again, until the line is opened again or the program ends.
func (t *Turn) writtenBefore(m turnWritten) Jobs {
	at := slices.IndexFunc(t.past, func(l *ledger) bool { return l.generation == m.generation })
	if at < 0 {
		return nil // the program's end has written it
	}
	l := t.past[at]
	l.left(m)
	if m.err == nil {
		if jobs := l.finish(); jobs != nil {
			return jobs
		}
	}
	l.gather()
	var closing Jobs
	if l.book != nil { // the disk refused: no second try now, but no book left open
		book := l.book
		l.book = nil
		closing = Jobs{func() Answer { return closed(book.Close()) }}
	}
	var told Jobs
	switch {
	case m.silent:
	case len(l.unsaved) > 0:
		t.session.refused(texts.TurnLeftUnsaved(len(l.unsaved), l.line, errorText(m.err)))
	case m.err != nil:
		told = fail(m.err)
	}
	if len(l.unsaved) == 0 {
		t.past = slices.Delete(t.past, at, at+1)
	}
	return join(closing, told, t.goOn())
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return texts.Spanish(err)
}

func closed(err error) Answer {
	if err != nil {
		return Notice{Severity: Error, Text: texts.Spanish(err)}
	}
	return nil
}

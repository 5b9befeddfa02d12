package session

import (
	"slices"
	"time"

	"brujula/data/texts"
	"brujula/planner/turn"
)

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
	if e.Kind.Mine() {
		e.Rank = t.Own()
	}
	e.At = t.session.Now().Round(time.Millisecond)
	t.ledger.queue = append(t.ledger.queue, e)
	return t.pump()
}

// pump writes the next event that waits. Each is checked against the act as the
// ones before have left it.
func (t *Turn) pump() Jobs {
	l := t.ledger
	if !l.ready || t.session.box.Has(l) || len(l.queue) == 0 {
		return nil
	}
	e := l.queue[0]
	l.queue = l.queue[1:]
	if err := l.act.Check(e); err != nil {
		return join(warn(turn.Said(err, t.Name)), t.pump())
	}
	if !t.Stored() {
		return join(t.apply(e, texts.TurnOnlyDemo), t.pump())
	}
	l.next = e
	return t.session.put(l)
}

// apply counts an event and tells what it did; word writes the notice.
func (t *Turn) apply(e turn.Event, word func(string) string) Jobs {
	told, err := t.ledger.act.ApplyTold(e, t.Name, word)
	if err != nil {
		return warn(turn.Said(err, t.Name))
	}
	return join(done(told), t.look())
}

// written takes what became of an event.
func (t *Turn) written(run *ledgerRun, counts bool, err error, silent bool) Jobs {
	switch {
	case err == nil && counts:
		word := texts.TurnDone
		if kept := t.kept; kept != "" && run.event.Kind == turn.End {
			t.kept, word = "", func(string) string { return kept }
		}
		return join(t.apply(run.event, word), t.pump())
	case err == nil:
		return t.pump()
	case notMine(err):
		t.ledger.newer = isNewer(err)
		if silent {
			return t.pump()
		}
		return join(fail(err), t.pump())
	}
	var told Jobs
	if counts {
		told = t.apply(run.event, func(text string) string { return text })
	}
	if !silent {
		t.session.refused(texts.TurnNotSaved(t.Unsaved(), texts.Spanish(err)))
	}
	return join(told, t.pump())
}

// writtenBefore takes what became of a write for a line that was left: the rest
// is written, and its book closed. What cannot be written is kept, and tried
// again, until the line is opened again or the program ends.
func (t *Turn) writtenBefore(l *ledger, run *ledgerRun, counts bool, err error, silent bool) Jobs {
	if counts {
		_, _ = l.act.Apply(run.event) // was checked before it was written
	}
	switch {
	case err == nil && l.left:
		return t.finish(l)
	case err == nil: // it is shown again: its log is read next
		return nil
	case l.left:
		l.gather()
	}
	var closing, told Jobs
	if book := l.book; book != nil && l.left { // the disk refused: no second try now, but no book left open
		l.book = nil
		closing = Jobs{func() Answer { return closed(book.Close()) }}
	}
	switch {
	case silent:
	case len(l.unsaved) > 0:
		t.session.refused(texts.TurnLeftUnsaved(len(l.unsaved), l.line, errorText(err)))
	default:
		told = fail(err)
	}
	if l.left && len(l.unsaved) == 0 {
		t.forget(l)
	}
	return join(closing, told)
}

// finish writes what is left of a line that was left, and closes its book.
func (t *Turn) finish(l *ledger) Jobs {
	switch {
	case t.session.box.Has(l): // its end leads here again
		return nil
	case l.book == nil && len(l.unsaved)+len(l.queue) == 0:
		t.forget(l)
		return nil
	}
	return t.session.put(l)
}

// forget lets go of a line that was left and is written to its end.
func (t *Turn) forget(l *ledger) {
	t.session.box.Drop(l)
	t.past = slices.DeleteFunc(t.past, func(one *ledger) bool { return one == l })
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

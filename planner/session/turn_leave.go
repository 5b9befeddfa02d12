package session

import (
	"errors"
	"slices"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/turn"
)

// pendingTurn is the act as the end of the program sees it.
type pendingTurn struct{ t *Turn }

// ledgers gives all that may have something to write.
func (p pendingTurn) ledgers() []*ledger { return append([]*ledger{p.t.ledger}, p.t.past...) }

// Busy tells that acts are on their way to the disk, or wait for the log to be
// read.
func (p pendingTurn) Busy() bool {
	if !p.t.ready && len(p.t.queue) > 0 {
		return true
	}
	for _, l := range p.ledgers() {
		if l.job != nil {
			return true
		}
	}
	return false
}

// Unsaved tells how many acts are not on the disk.
func (p pendingTurn) Unsaved() string {
	n := 0
	for _, l := range p.ledgers() {
		n += len(l.unsaved)
	}
	if n == 0 {
		return ""
	}
	return texts.TurnUnsavedActs(n)
}

// carry gives a backup the acts that are not on the disk, those on their way to
// it too.
func (p pendingTurn) carry(u *library.Unsaved) error {
	for _, l := range p.ledgers() {
		events := l.unsaved
		if l.job != nil && l.job.event.Kind != "" {
			events = append(slices.Clone(events), l.job.event)
		}
		if len(events) == 0 {
			continue
		}
		bodies, err := turn.EncodeAll(events)
		if err != nil {
			return err
		}
		if u.Acts == nil {
			u.Acts = map[string]library.NewActs{}
		}
		u.Acts[turn.LogName(l.line)] = library.NewActs{After: l.last, Bodies: bodies}
	}
	return nil
}

// Retry writes once more what the disk has refused. While the log of a line is
// being read nothing is written to those that were left: it may be one of them.
func (p pendingTurn) Retry(silent bool) Jobs {
	var jobs []Jobs
	for i, l := range p.ledgers() {
		if left := i > 0; l.job == nil && len(l.unsaved) > 0 && (p.t.ready || !left) {
			jobs = append(jobs, l.retry(silent, left))
		}
	}
	return join(jobs...)
}

// Release hands over the logs that are open.
func (p pendingTurn) Release() (closing func() error) {
	var books []*turn.Book
	for _, l := range p.ledgers() {
		if l.book != nil {
			books = append(books, l.book)
		}
		l.book = nil
	}
	p.t.stale = true
	p.t.opening.Next() // a log that is being opened now is closed when it comes
	return func() error {
		var errs []error
		for _, b := range books {
			errs = append(errs, b.Close())
		}
		return errors.Join(errs...)
	}
}

// Flush ends the write that runs, writes what waits, and closes the logs.
func (p pendingTurn) Flush() error {
	var errs []error
	for _, l := range p.ledgers() {
		errs = append(errs, l.flush())
	}
	return errors.Join(errs...)
}

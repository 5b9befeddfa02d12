package session

import (
	"errors"
	"slices"

	"brujula/data/library"
	"brujula/planner/session/outbox"
)

// sheet is what the outbox of a session writes as one: a plan, the profile, the
// ranks of the stored plans, an errand.
type sheet interface {
	outbox.Sheet
	// settled takes what became of a write; silent, its failure was told already.
	settled(err error, silent bool) Jobs
	// stake reports what is lost where it never reaches the disk.
	stake() stake
	// carry gives a backup what of it is not on the disk.
	carry(u *library.Unsaved) error
}

// stake is what is lost where a sheet never reaches the disk.
type stake int

const (
	nothing stake = iota // of what the user would miss; the next change tries again
	comfort              // tried again by itself, and nobody is asked before the end
	work                 // the user's
)

// written tells that a write has ended.
type written struct{ run *outbox.Run[sheet] }

// put has a sheet written.
func (d *Session) put(s sheet) Jobs {
	d.box.Put(s)
	return d.write()
}

// write begins the next write where none runs.
func (d *Session) write() Jobs {
	run := d.box.Next()
	if run == nil {
		return nil
	}
	return Jobs{func() Answer {
		_ = run.Do() // what became of it the box knows
		return written{run}
	}}
}

func (m written) apply(d *Session) Jobs {
	ok, err := d.box.End(m.run)
	if !ok {
		return nil
	}
	return join(m.run.Sheet.settled(err, m.run.Silent), d.write(), d.depart())
}

// refusedWork lists what of the user's work the disk has refused.
func (d *Session) refusedWork() []sheet {
	return slices.DeleteFunc(d.box.Failed(), func(s sheet) bool { return s.stake() != work })
}

// flushBox writes at the end of the program all that is not on the disk.
func (d *Session) flushBox() error {
	var errs []error
	fault := d.box.Flush(func(r *outbox.Run[sheet], err error) {
		if r.Sheet.settled(err, true); err != nil && d.box.Why(r.Sheet) == nil { // nobody tries again
			errs = append(errs, err)
		}
	})
	errs = append(errs, fault)
	for _, s := range d.box.Failed() {
		if s.stake() != nothing {
			errs = append(errs, d.box.Why(s))
		}
	}
	return errors.Join(errs...)
}

// errand is something that is done once between the writes of plans: it is told
// what became of it, and not tried again.
type errand struct {
	d     *Session
	begin func() (do func() error) // nil, where there is nothing to do any more
	then  func(err error) Jobs
}

// Begin begins it.
func (e *errand) Begin() func() error { return e.begin() }

func (e *errand) settled(err error, _ bool) Jobs {
	e.d.box.Drop(e)
	return e.then(err)
}

func (*errand) stake() stake                 { return nothing }
func (*errand) carry(*library.Unsaved) error { return nil }

// errand has something done once nothing else is written; then takes what became of
// it.
func (d *Session) errand(do func() error, then func(err error) Jobs) Jobs {
	return d.put(&errand{d, func() func() error { return do }, then})
}

package session

import (
	"errors"
	"slices"
	"strings"

	"brujula/data/texts"
	"brujula/planner/session/outbox"
)

// depart quits once nothing is being saved any more, where that was asked for.
// Where it was not, what was refused is tried again later.
func (d *Session) depart() Jobs {
	switch {
	case !d.leaving:
		return d.retryLater()
	case d.Writing():
		return nil
	case d.unsaved():
		d.leaving = false
		return join(d.askToLeave(), d.retryLater())
	}
	return send(Quit{})
}

// Leave ends the program once all is saved, the profile too. What could not be
// saved is tried once more, and then the user is asked, as is who asks again
// while something is still on its way: no disk keeps anybody here.
func (d *Session) Leave() Jobs {
	if d.leaving && d.Writing() {
		return d.Post(Question{Text: texts.LeaveWriting, Yes: send(Quit{})})
	}
	d.leaving = true
	d.box.Retry(false)
	if d.collect() {
		d.box.PutSilently(d.profile)
	}
	return join(d.retryPending(false), d.write(), d.depart())
}

func (d *Session) askToLeave() Jobs {
	var names, others []string
	profile := false
	for _, s := range d.refusedWork() {
		switch s := s.(type) {
		case *openPlan:
			names = append(names, s.name())
		case *ownProfile:
			profile = true
		case *noteWriter:
			others = append(others, texts.NotesUnsaved(len(s.waiting)))
		}
	}
	slices.Sort(names)
	return d.Post(Question{Text: leaveQuestion(names, profile, strings.Join(append(others, d.pendingUnsaved()), " ")), Yes: send(Quit{})})
}

// Flush saves what is not saved yet. It is for the end of the program, when
// nothing is asked of the session any more; what a job is at it waits for. What
// fails, even by a fault of the program, keeps nothing else from being saved.
func (d *Session) Flush() error {
	errs := d.flushPending()
	if d.Writable() != nil {
		return errors.Join(errs...)
	}
	errs = append(errs, outbox.Guarded(func() error {
		if d.collect() {
			d.box.PutSilently(d.profile)
		}
		return nil
	}))
	return errors.Join(append(errs, d.flushBox())...)
}

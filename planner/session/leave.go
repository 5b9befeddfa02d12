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
	return join(d.write(), d.depart())
}

// askToLeave asks whether to leave with all that is not on the disk.
func (d *Session) askToLeave() Jobs {
	var plans, others []string
	profile, acts := false, 0
	for _, s := range d.refusedWork() {
		switch s := s.(type) {
		case *openPlan:
			plans = append(plans, s.name())
		case *ownProfile:
			profile = true
		case *noteWriter:
			others = append(others, texts.NotesUnsaved(len(s.waiting)))
		case *ledger:
			acts += len(s.unsaved)
		}
	}
	if acts > 0 {
		others = append(others, texts.TurnUnsavedActs(acts))
	}
	slices.Sort(plans)
	return d.Post(Question{Text: leaveQuestion(plans, profile, strings.Join(others, " ")), Yes: send(Quit{})})
}

func leaveQuestion(plans []string, profile bool, others string) string {
	switch {
	case others == "":
		return texts.LeaveUnsaved(plans, profile)
	case len(plans) == 0 && !profile:
		return texts.LeavePending(others)
	}
	return others + " " + texts.LeaveUnsaved(plans, profile)
}

// Flush saves what is not saved yet. It is for the end of the program, when
// nothing is asked of the session any more; what a job is at it waits for. What
// fails, even by a fault of the program, keeps nothing else from being saved.
func (d *Session) Flush() error {
	if d.Locked != "" { // a window that only looks has nothing to save
		return nil
	}
	settings := outbox.Guarded(func() error {
		if d.stores() && d.collect() {
			d.box.PutSilently(d.profile)
		}
		return nil
	})
	return errors.Join(settings, d.flushBox(), outbox.Guarded(d.turn.ledger.close))
}

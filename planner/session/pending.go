package session

import (
	"slices"
	"strings"

	"brujula/data/texts"
	"brujula/planner/session/outbox"
)

// Pending is what else than plans and profile has yet to reach the disk before
// the program ends.
type Pending interface {
	// Busy tells that a write is on its way; when it has ended, the session's
	// depart is called.
	Busy() bool
	// Unsaved tells what is not on the disk, as a sentence; "" for nothing.
	Unsaved() string
	// Retry tries once more to write what is not on the disk; silent, a failure is
	// not told again.
	Retry(silent bool) Jobs
	// Flush writes at once all that is not on the disk, when no command runs any
	// more.
	Flush() error
	// Release lets go of the files that are open, as others are about to take
	// their place: closing closes them, off Update. What is at hand is read anew
	// when it is next asked for.
	Release() (closing func() error)
}

// attend has the end of the program wait for p.
func (d *Session) attend(p Pending) { d.pending = append(d.pending, p) }

func (d *Session) pendingBusy() bool { return slices.ContainsFunc(d.pending, Pending.Busy) }

// pendingUnsaved tells what is not on the disk, "" for nothing.
func (d *Session) pendingUnsaved() string {
	var all []string
	for _, p := range d.pending {
		if text := p.Unsaved(); text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, " ")
}

func (d *Session) retryPending(silent bool) Jobs {
	var jobs []Jobs
	for _, p := range d.pending {
		jobs = append(jobs, p.Retry(silent))
	}
	return join(jobs...)
}

func (d *Session) flushPending() []error {
	var errs []error
	for _, p := range d.pending {
		errs = append(errs, outbox.Guarded(p.Flush))
	}
	return errs
}

// leaveQuestion asks whether to leave with all that is not on the disk.
func leaveQuestion(plans []string, profile bool, pending string) string {
	switch {
	case pending == "":
		return texts.LeaveUnsaved(plans, profile)
	case len(plans) == 0 && !profile:
		return texts.LeavePending(pending)
	}
	return pending + " " + texts.LeaveUnsaved(plans, profile)
}

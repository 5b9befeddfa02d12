package session

import (
	"slices"
	"time"

	"brujula/data/texts"
)

// retryAfter is how long the session waits before it tries again by itself to save
// what the disk has refused: long enough to leave a full disk in peace, short
// enough that room made during the act counts at once.
const retryAfter = 10 * time.Second

// retries is what the session knows of saves that have failed, of plans, profile
// and acts alike.
type retries struct {
	armed bool     // a timer runs; there is never a second one
	told  []string // the failures that were told, until all of it is saved
}

// retryDue tells that what is not on the disk is to be tried again.
type retryDue struct{}

// refused tells at once why something could not be saved.
func (d *Session) refused(text string) {
	if !slices.Contains(d.retries.told, text) {
		d.retries.told = append(d.retries.told, text)
	}
	d.Post(Notice{Severity: Error, Text: text})
}

// unsaved reports that something of the user's work was refused by the disk.
func (d *Session) unsaved() bool {
	return len(d.refusedWork()) > 0
}

// unfinished reports that there is something to try again. That stored plans have
// not followed a rank is no reason to ask before the end: it tries that by itself.
func (d *Session) unfinished() bool { return d.unsaved() || d.box.Why(d.ranks) != nil }

// Writing reports whether anything of the user's work is on its way to the
// disk: the program does not end meanwhile.
func (d *Session) Writing() bool { return d.box.Busy() }

// retryLater sets the timer while something is not saved. Once nothing is, that
// is said, and the failures that are still in view are taken back: they are no
// longer true.
func (d *Session) retryLater() Jobs {
	switch {
	case d.Writing(): // its end leads here again
		return nil
	case !d.unfinished():
		if len(d.retries.told) > 0 {
			d.Post(Withdraw{Texts: d.retries.told}, Notice{Severity: Success, Text: texts.SavedAfterAll})
			d.retries.told = nil
		}
		return nil
	case d.retries.armed || d.Writable() != nil:
		return nil
	}
	d.retries.armed = true
	return after(retryAfter, retryDue{})
}

// apply tries once more, and is silent about what fails again: it was told, and
// the screens go on showing it.
func (retryDue) apply(d *Session) Jobs {
	d.retries.armed = false
	if d.leaving || d.Writable() != nil {
		return nil // leaving tries by itself, and asks; should the user stay, the timer is set then
	}
	if !d.unfinished() {
		d.Post(Withdraw{Texts: d.retries.told}) // what was refused was taken away since
		d.retries.told = nil
		return nil
	}
	d.box.Retry(true)
	return d.write()
}

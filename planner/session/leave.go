package session

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"brujula/data/texts"
	"brujula/planner/storage"
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
	clear(d.saver.silent)
	d.saver.ranksFailed, d.saver.ranksTold = false, false
	for _, name := range slices.Sorted(maps.Keys(d.saver.failed)) {
		if !slices.Contains(d.saver.waiting, name) {
			d.saver.waiting = append(d.saver.waiting, name)
		}
	}
	var profile Jobs
	if d.saver.profile.failed && !d.saver.profile.running {
		profile = d.saveProfile()
	} else {
		profile = d.saveSettings()
	}
	pending := d.retryPending(false)
	return join(profile, pending, d.next())
}

func (d *Session) askToLeave() Jobs {
	names := slices.Sorted(maps.Keys(d.saver.failed))
	return d.Post(Question{Text: leaveQuestion(names, d.saver.profile.failed, d.pendingUnsaved()), Yes: send(Quit{})})
}

// Flush saves what is not saved yet. It is for the end of the program, when
// nothing is asked of the session any more; what a command is at it waits for. What
// fails, even by a fault of the program, keeps nothing else from being saved.
func (d *Session) Flush() error {
	errs := d.flushPending()
	if d.Writable() != nil {
		return errors.Join(errs...)
	}
	errs = append(errs, guarded(func() error { d.saver.drain(d); return nil }))
	errs = append(errs, guarded(d.flushRanks), guarded(d.flushProfile))
	for _, name := range slices.Sorted(maps.Keys(d.saver.failed)) {
		if e := d.editorOf(name); e != nil {
			errs = append(errs, guarded(func() error { return storage.SaveEditor(d.Lib, e) }))
		}
	}
	return errors.Join(errs...)
}

// flushProfile saves the profile that the disk has refused. Where only the last
// filters cannot be remembered nothing of the user's work is lost.
func (d *Session) flushProfile() error {
	settings := d.collect()
	switch {
	case d.saver.profile.failed:
		return d.Lib.SaveProfile(d.Profile)
	case settings:
		_ = d.Lib.SaveProfile(d.Profile)
	}
	return nil
}

// guarded runs one of the last saves and returns a panic of it as an error, so
// that those after it are done all the same.
func guarded(save func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = errors.New(texts.SaveFault(fmt.Sprint(fault)))
		}
	}()
	return save()
}

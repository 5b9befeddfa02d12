package desk

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/storage"
	"brujula/tui/msg"
)

// depart quits once nothing is being saved any more, where that was asked for.
// Where it was not, what was refused is tried again later.
func (d *Desk) depart() tea.Cmd {
	switch {
	case !d.saver.leaving:
		return d.retryLater()
	case d.Writing():
		return nil
	case d.unsaved():
		d.saver.leaving = false
		return tea.Batch(d.askToLeave(), d.retryLater())
	}
	return tea.Quit
}

// Leave ends the program once all is saved, the profile too. What could not be
// saved is tried once more, and then the user is asked, as is who asks again
// while something is still on its way: no disk keeps anybody here.
func (d *Desk) Leave() tea.Cmd {
	if d.saver.leaving && d.Writing() {
		return d.Post(msg.ConfirmMsg{Question: texts.LeaveWriting, Yes: tea.Quit})
	}
	d.saver.leaving = true
	clear(d.saver.silent)
	d.saver.ranksFailed, d.saver.ranksTold = false, false
	for _, name := range slices.Sorted(maps.Keys(d.saver.failed)) {
		if !slices.Contains(d.saver.waiting, name) {
			d.saver.waiting = append(d.saver.waiting, name)
		}
	}
	var profile tea.Cmd
	if d.saver.profile.failed && !d.saver.profile.running {
		profile = d.saveProfile()
	} else {
		profile = d.saveSettings()
	}
	pending := d.retryPending(false)
	return tea.Batch(profile, pending, d.next())
}

func (d *Desk) askToLeave() tea.Cmd {
	names := slices.Sorted(maps.Keys(d.saver.failed))
	return d.Post(msg.ConfirmMsg{Question: leaveQuestion(names, d.saver.profile.failed, d.pendingUnsaved()), Yes: tea.Quit})
}

// Flush saves what is not saved yet. It is for the end of the program, when
// nothing is asked of the desk any more; what a command is at it waits for. What
// fails, even by a fault of the program, keeps nothing else from being saved.
func (d *Desk) Flush() error {
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
func (d *Desk) flushProfile() error {
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

package session

import (
	"slices"
	"sync"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/storage"
)

// saver lets one save run at a time: changes made while it runs are saved
// after it, so that an older plan never overwrites a newer one. It also holds
// the plans of this window that are not on the screen.
type saver struct {
	running     string                  // the plan that is being saved; "" for none
	task        func() ownAnswer        // what runs; done once, by its command or by the end of the program
	drops       []string                // plans to be taken away when nothing runs
	waiting     []string                // plans that changed while a save was running
	ranks       rankChange              // that stored plans which are not open here are still to follow
	ranksFailed bool                    // the stored plans could not follow
	ranksTold   bool                    // and that was told
	failed      map[string]string       // why a plan is not on the disk as it is here, by its name
	told        map[string]string       // what to say of a plan once it is on the disk, by its name
	silent      map[string]bool         // of those that wait, tried again by the timer: a failure is not told again
	aside       map[string]*plan.Editor // other plans opened in this window, with their undo
	profile     profileSaver
}

// planSaved tells what became of a save.
type planSaved struct {
	name   string
	silent bool
	err    error
}

// Edit makes a change of the plan, saves it, and tells what was done once it is
// on the disk: what was told survives a kill.
func (d *Session) Edit(change func(e *plan.Editor) (plan.Act, bool)) Jobs {
	return d.edit(change, d.describe)
}

func (d *Session) edit(change func(e *plan.Editor) (plan.Act, bool), describe func(plan.Act) string) Jobs {
	if d.Locked != "" {
		return warn(texts.ReadOnlyWindow(d.Locked))
	}
	act, ok := change(d.editor)
	if !ok {
		return nil
	}
	return d.saveAndTell(describe(act))
}

// Move brings plazas to a place of the plan, from 0; stays tells that they stood
// there already.
func (d *Session) Move(ids []data.PlazaID, place int) (jobs Jobs, stays bool) {
	jobs = d.Edit(func(e *plan.Editor) (plan.Act, bool) {
		act, ok := e.Move(ids, place)
		stays = !ok
		return act, ok
	})
	return jobs, stays
}

// saveAndTell saves the plan on the screen and says something when that is
// done. Of changes that are saved together the last is told.
func (d *Session) saveAndTell(text string) Jobs {
	d.Post(PlanChanged{})
	if d.Writable() != nil {
		return done(text)
	}
	d.saver.told[d.Plan().Name] = text
	return d.Save()
}

// tell says what waited for a plan to be saved, unless a later change of it is
// still to be.
func (d *Session) tell(name string) Jobs {
	text := d.saver.told[name]
	if text == "" || slices.Contains(d.saver.waiting, name) {
		return nil
	}
	delete(d.saver.told, name)
	return done(text)
}

// Undo and Redo take the last change back and forth, and say which it was.
func (d *Session) Undo() Jobs { return d.step((*plan.Editor).Undo, texts.Undone, texts.NothingToUndo) }

// Redo does again what Undo took back.
func (d *Session) Redo() Jobs { return d.step((*plan.Editor).Redo, texts.Redone, texts.NothingToRedo) }

func (d *Session) step(do func(*plan.Editor) (plan.Act, bool), told func(act string) string, nothing string) Jobs {
	if d.Locked != "" {
		return warn(texts.ReadOnlyWindow(d.Locked))
	}
	act, ok := do(d.editor)
	if !ok {
		return warn(nothing)
	}
	return d.saveAndTell(told(d.describe(act)))
}

// ToggleStar puts a plaza at the end of the plan, or takes it out. It is for
// screens from which the plan is not seen: it says where that is.
func (d *Session) ToggleStar(id data.PlazaID) Jobs {
	return d.edit(func(e *plan.Editor) (plan.Act, bool) {
		if e.Plan().Has(id) {
			return e.Remove(id)
		}
		return e.Add([]data.PlazaID{id}, -1)
	}, func(act plan.Act) string {
		text := d.describe(act)
		if act.Kind == plan.Added {
			text += texts.WhereThePlanIs
		}
		return text
	})
}

// describe tells an act in the user's words.
func (d *Session) describe(act plan.Act) string {
	name := ""
	if len(act.IDs) > 0 {
		name = d.Name(act.IDs[0])
	}
	text := ""
	switch act.Kind {
	case plan.Added:
		text = texts.ActAdded(name, len(act.IDs), act.To+1)
	case plan.Removed:
		text = texts.ActRemoved(name, len(act.IDs))
	case plan.Moved:
		text = texts.ActMoved(name, len(act.IDs), act.From+1, act.To+1)
	case plan.Noted:
		text = texts.ActNoted(name)
	case plan.Replaced:
		text = texts.ActReplaced(len(act.IDs))
	}
	return text
}

// CanUndo tells whether Undo would take anything back.
func (d *Session) CanUndo() bool { return d.Locked == "" && d.editor.CanUndo() }

// Name gives the name of a plaza's establishment, or its code where no loaded
// list has it.
func (d *Session) Name(id data.PlazaID) string {
	return d.Space.Name(id)
}

// Save stores the plan. In the demonstration there is nothing to store.
func (d *Session) Save() Jobs { return d.save(d.Plan().Name) }

// save stores a plan that has changed; what becomes of it is told.
func (d *Session) save(name string) Jobs {
	delete(d.saver.silent, name)
	return d.write(name)
}

func (d *Session) write(name string) Jobs {
	if d.Writable() != nil {
		return nil
	}
	e := d.editorOf(name)
	if e == nil {
		return nil
	}
	d.rank(e)
	if d.saver.running != "" {
		if !slices.Contains(d.saver.waiting, name) {
			d.saver.waiting = append(d.saver.waiting, name)
		}
		return nil
	}
	lib, silent := d.Lib, d.saver.silent[name]
	delete(d.saver.silent, name)
	doc, err := storage.EditorDocument(e) // as it is now: it changes while the save runs
	return d.saver.start(name, func() ownAnswer {
		if err == nil {
			err = lib.SavePlan(name, doc)
		}
		return planSaved{name, silent, err}
	})
}

// start makes the command of a task of the saver, which is at a plan.
func (s *saver) start(name string, do func() ownAnswer) Jobs {
	once := sync.OnceValue(do)
	s.running, s.task = name, once
	return Jobs{func() Answer { return once() }}
}

func (s *saver) end() { s.running, s.task = "", nil }

// drain does at the end of the program what the saver has yet to do. A command
// that comes late finds its task done, and writes nothing older over it.
func (s *saver) drain(d *Session) {
	for s.task != nil {
		s.task().apply(d)
	}
	for s.profile.task != nil {
		s.profile.task().apply(d)
	}
}

// editorOf gives the editor of a plan that this window has open, nil for any
// other.
func (d *Session) editorOf(name string) *plan.Editor {
	if d.Plan().Name == name {
		return d.editor
	}
	return d.saver.aside[name]
}

func (m planSaved) apply(d *Session) Jobs {
	d.saver.end()
	if m.err != nil {
		// What was not saved stays in memory; the next change and the timer try again.
		d.saver.failed[m.name] = texts.Spanish(m.err)
		if !m.silent {
			delete(d.saver.told, m.name) // the error is said instead
			d.refused(texts.NotSaved(texts.Spanish(m.err)))
		}
		return d.next()
	}
	delete(d.saver.failed, m.name)
	return join(d.tell(m.name), d.next())
}

// next goes on with what waited for a save to end.
func (d *Session) next() Jobs {
	if jobs := d.dropNext(); jobs != nil {
		return jobs
	}
	if jobs := d.followRanks(); jobs != nil {
		return jobs
	}
	for d.saver.running == "" && len(d.saver.waiting) > 0 {
		name := d.saver.waiting[0]
		d.saver.waiting = d.saver.waiting[1:]
		if jobs := d.write(name); jobs != nil {
			return jobs
		}
	}
	return d.depart()
}

// Unsaved tells why the plan on the disk is not the one on the screen; "" when
// it is, or will be as soon as the save that runs has ended.
func (d *Session) Unsaved() string { return d.saver.failed[d.Plan().Name] }

// Saving tells that a save is on its way.
func (d *Session) Saving() bool { return d.saver.running != "" }

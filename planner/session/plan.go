package session

import (
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
)

// Edit makes a change of the plan, saves it, and tells what was done once it is
// on the disk: what was told survives a kill.
func (d *Session) Edit(change func(e *plan.Editor) (plan.Act, bool)) Jobs {
	return d.edit(change, d.describe)
}

func (d *Session) edit(change func(e *plan.Editor) (plan.Act, bool), describe func(plan.Act) string) Jobs {
	if d.Locked != "" {
		return warn(texts.ReadOnlyWindow(d.Locked))
	}
	act, ok := change(d.shown.Editor)
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
	d.shown.said = text
	return d.put(d.shown)
}

// Undo and Redo take the last change back and forth, and say which it was.
func (d *Session) Undo() Jobs { return d.step((*plan.Editor).Undo, texts.Undone, texts.NothingToUndo) }

// Redo does again what Undo took back.
func (d *Session) Redo() Jobs { return d.step((*plan.Editor).Redo, texts.Redone, texts.NothingToRedo) }

func (d *Session) step(do func(*plan.Editor) (plan.Act, bool), told func(act string) string, nothing string) Jobs {
	if d.Locked != "" {
		return warn(texts.ReadOnlyWindow(d.Locked))
	}
	act, ok := do(d.shown.Editor)
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

// describe states an act in the user's words.
func (d *Session) describe(act plan.Act) string { return d.Space.ActText(act) }

// CanUndo reports whether Undo would take anything back.
func (d *Session) CanUndo() bool { return d.Locked == "" && d.shown.CanUndo() }

// Name returns the name of a plaza's establishment, or its code where no loaded
// list has it.
func (d *Session) Name(id data.PlazaID) string {
	return d.Space.Name(id)
}

// Save stores the plan. In the demonstration there is nothing to store.
func (d *Session) Save() Jobs {
	if d.Writable() != nil {
		return nil
	}
	return d.put(d.shown)
}

// Unsaved reports why the plan on the disk is not the one on the screen; "" when
// it is, or will be as soon as the save that runs has ended.
func (d *Session) Unsaved() string { return errorText(d.box.Why(d.shown)) }

// Saving reports that a plan is on its way to the disk.
func (d *Session) Saving() bool {
	return slices.ContainsFunc(d.box.OnItsWay(), func(s sheet) bool {
		switch s.(type) {
		case *openPlan, *storedRanks, *errand:
			return true
		}
		return false
	})
}

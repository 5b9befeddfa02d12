package session

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// SettingPlan remembers in the profile which version of the plan is open.
const SettingPlan = "plan"

// stores tells whether plans are in a library rather than in this window
// alone.
func (d *Session) stores() bool { return d.Lib != nil && !d.Space.Demo }

// VersionsListed answers Versions: the plans by name, that on the screen too.
type VersionsListed struct {
	Generation uint64
	Plans      []storage.PlanSummary
	Err        error
}

// Versions asks for the list of plans.
func (d *Session) Versions(generation uint64) Jobs {
	here := map[string]int{d.Plan().Name: len(d.Plan().Entries)}
	for name, e := range d.saver.aside {
		here[name] = len(e.Plan().Entries)
	}
	lib, stored := d.Lib, d.stores()
	return Jobs{func() Answer {
		var plans []storage.PlanSummary
		var err error
		if stored {
			plans, err = storage.Plans(lib, func(name string) bool { _, open := here[name]; return open })
		}
		for _, name := range slices.Sorted(maps.Keys(here)) {
			plans = append(plans, storage.PlanSummary{Name: name, Lines: here[name]})
		}
		slices.SortFunc(plans, func(a, b storage.PlanSummary) int { return strings.Compare(a.Name, b.Name) })
		return VersionsListed{generation, plans, err}
	}}
}

// FreeName proposes the first letter that no plan has.
func FreeName(plans []storage.PlanSummary) string {
	for letter := 'A'; letter <= 'Z'; letter++ {
		if !slices.ContainsFunc(plans, func(p storage.PlanSummary) bool { return strings.EqualFold(p.Name, string(letter)) }) {
			return string(letter)
		}
	}
	return ""
}

// planOpened brings a plan from the disk to be shown.
type planOpened struct {
	editor   *plan.Editor
	restored string
	err      error
}

// OpenPlan shows another plan. The one on the screen keeps its undo.
func (d *Session) OpenPlan(name string) Jobs {
	if name == d.Plan().Name {
		return nil
	}
	if e := d.saver.aside[name]; e != nil {
		return planOpened{editor: e}.apply(d)
	}
	if !d.stores() {
		return warn(texts.PlanNoSuch(name))
	}
	lib := d.Lib
	return Jobs{func() Answer {
		e, restored, err := storage.OpenPlan(lib, name)
		return planOpened{e, restored, err}
	}}
}

func (m planOpened) apply(d *Session) Jobs {
	if m.err != nil {
		return fail(m.err)
	}
	name := m.editor.Plan().Name
	if name == d.Plan().Name {
		return nil // asked for twice: what is open here is newer than the disk
	}
	if open := d.saver.aside[name]; open != nil {
		m.editor = open
	}
	d.show(m.editor)
	m.editor.SetRanks(d.saver.ranks.of(m.editor.Plan())) // read before they were stored
	p := d.Plan()
	jobs := []Jobs{done(texts.PlanOpened(p.Name, len(p.Entries))), d.Post(PlanChanged{}), d.rememberPlan()}
	if m.restored != "" {
		jobs = append(jobs, warn(m.restored))
	}
	return join(jobs...)
}

// show puts a plan on the screen, and the one before aside.
func (d *Session) show(e *plan.Editor) {
	others := d.saver.aside
	others[d.Plan().Name] = d.editor
	delete(others, e.Plan().Name)
	d.editor = e
}

// rememberPlan notes in the profile which plan is open.
func (d *Session) rememberPlan() Jobs {
	d.set(SettingPlan, d.Plan().Name)
	return d.saveProfile()
}

// openName is the plan that was open last.
func (d *Session) openName() string {
	if name := d.Profile.Settings[SettingPlan]; name != "" {
		return name
	}
	return storage.DefaultPlan
}

// planNamed tells that a plan was copied or renamed on the disk.
type planNamed struct {
	from, to string
	copied   *plan.Plan // nil for a renaming
	said     string     // instead of what is said of a copy
	err      error
}

// CopyPlan makes a version of the plan on the screen under another name and
// shows it.
func (d *Session) CopyPlan(name string) Jobs {
	if jobs := d.refuseName(name); jobs != nil {
		return jobs
	}
	p := d.Plan().Clone()
	return d.naming(planNamed{from: p.Name, to: name, copied: &p}, storage.CopyPlan)
}

// RenamePlan gives the plan on the screen another name.
func (d *Session) RenamePlan(name string) Jobs {
	if name == d.Plan().Name {
		return nil
	}
	if jobs := d.refuseName(name); jobs != nil {
		return jobs
	}
	return d.naming(planNamed{from: d.Plan().Name, to: name}, storage.RenamePlan)
}

func (d *Session) refuseName(name string) Jobs {
	switch {
	case strings.TrimSpace(name) == "":
		return warn(texts.PlanNameEmpty)
	case d.editorOf(name) != nil:
		return warn(texts.PlanNameTaken(name))
	case d.Locked != "":
		return warn(texts.ReadOnlyWindow(d.Locked))
	case d.saver.running != "":
		return warn(texts.PlanBusy)
	}
	return nil
}

// naming does on the disk what do does; no save runs meanwhile.
func (d *Session) naming(m planNamed, do func(*library.Library, *plan.Plan, string) error) Jobs {
	if !d.stores() {
		return m.apply(d)
	}
	lib, p := d.Lib, d.Plan().Clone()
	return d.saver.start(m.from, func() ownAnswer {
		m.err = do(lib, &p, m.to)
		return m
	})
}

func (m planNamed) apply(d *Session) Jobs {
	d.saver.end()
	if m.err != nil {
		return join(fail(m.err), d.next())
	}
	said := texts.PlanRenamed(m.from, m.to)
	if m.copied != nil {
		m.copied.Name = m.to
		d.show(plan.Edit(*m.copied))
		if said = m.said; said == "" {
			said = texts.PlanCopied(m.from, m.to)
		}
	} else if e := d.editorOf(m.from); e != nil {
		d.rename(e, m.from, m.to)
	}
	// A change made meanwhile is saved under the name that holds now.
	return join(done(said), d.Post(PlanChanged{}), d.rememberPlan(), d.save(m.to), d.next())
}

// rename gives an open plan its new name, under which all that was still to be
// saved of it is saved.
func (d *Session) rename(e *plan.Editor, from, to string) {
	if e != d.editor {
		delete(d.saver.aside, from)
		d.saver.aside[to] = e
	}
	e.Rename(to)
	if why, failed := d.saver.failed[from]; failed {
		delete(d.saver.failed, from)
		d.saver.failed[to] = why
	}
	if text, waits := d.saver.told[from]; waits {
		delete(d.saver.told, from)
		d.saver.told[to] = text
	}
	for i, name := range d.saver.waiting {
		if name == from {
			d.saver.waiting[i] = to
		}
	}
}

// planDropped tells that a plan was taken away.
type planDropped struct {
	name string
	err  error
}

// dropAgreed asks the session to take a plan away.
type dropAgreed struct{ name string }

// DropPlan takes away a plan that is not on the screen. Nothing is done before
// the command runs, so that it can be the answer to a question.
func (d *Session) DropPlan(name string) Jobs { return send(dropAgreed{name}) }

func (m dropAgreed) apply(d *Session) Jobs {
	switch {
	case m.name == d.Plan().Name:
		return warn(texts.PlanInUse)
	case d.Locked != "":
		return warn(texts.ReadOnlyWindow(d.Locked))
	case !d.stores():
		return planDropped{name: m.name}.apply(d)
	}
	d.saver.drops = append(d.saver.drops, m.name)
	return d.next()
}

// dropNext takes away a plan that waits for it. It is one of the saver's tasks: a
// save of the same plan that ended after it would bring it back.
func (d *Session) dropNext() Jobs {
	if d.saver.running != "" || len(d.saver.drops) == 0 {
		return nil
	}
	name := d.saver.drops[0]
	d.saver.drops = d.saver.drops[1:]
	if name == d.Plan().Name { // opened meanwhile
		return join(warn(texts.PlanInUse), d.next())
	}
	lib := d.Lib
	return d.saver.start(name, func() ownAnswer { return planDropped{name, lib.RemovePlan(name)} })
}

func (m planDropped) apply(d *Session) Jobs {
	if d.stores() {
		d.saver.end()
	}
	switch {
	case m.err != nil:
		return join(fail(m.err), d.next())
	case m.name == d.Plan().Name: // opened while it was taken away: it stays
		return join(warn(texts.PlanInUse), d.save(m.name), d.next())
	}
	delete(d.saver.aside, m.name)
	delete(d.saver.failed, m.name)
	delete(d.saver.told, m.name)
	d.saver.waiting = slices.DeleteFunc(d.saver.waiting, func(name string) bool { return name == m.name })
	return join(done(texts.PlanDropped(m.name)), d.Post(PlanChanged{}), d.next())
}

// PlansCompared answers ComparePlan.
type PlansCompared struct {
	Generation uint64
	Comparison *workspace.PlanComparison
	Err        error
}

// ComparePlan compares the plan on the screen with another, from the present
// look.
func (d *Session) ComparePlan(generation uint64, name string) Jobs {
	if name == d.Plan().Name {
		return warn(texts.PlanSame)
	}
	space, est, lib, first := d.Space, d.Est, d.Lib, d.Plan().Clone()
	var second *plan.Plan
	if e := d.saver.aside[name]; e != nil {
		p := e.Plan().Clone()
		second = &p
	}
	return Jobs{func() Answer {
		if second == nil {
			if lib == nil {
				return PlansCompared{Generation: generation, Err: errors.New(texts.PlanNoSuch(name))}
			}
			e, _, err := storage.OpenPlan(lib, name)
			if err != nil {
				return PlansCompared{Generation: generation, Err: err}
			}
			second = e.Plan()
		}
		return PlansCompared{generation, space.ComparePlans(&first, second, est), nil}
	}}
}

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

// stores reports whether plans are in a library rather than in this window
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
	here := map[string]int{}
	for _, p := range d.plans {
		here[p.name()] = len(p.Plan().Entries)
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
	if p := d.planOf(name); p != nil {
		return planOpened{editor: p.Editor}.apply(d)
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
	if m.editor.Plan().Name == d.Plan().Name {
		return nil // asked for twice: what is open here is newer than the disk
	}
	d.show(m.editor)
	d.shown.SetRanks(d.ranks.change.of(d.Plan())) // read before they were stored
	p := d.Plan()
	jobs := []Jobs{done(texts.PlanOpened(p.Name, len(p.Entries))), d.Post(PlanChanged{}), d.rememberPlan()}
	if m.restored != "" {
		jobs = append(jobs, warn(m.restored))
	}
	return join(jobs...)
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

// planNamed is a plan that is copied or renamed.
type planNamed struct {
	from, to string
	copied   *plan.Plan // nil for a renaming
	said     string     // instead of what is said of a copy
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

// RenamePlan returns the plan on the screen another name.
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
	case d.planOf(name) != nil:
		return warn(texts.PlanNameTaken(name))
	case d.Locked != "":
		return warn(texts.ReadOnlyWindow(d.Locked))
	case d.Saving():
		return warn(texts.PlanBusy)
	}
	return nil
}

// naming does on the disk what do does; no save runs meanwhile.
func (d *Session) naming(m planNamed, do func(*library.Library, *plan.Plan, string) error) Jobs {
	if !d.stores() {
		return m.named(d, nil)
	}
	lib, p := d.Lib, d.Plan().Clone()
	return d.errand(func() error { return do(lib, &p, m.to) }, func(err error) Jobs { return m.named(d, err) })
}

// named takes what became of it.
func (m planNamed) named(d *Session, err error) Jobs {
	if err != nil {
		return fail(err)
	}
	said := texts.PlanRenamed(m.from, m.to)
	if m.copied != nil {
		m.copied.Name = m.to
		d.show(plan.Edit(*m.copied))
		if said = m.said; said == "" {
			said = texts.PlanCopied(m.from, m.to)
		}
	} else if p := d.planOf(m.from); p != nil {
		p.Rename(m.to)
	}
	// A change made meanwhile is saved under the name that holds now.
	return join(done(said), d.Post(PlanChanged{}), d.rememberPlan(), d.savePlan(m.to))
}

// savePlan saves a plan that is open.
func (d *Session) savePlan(name string) Jobs {
	p := d.planOf(name)
	if p == nil || d.Writable() != nil {
		return nil
	}
	return d.put(p)
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
		return d.dropped(m.name, nil)
	}
	return d.put(&errand{d, func() func() error { return d.beginDrop(m.name) }, func(err error) Jobs { return d.dropped(m.name, err) }})
}

// beginDrop takes a plan away, unless it was opened meanwhile. It is one of the
// outbox's writes: a save of the same plan that ended after it would bring it back.
func (d *Session) beginDrop(name string) (do func() error) {
	if name == d.Plan().Name {
		d.Post(Notice{Warning, texts.PlanInUse})
		return nil
	}
	lib := d.Lib
	return func() error { return lib.RemovePlan(name) }
}

func (d *Session) dropped(name string, err error) Jobs {
	switch {
	case err != nil:
		return fail(err)
	case name == d.Plan().Name: // opened while it was taken away: it stays
		return join(warn(texts.PlanInUse), d.Save())
	}
	d.forget(name)
	return join(done(texts.PlanDropped(name)), d.Post(PlanChanged{}))
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
	if open := d.planOf(name); open != nil {
		p := open.Plan().Clone()
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

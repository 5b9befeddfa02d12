package session

import (
	"slices"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/storage"
)

// openPlan is a plan that this window has open, on the screen or not, with its
// undo.
type openPlan struct {
	*plan.Editor
	d    *Session
	said string // told once it is on the disk
}

func (p *openPlan) name() string { return p.Plan().Name }

// Begin takes the plan as it is now: it changes while it is written.
func (p *openPlan) Begin() func() error {
	if p.d.Writable() != nil {
		return nil
	}
	p.d.rank(p.Editor)
	lib, name := p.d.Lib, p.name()
	doc, err := storage.EditorDocument(p.Editor)
	return func() error {
		if err != nil {
			return err
		}
		return lib.SavePlan(name, doc)
	}
}

// settled reports what became of it, unless a later change of it is still to be
// written. What was not written stays in memory.
func (p *openPlan) settled(err error, silent bool) Jobs {
	said := p.said
	switch {
	case err != nil && silent, err == nil && p.d.box.Waits(p):
		return nil
	case err != nil:
		p.said = "" // the error is said instead
		p.d.refused(texts.NotSaved(texts.Spanish(err)))
		return nil
	case said == "":
		return nil
	}
	p.said = ""
	return done(said)
}

func (*openPlan) stake() stake { return work }

func (p *openPlan) carry(u *library.Unsaved) (err error) {
	if u.Plans == nil {
		u.Plans = map[string]library.Document{}
	}
	u.Plans[p.name()], err = storage.EditorDocument(p.Editor)
	return err
}

// planOf returns the plan of a name that this window has open, nil for any other.
func (d *Session) planOf(name string) *openPlan {
	at := slices.IndexFunc(d.plans, func(p *openPlan) bool { return p.name() == name })
	if at < 0 {
		return nil
	}
	return d.plans[at]
}

// show puts a plan on the screen; those that are open keep their undo.
func (d *Session) show(e *plan.Editor) {
	p := d.planOf(e.Plan().Name)
	if p == nil {
		p = &openPlan{Editor: e, d: d}
		d.plans = append(d.plans, p)
	}
	d.shown = p
}

// showOnly puts a plan on the screen, and has no other open.
func (d *Session) showOnly(e *plan.Editor) {
	d.plans = nil
	d.show(e)
}

// forget lets go of a plan that is not on the screen.
func (d *Session) forget(name string) {
	p := d.planOf(name)
	if p == nil {
		return
	}
	d.box.Drop(p)
	d.plans = slices.DeleteFunc(d.plans, func(one *openPlan) bool { return one == p })
}

// openNames returns the names of the plans that are open.
func (d *Session) openNames() []string {
	return data.Map(d.plans, (*openPlan).name)
}

// openPlans returns the plans as this window has them.
func (d *Session) openPlans() (open []plan.Plan) {
	if d.Space.Demo {
		return nil
	}
	for _, p := range d.plans {
		open = append(open, p.Plan().Clone())
	}
	return open
}

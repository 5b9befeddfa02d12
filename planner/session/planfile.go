package session

import (
	"fmt"
	"slices"

	"brujula/data/filename"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/plan"
	"brujula/planner/storage"
)

// planFileRead brings a plan out of a file, and the names that are taken.
type planFileRead struct {
	file  string // as the user is told
	plan  plan.Plan
	taken []storage.PlanSummary
	err   error
}

// OfferPlan asks whether a file, which own.Look knows as a plan of the user's, is to
// be loaded: as a version of its own, its notes kept, the other plans left alone.
func (d *Session) OfferPlan(path string) Jobs {
	if d.Locked != "" {
		return warn(texts.ReadOnlyWindow(d.Locked))
	}
	ctx, lib := d.ctx, d.Lib
	return Jobs{func() Answer {
		m := planFileRead{file: filename.Shown(path)}
		if m.plan, m.err = export.ReadFile(ctx, path); m.err != nil {
			m.err = &storage.PlanError{Name: m.file, Err: m.err}
			return m
		}
		if lib != nil {
			m.taken, m.err = storage.Plans(lib, func(string) bool { return false })
		}
		return m
	}}
}

func (m planFileRead) apply(d *Session) Jobs {
	if m.err != nil {
		return fail(m.err)
	}
	if len(m.plan.Entries) == 0 {
		return warn(texts.OwnPlanEmpty(m.file))
	}
	m.plan.Name = d.nameForFile(m.taken)
	notes := 0
	for _, e := range m.plan.Entries {
		if e.Note != "" {
			notes++
		}
	}
	question := texts.OwnPlanAsk(m.file, len(m.plan.Entries), notes, m.plan.Name)
	return d.Post(Question{Text: question, Yes: send(loadPlanAgreed(m))})
}

// nameForFile returns a name that neither a stored plan nor an open one has.
func (d *Session) nameForFile(stored []storage.PlanSummary) string {
	taken := slices.Clone(stored)
	if !d.FirstStart() {
		for _, name := range d.openNames() {
			taken = append(taken, storage.PlanSummary{Name: name})
		}
	}
	if name := FreeName(taken); name != "" {
		return name
	}
	for n := 1; ; n++ {
		name := fmt.Sprintf("Importado %d", n)
		if !slices.ContainsFunc(taken, func(p storage.PlanSummary) bool { return p.Name == name }) {
			return name
		}
	}
}

// loadPlanAgreed is what the user agreed to.
type loadPlanAgreed planFileRead

func (m loadPlanAgreed) apply(d *Session) Jobs {
	switch {
	case d.Locked != "":
		return warn(texts.ReadOnlyWindow(d.Locked))
	case d.Saving(): // a save takes a moment
		return after(progressEvery, m)
	case d.FirstStart():
		return m.keep(d)
	}
	p, lib := m.plan, d.Lib
	named := planNamed{from: d.Plan().Name, to: p.Name, copied: &p, said: texts.OwnPlanLoaded(m.file, p.Name, len(p.Entries), d.Space.Absent(&p))}
	d.Post(ShowPlan{})
	if !d.stores() {
		return named.named(d, nil)
	}
	return d.errand(func() error { return storage.CopyPlan(lib, &p, p.Name) }, func(err error) Jobs { return named.named(d, err) })
}

// keep stores a plan while the demonstration is on the screen, which holds nothing
// of the user's: it shows when a list is imported.
func (m loadPlanAgreed) keep(d *Session) Jobs {
	lib := d.Lib
	return Jobs{func() Answer {
		if err := storage.CopyPlan(lib, &m.plan, m.plan.Name); err != nil {
			return Notice{Severity: Error, Text: texts.Spanish(err)}
		}
		return Notice{Severity: Success, Text: texts.OwnPlanKept(m.file, m.plan.Name, len(m.plan.Entries))}
	}}
}

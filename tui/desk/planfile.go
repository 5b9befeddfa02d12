package desk

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/filename"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/tui/msg"
	"brujula/tui/screen"
)

// planFileMsg brings a plan out of a file, and the names that are taken.
type planFileMsg struct {
	file  string // as the user is told
	plan  plan.Plan
	taken []storage.PlanSummary
	err   error
}

// OfferPlan asks whether a file, which own.Look knows as a plan of the user's, is to
// be loaded: as a version of its own, its notes kept, the other plans left alone.
func (d *Desk) OfferPlan(path string) tea.Cmd {
	if d.Locked != "" {
		return msg.Warn(texts.ReadOnlyWindow(d.Locked))
	}
	ctx, lib := d.ctx, d.Lib
	return func() tea.Msg {
		m := planFileMsg{file: filename.Shown(path)}
		if m.plan, m.err = export.ReadFile(ctx, path); m.err != nil {
			m.err = &storage.PlanError{Name: m.file, Err: m.err}
			return m
		}
		if lib != nil {
			m.taken, m.err = storage.Plans(lib, func(string) bool { return false })
		}
		return m
	}
}

func (m planFileMsg) take(d *Desk) tea.Cmd {
	if m.err != nil {
		return msg.Fail(m.err)
	}
	if len(m.plan.Entries) == 0 {
		return msg.Warn(texts.OwnPlanEmpty(m.file))
	}
	m.plan.Name = d.nameForFile(m.taken)
	notes := 0
	for _, e := range m.plan.Entries {
		if e.Note != "" {
			notes++
		}
	}
	question := texts.OwnPlanAsk(m.file, len(m.plan.Entries), notes, m.plan.Name)
	return d.Post(msg.ConfirmMsg{Question: question, Yes: msg.Send(loadPlanMsg(m))})
}

// nameForFile gives a name that neither a stored plan nor an open one has.
func (d *Desk) nameForFile(stored []storage.PlanSummary) string {
	taken := slices.Clone(stored)
	if !d.FirstStart() {
		taken = append(taken, storage.PlanSummary{Name: d.Plan().Name})
		for name := range d.others() {
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

// loadPlanMsg is what the user agreed to.
type loadPlanMsg planFileMsg

func (m loadPlanMsg) take(d *Desk) tea.Cmd {
	switch {
	case d.Locked != "":
		return msg.Warn(texts.ReadOnlyWindow(d.Locked))
	case d.saver.running != "": // a save takes a moment
		return msg.After(progressEvery, m)
	case d.FirstStart():
		return m.keep(d)
	}
	missing := 0
	for _, e := range m.plan.Entries {
		if _, ok := d.Space.Catalog.Row(e.ID); !ok {
			missing++
		}
	}
	p, lib := m.plan, d.Lib
	named := namedMsg{from: d.Plan().Name, to: p.Name, copied: &p, said: texts.OwnPlanLoaded(m.file, p.Name, len(p.Entries), missing)}
	shown := d.Go(screen.Plan, "")
	if !d.stores() {
		return tea.Batch(named.take(d), shown)
	}
	return tea.Batch(shown, d.saver.start(named.from, func() planMsg {
		named.err = storage.CopyPlan(lib, &p, p.Name)
		return named
	}))
}

// keep stores a plan while the demonstration is on the screen, which holds nothing
// of the user's: it shows when a list is imported.
func (m loadPlanMsg) keep(d *Desk) tea.Cmd {
	lib := d.Lib
	return func() tea.Msg {
		if err := storage.CopyPlan(lib, &m.plan, m.plan.Name); err != nil {
			return msg.NoticeMsg{Severity: msg.Error, Text: texts.Spanish(err)}
		}
		return msg.NoticeMsg{Severity: msg.Success, Text: texts.OwnPlanKept(m.file, m.plan.Name, len(m.plan.Entries))}
	}
}

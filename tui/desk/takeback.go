package desk

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/workspace"
	"brujula/tui/msg"
)

type (
	takeBackMsg struct{}
	tookBackMsg struct {
		space *workspace.Workspace
		said  string
		err   error
	}
)

// CanTakeBack tells that the lists before the last import can be brought back.
func (d *Desk) CanTakeBack() bool {
	return d.Lib != nil && d.Locked == "" && len(d.Lib.LastImport()) > 0
}

// TakeBack brings the lists before the last import back, also those of an earlier
// start of the program. It waits for what is being saved.
func (d *Desk) TakeBack() tea.Cmd { return takeBackMsg{}.take(d) }

func (m takeBackMsg) take(d *Desk) tea.Cmd {
	switch why := d.CannotImport(); {
	case why != "":
		return msg.Warn(why)
	case d.Writing():
		return msg.After(progressEvery, m)
	case d.unsaved():
		return msg.Warn(texts.TakeBackBusy)
	}
	lib, facts, ctx := d.Lib, d.Facts, d.ctx
	return func() tea.Msg { return takeBack(ctx, lib, facts) }
}

func takeBack(ctx context.Context, lib *library.Library, facts *rules.Rules) tookBackMsg {
	done, err := lib.TakeBack(ctx)
	if err != nil {
		return tookBackMsg{err: err}
	}
	m := tookBackMsg{said: imports.TakenBack(done)}
	if m.space, m.err = storage.Load(ctx, lib, facts); m.err == nil && m.space.Empty() {
		m.space = workspace.LoadDemo(facts)
	}
	return m
}

func (m tookBackMsg) take(d *Desk) tea.Cmd {
	if m.space == nil {
		return msg.Fail(m.err)
	}
	was := d.Space.Demo
	d.Space = m.space
	d.Model, d.forecasts = nil, nil
	switch {
	case d.Space.Demo && !was: // the first import is taken back: what is the user's stays on the disk
		d.release()
		d.release = func() {}
		d.editor = plan.Edit(plan.Plan{Name: storage.DefaultPlan})
		d.saver = saver{leaving: d.saver.leaving}
		d.acts.states, d.acts.owned = nil, nil
		d.acts.reading.Next()
		d.useExample()
	default:
		d.Profile = d.fit(d.Profile)
	}
	d.resetLook()
	cmds := []tea.Cmd{d.Start(), msg.Done(m.said), msg.Send(TakenBackMsg{})}
	for _, n := range m.space.Notices {
		cmds = append(cmds, msg.Warn(n))
	}
	return tea.Batch(cmds...)
}

// TakenBackMsg tells the screens that the last import was taken back.
type TakenBackMsg struct{}

// openPlans gives the plans as this window has them.
func (d *Desk) openPlans() []plan.Plan {
	if d.Space.Demo {
		return nil
	}
	open := []plan.Plan{d.Plan().Clone()}
	for _, e := range d.others() {
		open = append(open, e.Plan().Clone())
	}
	return open
}

package desk

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/planner/plan"
	"brujula/tui/msg"
)

// ReadMsg answers Read: what a file holds, for review. It is for the screen
// that asked.
type ReadMsg struct {
	Generation uint64
	Drafts     []lists.Draft
	Changes    []library.Change
	Err        error
}

// Read reads a file as a list of a kind, without storing anything.
func (d *Desk) Read(generation uint64, kind data.Kind, path string, o lists.Options) tea.Cmd {
	lib, ctx, now := d.Lib, d.ctx, d.Now
	return func() tea.Msg {
		drafts, err := planner.ReadList(ctx, lib, kind, path, o)
		if err != nil {
			return ReadMsg{Generation: generation, Err: err}
		}
		changes, err := lib.Plan(planner.Items(drafts, now()))
		return ReadMsg{generation, drafts, changes, err}
	}
}

type importedMsg struct {
	space *planner.Workspace
	err   error
}

// Import stores drafts and loads the library anew. The first import ends the
// demonstration.
func (d *Desk) Import(drafts []lists.Draft) tea.Cmd {
	if d.Lib == nil {
		return msg.Warn(texts.DemoNotStored)
	}
	if d.Space.Demo {
		d.takeLock()
	}
	if d.Locked != "" {
		return msg.Warn(texts.ReadOnlyWindow(d.Locked))
	}
	lib, facts, ctx, now := d.Lib, d.Facts, d.ctx, d.Now
	return func() tea.Msg {
		if _, err := lib.Commit(ctx, planner.Items(drafts, now())); err != nil {
			return importedMsg{err: err}
		}
		space, err := planner.Load(ctx, lib, facts)
		return importedMsg{space, err}
	}
}

// ImportedMsg tells the screens that an import has ended; First that it was
// the first, so that the profile is asked for.
type ImportedMsg struct {
	First bool
}

func (d *Desk) take(m importedMsg) tea.Cmd {
	if m.err != nil {
		return msg.Fail(m.err)
	}
	first := d.Space.Demo
	d.Space = m.space
	var notices []string
	if first {
		d.editor = plan.Edit(plan.Plan{Name: planner.DefaultPlan})
		notices = d.openOwn()
	} else {
		d.Profile = d.fit(d.Profile)
	}
	d.forecasts = nil
	d.resetLook()
	cmds := []tea.Cmd{d.Start(), changed(), msg.Done(texts.ImportDone), msg.Send(ImportedMsg{First: first})}
	for _, n := range append(notices, m.space.Notices...) {
		cmds = append(cmds, msg.Warn(n))
	}
	return tea.Batch(cmds...)
}

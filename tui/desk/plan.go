package desk

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/planner/plan"
	"brujula/tui/msg"
)

// saver lets one save run at a time: changes made while it runs are saved
// after it, so that an older plan never overwrites a newer one.
type saver struct {
	running bool
	again   bool
	leaving bool // quit when all is saved
	failed  string
}

type savedMsg struct{ err error }

// Edit makes a change of the plan, tells what was done and saves it.
func (d *Desk) Edit(change func(e *plan.Editor) (plan.Act, bool)) tea.Cmd {
	if d.Locked != "" {
		return msg.Warn(texts.ReadOnlyWindow(d.Locked))
	}
	act, ok := change(d.editor)
	if !ok {
		return nil
	}
	return tea.Batch(msg.Done(d.describe(act, false)), msg.Send(msg.PlanChangedMsg{}), d.Save())
}

// Undo and Redo take the last change back and forth, and say which it was.
func (d *Desk) Undo() tea.Cmd { return d.step((*plan.Editor).Undo, true, texts.NothingToUndo) }

// Redo does again what Undo took back.
func (d *Desk) Redo() tea.Cmd { return d.step((*plan.Editor).Redo, false, texts.NothingToRedo) }

func (d *Desk) step(do func(*plan.Editor) (plan.Act, bool), undone bool, nothing string) tea.Cmd {
	if d.Locked != "" {
		return msg.Warn(texts.ReadOnlyWindow(d.Locked))
	}
	act, ok := do(d.editor)
	if !ok {
		return msg.Warn(nothing)
	}
	return tea.Batch(msg.Done(d.describe(act, undone)), msg.Send(msg.PlanChangedMsg{}), d.Save())
}

// ToggleStar puts a plaza at the end of the plan, or takes it out.
func (d *Desk) ToggleStar(id data.PlazaID) tea.Cmd {
	return d.Edit(func(e *plan.Editor) (plan.Act, bool) {
		if e.Plan().Has(id) {
			return e.Remove(id)
		}
		return e.Add([]data.PlazaID{id}, -1)
	})
}

// describe tells an act in the user's words.
func (d *Desk) describe(act plan.Act, undone bool) string {
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
	case plan.Ranked:
		text = texts.ActRanked
	}
	if undone {
		text = texts.Undone(text)
	}
	return text
}

// Name gives the name of a plaza's establishment, or its code where no loaded
// list has it.
func (d *Desk) Name(id data.PlazaID) string {
	if row, ok := d.Space.Catalog.Row(id); ok {
		return d.Space.Catalog.Plaza(row).Establishment
	}
	return id.Renipress
}

// Save stores the plan. In the demonstration there is nothing to store.
func (d *Desk) Save() tea.Cmd {
	if d.Writable() != nil {
		return nil
	}
	if d.saver.running {
		d.saver.again = true
		return nil
	}
	d.saver.running = true
	lib, p := d.Lib, d.editor.Plan().Clone()
	return func() tea.Msg { return savedMsg{planner.SavePlan(lib, &p)} }
}

func (d *Desk) saved(m savedMsg) tea.Cmd {
	d.saver.running = false
	if m.err != nil {
		// What was not saved stays in memory, and the next change tries again.
		d.saver.failed = m.err.Error()
		d.saver.leaving = false
		return msg.Send(msg.NoticeMsg{Severity: msg.Error, Text: texts.NotSaved(m.err.Error())})
	}
	d.saver.failed = ""
	if d.saver.again {
		d.saver.again = false
		return d.Save()
	}
	if d.saver.leaving {
		return tea.Quit
	}
	return nil
}

// Unsaved tells why the plan on the disk is not the one on the screen; "" when
// it is.
func (d *Desk) Unsaved() string { return d.saver.failed }

// Leave ends the program once all is saved.
func (d *Desk) Leave() tea.Cmd {
	if d.saver.running {
		d.saver.leaving = true
		return nil
	}
	return tea.Quit
}

// Flush saves what is not saved yet. It is for the end of the program, when no
// command runs any more.
func (d *Desk) Flush() error {
	if d.Writable() != nil || !d.saver.running && !d.saver.again && d.saver.failed == "" {
		return nil
	}
	return planner.SavePlan(d.Lib, d.editor.Plan())
}

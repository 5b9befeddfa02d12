package desk

import (
	"errors"
	"maps"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/workspace"
	"brujula/tui/msg"
)

// SettingPlan remembers in the profile which version of the plan is open.
const SettingPlan = "plan"

// others gives the plans of this window that are not on the screen, by name.
// Those of the demonstration end with it.
func (d *Desk) others() map[string]*plan.Editor {
	if d.saver.aside == nil || d.saver.demo != d.Space.Demo {
		d.saver.aside, d.saver.demo = map[string]*plan.Editor{}, d.Space.Demo
	}
	return d.saver.aside
}

// stores tells whether plans are in a library rather than in this window
// alone.
func (d *Desk) stores() bool { return d.Lib != nil && !d.Space.Demo }

// VersionsMsg answers Versions: the plans by name, that on the screen too.
type VersionsMsg struct {
	Generation uint64
	Plans      []storage.PlanSummary
	Err        error
}

// Versions asks for the list of plans.
func (d *Desk) Versions(generation uint64) tea.Cmd {
	here := map[string]int{d.Plan().Name: len(d.Plan().Entries)}
	for name, e := range d.others() {
		here[name] = len(e.Plan().Entries)
	}
	lib, stored := d.Lib, d.stores()
	return func() tea.Msg {
		var plans []storage.PlanSummary
		var err error
		if stored {
			plans, err = storage.Plans(lib, func(name string) bool { _, open := here[name]; return open })
		}
		for _, name := range slices.Sorted(maps.Keys(here)) {
			plans = append(plans, storage.PlanSummary{Name: name, Lines: here[name]})
		}
		slices.SortFunc(plans, func(a, b storage.PlanSummary) int { return strings.Compare(a.Name, b.Name) })
		return VersionsMsg{generation, plans, err}
	}
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

// openedMsg brings a plan from the disk to be shown.
type openedMsg struct {
	editor   *plan.Editor
	restored string
	err      error
}

// OpenPlan shows another plan. The one on the screen keeps its undo.
func (d *Desk) OpenPlan(name string) tea.Cmd {
	if name == d.Plan().Name {
		return nil
	}
	if e := d.others()[name]; e != nil {
		return openedMsg{editor: e}.take(d)
	}
	if !d.stores() {
		return msg.Warn(texts.PlanNoSuch(name))
	}
	lib := d.Lib
	return func() tea.Msg {
		e, restored, err := storage.OpenPlan(lib, name)
		return openedMsg{e, restored, err}
	}
}

func (m openedMsg) take(d *Desk) tea.Cmd {
	if m.err != nil {
		return msg.Fail(m.err)
	}
	name := m.editor.Plan().Name
	if name == d.Plan().Name {
		return nil // asked for twice: what is open here is newer than the disk
	}
	if open := d.others()[name]; open != nil {
		m.editor = open
	}
	d.show(m.editor)
	m.editor.SetRanks(d.saver.ranks.of(m.editor.Plan())) // read before they were stored
	p := d.Plan()
	cmds := []tea.Cmd{msg.Done(texts.PlanOpened(p.Name, len(p.Entries))), d.Post(msg.PlanChangedMsg{}), d.rememberPlan()}
	if m.restored != "" {
		cmds = append(cmds, msg.Warn(m.restored))
	}
	return tea.Batch(cmds...)
}

// show puts a plan on the screen, and the one before aside.
func (d *Desk) show(e *plan.Editor) {
	others := d.others()
	others[d.Plan().Name] = d.editor
	delete(others, e.Plan().Name)
	d.editor = e
}

// rememberPlan notes in the profile which plan is open.
func (d *Desk) rememberPlan() tea.Cmd {
	d.set(SettingPlan, d.Plan().Name)
	return d.saveProfile()
}

// openName is the plan that was open last.
func (d *Desk) openName() string {
	if name := d.Profile.Settings[SettingPlan]; name != "" {
		return name
	}
	return storage.DefaultPlan
}

// namedMsg tells that a plan was copied or renamed on the disk.
type namedMsg struct {
	from, to string
	copied   *plan.Plan // nil for a renaming
	said     string     // instead of what is said of a copy
	err      error
}

// CopyPlan makes a version of the plan on the screen under another name and
// shows it.
func (d *Desk) CopyPlan(name string) tea.Cmd {
	if cmd := d.refuseName(name); cmd != nil {
		return cmd
	}
	p := d.Plan().Clone()
	return d.naming(namedMsg{from: p.Name, to: name, copied: &p}, storage.CopyPlan)
}

// RenamePlan gives the plan on the screen another name.
func (d *Desk) RenamePlan(name string) tea.Cmd {
	if name == d.Plan().Name {
		return nil
	}
	if cmd := d.refuseName(name); cmd != nil {
		return cmd
	}
	return d.naming(namedMsg{from: d.Plan().Name, to: name}, storage.RenamePlan)
}

func (d *Desk) refuseName(name string) tea.Cmd {
	switch {
	case strings.TrimSpace(name) == "":
		return msg.Warn(texts.PlanNameEmpty)
	case d.editorOf(name) != nil:
		return msg.Warn(texts.PlanNameTaken(name))
	case d.Locked != "":
		return msg.Warn(texts.ReadOnlyWindow(d.Locked))
	case d.saver.running != "":
		return msg.Warn(texts.PlanBusy)
	}
	return nil
}

// naming does on the disk what do does; no save runs meanwhile.
func (d *Desk) naming(m namedMsg, do func(*library.Library, *plan.Plan, string) error) tea.Cmd {
	if !d.stores() {
		return m.take(d)
	}
	lib, p := d.Lib, d.Plan().Clone()
	return d.saver.start(m.from, func() planMsg {
		m.err = do(lib, &p, m.to)
		return m
	})
}

func (m namedMsg) take(d *Desk) tea.Cmd {
	d.saver.end()
	if m.err != nil {
		return tea.Batch(msg.Fail(m.err), d.next())
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
	return tea.Batch(msg.Done(said), d.Post(msg.PlanChangedMsg{}), d.rememberPlan(), d.save(m.to), d.next())
}

// rename gives an open plan its new name, under which all that was still to be
// saved of it is saved.
func (d *Desk) rename(e *plan.Editor, from, to string) {
	if e != d.editor {
		delete(d.others(), from)
		d.others()[to] = e
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

// droppedMsg tells that a plan was taken away.
type droppedMsg struct {
	name string
	err  error
}

// dropMsg asks the desk to take a plan away.
type dropMsg struct{ name string }

// DropPlan takes away a plan that is not on the screen. Nothing is done before
// the command runs, so that it can be the answer to a question.
func (d *Desk) DropPlan(name string) tea.Cmd { return msg.Send(dropMsg{name}) }

func (m dropMsg) take(d *Desk) tea.Cmd {
	switch {
	case m.name == d.Plan().Name:
		return msg.Warn(texts.PlanInUse)
	case d.Locked != "":
		return msg.Warn(texts.ReadOnlyWindow(d.Locked))
	case !d.stores():
		return droppedMsg{name: m.name}.take(d)
	}
	d.saver.drops = append(d.saver.drops, m.name)
	return d.next()
}

// dropNext takes away a plan that waits for it. It is one of the saver's tasks: a
// save of the same plan that ended after it would bring it back.
func (d *Desk) dropNext() tea.Cmd {
	if d.saver.running != "" || len(d.saver.drops) == 0 {
		return nil
	}
	name := d.saver.drops[0]
	d.saver.drops = d.saver.drops[1:]
	if name == d.Plan().Name { // opened meanwhile
		return tea.Batch(msg.Warn(texts.PlanInUse), d.next())
	}
	lib := d.Lib
	return d.saver.start(name, func() planMsg { return droppedMsg{name, lib.RemovePlan(name)} })
}

func (m droppedMsg) take(d *Desk) tea.Cmd {
	if d.stores() {
		d.saver.end()
	}
	switch {
	case m.err != nil:
		return tea.Batch(msg.Fail(m.err), d.next())
	case m.name == d.Plan().Name: // opened while it was taken away: it stays
		return tea.Batch(msg.Warn(texts.PlanInUse), d.save(m.name), d.next())
	}
	delete(d.others(), m.name)
	delete(d.saver.failed, m.name)
	delete(d.saver.told, m.name)
	d.saver.waiting = slices.DeleteFunc(d.saver.waiting, func(name string) bool { return name == m.name })
	return tea.Batch(msg.Done(texts.PlanDropped(m.name)), d.Post(msg.PlanChangedMsg{}), d.next())
}

// ComparedMsg answers ComparePlan.
type ComparedMsg struct {
	Generation uint64
	Comparison *workspace.PlanComparison
	Err        error
}

// ComparePlan compares the plan on the screen with another, from the present
// look.
func (d *Desk) ComparePlan(generation uint64, name string) tea.Cmd {
	if name == d.Plan().Name {
		return msg.Warn(texts.PlanSame)
	}
	space, est, lib, first := d.Space, d.Est, d.Lib, d.Plan().Clone()
	var second *plan.Plan
	if e := d.others()[name]; e != nil {
		p := e.Plan().Clone()
		second = &p
	}
	return func() tea.Msg {
		if second == nil {
			if lib == nil {
				return ComparedMsg{Generation: generation, Err: errors.New(texts.PlanNoSuch(name))}
			}
			e, _, err := storage.OpenPlan(lib, name)
			if err != nil {
				return ComparedMsg{Generation: generation, Err: err}
			}
			second = e.Plan()
		}
		return ComparedMsg{generation, space.ComparePlans(&first, second, est), nil}
	}
}

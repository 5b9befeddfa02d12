package myplan

import (
	"errors"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
)

// action is a key with what it does.
type action struct {
	binding keys.Binding
	do      func() tea.Cmd
}

func (m *Model) actions() []action {
	o, t := &m.keys.own, &m.keys.table
	return []action{
		{o.MoveDown, func() tea.Cmd { return m.shift(1) }},
		{o.MoveUp, func() tea.Cmd { return m.shift(-1) }},
		{o.MoveTo, m.askPlace},
		{o.MoveTop, func() tea.Cmd { return m.moveTo(0) }},
		{o.MoveBottom, func() tea.Cmd { return m.moveTo(len(m.view.Lines)) }},
		{o.Remove, m.remove},
		{o.Undo, func() tea.Cmd { return bridge.Cmd(m.desk.Undo()) }},
		{o.Redo, func() tea.Cmd { return bridge.Cmd(m.desk.Redo()) }},
		{o.Note, m.askNote},
		{o.Select, m.choose},
		{o.Phase, m.otherSection},
		{o.Advice, m.toggleAdvice},
		{o.Weights, m.askWeights},
		{o.Versions, m.openVersions},
		{o.Export, func() tea.Cmd { return m.export("") }},
		{o.Compare, func() tea.Cmd { id, _ := m.table.Current(); return bridge.Cmd(m.desk.Compare(id)) }},
		{t.Open, m.toCard},
		{t.Copy, m.copy},
		{t.Preview, m.togglePreview},
	}
}

// footer lists the keys by what a newcomer needs first.
func (m *Model) footer() []keys.Binding {
	o, t := &m.keys.own, &m.keys.table
	if len(m.desk.Plan().Entries) == 0 {
		empty := []keys.Binding{keys.NewGlobal().Explore}
		if m.desk.CanUndo() {
			empty = append(empty, o.Undo)
		}
		return append(empty, o.Versions)
	}
	return keys.Usable(m.desk.OnlyLooks(), []keys.Binding{
		o.MoveDown.For(o.MoveDown.Help().Key+" "+o.MoveUp.Help().Key, texts.KeySortShort), o.MoveTo.As(texts.KeyMoveToShort), o.Remove.As(texts.KeyRemoveShort),
		o.Undo, o.Advice.As(texts.KeyAdviceShort), o.Export, o.Compare.As(texts.KeyCompareShort), o.Versions, o.Note.As(texts.KeyNoteShort), t.Open, o.Select, t.Preview, o.MoveTop, o.MoveBottom, o.Phase, t.Copy,
	}, o.Writing()...)
}

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	switch m.panes.open {
	case inAdvice:
		return m.adviceKey(k)
	case inWeights:
		return m.weightsKey(k)
	case inVersions:
		return m.versionsKey(k)
	case inExport:
		return m.exportKey(k)
	case inCompare:
		m.panes.scroll.Update(k, &m.keys.nav)
		return nil
	case inTable:
	}
	for _, a := range m.actions() {
		if a.binding.Matches(k) {
			return a.do()
		}
	}
	before := m.table.Row()
	if m.table.Update(k, &m.keys.nav) {
		m.skipSeparator(max(-1, min(1, m.table.Row()-before)) | 1)
	}
	return nil
}

// shift moves the subjects by one place.
func (m *Model) shift(by int) tea.Cmd {
	ids := m.subjects()
	if len(ids) == 0 {
		return msg.Warn(texts.PlanNoSelection)
	}
	return m.place(ids, max(0, m.view.Place(ids[0])+by))
}

// moveTo moves the subjects to a place, from 0, of the whole list.
func (m *Model) moveTo(place int) tea.Cmd {
	ids := m.subjects()
	if len(ids) == 0 {
		return msg.Warn(texts.PlanNoSelection)
	}
	return m.place(ids, place)
}

func (m *Model) place(ids []data.PlazaID, place int) tea.Cmd {
	before := m.view.Place(ids[0])
	moved, stays := m.desk.Move(ids, place)
	if stays {
		return msg.Say(texts.PlanStays(len(ids), before+1, place+1))
	}
	return bridge.Cmd(moved)
}

// askPlace asks where to move to.
func (m *Model) askPlace() tea.Cmd {
	ids, total := m.subjects(), len(m.view.Lines)
	if len(ids) == 0 {
		return msg.Warn(texts.PlanNoSelection)
	}
	read := func(text string) (int, bool) {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		return n, err == nil && n >= 1 && n <= total
	}
	return m.desk.Post(msg.PromptMsg{
		Label: texts.PlanMoveLabel(len(ids), total),
		Check: func(text string) error {
			if _, ok := read(text); !ok {
				return errors.New(texts.PlanPlaceRange(total))
			}
			return nil
		},
		Accept: func(text string) tea.Cmd {
			n, _ := read(text)
			return m.place(ids, n-1)
		},
	})
}

func (m *Model) remove() tea.Cmd {
	ids := m.subjects()
	if len(ids) == 0 {
		return msg.Warn(texts.PlanNoSelection)
	}
	return bridge.Cmd(m.desk.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Remove(ids...) }))
}

// askNote edits the personal note of the line under the cursor.
func (m *Model) askNote() tea.Cmd {
	line, place, ok := m.current()
	if !ok {
		return msg.Warn(texts.PlanNoSelection)
	}
	id := line.Entry.ID
	return m.desk.Post(msg.PromptMsg{
		Label: texts.PlanNoteLabel(place + 1), Initial: line.Entry.Note,
		Accept: func(text string) tea.Cmd {
			return bridge.Cmd(m.desk.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Note(id, strings.TrimSpace(text)) }))
		},
	})
}

// choose selects the line under the cursor, or lets it go, and steps on.
func (m *Model) choose() tea.Cmd {
	line, _, ok := m.current()
	if !ok {
		return msg.Warn(texts.PlanNoSelection)
	}
	if id := line.Entry.ID; m.chosen[id] {
		delete(m.chosen, id)
	} else {
		m.chosen[id] = true
	}
	m.table.Move(1)
	m.skipSeparator(1)
	return nil
}

// otherSection jumps to the first line of the other modality.
func (m *Model) otherSection() tea.Cmd {
	line, _, ok := m.current()
	if !ok {
		return msg.Warn(texts.PlanNoSelection)
	}
	from := m.firstOf(line.Entry.ID.Modality.Other())
	if from < 0 {
		return msg.Warn(texts.PlanOneSection)
	}
	m.table.Select(m.view.Lines[from].Entry.ID)
	return nil
}

func (m *Model) toCard() tea.Cmd {
	line, _, ok := m.current()
	switch {
	case !ok:
		return msg.Warn(texts.PlanNoSelection)
	case line.Plaza == nil:
		return msg.Warn(texts.GapSaid(texts.GapAbsent, texts.GapAbsentKey))
	}
	return m.desk.Go(screen.Card, screen.PlazaPage(line.Entry.ID))
}

func (m *Model) copy() tea.Cmd {
	line, _, ok := m.current()
	switch {
	case !ok:
		return msg.Warn(texts.PlanNoSelection)
	case line.Plaza == nil:
		return msg.Send(msg.CopyMsg{Text: line.Entry.ID.Renipress, What: line.Entry.ID.Renipress})
	}
	chance := m.desk.Fate(line.Entry.ID).Short()
	if chance == "" && line.Known {
		chance = texts.Percent(line.Estimate.Chance)
	}
	return msg.Send(msg.CopyMsg{Text: texts.PlazaLine(line.Plaza, chance), What: line.Plaza.Establishment})
}

func (m *Model) togglePreview() tea.Cmd {
	m.preview.Toggle()
	m.arrange()
	return nil
}

// export writes the plan to a file; without a name it asks what for. The own
// notes stay here: the menu asks for them.
func (m *Model) export(file string) tea.Cmd {
	if file = strings.TrimSpace(file); file != "" {
		return bridge.Cmd(m.desk.ExportPlan(session.ExportTo{File: file}))
	}
	return m.openExport()
}

func (m *Model) overwrite(e session.ExportExists) tea.Cmd {
	to := e.ExportTo
	to.Overwrite = true
	return m.desk.Post(msg.ConfirmMsg{Question: texts.Overwrite(to.File), Yes: bridge.Cmd(m.desk.ExportPlan(to))})
}

func exported(e msg.ExportedMsg) tea.Cmd {
	if e.Err != nil {
		return msg.Fail(e.Err)
	}
	return msg.Done(texts.Exported(e.Path, e.Holds))
}

package myplan

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/widget"
)

// purposes are what a plan is exported for, each with the format that serves it.
// The CSV of the menu has semicolons, which Excel parts into cells where commas
// are for decimals.
var purposes = []export.Format{export.Text, export.HTML, export.XLSX, export.JSON, export.CSV}

// openExport opens the menu of purposes.
func (m *Model) openExport() tea.Cmd {
	m.panes.open, m.panes.notes = inExport, false
	m.panes.menu = widget.NewMenu(m.desk.Styles, texts.ExportMenuTitle(m.desk.Plan().Name), m.exportItems(), 0)
	return nil
}

func (m *Model) exportItems() []widget.MenuItem {
	var items []widget.MenuItem
	for _, f := range purposes {
		notes := m.desk.Plan().HasNotes() && (m.panes.notes || f.KeepsNotes())
		items = append(items, widget.MenuItem{Label: texts.ExportPurpose(string(f)), Note: texts.ExportInto(m.exportFile(f), notes)})
	}
	return append(items, widget.MenuItem{Label: texts.ExportElsewhere, Note: texts.ExportElsewhereNote})
}

func (m *Model) exportFile(f export.Format) string {
	return texts.PlanFile(plan.FileName(m.desk.Plan().Name), string(f))
}

// exportKey picks a purpose, and says whether the own notes go with it.
func (m *Model) exportKey(k tea.KeyMsg) tea.Cmd {
	p := &m.panes
	if k.String() == texts.ExportNotesKey && m.desk.Plan().HasNotes() {
		p.notes = !p.notes
		p.menu.Items = m.exportItems()
		return nil
	}
	switch p.menu.Update(k, &m.keys.nav) {
	case widget.Cancelled:
		p.open = inTable
	case widget.Accepted:
		p.open = inTable
		if at := p.menu.Cursor(); at < len(purposes) {
			return bridge.Cmd(m.desk.ExportPlan(session.ExportTo{File: m.exportFile(purposes[at]), Notes: p.notes, Semicolons: true}))
		}
		return m.askExport(p.notes)
	case widget.Open:
	}
	return nil
}

// askExport asks for the name of the file, whose ending is the format.
func (m *Model) askExport(notes bool) tea.Cmd {
	return m.desk.Post(msg.PromptMsg{
		Label: texts.PlanExportLabel, Initial: m.exportFile(export.Markdown),
		Accept: func(text string) tea.Cmd {
			if strings.TrimSpace(text) == "" {
				return nil
			}
			return bridge.Cmd(m.desk.ExportPlan(session.ExportTo{File: strings.TrimSpace(text), Notes: notes}))
		},
	})
}

// exportBox draws the menu with the folder that it writes to, and whether the
// own notes go with it.
func (m *Model) exportBox() []string {
	st := m.desk.Styles
	box := m.panes.menu.Box(min(m.w, layout.ReadableWidth), m.h-underMenu)
	if len(box) == 0 {
		return nil
	}
	wide := layout.Width(box[0])
	under := layout.Wrap(texts.ExportFolder(m.desk.Folders.Work), max(1, wide-4))
	if m.desk.Plan().HasNotes() {
		under = append(under, layout.Wrap(texts.ExportNotesState(m.panes.notes), max(1, wide-4))...)
	}
	for i, line := range under {
		under[i] = " " + line
	}
	return append(box, widget.Box(st, widget.BoxOptions{}, under, wide, len(under)+2)...)
}

// underMenu is the least room for what stands under the menu.
const underMenu = 5

package importing

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/msg"
)

// store stores what was reviewed. It asks again where that would take something
// away from the user.
func (m *Model) store() tea.Cmd {
	if why := m.desk.CannotImport(); why != "" {
		return msg.Warn(why)
	}
	if !m.result.Loss.None() {
		question := texts.ImportLossAsk(m.files(), m.result.Loss.Text())
		return m.desk.Post(msg.ConfirmMsg{Question: question, Yes: msg.Send(agreedMsg{})})
	}
	return m.keep()
}

// agreedMsg tells that the loss that an import brings is meant.
type agreedMsg struct{}

func (m *Model) keep() tea.Cmd {
	m.step = storing
	if m.result.Table != nil {
		return bridge.Cmd(m.desk.Import([]library.Item{m.result.Table.Stamped(m.desk.Now())}))
	}
	// What is remembered of the columns is stored first: both want the library's lock.
	remember := m.desk.RememberColumns(m.result.Drafts, m.options())
	return tea.Sequence(bridge.Cmd(remember), bridge.Cmd(m.desk.Import(imports.Items(m.result.Drafts, m.desk.Now()))))
}

// finish shows what was stored and lets the drafts go.
func (m *Model) finish() {
	if m.step != storing {
		return
	}
	m.keepSaid()
	m.step, m.result = done, session.FilesRead{}
	m.fate(texts.ImportFateStored)
	for _, mate := range m.together() {
		m.path = mate
		m.fate(texts.ImportFateStored)
	}
	m.queue = slices.DeleteFunc(m.queue, func(path string) bool { return slices.Contains(m.together(), path) })
	m.arrange()
}

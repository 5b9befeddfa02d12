package panorama

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/yearbook"
	"brujula/tui/bridge"
	"brujula/tui/msg"
)

// pastFoundMsg brings the past process that there is to write of; ok is false for
// none.
type pastFoundMsg struct {
	generation uint64
	process    data.Process // that was in view
	line       data.Line
	ok         bool
}

// findPast looks for how the process in view went, or the last one where no list
// tells of that.
func (m *Model) findPast() tea.Cmd {
	generation, space, process := m.askYears.Next(), m.space, m.scope.Process
	line := m.desk.Line()
	line.Process = process
	return func() tea.Msg {
		found, ok := yearbook.Closest(space, line)
		return pastFoundMsg{generation, process, found, ok}
	}
}

// askFile asks where to write how a past process went.
func (m *Model) askFile(found pastFoundMsg) tea.Cmd {
	switch {
	case !m.askYears.Current(found.generation), found.process != m.scope.Process:
		return nil
	case !found.ok:
		return msg.Warn(texts.Capital(texts.YearNoPast))
	}
	return m.desk.Post(msg.PromptMsg{
		Label: texts.YearAsk, Initial: texts.YearFile(found.line),
		Accept: func(file string) tea.Cmd { return bridge.Cmd(m.desk.WriteYearbook(found.line, file)) },
	})
}

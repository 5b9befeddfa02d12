package panorama

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/bridge"
	"brujula/tui/msg"
)

// askYear asks where to write how the process in view went, or the last one where
// no list tells of that.
func (m *Model) askYear() tea.Cmd {
	line, ok := m.desk.PastLine(m.scope.Process)
	if !ok {
		return msg.Warn(texts.Capital(texts.YearNoPast))
	}
	return m.desk.Post(msg.PromptMsg{
		Label: texts.YearAsk, Initial: texts.YearFile(line),
		Accept: func(file string) tea.Cmd { return bridge.Cmd(m.desk.WriteYearbook(line, file)) },
	})
}

package sources

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/tui/msg"
)

// askRemoveAct asks whether the act that the list under the cursor comes from is to
// be taken out: of several, the first.
func (m *Model) askRemoveAct() tea.Cmd {
	info, ok := m.current()
	if !ok || len(info.Followed) == 0 {
		return msg.Warn(texts.ActPastNoneHere)
	}
	if why := m.desk.CannotImport(); why != "" {
		return msg.Warn(why)
	}
	line := data.Line{Process: info.Process, Profession: info.Followed[0].Profession, Modality: info.Modality}
	return m.desk.Post(msg.ConfirmMsg{Question: texts.ActRemoveQuestion(line), Yes: msg.Send(removeActMsg{line})})
}

// removeActMsg takes an act out, once the user has agreed.
type removeActMsg struct{ line data.Line }

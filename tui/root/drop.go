package root

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/drop"
	"brujula/tui/screen"
)

// droppedMsg tells whether pasted text names files, which then are to be
// imported; else it is the text that it seemed to be.
type droppedMsg struct {
	key   tea.KeyMsg
	keys  []tea.KeyMsg // as which it came, where the terminal does not tell of pastes
	page  screen.Page  // where it was pasted
	files bool
}

// dropped takes a paste that looks like the path of a file: terminals type the
// path of what is dropped on them. Whether the file is there is found out
// apart from Update; where there is none, the keys as which it came are what they are.
func (m *Model) dropped(k tea.KeyMsg, came ...tea.KeyMsg) (cmd tea.Cmd, ok bool) {
	text := string(k.Runes)
	if !k.Paste || m.page.Kind == screen.Import || !drop.LooksLikePath(text) {
		return nil, false
	}
	if taker, ok := m.current().(screen.PathTaker); ok && taker.TakesPaths() {
		return nil, false
	}
	page, home := m.page, m.desk.Folders.Home
	return func() tea.Msg {
		found, missing := drop.Find(text, home, ".")
		files := len(missing) == 0
		for _, f := range found {
			files = files && !f.Folder
		}
		return droppedMsg{k, came, page, files}
	}, true
}

// takeDropped opens the import screen with the files, or hands the text on to
// the page that it was pasted into.
func (m *Model) takeDropped(d droppedMsg) tea.Cmd {
	switch {
	case d.page != m.page || m.confirm != nil || m.prompt != nil || m.typing:
		return nil // the user went on to something else
	case d.files:
		return m.importFiles(string(d.key.Runes))
	case len(d.keys) > 0:
		return m.asKeys(d.keys)
	}
	return m.pageKey(d.key) // as one: it is no burst of keys
}

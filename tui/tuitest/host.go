package tuitest

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/bridge"
	"brujula/tui/msg"
	"brujula/tui/screen"
)

// Host is the little of the root that one screen needs: it hands messages to the
// desk and the screen, and writes down what is asked of the root.
type Host struct {
	Desk   *bridge.Desk
	Screen screen.Screen
	Begin  tea.Cmd // run beside the screen's own first work; may be nil
	Asked  []tea.Msg
	Agree  bool // to every question that is put over the screen
}

// Init returns the first work.
func (h *Host) Init() tea.Cmd { return tea.Batch(h.Begin, h.Screen.Init()) }

// View draws the screen alone, without what the root draws around it.
func (h *Host) View() string { return h.Screen.View() }

// Update takes a message as the root does.
func (h *Host) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	cmd := h.update(m)
	for posted := h.Desk.Posted(); len(posted) > 0; posted = h.Desk.Posted() {
		for _, one := range posted {
			cmd = tea.Batch(cmd, h.update(one))
		}
	}
	return h, cmd
}

func (h *Host) update(m tea.Msg) tea.Cmd {
	before := h.Desk.Version()
	if cmd, ok := h.Desk.Update(m); ok {
		if h.Desk.Version() != before {
			cmd = tea.Batch(cmd, h.Screen.Update(msg.DataChangedMsg{}))
		}
		return cmd
	}
	switch m := m.(type) {
	case tea.WindowSizeMsg:
		h.Screen.Resize(m.Width, m.Height)
		return nil
	case tea.KeyMsg:
		if !h.Screen.Typing() && m.String() == "esc" {
			if !h.Screen.Back() {
				h.Asked = append(h.Asked, msg.BackMsg{})
			}
			return nil
		}
	case msg.ConfirmMsg:
		h.Asked = append(h.Asked, m)
		if h.Agree {
			return m.Yes
		}
		return m.No
	case msg.NavigateMsg, msg.BackMsg, msg.CopyMsg, msg.NoticeMsg:
		h.Asked = append(h.Asked, m)
		return nil
	}
	return h.Screen.Update(m)
}

// Said returns the notices, one a line.
func (h *Host) Said() string {
	var out []string
	for _, m := range h.Asked {
		if n, ok := m.(msg.NoticeMsg); ok {
			out = append(out, n.Text)
		}
	}
	return strings.Join(out, "\n")
}

// Questions returns what was asked over the screen, one a line.
func (h *Host) Questions() string {
	var out []string
	for _, m := range h.Asked {
		if q, ok := m.(msg.ConfirmMsg); ok {
			out = append(out, q.Question)
		}
	}
	return strings.Join(out, "\n")
}

// Left reports whether the way back was asked for.
func (h *Host) Left() bool {
	for _, m := range h.Asked {
		if _, ok := m.(msg.BackMsg); ok {
			return true
		}
	}
	return false
}

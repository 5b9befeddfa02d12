package root

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// starting asks for work at its start and counts what reaches it.
type starting struct{ seen int }

type doneMsg struct{}

func (s *starting) Init() tea.Cmd                       { return func() tea.Msg { return doneMsg{} } }
func (s *starting) Update(tea.Msg) (tea.Model, tea.Cmd) { s.seen++; return s, nil }
func (s *starting) View() string                        { return "" }

func TestWorkBeginsOnceAfterTheFirstFrame(t *testing.T) {
	for name, messages := range map[string][]tea.Msg{
		"sized":   {tea.WindowSizeMsg{Width: 80, Height: 24}, tea.WindowSizeMsg{Width: 90, Height: 24}},
		"unsized": {},
	} {
		t.Run(name, func(t *testing.T) {
			inner := &starting{}
			m := FrameFirst(inner)
			if _, ok := m.Init()().(releaseMsg); !ok {
				t.Fatal("the start's work is not held back")
			}
			for i, message := range messages {
				var cmd tea.Cmd
				if m, cmd = m.Update(message); (cmd != nil) != (i == 0) {
					t.Errorf("message %d: work is let go: %v", i, cmd != nil)
				}
			}
			m, cmd := m.Update(releaseMsg{})
			if cmd == nil {
				t.Fatal("no work after the first frame")
			}
			if _, ok := cmd().(doneMsg); !ok {
				t.Error("another work")
			}
			if _, cmd = m.Update(releaseMsg{}); cmd != nil {
				t.Error("the work begins twice")
			}
			if inner.seen != len(messages) {
				t.Errorf("%d messages reached the model", inner.seen)
			}
		})
	}
}

package root

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/msg"
)

func TestSuspendSaysWhyNotOnWindows(t *testing.T) {
	if notice, ok := suspend("windows")().(msg.NoticeMsg); !ok || notice.Text == "" {
		t.Errorf("%+v", notice)
	}
	if _, ok := suspend("linux")().(tea.SuspendMsg); !ok {
		t.Error("nothing is suspended")
	}
}

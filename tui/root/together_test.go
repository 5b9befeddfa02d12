package root

import (
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
)

// hearing is a model that writes down the keys that reach it.
type hearing struct{ keys []string }

func (*hearing) Init() tea.Cmd { return nil }

func (h *hearing) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := m.(tea.KeyMsg); ok {
		h.keys = append(h.keys, k.String())
	}
	return h, nil
}

func (*hearing) View() string { return "" }

// windowsKeys are the messages that Bubble Tea makes of a text on Windows.
func windowsKeys(text string) (keys []tea.Msg) {
	for _, r := range text {
		switch r {
		case '\r':
			keys = append(keys, tea.KeyMsg{Type: tea.KeyEnter})
		case '\x03':
			keys = append(keys, tea.KeyMsg{Type: tea.KeyCtrlC})
		default:
			keys = append(keys, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		}
	}
	return keys
}

// What is pasted comes together, but for its first character, which nobody can tell
// from one that was typed; what is typed comes key by key, and at once.
func TestTogether(t *testing.T) {
	const work = 5 * time.Millisecond // of a key and its frame
	for name, c := range map[string]struct {
		text  string
		pause time.Duration // from the end of one key's work to the next key
		want  []string
	}{
		"pasted":       {"90000001 q\rqq", 0, []string{"9", "0000001", " ", "q", "enter", "qq"}},
		"with a break": {"abc\x03de", 0, []string{"a", "bc", "ctrl+c", "de"}},
		"typed":        {"qj q\r", 30 * time.Millisecond, []string{"q", "j", " ", "q", "enter"}},
	} {
		inner := &hearing{}
		now := time.Unix(1000, 0)
		m := Together(inner, func() time.Time { return now })
		asked := 0
		for _, k := range windowsKeys(c.text) {
			now = now.Add(c.pause)
			before := len(inner.keys)
			_, cmd := m.Update(k)
			if len(inner.keys) == before && cmd != nil {
				asked++
			}
			now = now.Add(work)
			_ = m.View()
		}
		if c.pause == 0 && asked == 0 {
			t.Errorf("%s: nobody asks whether more comes", name)
		}
		turn := m.(*together).turn
		if turn > 0 {
			m.Update(togetherMsg{turn - 1}) // more has come since
			m.Update(togetherMsg{turn})
		}
		if diff := cmp.Diff(c.want, inner.keys); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

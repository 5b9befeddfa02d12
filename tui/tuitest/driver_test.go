package tuitest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/msg"
)

// echo writes down what it is sent.
type echo struct{ got []string }

type tickMsg struct{}

func (e *echo) Init() tea.Cmd { return nil }

func (e *echo) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case tea.KeyMsg:
		e.got = append(e.got, m.String())
		switch m.String() {
		case "t":
			return e, msg.After(time.Minute, tickMsg{})
		case "b":
			return e, tea.Batch(msg.Say("uno"), tea.Sequence(msg.Say("dos"), msg.Say("tres")))
		case "q":
			return e, tea.Quit
		}
	case tickMsg:
		e.got = append(e.got, "tick")
	case msg.NoticeMsg:
		e.got = append(e.got, m.Text)
	}
	return e, nil
}

func (e *echo) View() string { return strings.Join(e.got, " ") }

func TestTypeSendsOneKeyPerCharacter(t *testing.T) {
	d := New(t, &echo{}, 80, 24).Type("ñá x").Press("enter", "ctrl+u", "shift+tab", "alt+b")
	if got, want := d.Text(), "ñ á   x enter ctrl+u shift+tab alt+b"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIdleRunsBatchesAndSequences(t *testing.T) {
	New(t, &echo{}, 80, 24).Press("b").Contains("uno", "dos tres")
}

func TestTimePassesOnlyByAdvance(t *testing.T) {
	d := New(t, &echo{}, 80, 24).Press("t").Lacks("tick")
	d.Advance(59 * time.Second).Lacks("tick")
	d.Advance(time.Second).Contains("tick")
}

func TestQuit(t *testing.T) {
	if d := New(t, &echo{}, 80, 24); d.Quit() || !d.Press("q").Quit() {
		t.Error("quit was not seen, or too early")
	}
}

// failing counts what it was told instead of ending the test.
type failing struct {
	testing.TB
	failed bool
}

func (f *failing) Helper()                 {}
func (f *failing) Fatalf(string, ...any)   { f.failed = true }
func (f *failing) Errorf(string, ...any)   { f.failed = true }
func (f *failing) Logf(s string, a ...any) { fmt.Printf(s, a...) }

func TestCheckFitsSeesWhatIsTooBig(t *testing.T) {
	cases := []struct {
		view string
		bad  bool
	}{{"abcd\nñáéí", false}, {"abcde", true}, {"a\nb\nc", true}, {"\x1b[1mabcd\x1b[m", false}, {"中中中", true}}
	for _, c := range cases {
		f := &failing{}
		CheckFits(f, c.view, 4, 2)
		if f.failed != c.bad {
			t.Errorf("%q: failed = %v", c.view, f.failed)
		}
	}
}

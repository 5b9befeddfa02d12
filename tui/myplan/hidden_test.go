package myplan_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/screens"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

// A plan that changes while another page is in view is simulated once it is
// looked at again, and not before.
func TestWhatIsNotSeenIsNotSimulated(t *testing.T) {
	loose := tuitest.NewLoose(t, screens.New(demoDesk(plain()), nil, own.NoClipboard))
	press := func(names ...string) {
		t.Helper()
		for _, name := range names {
			k, ok := tuitest.Key(name)
			if !ok {
				k = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
			}
			loose.Send(k)
		}
	}
	sees := func(want bool, text string) {
		t.Helper()
		press("?") // the help tells the three ways of working it out
		if view := loose.View(); strings.Contains(view, text) != want {
			t.Errorf("%q in view: want %v:\n%s", text, want, view)
		}
		press("esc")
	}
	const running, done = "simulando actos", "actos simulados"
	loose.Send(tea.WindowSizeMsg{Width: 200, Height: 50})
	loose.Drain()
	press("esc", "space", "2")
	sees(true, running)
	loose.Drain()
	sees(true, done)
	press("1", "down", "space")
	loose.Drain()
	press("2")
	sees(true, running)
	loose.Drain()
	sees(true, done)
	// Nothing changed: nothing is asked again.
	press("1", "2")
	sees(true, done)
}

package myplan_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/tui/msg"
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

// Advice on a plan that has lost its lines meanwhile, on another page, is dropped.
func TestAdviceOnAnotherPlanComesTooLate(t *testing.T) {
	d := demoDesk(plain())
	loose := tuitest.NewLoose(t, screens.New(d, nil, own.NoClipboard))
	press := func(name rune) { loose.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{name}}) }
	plazas := ids(data.Remunerada, 3)
	d.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Add(plazas, -1) })
	loose.Send(tea.WindowSizeMsg{Width: 120, Height: 40})
	loose.Drain()
	press('2')
	press('a')
	press('1')
	d.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Remove(plazas...) })
	loose.Send(msg.PlanChangedMsg{})
	loose.Drain()
	press('2')
	loose.Drain()
	if view := loose.View(); !strings.Contains(view, texts.AdviceEmpty[:20]) {
		t.Errorf("advice on what is gone:\n%s", view)
	}
}

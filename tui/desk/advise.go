package desk

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/planner"
	"brujula/planner/advice"
)

// AdviceMsg answers Advise.
type AdviceMsg struct {
	Generation uint64
	Advice     []advice.Advice
}

// Advise asks for advice on a plan as it is seen.
func (d *Desk) Advise(generation uint64, v *planner.PlanView) tea.Cmd {
	space, est := d.Space, d.Est
	return func() tea.Msg { return AdviceMsg{generation, advice.Of(space, v, est)} }
}

package desk

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/planner/availability"
	"brujula/planner/workspace"
)

// SimulatedMsg answers Simulate, for the screen that asked.
type SimulatedMsg struct {
	Generation uint64
	Plan       availability.SimulatedPlan
}

// Simulate asks for the plan's simulated chances. cancel gives the question
// up; it is then never answered.
func (d *Desk) Simulate(generation uint64, v *workspace.PlanView) (cmd tea.Cmd, cancel func()) {
	ctx, cancel := context.WithCancel(d.ctx)
	return func() tea.Msg {
		defer cancel()
		simulated, err := v.Simulate(ctx, d.runs)
		if err != nil {
			return nil // given up
		}
		return SimulatedMsg{generation, simulated}
	}, cancel
}

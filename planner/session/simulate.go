package session

import (
	"context"

	"brujula/planner/availability"
	"brujula/planner/workspace"
)

// Simulated answers Simulate, for the screen that asked.
type Simulated struct {
	Generation uint64
	Plan       availability.SimulatedPlan
}

// Simulate asks for the plan's simulated chances. cancel gives the question
// up; it is then never answered.
func (d *Session) Simulate(generation uint64, v *workspace.PlanView) (jobs Jobs, cancel func()) {
	ctx, cancel := context.WithCancel(d.ctx)
	return Jobs{func() Answer {
		defer cancel()
		simulated, err := v.Simulate(ctx, d.runs)
		if err != nil {
			return nil // given up
		}
		return Simulated{generation, simulated}
	}}, cancel
}

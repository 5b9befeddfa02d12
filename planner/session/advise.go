package session

import (
	"context"
	"maps"

	"brujula/data/texts"
	"brujula/planner/advice"
	"brujula/planner/availability"
	"brujula/planner/plan"
	"brujula/planner/suggest"
	"brujula/planner/workspace"
)

// Advised answers Advise.
type Advised struct {
	Generation uint64
	Advice     []advice.Advice
	Alike      suggest.Result
}

// Advise asks for advice on a plan as it is seen, and for plazas like those in
// it by the weights of its owner.
func (d *Session) Advise(generation uint64, v *workspace.PlanView) Jobs {
	space, est, weights := d.Space, d.Est, maps.Clone(d.Plan().WeightsOrUsual())
	return Jobs{func() Answer {
		return Advised{generation, advice.Of(space, v, est), suggest.Of(space, v, est, weights)}
	}}
}

// SetWeights sets what makes plazas alike to the plan's owner, saves it, and
// says so once it is on the disk.
func (d *Session) SetWeights(w plan.Weights) Jobs {
	if d.Locked != "" {
		return warn(texts.ReadOnlyWindow(d.Locked))
	}
	if !d.shown.SetWeights(w) {
		return nil
	}
	return d.saveAndTell(texts.WeightsTold(w.String()))
}

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

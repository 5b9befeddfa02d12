package session

import (
	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

// held is what a window has of one library, or of the demonstration, beside its
// lists and the profile: when another takes its place, none of it is left.
type held struct {
	Model     *availability.Model
	forecasts *workspace.Forecasts
	base      *workspace.Estimates // those from before any act
	noticed   noticed
	editor    *plan.Editor
	saver     saver
	notes     noteWriter
	acts      acts
	compared  []data.PlazaID // side by side, in the order in which they were taken in
	unread    bool           // the stored profile could not be read
	stale     bool           // the last save of settings failed, which is not told: nothing of the user's work is lost
}

// newHeld has nothing but an empty plan.
func newHeld() held {
	return held{
		editor: plan.Edit(plan.Plan{Name: storage.DefaultPlan}),
		saver: saver{
			ranks: rankChange{}, failed: map[string]string{}, told: map[string]string{}, silent: map[string]bool{},
			aside: map[string]*plan.Editor{},
		},
		acts: acts{states: map[data.Line]turn.State{}, owned: map[data.Line]bool{}, told: map[data.Line]bool{}},
	}
}

// letGo lets go of all that is held, the lock too; answers that are still on
// their way come too late.
func (d *Session) letGo() {
	d.release()
	d.release = func() {}
	d.held = newHeld()
	d.askedActs.Next()
}

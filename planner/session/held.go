package session

import (
	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/plan"
	"brujula/planner/session/outbox"
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
	box       outbox.Box[sheet] // the one writer
	plans     []*openPlan
	shown     *openPlan // of them, that on the screen
	profile   *ownProfile
	ranks     *storedRanks
	notes     *noteWriter
	acts      acts
	turn      *Turn
	compared  []data.PlazaID // side by side, in the order in which they were taken in
	unread    bool           // the stored profile could not be read
}

// hold begins with nothing but an empty plan.
func (d *Session) hold() {
	d.held = held{
		profile: &ownProfile{d: d}, notes: &noteWriter{d: d}, ranks: &storedRanks{d: d, change: rankChange{}},
		acts: acts{states: map[data.Line]turn.State{}, owned: map[data.Line]bool{}, told: map[data.Line]bool{}},
	}
	d.turn = newTurn(d)
	d.showOnly(plan.Edit(plan.Plan{Name: storage.DefaultPlan}))
}

// letGo lets go of all that is held, the lock too; answers that are still on
// their way come too late.
func (d *Session) letGo() {
	d.release()
	d.release = func() {}
	_ = d.turn.ledger.close() // all of it is written
	d.hold()
	d.askedActs.Next()
}

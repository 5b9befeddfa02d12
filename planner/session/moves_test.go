package session_test

import (
	"slices"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/planner/plan"
	"brujula/planner/reasons"
)

// A look from elsewhere is set against the applicant's own rank, and back at that
// nothing has changed; another rank of theirs is a change that stays told.
func TestChangesOfThePlanAreTold(t *testing.T) {
	d, _ := onDisk(t, storetest.New())
	profile := library.Profile{Process: d.Space.Latest(), Profession: "MEDICINA", Modality: "remunerada", Rank: 60}
	settle(d, d.Start())
	settle(d, d.SetProfile(profile))
	chances := d.Est.Figures.Chance
	// the plaza of the middle chance moves with the rank
	rows := slices.DeleteFunc(slices.Clone(d.Space.Catalog.All()), func(row int) bool { return !(chances[row] > 0.3 && chances[row] < 0.9) })
	if len(rows) == 0 {
		t.Fatal("no plaza is disputed")
	}
	id := d.Space.Catalog.Plaza(rows[0]).PlazaID
	settle(d, d.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Add([]data.PlazaID{id}, -1) }))
	if m, ok := d.Moved(id); ok {
		t.Errorf("nothing has changed yet: %+v", m)
	}
	settle(d, d.LookFrom(120))
	m, ok := d.Moved(id)
	if !ok || m.Cause != reasons.ByRank || m.RankBefore != 60 || m.RankNow != 120 || m.Now >= m.Before {
		t.Errorf("from elsewhere: %+v, %v", m, ok)
	}
	settle(d, d.LookFrom(130))
	if m, _ := d.Moved(id); m.RankBefore != 60 {
		t.Errorf("set against another look: %+v", m)
	}
	settle(d, d.LookBack())
	if m, ok := d.Moved(id); ok {
		t.Errorf("back at the own rank: %+v", m)
	}
	profile.Rank = 20
	settle(d, d.SetProfile(profile))
	if m, ok := d.Moved(id); !ok || m.RankNow != 20 || m.Now <= m.Before {
		t.Errorf("another rank of one's own: %+v, %v", m, ok)
	}
}

package session_test

import (
	"slices"
	"testing"

	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// A look that is the applicant's own again is not simulated, however it came to
// be so.
func TestTheOwnLookIsNotSimulated(t *testing.T) {
	type step struct {
		rank   int     // 0 for none
		passes float64 // where there is no rank
		want   bool
	}
	for name, tt := range map[string]struct {
		own   int // passes ahead, as the profile says
		steps []step
	}{
		"passes":                   {0, []step{{0, 10, true}, {0, workspace.UsualPasses, false}}},
		"none pass":                {0, []step{{0, 0, true}, {0, workspace.UsualPasses, false}}},
		"passes of the profile":    {5, []step{{0, 10, true}, {0, 5, false}, {0, 10, true}, {0, workspace.UsualPasses, false}}},
		"rank and passes":          {0, []step{{900, 0, true}, {0, 10, true}, {0, workspace.UsualPasses, true}, {66, 0, false}}},
		"rank back, passes remain": {0, []step{{900, 0, true}, {0, 10, true}, {66, 0, true}}},
	} {
		d, _ := onDisk(t, storetest.New())
		d.SetProfile(library.Profile{Process: d.Space.Latest(), Profession: "MEDICINA", Modality: "remunerada", Rank: 66, PassesAhead: tt.own})
		for i, s := range tt.steps {
			if s.rank > 0 {
				d.LookFrom(s.rank)
			} else {
				d.LookWithPasses(s.passes)
			}
			if _, simulated := d.Look(); simulated != s.want {
				t.Errorf("%s, step %d: simulated %v", name, i, simulated)
			}
		}
	}
}

// Who has no rank yet and looks from one sees the best chances first, on every face.
func TestAnOrderNobodyChoseFollowsTheLook(t *testing.T) {
	d, _ := onDisk(t, storetest.New())
	d.SetProfile(library.Profile{Process: d.Space.Latest(), Profession: "MEDICINA", Modality: "remunerada"})
	if got := d.UsualOrder(); !slices.Equal(got, catalog.DefaultOrder(false)) {
		t.Errorf("without a rank: %v", got)
	}
	d.LookFrom(120)
	if got := d.UsualOrder(); !slices.Equal(got, catalog.DefaultOrder(true)) {
		t.Errorf("from a rank: %v", got)
	}
}

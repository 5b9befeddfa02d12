package session_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/demo/demotest"
	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/planner/catalog"
	"brujula/planner/session"
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

// What bears on a profession is read when it is looked at. Where the cache was taken
// away meanwhile the model is fitted again, and the chances are what they were.
func TestChancesSurviveTheLossOfTheCache(t *testing.T) {
	disk := storetest.New()
	lib, err := library.Open("/biblioteca", library.WithFS(disk))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Commit(t.Context(), demotest.Items()); err != nil {
		t.Fatal(err)
	}
	chancesOf := func(d *session.Session, profession string) map[data.PlazaID]float64 {
		settle(d, d.SetProfile(library.Profile{Process: d.Space.Latest(), Profession: profession, Modality: "remunerada", Rank: 20}))
		out := map[data.PlazaID]float64{}
		for row := range d.Space.Catalog.Len() {
			if e, ok := d.Est.Of(d.Space, row); ok && e.Known {
				out[d.Space.Catalog.Plaza(row).PlazaID] = e.Chance
			}
		}
		return out
	}
	first, _ := reopen(t, disk)
	settle(first, first.Start())
	want := chancesOf(first, "ENFERMERIA")
	if len(want) == 0 {
		t.Fatal("no chances of ENFERMERIA")
	}
	second, _ := reopen(t, disk)
	settle(second, second.Start())
	for _, other := range []string{"MEDICINA", "OBSTETRICIA"} { // which stay open, and ENFERMERIA does not
		chancesOf(second, other)
	}
	gone := 0
	for name := range disk.Files() {
		if strings.Contains(name, "/cache/") {
			gone++
			if err := disk.Remove(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	if gone == 0 {
		t.Fatal("nothing was cached")
	}
	tried := workspace.Look{Process: second.Space.Latest(), Profession: "ENFERMERIA", Rank: 20, Passes: workspace.UsualPasses}
	if got := second.Space.ProspectOf(second.Space.Forecast(second.Model, tried.Process, tried.Profession), tried, data.Remunerada); got.Known {
		t.Errorf("told of what cannot be read: %+v", got)
	}
	if diff := cmp.Diff(want, chancesOf(second, "ENFERMERIA")); diff != "" {
		t.Error(diff)
	}
}

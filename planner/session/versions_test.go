package session_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// onDemo is a session on the demonstration.
func onDemo(home string) *session.Session {
	facts := rules.Default()
	d, _ := session.New(context.Background(), session.Options{
		Facts: facts, Space: workspace.LoadDemo(facts), Now: time.Now,
		Folders: session.Folders{Home: home},
	})
	d.Start()
	return d
}

func names(t *testing.T, d *session.Session) string {
	t.Helper()
	var all []string
	for _, p := range only(d.Versions(1)).(session.VersionsListed).Plans {
		all = append(all, p.Name)
	}
	return strings.Join(all, " ")
}

func says(said []session.Answer, text string) bool {
	return slices.ContainsFunc(said, func(m session.Answer) bool {
		n, ok := m.(session.Notice)
		return ok && strings.Contains(n.Text, text)
	})
}

// Nothing is deleted before the question is answered, in the demonstration
// either.
func TestNothingIsDroppedBeforeTheAnswer(t *testing.T) {
	d := onDemo("")
	settle(d, d.CopyPlan("B"))
	yes := d.DropPlan("A")
	if got := names(t, d); got != "A B" {
		t.Fatalf("before the answer: %s", got)
	}
	settle(d, yes)
	if got := names(t, d); got != "B" {
		t.Errorf("after it: %s", got)
	}
}

// Opening a plan twice keeps what was changed between.
func TestOpeningTwiceKeepsChanges(t *testing.T) {
	disk := storetest.New()
	before, lib := onDisk(t, disk)
	settle(before, before.CopyPlan("B"))
	settle(before, before.OpenPlan("A"))
	before.Close()
	d, _ := onDisk(t, disk)
	settle(d, d.OpenPlan("A"))
	if d.Plan().Name != "A" {
		t.Fatalf("starts with %s", d.Plan().Name)
	}
	ids := plazas(d, 2)
	opened := only(d.OpenPlan("B")) // twice on its way from the disk
	again := only(d.OpenPlan("B"))
	settle(d, answer(opened))
	settle(d, d.ToggleStar(ids[0]))
	settle(d, answer(again))
	if got := len(d.Plan().Entries); got != 1 {
		t.Errorf("%d lines on the screen, want 1", got)
	}
	settle(d, d.OpenPlan("A"))
	settle(d, answer(again))
	settle(d, d.ToggleStar(ids[1]))
	if got := stored(t, lib, "B"); d.Plan().Name != "B" || got != 2 {
		t.Errorf("%s on the screen, %d lines stored, want B and 2", d.Plan().Name, got)
	}
}

// A change made during a renaming is saved though another plan was opened
// before the renaming ended.
func TestARenamingKeepsWhatWaits(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	ids := plazas(d, 2)
	settle(d, d.ToggleStar(ids[0]))
	settle(d, d.CopyPlan("B"))
	renaming := d.RenamePlan("Sierra")
	adding := d.ToggleStar(ids[1])
	settle(d, adding, d.OpenPlan("A"))
	settle(d, renaming)
	if got := stored(t, lib, "Sierra"); got != 2 {
		t.Errorf("Sierra has %d lines, want 2", got)
	}
}

// "~/" is the home folder that jobs gave, not that of the environment.
func TestExportGoesToTheGivenHome(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", t.TempDir())
	d := onDemo(home)
	settle(d, d.ToggleStar(plazas(d, 1)[0]))
	said := settle(d, d.ExportPlan(session.ExportTo{File: "~/plan.csv"}))
	if _, err := os.Stat(filepath.Join(home, "plan.csv")); err != nil {
		t.Errorf("%v; %+v", err, said)
	}
	lost := onDemo("")
	done := settle(lost, lost.ExportPlan(session.ExportTo{File: "~/plan.csv"}))
	if len(done) != 1 || !strings.Contains(done[0].(session.Exported).Err.Error(), texts.NoHomeFolder) {
		t.Errorf("without a home: %+v", done)
	}
}

// Taking back and doing again are told apart.
func TestUndoAndRedoSayWhich(t *testing.T) {
	d := onDemo("")
	settle(d, d.ToggleStar(plazas(d, 1)[0]))
	if said := settle(d, d.Undo()); !says(said, "Deshecho: ") {
		t.Errorf("undo says %+v", said)
	}
	if said := settle(d, d.Redo()); !says(said, "Rehecho: ") {
		t.Errorf("redo says %+v", said)
	}
}

// What the profile's ranks become all versions follow, open here or not, but
// for a rank that did not come from the profile; undoing keeps the new ones.
func TestAllVersionsFollowTheProfilesRanks(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	id := plazas(d, 1)[0]
	p := library.Profile{Process: id.Process, Profession: id.Profession, Modality: id.Modality, Rank: 812, RankEquivalente: 40}
	settle(d, d.SetProfile(p))
	settle(d, d.ToggleStar(id))
	for _, name := range []string{"B", "C"} {
		settle(d, d.CopyPlan(name))
	}
	imported := plan.Plan{Name: "D", Ranks: map[data.Modality]int{data.Remunerada: 5}, Entries: []plan.Entry{{ID: id}}}
	if err := storage.SavePlan(lib, &imported); err != nil {
		t.Fatal(err)
	}
	d.Close()

	d, _ = reopen(t, disk) // now only C is open
	settle(d, d.Start())
	settle(d, d.OpenPlan("B"))
	check := func(when string, want map[data.Modality]int) {
		t.Helper()
		for _, name := range []string{"A", "B", "C", "D"} {
			want := want
			if name == "D" {
				want = map[data.Modality]int{data.Remunerada: 5}
			}
			if diff := cmp.Diff(want, ranksOf(t, lib, name)); diff != "" {
				t.Errorf("%s, plan %s (-want +got):\n%s", when, name, diff)
			}
		}
	}
	check("at first", map[data.Modality]int{data.Remunerada: 812, data.Equivalente: 40})
	p.Rank = 900
	settle(d, d.SetProfile(p))
	check("another rank", map[data.Modality]int{data.Remunerada: 900, data.Equivalente: 40})
	p.Rank, p.RankEquivalente = 0, 0
	settle(d, d.SetProfile(p))
	check("no rank", map[data.Modality]int{})
	p.Rank = 700
	settle(d, d.SetProfile(p))
	settle(d, d.ToggleStar(plazas(d, 2)[1]))
	if e, _, _ := storage.OpenPlan(lib, "B"); e.Plan().Ranks[data.Remunerada] != 700 {
		t.Errorf("the plan on the screen has %v", e.Plan().Ranks)
	}
}

// A rank that is cleared while a save runs, and the program ended before
// anything else, is cleared in all versions all the same.
func TestRanksFollowToTheEnd(t *testing.T) {
	d, lib, p := twoVersions(t, storetest.New())
	settle(d, d.Start())
	d.ToggleStar(plazas(d, 2)[1]) // its save is never run
	p.Rank = 0
	d.SetProfile(p)
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"A", "B"} {
		if ranks := ranksOf(t, lib, name); len(ranks) > 0 {
			t.Errorf("plan %s has %v", name, ranks)
		}
	}
}

// twoVersions returns a session just begun with the versions A and B on the disk, of
// which B is open, and the profile that they were made with, of rank 812.
func twoVersions(t *testing.T, disk *storetest.Mem) (*session.Session, *library.Library, library.Profile) {
	t.Helper()
	d, lib := onDisk(t, disk)
	id := plazas(d, 1)[0]
	p := library.Profile{Process: id.Process, Profession: id.Profession, Modality: id.Modality, Rank: 812}
	settle(d, d.SetProfile(p))
	settle(d, d.ToggleStar(id))
	settle(d, d.CopyPlan("B"))
	d.Close()
	d, _ = reopen(t, disk)
	return d, lib, p
}

// ranksOf returns the ranks of a plan on the disk.
func ranksOf(t *testing.T, lib *library.Library, name string) map[data.Modality]int {
	t.Helper()
	e, _, err := storage.OpenPlan(lib, name)
	if err != nil {
		t.Fatal(err)
	}
	return e.Plan().Ranks
}

// A plan that is taken away while it is being saved does not come back, nor does
// one that waits to be saved.
func TestAPlanDroppedDuringItsSaveStaysAway(t *testing.T) {
	for _, waits := range []bool{false, true} {
		d, lib := onDisk(t, storetest.New())
		ids := plazas(d, 3)
		settle(d, d.ToggleStar(ids[0]))
		settle(d, d.CopyPlan("B"))
		saving := []session.Jobs{d.ToggleStar(ids[1])} // of B, not run yet
		if waits {
			saving = append(saving, d.ToggleStar(ids[2]))
		}
		settle(d, d.OpenPlan("A"))
		said := settle(d, d.DropPlan("B"))
		if says(said, texts.PlanDropped("B")) {
			t.Fatal("told before the save has ended")
		}
		said = settle(d, saving...)
		if !says(said, texts.PlanDropped("B")) || storage.HasPlan(lib, "B") || d.Saving() {
			t.Errorf("waits %v: B is there: %v, saving %v, said %+v", waits, storage.HasPlan(lib, "B"), d.Saving(), said)
		}
	}
}

// A plan that is opened while it is being taken away stays, on the disk too.
func TestAPlanOpenedWhileItIsDroppedStays(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	settle(d, d.ToggleStar(plazas(d, 1)[0]))
	settle(d, d.CopyPlan("B"))
	settle(d, d.OpenPlan("A"))
	dropping, _ := d.Receive(only(d.DropPlan("B")))
	settle(d, d.OpenPlan("B"))
	said := settle(d, dropping)
	if !says(said, texts.PlanInUse) || stored(t, lib, "B") != 1 || d.Plan().Name != "B" {
		t.Errorf("%+v, %d lines", said, stored(t, lib, "B"))
	}
}

package session_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/planner/storage"
)

// onDisk is a session on a library in a file system that can be made to fail.
func onDisk(t *testing.T, disk *storetest.Mem) (*session.Session, *library.Library) {
	t.Helper()
	lib, err := library.Open("/biblioteca", library.WithFS(disk))
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Lists()) == 0 {
		offers, _ := demo.Lists()
		if _, err := lib.Commit(context.Background(), []library.Item{{Info: demo.Infos()[0], Offer: offers[0]}}); err != nil {
			t.Fatal(err)
		}
	}
	space, err := storage.Load(context.Background(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	d, _ := session.New(context.Background(), session.Options{
		Lib: lib, Facts: rules.Default(), Space: space, Now: time.Now,
	})
	t.Cleanup(d.Close)
	return d, lib
}

// settle runs jobs and all that follow from them, as the program would, and
// gives the answers that are not for the session.
func settle(d *session.Session, jobs ...session.Jobs) []session.Answer {
	var left []session.Answer
	carryOut(d, func(a session.Answer) session.Jobs {
		next, ok := d.Receive(a)
		if !ok {
			left = append(left, a)
		}
		return next
	}, jobs...)
	return left
}

// carryOut runs jobs, and what take makes of their answers and of what is posted.
func carryOut(d *session.Session, take func(session.Answer) session.Jobs, jobs ...session.Jobs) {
	todo := slices.Concat(jobs...)
	for {
		for _, a := range d.Posted() {
			todo = append(todo, answer(a)...)
		}
		if len(todo) == 0 {
			return
		}
		a := todo[0]()
		if todo = todo[1:]; a != nil {
			todo = append(todo, take(a)...)
		}
	}
}

func plazas(d *session.Session, n int) []data.PlazaID {
	var ids []data.PlazaID
	for row := range n {
		ids = append(ids, d.Space.Catalog.Plaza(row).PlazaID)
	}
	return ids
}

func stored(t *testing.T, lib *library.Library, name string) int {
	t.Helper()
	e, _, err := storage.OpenPlan(lib, name)
	if err != nil {
		t.Fatal(err)
	}
	return len(e.Plan().Entries)
}

// Changes that come while a save runs are saved after it, in their order.
func TestSavesFollowEachOther(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	var held []session.Jobs
	for _, id := range plazas(d, 5) {
		held = append(held, d.ToggleStar(id)) // nothing runs yet
	}
	settle(d, held...)
	if got := stored(t, lib, "A"); got != 5 || d.Saving() || d.Unsaved() != "" {
		t.Errorf("%d lines stored, saving %v, unsaved %q", got, d.Saving(), d.Unsaved())
	}
}

// What is told is on the disk: "agregada" comes after the save, not before it.
func TestAChangeIsToldOnceItIsOnTheDisk(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	jobs := d.ToggleStar(plazas(d, 1)[0])
	told := func(m session.Answer) bool { n, ok := m.(session.Notice); return ok && n.Severity == session.Success }
	saved := only(jobs)
	if told(saved) {
		t.Fatalf("told before it was saved: %+v", saved)
	}
	saving := answer(saved)
	if n := stored(t, lib, "A"); n != 1 {
		t.Fatalf("%d lines are stored", n)
	}
	if said := settle(d, saving); !slices.ContainsFunc(said, told) {
		t.Errorf("never told: %+v", said)
	}
}

// Weights that the disk refuses are not said to be kept.
func TestWeightsAreToldOnceTheyAreOnTheDisk(t *testing.T) {
	disk := storetest.New()
	d, _ := onDisk(t, disk)
	settle(d, d.ToggleStar(plazas(d, 1)[0]))
	done := func(m session.Answer) bool { n, ok := m.(session.Notice); return ok && n.Severity == session.Success }
	if said := settle(d, d.SetWeights(plan.Weights{plan.ByRegion: 4})); !slices.ContainsFunc(said, done) {
		t.Errorf("never told: %+v", said)
	}
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
	if said := settle(d, d.SetWeights(plan.Weights{plan.ByPoints: 9})); slices.ContainsFunc(said, done) {
		t.Errorf("told and not stored: %+v", said)
	}
}

// A full disk loses nothing: it is said, tried again, and asked before leaving.
func TestAFullDiskIsSaidAndAskedAbout(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	ids := plazas(d, 3)
	settle(d, d.ToggleStar(ids[0]))
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
	said := settle(d, d.ToggleStar(ids[1]))
	if !slices.ContainsFunc(said, func(m session.Answer) bool {
		n, ok := m.(session.Notice)
		return ok && n.Severity == session.Error && strings.Contains(n.Text, "NO se guardó")
	}) || d.Unsaved() == "" {
		t.Fatalf("not said: %+v, unsaved %q", said, d.Unsaved())
	}

	asked := settle(d, d.Leave())
	if !slices.ContainsFunc(asked, func(m session.Answer) bool { _, ok := m.(session.Question); return ok }) {
		t.Fatalf("leaves without a question: %+v", asked)
	}

	disk.Heal()
	left := settle(d, d.Leave())
	if len(left) != 1 || left[0] != (session.Quit{}) {
		t.Errorf("with room again: %+v", left)
	}
	if got := stored(t, lib, "A"); got != 2 {
		t.Errorf("%d lines stored, want 2", got)
	}
}

// Flush saves every plan of the window when no command runs any more.
func TestFlushSavesEveryVersion(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	ids := plazas(d, 3)
	settle(d, d.ToggleStar(ids[0]))
	settle(d, d.CopyPlan("B"))
	d.ToggleStar(ids[1]) // its save is never run
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	if a, b := stored(t, lib, "A"), stored(t, lib, "B"); a != 1 || b != 2 {
		t.Errorf("A has %d lines and B %d, want 1 and 2", a, b)
	}
}

// A change made while the renaming is on its way ends under the new name.
func TestAChangeDuringARenamingIsKept(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	ids := plazas(d, 3)
	settle(d, d.ToggleStar(ids[0]))
	renaming := d.RenamePlan("Sierra")
	adding := d.ToggleStar(ids[1])
	settle(d, renaming, adding)
	if storage.HasPlan(lib, "A") || stored(t, lib, "Sierra") != 2 || d.Plan().Name != "Sierra" {
		t.Errorf("A is there: %v; Sierra has %d lines", storage.HasPlan(lib, "A"), stored(t, lib, "Sierra"))
	}
}

// A second window is told, and cannot change anything.
func TestASecondWindowOnlyLooks(t *testing.T) {
	disk := storetest.New()
	first, lib := onDisk(t, disk)
	second, _ := onDisk(t, disk)
	settle(first, first.ToggleStar(plazas(first, 1)[0]))
	if second.Locked == "" {
		t.Skip("the file system of the test gives the lock twice")
	}
	for name, jobs := range map[string]session.Jobs{
		"star": second.ToggleStar(plazas(second, 2)[1]), "copy": second.CopyPlan("B"), "rename": second.RenamePlan("C"), "drop": second.DropPlan("D"),
		"move": second.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Add(plazas(second, 3), -1) }),
	} {
		if said := settle(second, jobs); len(said) != 1 || said[0].(session.Notice).Severity != session.Warning {
			t.Errorf("%s in a second window: %+v", name, said)
		}
	}
	if got := stored(t, lib, "A"); got != 1 {
		t.Errorf("%d lines stored, want those of the first window", got)
	}
}

// Two profiles one after the other end on the disk as the second, and leaving
// waits for it.
func TestLeavingWaitsForTheProfile(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	p := d.Profile
	p.Profession, p.Modality, p.Rank = "MEDICINA", data.Remunerada, 10
	first := d.SetProfile(p)
	p.Rank = 20
	second := d.SetProfile(p)
	left := settle(d, d.Leave())
	if slices.Contains(left, session.Answer(session.Quit{})) {
		t.Fatal("leaves while the profile is being saved")
	}
	left = settle(d, second, first)
	if stored, err := lib.Profile(); err != nil || stored.Rank != 20 {
		t.Errorf("stored %+v, %v", stored, err)
	}
	if !slices.Contains(left, session.Answer(session.Quit{})) {
		t.Errorf("does not leave: %+v", left)
	}
}

// A profile whose save never ran is saved at the end of the program.
func TestFlushSavesTheProfile(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	p := d.Profile
	p.Profession, p.Modality, p.Rank = "MEDICINA", data.Remunerada, 10
	d.SetProfile(p)
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	if stored, err := lib.Profile(); err != nil || stored.Rank != 10 {
		t.Errorf("stored %+v, %v", stored, err)
	}
}

// A profile that the disk refuses is asked about before leaving.
func TestAnUnsavedProfileIsAskedAbout(t *testing.T) {
	disk := storetest.New()
	d, _ := onDisk(t, disk)
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
	settle(d, d.SetProfile(library.Profile{Process: d.Profile.Process, Profession: "MEDICINA", Modality: data.Remunerada, Rank: 10}))
	asked := settle(d, d.Leave())
	if !slices.ContainsFunc(asked, func(m session.Answer) bool {
		c, ok := m.(session.Question)
		return ok && strings.Contains(c.Text, "perfil")
	}) {
		t.Errorf("leaves without a question: %+v", asked)
	}
}

// The plan on the disk has the ranks of the profile of its line.
func TestThePlanKeepsTheRanks(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	id := plazas(d, 1)[0]
	ranks := func() map[data.Modality]int {
		e, _, err := storage.OpenPlan(lib, "A")
		if err != nil {
			t.Fatal(err)
		}
		return e.Plan().Ranks
	}
	settle(d, d.ToggleStar(id))
	p := library.Profile{Process: id.Process, Profession: id.Profession, Modality: id.Modality, Rank: 812, RankEquivalente: 40}
	settle(d, d.SetProfile(p))
	want := map[data.Modality]int{data.Remunerada: 812, data.Equivalente: 40}
	if diff := cmp.Diff(want, ranks()); diff != "" {
		t.Error(diff)
	}
	p.Profession, p.Rank = "OTRA", 5
	settle(d, d.SetProfile(p))
	settle(d, d.ToggleStar(plazas(d, 2)[1]))
	if diff := cmp.Diff(want, ranks()); diff != "" {
		t.Errorf("of another profession: %s", diff)
	}
}

// A profile that was damaged is restored, and that is said.
func TestADamagedProfileIsRestoredAndSaid(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	for _, rank := range []int{7, 8} {
		if err := lib.SaveProfile(library.Profile{Process: d.Profile.Process, Profession: "MEDICINA", Modality: data.Remunerada, Rank: rank}); err != nil {
			t.Fatal(err)
		}
	}
	d.Close()
	disk.Set("/biblioteca/perfil.json", "{")
	again, notices := reopen(t, disk)
	if again.Profile.Rank != 7 || !strings.Contains(strings.Join(notices, " "), "perfil.json estaba dañado") {
		t.Errorf("%+v %q", again.Profile, notices)
	}
}

// A folder that cannot be written is said at the start; the plan can be looked
// at, and a change is refused with the reason rather than lost later.
func TestAReadOnlyFolderIsSaid(t *testing.T) {
	disk := storetest.New()
	d, _ := onDisk(t, disk)
	settle(d, d.ToggleStar(plazas(d, 1)[0]))
	d.Close()
	disk.FailFrom(1, storetest.ErrReadOnly, storetest.OpMkdir, storetest.OpCreate, storetest.OpAppend, storetest.OpWrite, storetest.OpSync, storetest.OpLock, storetest.OpRename)
	again, notices := reopen(t, disk)
	if len(again.Plan().Entries) != 1 || !strings.Contains(strings.Join(notices, " "), "esta ventana solo mira") {
		t.Fatalf("%d lines, %q", len(again.Plan().Entries), notices)
	}
	said := settle(again, again.ToggleStar(plazas(again, 2)[1]))
	if n, ok := said[0].(session.Notice); !ok || n.Severity != session.Warning || len(again.Plan().Entries) != 1 {
		t.Errorf("%+v", said)
	}
}

// reopen starts the planner again on a disk, with what it tells.
func reopen(t *testing.T, disk *storetest.Mem) (*session.Session, []string) {
	t.Helper()
	lib, err := library.Open("/biblioteca", library.WithFS(disk))
	if err != nil {
		t.Fatal(err)
	}
	space, err := storage.Load(context.Background(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	d, notices := session.New(context.Background(), session.Options{
		Lib: lib, Facts: rules.Default(), Space: space, Now: time.Now,
	})
	t.Cleanup(d.Close)
	return d, notices
}

// A command that the end of the program overtakes writes nothing older over what
// Flush has saved: plan, profile, a copy under another name.
func TestALateCommandWritesNothing(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	ids := plazas(d, 3)
	late := []session.Jobs{d.ToggleStar(ids[0]), d.SetProfile(ranked(d, 10))}
	d.ToggleStar(ids[1])
	d.SetProfile(ranked(d, 20))
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	check := func(when string) {
		t.Helper()
		if p, err := lib.Profile(); stored(t, lib, "A") != 2 || err != nil || p.Rank != 20 {
			t.Errorf("%s: %d lines, %+v, %v", when, stored(t, lib, "A"), p, err)
		}
	}
	check("flushed")
	for _, jobs := range late {
		runAll(jobs)
	}
	check("after the late commands")
}

// runAll runs jobs that nobody takes the answers of.
func runAll(jobs session.Jobs) {
	for _, job := range jobs {
		job()
	}
}

// What is on its way when the program ends is carried to its end: a renaming, a
// plan that is taken away.
func TestFlushEndsWhatRuns(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	ids := plazas(d, 2)
	settle(d, d.ToggleStar(ids[0]))
	settle(d, d.CopyPlan("B"))
	settle(d, d.OpenPlan("A"))
	renaming := d.RenamePlan("Sierra")
	d.ToggleStar(ids[1])
	dropping, _ := d.Receive(only(d.DropPlan("B")))
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	runAll(renaming)
	runAll(dropping)
	for name, there := range map[string]bool{"A": false, "B": false, "Sierra": true} {
		if storage.HasPlan(lib, name) != there {
			t.Errorf("%s is there: %v", name, !there)
		}
	}
	if got := stored(t, lib, "Sierra"); got != 2 {
		t.Errorf("%d lines", got)
	}
}

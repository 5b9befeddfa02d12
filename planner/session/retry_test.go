package session_test

import (
	"slices"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/storage"
)

func fill(disk *storetest.Mem) {
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
}

// timersOf returns the timers among what was left of settling.
func timersOf(said []session.Answer) (timers []session.Timer) {
	for _, m := range said {
		if timer, ok := m.(session.Timer); ok {
			timers = append(timers, timer)
		}
	}
	return timers
}

// noticesOf returns what is said of one severity.
func noticesOf(said []session.Answer, severity session.Severity) (all []string) {
	for _, m := range said {
		if n, ok := m.(session.Notice); ok && n.Severity == severity {
			all = append(all, n.Text)
		}
	}
	return all
}

// soleTimer lets the one timer that is asked for run out.
func soleTimer(t *testing.T, said []session.Answer) session.Jobs {
	t.Helper()
	timers := timersOf(said)
	if len(timers) != 1 || timers[0].After <= 0 {
		t.Fatalf("timers %+v", timers)
	}
	return answer(timers[0].Answer)
}

func ranked(d *session.Session, rank int) library.Profile {
	return library.Profile{Process: d.Profile.Process, Profession: "MEDICINA", Modality: data.Remunerada, Rank: rank}
}

// What the disk refuses is told once and tried again by one timer until there is
// room; that is told once too, and what was said before is taken back.
func TestTheSessionTriesAgainByItself(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	fill(disk)
	said := settle(d, d.ToggleStar(plazas(d, 1)[0]), d.SetProfile(ranked(d, 10)))
	failures := noticesOf(said, session.Error)
	if len(failures) != 2 {
		t.Fatalf("failures told: %q", failures)
	}
	for range 3 {
		said = settle(d, soleTimer(t, said))
		if told := slices.Concat(noticesOf(said, session.Error), noticesOf(said, session.Success)); len(told) != 0 {
			t.Fatalf("a further failure is told: %q", told)
		}
	}
	disk.Heal()
	said = settle(d, soleTimer(t, said))
	if told := noticesOf(said, session.Success); !slices.Equal(told, []string{texts.SavedAfterAll}) || len(timersOf(said)) != 0 {
		t.Errorf("told %q, timers %v", told, timersOf(said))
	}
	if !slices.ContainsFunc(said, func(m session.Answer) bool {
		w, ok := m.(session.Withdraw)
		return ok && slices.Equal(slices.Sorted(slices.Values(w.Texts)), slices.Sorted(slices.Values(failures)))
	}) {
		t.Errorf("%q were not taken back: %+v", failures, said)
	}
	if p, err := lib.Profile(); stored(t, lib, "A") != 1 || err != nil || p.Rank != 10 || d.Unsaved() != "" {
		t.Errorf("%d lines, profile %+v, %v", stored(t, lib, "A"), p, err)
	}
}

// A change that the user makes meanwhile is told when it is refused, as the first
// was, sets no second timer, and saves all once there is room; the timer then
// finds nothing to do.
func TestAChangeBetweenTheTriesIsTold(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	ids := plazas(d, 3)
	fill(disk)
	timer := soleTimer(t, settle(d, d.ToggleStar(ids[0])))
	said := settle(d, d.ToggleStar(ids[1]))
	if len(noticesOf(said, session.Error)) != 1 || len(timersOf(said)) != 0 {
		t.Fatalf("said %+v", said)
	}
	disk.Heal()
	told := noticesOf(settle(d, d.ToggleStar(ids[2])), session.Success)
	if len(told) != 2 || !strings.Contains(told[0]+told[1], texts.SavedAfterAll) {
		t.Errorf("told %q", told)
	}
	disk.Heal() // counts from here
	if said := settle(d, timer); len(said) != 0 && len(timersOf(said))+len(noticesOf(said, session.Success)) != 0 {
		t.Errorf("the timer said %+v", said)
	}
	if steps := disk.Steps(); len(steps) != 0 {
		t.Errorf("the timer wrote: %q", steps)
	}
	if got := stored(t, lib, "A"); got != 3 {
		t.Errorf("%d lines stored", got)
	}
}

// A change that comes while the further try runs is saved after it, and told.
func TestAChangeDuringATry(t *testing.T) {
	for _, room := range []bool{false, true} {
		disk := storetest.New()
		d, lib := onDisk(t, disk)
		ids := plazas(d, 2)
		fill(disk)
		try, _ := d.Receive(only(soleTimer(t, settle(d, d.ToggleStar(ids[0]))))) // its write has not begun
		change := d.ToggleStar(ids[1])
		if room {
			disk.Heal()
		}
		said := settle(d, try, change)
		failures, done := noticesOf(said, session.Error), strings.Join(noticesOf(said, session.Success), "\n")
		if room != strings.Contains(done, "agregada") || room == (len(failures) == 1) {
			t.Errorf("room %v: failures %q, done %q", room, failures, done)
		}
		if got := stored(t, lib, "A"); room && got != 2 {
			t.Errorf("%d lines stored", got)
		}
	}
}

// Acts are tried again too, those of a line that was left as well, and each
// reaches the disk once.
func TestActsAreTriedAgainByThemselves(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	fill(disk)
	a.run(a.pass(), a.pass())
	a.timeout()
	a.goTo(otherProfession)
	told := len(a.told)
	a.timeout()
	a.timeout()
	if len(a.told) != told {
		t.Errorf("further failures are told: %q", a.told[told:])
	}
	a.want("empezar")
	disk.Heal()
	a.timeout()
	a.want("empezar pasan pasan")
	if got := strings.Count(strings.Join(a.told, "\n"), texts.SavedAfterAll); got != 1 || a.timer != nil {
		t.Errorf("told %d times, timer %v", got, a.timer)
	}
	a.goTo(a.line.Profession)
	if s := a.d.Turn().State(); s.Turn != 3 || a.d.Turn().Unsaved() != 0 {
		t.Errorf("turn %d, %d unsaved", s.Turn, a.d.Turn().Unsaved())
	}
}

// While the log of a line is being read nothing is written to it by the way: the
// act that is then shown has all that the log has.
func TestNothingIsTriedWhileALogIsRead(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	fill(disk)
	a.run(a.pass())
	a.goTo(otherProfession)
	timer := a.timer
	if timer == nil {
		t.Fatal("no timer")
	}
	disk.Heal()
	reading := a.setLine(a.line.Profession) // its answer comes after the timer
	read := only(reading)
	a.timer = nil
	a.run(answer(timer))
	a.want("empezar")
	a.run(answer(read)) // and what is not in the log follows at once
	if a.timer != nil {
		t.Error("it waits for the timer")
	}
	a.want("empezar pasan")
	if s := a.d.Turn().State(); s.Turn != 2 || a.d.Turn().Unsaved() != 0 {
		t.Errorf("turn %d, %d unsaved", s.Turn, a.d.Turn().Unsaved())
	}
	a.run(a.pass())
	a.want("empezar pasan pasan")
}

// While the program ends the timer does nothing; where the user stays, it is set
// again.
func TestLeavingAndTheTimer(t *testing.T) {
	disk := storetest.New()
	d, lib := onDisk(t, disk)
	fill(disk)
	timer := soleTimer(t, settle(d, d.ToggleStar(plazas(d, 1)[0])))
	leaving := d.Leave()
	d.Posted()
	if jobs, _ := d.Receive(only(timer)); jobs != nil {
		t.Error("the timer tries again while the program ends")
	}
	said := settle(d, leaving)
	if !slices.ContainsFunc(said, func(m session.Answer) bool { _, ok := m.(session.Question); return ok }) {
		t.Fatalf("not asked: %+v", said)
	}
	disk.Heal()
	settle(d, soleTimer(t, said))
	if got := stored(t, lib, "A"); got != 1 {
		t.Errorf("%d lines stored", got)
	}
}

// A plan that the disk refused and the user took away is nothing to be saved.
func TestADroppedPlanIsNotSaidToBeSaved(t *testing.T) {
	disk := storetest.New()
	d, _ := onDisk(t, disk)
	ids := plazas(d, 2)
	settle(d, d.ToggleStar(ids[0]))
	settle(d, d.CopyPlan("B"))
	fill(disk)
	timer := soleTimer(t, settle(d, d.ToggleStar(ids[1])))
	disk.Heal()
	settle(d, d.OpenPlan("A"))
	settle(d, d.DropPlan("B"))
	if said := settle(d, timer); len(noticesOf(said, session.Success)) != 0 || len(timersOf(said)) != 0 {
		t.Errorf("said %+v", said)
	}
}

// timeout lets the timer of the session run out; there is one at most.
func (a *acting) timeout() {
	a.t.Helper()
	timer := a.timer
	if timer == nil {
		a.t.Fatal("no timer runs")
	}
	a.timer = nil
	a.run(answer(timer))
}

// Versions that are not open here follow a rank as soon as there is room, too.
func TestStoredVersionsFollowOnceThereIsRoom(t *testing.T) {
	disk := storetest.New()
	d, lib, p := twoVersions(t, disk)
	fill(disk)
	p.Rank = 700
	said := settle(d, d.SetProfile(p))
	if len(noticesOf(said, session.Error)) != 3 { // the profile, B, and A
		t.Fatalf("told %q", noticesOf(said, session.Error))
	}
	for range 2 {
		if said = settle(d, soleTimer(t, said)); len(noticesOf(said, session.Error)) != 0 {
			t.Fatalf("told again: %q", noticesOf(said, session.Error))
		}
	}
	disk.Heal()
	said = settle(d, soleTimer(t, said))
	if told := noticesOf(said, session.Success); !slices.Equal(told, []string{texts.SavedAfterAll}) || len(timersOf(said)) != 0 {
		t.Errorf("told %q, timers %v", told, timersOf(said))
	}
	for _, name := range []string{"A", "B"} {
		if got := ranksOf(t, lib, name)[data.Remunerada]; got != 700 {
			t.Errorf("%s has %d", name, got)
		}
	}
}

// A disk that fills up between two versions leaves one at the rank in between;
// it follows the next change all the same.
func TestVersionsFollowFromTheRankInBetween(t *testing.T) {
	inBetween := 0
	for step := 1; step <= 40; step++ {
		disk := storetest.New()
		d, lib, p := twoVersions(t, disk)
		third, _, err := storage.OpenPlan(lib, "A")
		if err != nil {
			t.Fatal(err)
		}
		c := third.Plan().Clone()
		c.Name = "C"
		if err := storage.SavePlan(d.Lib, &c); err != nil {
			t.Fatal(err)
		}
		disk.Heal() // counts steps from here
		disk.FailFrom(step, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
		var said []session.Answer
		for _, p.Rank = range []int{700, 650} {
			said = append(said, settle(d, d.SetProfile(p))...)
			if a, c := ranksOf(t, lib, "A")[data.Remunerada], ranksOf(t, lib, "C")[data.Remunerada]; a != c {
				inBetween++
			}
		}
		disk.Heal()
		if timers := timersOf(said); len(timers) > 0 {
			settle(d, answer(timers[len(timers)-1].Answer))
		}
		for _, name := range []string{"A", "B", "C"} {
			if got := ranksOf(t, lib, name)[data.Remunerada]; got != 650 {
				t.Errorf("the disk full from step %d on: %s has %d", step, name, got)
			}
		}
	}
	if inBetween == 0 {
		t.Error("no step left one version behind the other: the test shows nothing")
	}
}

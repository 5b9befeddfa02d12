package session_test

import (
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/planner/session"
	"brujula/planner/turn"
)

// acting is a session with an act in the first line of the made-up offer.
type acting struct {
	t    *testing.T
	d    *session.Session
	lib  *library.Library
	told []string
	line data.Line

	timer session.Answer // that was asked for last; nil when it has run out
}

func onAct(t *testing.T, disk *storetest.Mem) *acting {
	t.Helper()
	d, lib := onDisk(t, disk)
	a := &acting{t: t, d: d, lib: lib, line: demo.Example().Line}
	a.goTo(a.line.Profession)
	a.run(a.d.Turn().Do(turn.Event{Kind: turn.Start, Line: a.line, Rank: 50, N: 1}))
	return a
}

// run does what a command and those that follow from it ask, and keeps what is
// said and asked.
func (a *acting) run(jobs ...session.Jobs) (asked, quit bool) {
	a.t.Helper()
	carryOut(a.d, func(one session.Answer) session.Jobs {
		switch m := one.(type) {
		case session.Quit:
			quit = true
		case session.Question:
			asked = true
			a.told = append(a.told, m.Text)
		case session.Notice:
			a.told = append(a.told, m.Text)
		case session.Timer:
			if a.timer != nil {
				a.t.Errorf("a second timer, %+v, beside %+v", m, a.timer)
			}
			a.timer = m.Answer
		default:
			next, _ := a.d.Receive(m)
			return next
		}
		return nil
	}, jobs...)
	return asked, quit
}

func (a *acting) setLine(profession string) session.Jobs {
	a.d.Profile.Process, a.d.Profile.Profession, a.d.Profile.Modality = a.line.Process, profession, a.line.Modality
	return a.d.Turn().Open()
}

func (a *acting) goTo(profession string) { a.t.Helper(); a.run(a.setLine(profession)) }

func (a *acting) pass() session.Jobs { return a.d.Turn().Do(turn.Event{Kind: turn.Pass, N: 1}) }

func (a *acting) want(kinds string) {
	a.t.Helper()
	r, err := turn.Read(a.lib, a.line)
	if err != nil {
		a.t.Fatal(err)
	}
	var words []string
	for _, e := range r.Events {
		words = append(words, string(e.Kind))
	}
	if got := strings.Join(words, " "); got != kinds {
		a.t.Errorf("on the disk: %q, want %q", got, kinds)
	}
}

func (a *acting) wantTold(part string) {
	a.t.Helper()
	if !strings.Contains(strings.Join(a.told, "\n"), part) {
		a.t.Errorf("%q was not said: %q", part, a.told)
	}
}

const otherProfession = "ENFERMERIA"

// What waits when the line is left is written, and no log stays open: the lock
// is free once the session gives its own back.
func TestALineThatIsLeftIsWrittenToItsEnd(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	first, second, third := a.pass(), a.pass(), a.pass() // one runs, two wait
	leaving := a.setLine(otherProfession)
	a.run(leaving, first, second, third)
	a.want("empezar pasan pasan pasan")
	if !a.d.Turn().Ready() || a.d.Turn().State().Started {
		t.Errorf("the other line: ready %v, %+v", a.d.Turn().Ready(), a.d.Turn().State())
	}
	a.goTo(a.line.Profession)
	if s := a.d.Turn().State(); s.Turn != 4 {
		t.Errorf("turn %d", s.Turn)
	}
	a.goTo(otherProfession)
	a.d.Close()
	again, err := library.Open("/biblioteca", library.WithFS(disk))
	if err != nil {
		t.Fatal(err)
	}
	release, err := again.Lock()
	if err != nil {
		t.Fatalf("a log was left open: %v", err)
	}
	release()
}

// What the disk refuses for a line that is left is said, counts again when one
// comes back to it, and reaches the disk with the next act.
func TestUnsavedActsOutliveAnotherLine(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite)
	a.run(a.pass())
	a.goTo(otherProfession)
	a.wantTold("SIN REGISTRAR: ")
	a.wantTold("lo intentará otra vez por sí solo")
	a.want("empezar")
	a.goTo(a.line.Profession)
	if _, unsaved := a.d.Turn().History(); unsaved != 1 || a.d.Turn().State().Turn != 2 {
		t.Fatalf("%d unsaved, turn %d", unsaved, a.d.Turn().State().Turn)
	}
	disk.Heal()
	a.run(a.pass())
	a.want("empezar pasan pasan")
}

// A write for a line that was left fails: it is told all the same.
func TestAnErrorOfALineThatWasLeftIsTold(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	running := a.pass()
	leaving := a.setLine(otherProfession)
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite)
	a.run(leaving, running)
	a.wantTold("SIN REGISTRAR: ")
	disk.Heal()
	a.goTo(a.line.Profession)
	a.run(a.pass())
	a.want("empezar pasan pasan")
}

// The end of the program waits for the write that runs.
func TestLeavingWaitsForTheAct(t *testing.T) {
	a := onAct(t, storetest.New())
	running := a.pass()
	_ = a.pass()
	if asked, quit := a.run(a.d.Leave()); asked || quit {
		t.Fatalf("left in the midst of a write: asked %v, quit %v", asked, quit)
	}
	if asked, quit := a.run(running); asked || !quit {
		t.Errorf("asked %v, quit %v", asked, quit)
	}
	a.want("empezar pasan pasan")
}

// Leaving waits for the log to be read where acts wait for that, and for what
// comes of them; one that is refused then keeps nobody.
func TestLeavingWaitsForTheLog(t *testing.T) {
	for _, c := range []struct {
		profession string
		want       string // on the disk, of the line of the act
	}{
		{demo.Example().Line.Profession, "empezar pasan"},
		{"TRABAJO SOCIAL", "empezar"}, // where no act was begun
	} {
		a := onAct(t, storetest.New())
		a.goTo(otherProfession)
		opening := a.setLine(c.profession)
		_ = a.pass()
		if asked, quit := a.run(a.d.Leave()); asked || quit {
			t.Fatalf("%s: left before the log was read: asked %v, quit %v", c.profession, asked, quit)
		}
		if asked, quit := a.run(opening); asked || !quit {
			t.Errorf("%s: asked %v, quit %v", c.profession, asked, quit)
		}
		a.want(c.want)
	}
}

// Acts that are not on the disk are tried once more, and asked about.
func TestLeavingAsksAboutUnsavedActs(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite)
	a.run(a.pass(), nil)
	if asked, quit := a.run(a.d.Leave()); !asked || quit {
		t.Fatalf("asked %v, quit %v", asked, quit)
	}
	a.wantTold("1 acto de Mi turno SIN REGISTRAR en el disco. ¿Salir y perder lo que falta?")
	disk.Heal()
	if asked, quit := a.run(a.d.Leave()); asked || !quit {
		t.Errorf("with room again: asked %v, quit %v", asked, quit)
	}
	a.want("empezar pasan")
}

// A signal ends the program between a key and its write.
func TestFlushWritesTheAct(t *testing.T) {
	for _, ran := range []bool{false, true} {
		a := onAct(t, storetest.New())
		running := a.pass()
		_ = a.pass()
		if ran {
			only(running) // its answer came too late
		}
		if err := a.d.Flush(); err != nil {
			t.Fatal(err)
		}
		only(running)
		a.want("empezar pasan pasan")
	}
}

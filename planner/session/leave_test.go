package session_test

import (
	"errors"
	"strings"
	"testing"

	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/turn"
)

// What cannot be saved at the end, by an error or by a fault, keeps nothing
// else from being saved.
func TestAFailingFlushStopsNoOther(t *testing.T) {
	a := onAct(t, storetest.New())
	saved := false
	session.Errand(a.d, func() error { return errors.New("no hay sitio") })
	session.Errand(a.d, func() error { panic("nil") })
	session.Errand(a.d, func() error { saved = true; return nil })
	_ = a.pass() // a write whose command never runs
	profile := a.d.Profile
	profile.Rank = 77
	_ = a.d.SetProfile(profile)
	err := a.d.Flush()
	if err == nil || !strings.Contains(err.Error(), "no hay sitio") || !strings.Contains(err.Error(), texts.SaveFault("nil")) {
		t.Errorf("%v", err)
	}
	if stored, _ := a.lib.Profile(); !saved || stored.Rank != 77 {
		t.Errorf("saved %v, profile %+v", saved, stored)
	}
	a.want("empezar pasan")
}

// Without a profile there is no line: an act is refused, and waits for no log
// that is never read.
func TestNoActWithoutAProfile(t *testing.T) {
	d, lib := onDisk(t, storetest.New())
	a := &acting{t: t, d: d, lib: lib, line: demo.Example().Line}
	d.Profile = library.Profile{Process: d.Profile.Process}
	a.run(a.d.Turn().Open(), a.d.Turn().Do(turn.Event{Kind: turn.Pass, N: 1}), a.d.Turn().Do(turn.Event{Kind: turn.Undo}))
	a.wantTold(texts.TurnNoProfile)
	if d.Writing() {
		t.Error("something waits for ever to be written")
	}
	if _, quit := a.run(d.Leave()); !quit {
		t.Error("the program does not end")
	}
	if err := d.Flush(); err != nil {
		t.Error(err)
	}
}

// An act that is meant for the line before is not done in the next one.
func TestAnActOfALineThatWasLeftIsRefused(t *testing.T) {
	a := onAct(t, storetest.New())
	a.d.Profile.Profession = otherProfession // and the screen has not followed yet
	a.run(a.pass())
	a.wantTold(texts.TurnNotReady)
	if a.d.Turn().Line().Profession != otherProfession {
		t.Errorf("the line is still %+v", a.d.Turn().Line())
	}
	a.want("empezar")
}

// Who asks a second time to leave while something is being written is asked
// whether to wait.
func TestLeavingTwiceAsks(t *testing.T) {
	a := onAct(t, storetest.New())
	_ = a.pass() // its write does not end
	if asked, quit := a.run(a.d.Leave()); asked || quit {
		t.Errorf("asked %v, quit %v", asked, quit)
	}
	if asked, _ := a.run(a.d.Leave()); !asked {
		t.Error("not asked")
	}
	a.wantTold(texts.LeaveWriting)
}

package session_test

import (
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/planner/session"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

// An act is followed from the start of a window on, before Mi turno is opened,
// and by the line alone that it is of.
func TestAnActIsFollowedFromTheStart(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	_, rows := a.d.Space.Catalog.Line(a.line)
	row := rows[0]
	id := a.d.Space.Catalog.Plaza(row).PlazaID
	for range a.d.Space.Catalog.Plaza(row).Seats {
		a.run(a.d.Turn().Do(turn.Event{Kind: turn.Cross, Renipress: id.Renipress, Late: true}))
	}
	profile := library.Profile{Process: a.line.Process, Profession: a.line.Profession, Modality: a.line.Modality, Rank: 50}
	if err := a.lib.SaveProfile(profile); err != nil {
		t.Fatal(err)
	}
	a.d.Close()

	d, _ := onDisk(t, disk)
	settle(d, d.Start())
	live := d.Est.Following(a.line.Modality)
	if live == nil || live.Turn != 1 || live.Rank != 50 || live.Told == 0 || d.Fate(id) != workspace.FateGone {
		t.Fatalf("follows %+v, gone %v", live, d.Fate(id))
	}
	if act, ok := d.ActText(a.line.Modality); !ok || act.Ahead != 49 {
		t.Errorf("told as %+v", act)
	}
	profile.Profession = otherProfession
	settle(d, d.SetProfile(profile))
	if d.Est.Following(a.line.Modality) != nil {
		t.Error("the act of another profession is followed")
	}
	profile.Profession, profile.Modality = a.line.Profession, data.Equivalente
	settle(d, d.SetProfile(profile))
	if d.Est.Following(data.Remunerada) == nil || d.Est.Following(data.Equivalente) != nil {
		t.Error("the plan's remunerated lines do not follow their act")
	}
}

// Undoing is none of the acts that the history shows: of two events that are
// not on the disk it has one.
func TestUndoingIsNotCountedAsAnAct(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite)
	a.run(a.pass())
	a.run(a.d.Turn().Do(turn.Event{Kind: turn.Undo}))
	history, unsaved := a.d.Turn().History()
	if len(history) != 2 || unsaved != 1 || a.d.Turn().Unsaved() != 2 {
		t.Errorf("%d acts, %d of them not on the disk, %d events not on the disk", len(history), unsaved, a.d.Turn().Unsaved())
	}
	disk.Heal()
	a.run(a.pass())
	if a.d.Turn().Unsaved() != 0 {
		t.Errorf("%d events not on the disk", a.d.Turn().Unsaved())
	}
}

// An act whose log another program took away is told at the start and where the act
// is followed, and is no act at its start in silence; it goes on, and is told no more.
func TestALogThatIsGoneIsTold(t *testing.T) {
	disk := storetest.New()
	a := onAct(t, disk)
	a.run(a.pass(), a.pass())
	profile := library.Profile{Process: a.line.Process, Profession: a.line.Profession, Modality: a.line.Modality, Rank: 50}
	if err := a.lib.SaveProfile(profile); err != nil {
		t.Fatal(err)
	}
	a.d.Close()
	for path := range disk.Files() {
		if strings.HasSuffix(path, ".jsonl") {
			if err := disk.Remove(path); err != nil {
				t.Fatal(err)
			}
		}
	}

	missing := func(d *session.Session, jobs session.Jobs) (told int) {
		for _, m := range settle(d, jobs) {
			if n, ok := m.(session.Notice); ok && n.Severity == session.Warning && strings.Contains(n.Text, "faltan al menos 3 actos") {
				told++
			}
		}
		return told
	}
	d, lib := onDisk(t, disk)
	if told := missing(d, d.Start()); told != 1 {
		t.Errorf("told %d times at the start", told)
	}
	if told := missing(d, d.SetProfile(profile)); told != 0 {
		t.Error("told again in the same window")
	}
	b := &acting{t: t, d: d, lib: lib, line: a.line}
	b.goTo(a.line.Profession)
	b.wantTold("faltan al menos 3 actos")
	b.run(b.d.Turn().Do(turn.Event{Kind: turn.Start, Line: a.line, Rank: 50, N: 1}))
	b.want("empezar")
	d.Close()

	d, _ = onDisk(t, disk)
	if told := missing(d, d.Start()); told != 0 {
		t.Error("told after the act went on")
	}
}

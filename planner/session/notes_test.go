package session_test

import (
	"testing"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/demo/demotest"
	"brujula/data/library"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/planner/storage"
)

// own makes a session on a library that holds the made-up offers; items gives them
// again, to be imported once more.
func own(t *testing.T) (d *session.Session, items []library.Item) {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	items = demotest.Offers()
	if _, err := lib.Commit(t.Context(), items); err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Process: demo.Current, Profession: "MEDICINA", Modality: data.Remunerada, Rank: 66}); err != nil {
		t.Fatal(err)
	}
	facts := rules.Default()
	space, err := storage.Load(t.Context(), lib, facts)
	if err != nil {
		t.Fatal(err)
	}
	d, _ = session.New(t.Context(), session.Options{
		Lib: lib, Facts: facts, Space: space,
		Now: func() time.Time { return time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC) },
	})
	t.Cleanup(d.Close)
	settle(d, d.Start())
	return d, items
}

func report(t *testing.T, d *session.Session, text string) (n notes.Note, store session.Jobs) {
	t.Helper()
	code := d.Space.Catalog.Plaza(0).Renipress
	n, faults := notes.New(code, "acceso", text, "serumista", "2025")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return n, d.AddNote(n, "POSTA")
}

// A report is in view at once, whatever else was being stored or loaded when it
// was written, and whichever of the two ended first.
func TestNotesOutliveALoad(t *testing.T) {
	for name, order := range map[string]func(d *session.Session, note, load session.Jobs) []session.Answer{
		"note last": func(d *session.Session, note, load session.Jobs) []session.Answer {
			loaded, noted := only(load), only(note)
			return append(settle(d, answer(loaded)), settle(d, answer(noted))...)
		},
		"note first": func(d *session.Session, note, load session.Jobs) []session.Answer {
			loaded, noted := only(load), only(note)
			return append(settle(d, answer(noted)), settle(d, answer(loaded))...)
		},
	} {
		t.Run(name, func(t *testing.T) {
			d, items := own(t)
			n, store := report(t, d, "Cuatro horas a pie")
			said := order(d, store, d.Import(items))
			if d.Space.Reports.Count(n.Renipress) != 1 || !says(said, "Nota guardada: POSTA") {
				t.Errorf("%d notes in view, %v", d.Space.Reports.Count(n.Renipress), said)
			}
		})
	}
	d, _ := own(t) // two, one right after the other
	n, first := report(t, d, "Cuatro horas a pie")
	_, second := report(t, d, "Hay combi los lunes")
	settle(d, first, second)
	if got := d.Space.Reports.Count(n.Renipress); got != 2 {
		t.Errorf("%d notes in view of 2", got)
	}
}

// answer is a command that has ended already.
func answer(a session.Answer) session.Jobs { return session.Jobs{func() session.Answer { return a }} }

// only runs the one job that an operation has left.
func only(jobs session.Jobs) session.Answer { return jobs[0]() }

package storage_test

import (
	"fmt"
	"sync"
	"testing"

	"brujula/data/library"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/planner/storage"
)

func note(t *testing.T, text string) notes.Note {
	t.Helper()
	n, faults := notes.New("00001234", string(rules.Topics()[0]), text, "una fuente", "2026-11-01")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return n
}

func stored(t *testing.T, lib *library.Library) int {
	t.Helper()
	book, _, err := storage.LoadReports(t.Context(), lib)
	if err != nil {
		t.Fatal(err)
	}
	return book.Len()
}

// A file of notes is read, and stored only once it was reviewed: what is noted
// meanwhile must not be lost.
func TestNotesWrittenDuringAReviewStay(t *testing.T) {
	dir := t.TempDir()
	lib, err := library.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	reviewed := storage.ReportsItem(notes.NewBook(note(t, "del archivo")), "notas.csv", "")
	other, err := library.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	meanwhile := storage.ReportsItem(notes.NewBook(note(t, "de otra ventana")), "", "")
	if _, err := storage.Store(t.Context(), other, []library.Item{meanwhile}); err != nil {
		t.Fatal(err)
	}
	changes, err := storage.Store(t.Context(), lib, []library.Item{reviewed})
	if err != nil || len(changes) != 1 || changes[0].Added != 1 || changes[0].Removed != 0 {
		t.Errorf("%+v %v", changes, err)
	}
	if n := stored(t, lib); n != 2 {
		t.Errorf("%d notes of two", n)
	}
}

func TestNotesWrittenAtOnceAllStay(t *testing.T) {
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	const writers = 8
	var all sync.WaitGroup
	for i := range writers {
		item := storage.ReportsItem(notes.NewBook(note(t, fmt.Sprintf("nota %d", i))), "", "")
		all.Go(func() {
			if _, err := storage.Store(t.Context(), lib, []library.Item{item}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := stored(t, lib); n != writers {
		t.Errorf("%d notes of %d", n, writers)
	}
}

package fullcard_test

import (
	"context"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/tui/desk"
	"brujula/tui/screens"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func noon() time.Time { return time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC) }

func noClipboard(string) (string, error) { return "", nil }

// own opens the planner on a library that holds the made-up offers as if
// imported.
func own(t *testing.T) (*tuitest.Driver, *library.Library) {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	offers, _ := demo.Lists()
	var items []library.Item
	for i, info := range demo.Infos()[:len(offers)] {
		items = append(items, library.Item{Info: info, Offer: offers[i]})
	}
	if _, err := lib.Commit(context.Background(), items); err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Process: demo.Current, Profession: "MEDICINA", Modality: data.Remunerada, Rank: 66}); err != nil {
		t.Fatal(err)
	}
	facts := rules.Default()
	space, err := planner.Load(context.Background(), lib, facts)
	if err != nil {
		t.Fatal(err)
	}
	d, _ := desk.New(context.Background(), desk.Options{Styles: theme.New(theme.Options{Variant: theme.Plain}), Lib: lib, Facts: facts, Space: space, Now: noon})
	t.Cleanup(d.Close)
	return tuitest.New(t, screens.New(d, nil, noClipboard), 120, 50), lib
}

// A report is written from the card, stored, and shown in the card; one that
// says another thing stands beside it.
func TestNotesAreWrittenFromTheCard(t *testing.T) {
	drive, lib := own(t)
	drive.Press("enter", "e").Contains(texts.NoteFieldTopic, "Un reporte, no un hecho")
	drive.Press("enter").Type("Cuatro horas a pie").Press("enter").Type("serumista 2024-I").Press("enter").Type("2024-11").Press("enter")
	drive.Contains("Nota guardada: CENTRO DE SALUD INVENTADO", "(RENIPRESS 0", "1 nota", texts.NotesReported, "Cuatro horas a pie (serumista 2024-I, 2024-11)")
	drive.Press("e", "enter").Type("Llega la combi").Press("enter").Type("enfermera 2025").Press("enter", "enter")
	drive.Contains("Llega la combi (enfermera 2025)", "Cuatro horas a pie", texts.NotesDisagree)
	book, err := planner.LoadReports(context.Background(), lib)
	if err != nil || book.Len() != 2 {
		t.Errorf("%d notes stored, %v", book.Len(), err)
	}
}

func TestAFaultyNoteIsNotStored(t *testing.T) {
	drive, lib := own(t)
	drive.Press("enter", "e", "enter").Type("escriba a ana@ejemplo.com").Press("enter").Type("alguien").Press("enter", "enter")
	drive.Contains(texts.NotePersonal, texts.NoteFieldText)
	drive.Press("esc").Lacks(texts.NoteFieldText)
	if book, _ := planner.LoadReports(context.Background(), lib); book.Len() != 0 {
		t.Errorf("%d notes stored", book.Len())
	}
}

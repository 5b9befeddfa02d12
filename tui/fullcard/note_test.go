package fullcard_test

import (
	"context"
	"testing"
	"time"

	"brujula/data/demo"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/tui/bridge"
	"brujula/tui/screens"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

// opened is the planner on a library that holds the made-up offers as if
// imported.
func opened(t *testing.T) (*tuitest.Driver, *library.Library) {
	t.Helper()
	d, lib := own.Desk(t, t.TempDir(), own.Doctor())
	return tuitest.New(t, screens.New(d, nil, own.NoClipboard), 120, 50), lib
}

// What may go wrong is told at the first look, not under the curve.
func TestTheGravestNoteStandsInTheHead(t *testing.T) {
	d, _ := own.Desk(t, t.TempDir(), own.Doctor())
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 80, 24)
	drive.Press("enter").Lacks("Cuatro horas").Press("e", "enter").Type("Cuatro horas a pie").Press("enter").Type("serumista 2024-I").Press("enter", "enter")
	drive.Contains(texts.HeadRisk, "reportado: Cuatro horas a pie")
}

// A report is written from the card, stored, and shown in the card; one that
// says another thing stands beside it.
func TestNotesAreWrittenFromTheCard(t *testing.T) {
	drive, lib := opened(t)
	drive.Press("enter", "e").Contains(texts.NoteFieldTopic, "Un reporte, no un hecho")
	drive.Press("enter").Type("Cuatro horas a pie").Press("enter").Type("serumista 2024-I").Press("enter").Type("2024-11").Press("enter")
	drive.Contains("Nota guardada: PUESTO INVENTADO", "(RENIPRESS 0", "1 nota", texts.NotesReported, "Cuatro horas a pie (serumista 2024-I, 2024-11)")
	drive.Press("e", "enter").Type("Llega la combi").Press("enter").Type("enfermera 2025").Press("enter", "enter")
	drive.Contains("Llega la combi (enfermera 2025)", "Cuatro horas a pie", texts.NotesDisagree)
	book, _, err := storage.LoadReports(context.Background(), lib)
	if err != nil || book.Len() != 2 {
		t.Errorf("%d notes stored, %v", book.Len(), err)
	}
}

func TestAFaultyNoteIsNotStored(t *testing.T) {
	drive, lib := opened(t)
	drive.Press("enter", "e", "enter").Type("escriba a ana@ejemplo.com").Press("enter").Type("alguien").Press("enter", "enter")
	drive.Contains(texts.NotePersonal, texts.NoteFieldText)
	drive.Press("esc").Lacks(texts.NoteFieldText)
	if book, _, _ := storage.LoadReports(context.Background(), lib); book.Len() != 0 {
		t.Errorf("%d notes stored", book.Len())
	}
}

// A report that may name a person is asked about: with no the form stays as it was, with
// yes it is kept.
func TestANoteThatNamesSomeoneIsAskedAbout(t *testing.T) {
	drive, lib := opened(t)
	drive.Press("enter", "e", "enter").Type("la doctora maria lopez ayuda").Press("enter").Type("alguien").Press("enter", "enter")
	drive.Contains("parece nombrar a una persona")
	drive.Press("n").Contains(texts.NoteFieldText, "la doctora maria")
	if book, _, _ := storage.LoadReports(context.Background(), lib); book.Len() != 0 {
		t.Errorf("%d notes stored after no", book.Len())
	}
	drive.Press("enter").Contains("parece nombrar a una persona").Press("s").Contains("Nota guardada")
	if book, _, _ := storage.LoadReports(context.Background(), lib); book.Len() != 1 {
		t.Errorf("%d notes stored after yes", book.Len())
	}
}

// A report that a full disk refuses stands in the card, as unsaved, until there
// is room; leaving asks.
func TestANoteOnAFullDiskStaysInTheCard(t *testing.T) {
	disk := storetest.New()
	lib, err := library.Open("/biblioteca", library.WithFS(disk))
	if err != nil {
		t.Fatal(err)
	}
	offers, _ := demo.Lists()
	if _, err := lib.Commit(t.Context(), []library.Item{{Info: demo.Infos()[0], Offer: offers[0]}}); err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(own.Doctor()); err != nil {
		t.Fatal(err)
	}
	space, err := storage.Load(t.Context(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	d, _ := bridge.New(t.Context(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Lib: lib, Facts: rules.Default(), Space: space, Now: own.Noon})
	t.Cleanup(d.Close)
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 120, 50)
	disk.FailFrom(1, storetest.ErrFull, storetest.OpCreate, storetest.OpWrite, storetest.OpSync)
	drive.Press("enter", "e", "enter").Type("Cuatro horas a pie").Press("enter").Type("serumista").Press("enter", "enter")
	drive.Contains("la nota NO se guardó", texts.NotesReported, texts.NoteUnsavedMark, "Cuatro horas a pie (serumista)")
	drive.Press("ctrl+c").Contains("1 nota sobre plazas SIN GUARDAR", "¿Salir").Press("n")
	disk.Heal()
	drive.Advance(11*time.Second).Contains(texts.SavedAfterAll, "Cuatro horas a pie (serumista)").Lacks(texts.NoteUnsavedMark, "NO se guardó")
	if book, _, err := storage.LoadReports(t.Context(), lib); err != nil || book.Len() != 1 {
		t.Errorf("%d notes stored, %v", book.Len(), err)
	}
}

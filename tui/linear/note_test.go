package linear_test

import (
	"strings"
	"testing"

	"brujula/data/store/storetest"
	"brujula/data/texts"
	"brujula/planner/storage"
	"brujula/tui/linear"
)

// A report that the disk refuses is read with the card as unsaved, leaving asks
// for it, and the end stores it where there is room.
func TestAReportOnAFullDisk(t *testing.T) {
	for _, room := range []bool{false, true} {
		disk := storetest.New()
		lib, space := onDisk(t, disk)
		withProfile(t, lib, space)
		d := open(t, lib, space)
		disk.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpSync)
		out := &watched{look: func(said string) {
			if room && strings.Contains(said, "¿Salir") {
				disk.Heal()
			}
		}}
		answers := "1\n1\n1\nnota\nacceso\ncuatro horas a pie\nun serumista\n2024-11\nleer\ninicio\nsalir\ns\n"
		err := linear.Run(t.Context(), linear.Options{Desk: d, In: strings.NewReader(answers), Out: out, Echo: true})
		disk.Heal()
		said := flat(out.String())
		for _, want := range []string{"la nota NO se guardó", texts.NoteUnsavedMark + ": cuatro horas a pie", texts.NotesUnsaved(1)} {
			if !strings.Contains(strings.ToLower(said), strings.ToLower(want)) {
				t.Errorf("room %v: %q was not said:\n%s", room, want, said)
			}
		}
		book, _, loadErr := storage.LoadReports(t.Context(), lib)
		if loadErr != nil || room != (book.Len() == 1) || room != (err == nil) {
			t.Errorf("room %v: %d notes stored, %v, %v", room, book.Len(), err, loadErr)
		}
	}
}

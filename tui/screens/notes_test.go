package screens

import (
	"testing"

	"brujula/data/texts"
	"brujula/tui/msg"
	"brujula/tui/tuitest"
	"brujula/tui/widget"
)

// Who filters by notes is told which count, whole in the least window.
func TestFilterOfNotesSaysWhichCount(t *testing.T) {
	for _, filter := range []string{"severidad !alta", "riesgo acceso"} {
		start(t, 80, 24).Type(":"+filter).Press("enter").Contains("Cuentan las notas de plaza", "no quiere decir seguro.")
	}
	for _, size := range tuitest.Sizes() {
		if lines := widget.NoticeLines(plain(), msg.NoticeMsg{Text: texts.NotesThatCount}, size.W); len(lines) > 2 {
			t.Errorf("takes %d lines of %d cells", len(lines), size.W)
		}
	}
}

package screens

import (
	"testing"
	"time"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

// The first screen of all says what the program is, until a key is pressed; who
// asked for the demonstration, or has lists already, is not told.
func TestFirstScreenSaysWhatTheProgramIs(t *testing.T) {
	const sentence = "Brújula SERUMS dice qué plazas puede alcanzar"
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	d, notices := bridge.New(t.Context(), plain(), session.Options{
		Facts: rules.Default(), Lib: lib, Space: tuitest.Demo(),
		Now: func() time.Time { return time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC) },
	})
	defer d.Close()
	drive := tuitest.New(t, New(d, notices, own.NoClipboard), 80, 24).Contains(sentence, "I importa la oferta del MINSA.")
	drive.Press("down").Lacks(sentence).Contains("? ayuda")

	start(t, 80, 24).Lacks(sentence)

	listed, _ := own.Desk(t, t.TempDir())
	form := tuitest.New(t, New(listed, nil, own.NoClipboard), 80, 24).Contains(sentence, texts.ProfileProfession, texts.ProfileRank)
	form.Press("esc").Contains("Establecimiento").Lacks(sentence)
	full, _ := own.Desk(t, t.TempDir(), own.Doctor())
	tuitest.New(t, New(full, nil, own.NoClipboard), 80, 24).Lacks(sentence)
}

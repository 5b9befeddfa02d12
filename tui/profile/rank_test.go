package profile_test

import (
	"testing"

	"brujula/data/texts"
	"brujula/tui/screens"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

// A rank beyond the last seat, and one that is taken away, are not stored in
// silence: either may be a slip.
func TestARankThatMayBeASlipIsTold(t *testing.T) {
	d, _ := ownDesk(t, t.TempDir())
	drive := tuitest.New(t, screens.New(d, nil, own.NoClipboard), 120, 40)
	openForm(drive)
	drive.Type("obste").Press("enter", "enter").Type("99999").Press("ctrl+s")
	drive.Contains("Perfil guardado. Orden de mérito "+texts.Thousands(99_999)+": la línea tiene", "Compruebe")
	drive.Press("P", "tab", "tab", "ctrl+u", "ctrl+s")
	drive.Contains("Sin orden de mérito (era " + texts.Thousands(99_999) + ")")
}

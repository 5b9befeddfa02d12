package turn

import (
	"testing"
	"time"
)

// What is taken back is told with its age where that is more than a slip's, and
// asked for; what was taken back already does not count.
func TestWhatIsOldIsAskedFor(t *testing.T) {
	now := time.Date(2026, 4, 20, 15, 0, 0, 0, time.UTC)
	name := func(code string) string { return "POSTA " + code }
	pass := func(ago time.Duration, undone bool) Entry {
		return Entry{Event: Event{Kind: Pass, N: 1, At: now.Add(-ago)}, Undone: undone}
	}
	for _, c := range []struct {
		history []Entry
		want    string
	}{
		{nil, ""},
		{[]Entry{pass(29*time.Minute, false)}, ""},
		{[]Entry{pass(45*time.Minute, false)}, "Lo último que está registrado es de hace 45 minutos, 14:15: uno pasó sin elegir. ¿Deshacerlo?"},
		{[]Entry{pass(3*time.Hour, false), pass(time.Minute, true)}, "Lo último que está registrado es de hace 3 horas, 12:00: uno pasó sin elegir. ¿Deshacerlo?"},
		{[]Entry{pass(25*time.Hour, false)}, "Lo último que está registrado es de hace 1 día, 19/04/2026 14:00: uno pasó sin elegir. ¿Deshacerlo?"},
		{[]Entry{pass(time.Hour, true)}, ""},
		{[]Entry{{Event: Event{Kind: Pass, N: 1}}}, ""}, // a log without times
	} {
		if got := UndoQuestion(c.history, now, name); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	undo, meant := Event{Kind: Undo, At: now}, pass(2*time.Hour, false).Event
	if got, want := undo.Told(meant, 1, name, name), "Deshecho: uno pasó sin elegir (de hace 2 horas, 13:00)."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

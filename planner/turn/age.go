package turn

import (
	"time"

	"brujula/data/texts"
)

// OldAct is the age from which on an event is not taken back without saying of
// when it is: a slip is put right within minutes, and what was recorded hours ago
// is hardly what is meant.
const OldAct = 30 * time.Minute

// LastStanding returns the event that Undo would take back; ok is false where
// nothing stands.
func LastStanding(history []Entry) (e Event, ok bool) {
	for i := len(history) - 1; i >= 0; i-- {
		if !history[i].Undone {
			return history[i].Event, true
		}
	}
	return Event{}, false
}

// Age tells in words how long before now an event was, and of when it is; "" for
// one that is younger than OldAct, or of which the time is not known.
func (e *Event) Age(now time.Time) string {
	ago := now.Sub(e.At)
	if e.At.IsZero() || ago < OldAct {
		return ""
	}
	return texts.TurnAge(ago, e.At, now)
}

// UndoQuestion asks before Undo takes back what is old; "" where nothing need be
// asked.
func UndoQuestion(history []Entry, now time.Time, name func(renipress string) string) string {
	last, ok := LastStanding(history)
	if !ok {
		return ""
	}
	age := last.Age(now)
	if age == "" {
		return ""
	}
	return texts.TurnUndoQuestion(last.Text(name), age)
}

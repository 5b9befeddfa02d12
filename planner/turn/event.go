package turn

import (
	"maps"
	"time"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// Kind names what an event did; the words are those of the log.
type Kind string

// The kinds of events.
const (
	Start   Kind = "empezar"  // the act begins, or begins anew
	Cross   Kind = "tachar"   // one seat of a plaza is gone
	Release Kind = "liberar"  // one seat of a plaza is free again
	Pick    Kind = "puesto"   // "van por el puesto N"
	Pass    Kind = "pasan"    // the next N take nothing
	Call    Kind = "llamado"  // the one whose turn it is was called
	Import  Kind = "importar" // a partial list of adjudicated seats
	Timer   Kind = "reloj"    // seconds and calls of the turn, by the user
	Take    Kind = "tomar"    // I took a seat of a plaza
	Decline Kind = "no-elegi" // I was called and took nothing
	End     Kind = "terminar" // the act is over: chances are those from before it again
	Undo    Kind = "deshacer" // the last event that stands is taken back
	Redo    Kind = "rehacer"  // the last one that was taken back stands again
)

// Event is one thing that happened in the act. Which fields count depends on
// its kind.
type Event struct {
	Kind Kind
	At   time.Time // as the clock of the machine told

	Line data.Line // Start
	Rank int       // Start, Take, Decline: mine, from 1; 0 when not known
	N    int       // Start, Pick: the rank whose turn it is, from 1; Pass: how many

	Renipress string // Cross, Release, Take
	// Late says that the seat of a Cross went earlier than the present turn, so
	// that the turn does not move on.
	Late bool

	Source string         // Import: where the list came from
	Taken  map[string]int // Import: seats taken by RENIPRESS, all those known so far
	UpTo   int            // Import: the last rank that the list speaks of; 0 when it has none

	Seconds, Calls int // Timer
}

// maxNumber bounds ranks and counts: more than any process has had.
const maxNumber = workspace.MostRank

// Text states the event in the user's words; name returns the name of a plaza's
// establishment.
func (e *Event) Text(name func(renipress string) string) string {
	if r, ok := ruleOf(e.Kind); ok {
		return r.text(e, name)
	}
	return string(e.Kind)
}

// Told reports what e did to an act whose turn was before: meant is what Apply
// gave, and word makes the notice of an act, which undo and redo have of their
// own.
func (e *Event) Told(meant Event, before int, name, word func(string) string) string {
	text := meant.Text(name)
	switch {
	case e.Kind == Undo:
		if age := meant.Age(e.At); age != "" {
			text += " (" + age + ")"
		}
		return texts.TurnUndone(text)
	case e.Kind == Redo:
		return texts.TurnRedone(text)
	case e.Kind == Pick && e.N < before:
		text = texts.TurnBack(text, before)
	}
	return word(text)
}

func (e *Event) seats() int {
	n := 0
	for _, taken := range e.Taken {
		n += taken
	}
	return n
}

func (e Event) clone() Event {
	e.Taken = maps.Clone(e.Taken)
	return e
}

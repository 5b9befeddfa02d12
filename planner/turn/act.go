package turn

import (
	"errors"

	"brujula/data"
)

// Act is the act of one line with its history, so that events can be taken
// back. It is not for several goroutines at once.
type Act struct {
	line   data.Line
	seats  Seats
	state  State
	all    []Entry
	done   []int // indexes into all of the events that stand
	undone []int // and of those taken back, the last one last

	// marks are the states after every markEvery events that stand, so that
	// taking one back does not fold a long act from its beginning.
	marks []State
}

const markEvery = 64

// Entry is an event of the history.
type Entry struct {
	Event
	Undone bool // it was taken back and does not count
}

// New makes an act of a line that has not begun.
func New(line data.Line, seats Seats) *Act { return &Act{line: line, seats: seats} }

// Replay makes an act of the events of a log. A seat that was crossed out stays
// so although the list that is loaded now lacks it (see Stray): it is gone, and the
// turn passed by it. What cannot have happened at all is passed over and counted.
func Replay(line data.Line, seats Seats, events []Event) (a *Act, refused int) {
	a = New(line, seats)
	for _, e := range events {
		if err := a.Check(e); err != nil && !lacksSeat(err) {
			refused++
			continue
		}
		a.happen(e)
	}
	return a, refused
}

// lacksSeat reports whether nothing but the list speaks against an event.
func lacksSeat(err error) bool {
	var r *Refusal
	return errors.As(err, &r) && (r.Reason == NoSuchPlaza || r.Reason == NoSeatLeft)
}

// Stray returns the seats that are crossed out and that the list which is loaded does
// not have, by RENIPRESS; none in ordinary times.
func (a *Act) Stray() map[string]int {
	stray := map[string]int{}
	for code, n := range a.state.Gone {
		if more := n - a.seats[code]; more > 0 {
			stray[code] = more
		}
	}
	return stray
}

// Line returns the line of the act.
func (a *Act) Line() data.Line { return a.line }

// Seats returns the seats of the line's plazas. They must not be changed.
func (a *Act) Seats() Seats { return a.seats }

// State returns a copy of where the act stands.
func (a *Act) State() State { return a.state.clone() }

// History returns all events in their order, those taken back too; Undo and Redo
// themselves are not among them.
func (a *Act) History() []Entry {
	out := make([]Entry, 0, len(a.all))
	for i := range a.all {
		if k := a.all[i].Kind; k != Undo && k != Redo {
			entry := a.all[i]
			entry.Event = entry.clone()
			out = append(out, entry)
		}
	}
	return out
}

// Events returns all events as the log has them, Undo and Redo included.
func (a *Act) Events() []Event {
	out := make([]Event, len(a.all))
	for i := range a.all {
		out[i] = a.all[i].clone()
	}
	return out
}

// Len counts the events of the act, Undo and Redo included: the lines of its log.
func (a *Act) Len() int { return len(a.all) }

// Check reports why an event cannot happen now, as a *Refusal.
func (a *Act) Check(e Event) error {
	switch e.Kind {
	case Undo:
		if len(a.done) == 0 {
			return refuse(NothingToUndo)
		}
		return nil
	case Redo:
		if len(a.undone) == 0 {
			return refuse(NothingToRedo)
		}
		return nil
	case Start:
		if e.Line != a.line {
			return refuse(OtherLine)
		}
	default:
	}
	return a.state.check(&e, a.seats)
}

// Apply lets an event happen. It gives the event that was meant: of Undo and
// Redo the one that was taken back or stands again. It fails with a *Refusal,
// and nothing has changed then.
func (a *Act) Apply(e Event) (Event, error) {
	if err := a.Check(e); err != nil {
		return Event{}, err
	}
	return a.happen(e), nil
}

// ApplyTold is Apply, and tells what the event did; name gives the name of a plaza, and
// word makes the sentence of it.
func (a *Act) ApplyTold(e Event, name, word func(string) string) (told string, err error) {
	before := a.State().Turn
	meant, err := a.Apply(e)
	if err != nil {
		return "", err
	}
	return e.Told(meant, before, name, word), nil
}

func (a *Act) happen(e Event) Event {
	switch e.Kind {
	case Undo:
		return a.undo(e)
	case Redo:
		return a.redo(e)
	default:
	}
	e = e.clone()
	a.all = append(a.all, Entry{Event: e})
	a.stand(len(a.all) - 1)
	a.undone = nil
	return e.clone()
}

// stand lets an event of the list count.
func (a *Act) stand(at int) {
	a.state.apply(&a.all[at].Event, a.seats)
	a.done = append(a.done, at)
	if len(a.done)%markEvery == 0 {
		a.marks = append(a.marks, a.state.clone())
	}
}

func (a *Act) undo(e Event) Event {
	a.all = append(a.all, Entry{Event: e})
	last := a.done[len(a.done)-1]
	a.done = a.done[:len(a.done)-1]
	a.undone = append(a.undone, last)
	a.all[last].Undone = true
	a.state = State{}
	kept := len(a.done) / markEvery
	if a.marks = a.marks[:kept]; kept > 0 {
		a.state = a.marks[kept-1].clone()
	}
	for _, i := range a.done[kept*markEvery:] {
		a.state.apply(&a.all[i].Event, a.seats)
	}
	return a.all[last].clone()
}

func (a *Act) redo(e Event) Event {
	a.all = append(a.all, Entry{Event: e})
	last := a.undone[len(a.undone)-1]
	a.undone = a.undone[:len(a.undone)-1]
	a.all[last].Undone = false
	a.stand(last)
	return a.all[last].clone()
}

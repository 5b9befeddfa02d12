//go:build !windows

package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/creack/pty"

	"brujula/data/testsize"
	"brujula/data/texts"
)

// The recording builds a plan of so many lines, and crosses out so many seats.
var (
	planned = testsize.Of(8, 20)
	crossed = testsize.Of(10, 30)
)

// beat is some keys, and what the screen shows once they were understood. The
// last one of an act acknowledges it.
type beat struct{ keys, until string }

// act is one thing that a person does. on tells what it does to the state; ok is
// false where it makes no sense (any more).
type act struct {
	what              string
	beats             func(s state) []beat
	on                func(s state) (next state, ok bool)
	edits, undo, redo bool
	turn              bool // it is done in Mi turno
}

// recording is the script: it reads from top to bottom.
func recording(codes []string) (acts []act) {
	plan, gone := codes[:planned], codes[planned:]
	for i, code := range plan {
		acts = append(acts, add(code, i+1))
	}
	last, low, high := planned, planned*3/5, planned/3+1 // places of the plan
	acts = append(acts, moveTo(3, last-2), moveTo(last, 1), undo(1, last), redo(last, 1),
		moveTo(high, low), moveTo(low, 2), undo(2, low))
	acts = append(acts, sideBySide(plan[0], plan[planned/2]), begin())
	for _, code := range gone[:crossed] {
		acts = append(acts, crossOut(code))
	}
	acts = append(acts, undoCross(), moveTo(2, 5))
	for range plan {
		acts = append(acts, removeFirst()) // so that the next round finds an empty plan
	}
	return acts
}

// show lists in Explorar what a code finds.
func show(code string) []beat {
	return []beat{{"1", ""}, {"X", ""}, {"/" + code, "/" + code}, {"\r", ""}}
}

func add(code string, place int) act {
	return act{
		what: "add " + code, edits: true,
		beats: func(state) []beat {
			return append(show(code), beat{" ", fmt.Sprintf("agregada en el lugar %d", place)})
		},
		on: func(s state) (state, bool) {
			s.Plan = append(s.Plan, code)
			return s, len(s.Plan) == place && !slices.Contains(s.Plan[:place-1], code)
		},
	}
}

// moveTo moves a line of Mi plan, places from 1.
func moveTo(from, to int) act {
	return act{
		what: fmt.Sprintf("move %d to %d", from, to), edits: true,
		beats: func(state) []beat {
			return []beat{
				{"2", ""},
				{"g" + strings.Repeat("j", from-1) + "m", "Mover al lugar"},
				{fmt.Sprintf("%d\r", to), fmt.Sprintf("del lugar %d al %d", from, to)},
			}
		},
		on: func(s state) (state, bool) {
			if len(s.Plan) != planned {
				return s, false
			}
			code := s.Plan[from-1]
			s.Plan = slices.Insert(slices.Delete(s.Plan, from-1, from), to-1, code)
			return s, true
		},
	}
}

// undo and redo work on the change just before; told is what they say of it.
func undo(from, to int) act { return takeBack("u", "Deshecho: ", from, to) }

func redo(from, to int) act { return takeBack("\x12", "Rehecho: ", from, to) }

// takeBack leaves a line moved from one place to the other.
func takeBack(key, told string, from, to int) act {
	a := moveTo(from, to)
	a.what, a.edits, a.undo, a.redo = told, false, key == "u", key != "u"
	a.beats = func(state) []beat { return []beat{{"2", ""}, {key, told}} }
	return a
}

// sideBySide sets two plazas side by side, and takes them out again; nothing of it
// is kept.
func sideBySide(codes ...string) act {
	return act{
		what: "compare",
		beats: func(state) (all []beat) {
			for _, code := range codes {
				all = append(append(all, show(code)...), beat{"c", "comparación"})
			}
			all = append(all, beat{"3", "[3 Comparar"})
			for _, code := range codes {
				all = append(append(all, show(code)...), beat{"c", "comparación"})
			}
			return all
		},
		on: func(s state) (state, bool) { return s, true },
	}
}

// registered is how Mi turno says that an act is in the log.
var registered = strings.TrimSuffix(texts.TurnDone(""), ".")

// atTurn is an act of Mi turno, which the log keeps as a word and a code.
func atTurn(logged string, beats func(s state) []beat) act {
	return act{
		what: logged, turn: true, beats: beats,
		on: func(s state) (state, bool) { s.Acts = append(s.Acts, logged); return s, true },
	}
}

// begin starts the act, or starts it anew.
func begin() act {
	return atTurn("empezar", func(s state) []beat {
		if len(s.Acts) > 0 {
			return []beat{{"S", "Empezar de nuevo"}, {"s", texts.TurnAskStart}, {"1\r", registered}}
		}
		return []beat{{"S", texts.TurnAskStart}, {"1\r", registered}}
	})
}

func crossOut(code string) act {
	return atTurn("tachar "+code, func(state) []beat { return []beat{{"x" + code, code}, {"\r", registered}} })
}

func undoCross() act {
	return atTurn("deshacer", func(state) []beat { return []beat{{"u", "Deshecho: "}} })
}

func removeFirst() act {
	return act{
		what: "remove", edits: true,
		beats: func(state) []beat { return []beat{{"2", ""}, {"g", ""}, {"d", "quitada del plan"}} },
		on: func(s state) (state, bool) {
			if len(s.Plan) == 0 {
				return s, false
			}
			s.Plan = s.Plan[1:]
			return s, true
		},
	}
}

func (p *player) send(keys string) {
	p.t.Helper()
	p.seen = len(p.term.output())
	p.term.send(keys)
}

// await waits until the screen has shown a text since the last keys.
func (p *player) await(text string) {
	p.t.Helper()
	const limit = 90 * time.Second // it only keeps a fault from hanging the tests
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		if out := p.term.output(); strings.Contains(out[min(p.seen, len(out)):], text) {
			return
		}
	}
	p.t.Fatalf("after kill %d, start %d: %q never came; since the last keys: %q", p.killed, p.starts, text, p.term.output()[p.seen:])
}

// roomyWindow is one in which no notice is cut.
var roomyWindow = pty.Winsize{Rows: 50, Cols: 200}

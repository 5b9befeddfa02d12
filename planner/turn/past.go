package turn

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/texts"
)

// trace is what an act tells of the past: what became of each turn that was seen,
// and the seats that went at no known one.
type trace struct {
	seats Seats
	state State
	turns map[int]string // by rank: RENIPRESS, "" for one who took nothing
	loose map[string]int // by RENIPRESS
	mine  Outcome
	rank  int // at which mine went, 0 where it is not known
	turn  int // the rank whose turn it was at the end
	begun bool
}

// traceOf follows the events that stand. What an act that has ended holds is kept.
func (a *Act) traceOf() *trace {
	t := &trace{seats: a.seats}
	t.begin(1)
	for i := range a.all {
		if e := &a.all[i]; !e.Undone && e.Kind != Undo && e.Kind != Redo {
			t.follow(&e.Event)
		}
	}
	return t
}

func (t *trace) begin(turn int) {
	t.turns, t.loose, t.turn, t.rank = map[int]string{}, map[string]int{}, turn, 0
}

// follow lets an event happen to the state, and writes down what it tells.
func (t *trace) follow(e *Event) {
	before := t.state
	if e.Kind == Import {
		before = t.state.clone()
	}
	t.state.apply(e, t.seats)
	switch e.Kind {
	case Start:
		t.begin(e.N)
		t.begun = true
	case Cross:
		if e.Late {
			t.loose[e.Renipress]++
		} else {
			t.turns[before.Turn] = e.Renipress
		}
	case Release:
		t.release(e.Renipress)
	case Pick:
		t.back(e.N)
	case Pass:
		for rank := before.Turn; rank < t.state.Turn; rank++ {
			t.turns[rank] = ""
		}
	case Import:
		for code, n := range t.state.Gone {
			if more := n - before.Gone[code]; more > 0 {
				t.loose[code] += more
			}
		}
	case Take, Decline:
		t.settle(e, &before)
	case Call, Timer, End, Undo, Redo:
	}
	if t.state.Started {
		t.turn = t.state.Turn
	}
	t.mine = t.state.Mine
}

// back goes to an earlier turn: what was seen of it and of those after it was at
// some other one.
func (t *trace) back(turn int) {
	for _, rank := range slices.Collect(maps.Keys(t.turns)) {
		if rank < turn {
			continue
		}
		if code := t.turns[rank]; code != "" {
			t.loose[code]++
		}
		delete(t.turns, rank)
	}
}

// release takes back one seat of a plaza that was crossed out: one of no known
// turn, else the last one.
func (t *trace) release(code string) {
	if t.loose[code] > 0 {
		t.loose[code]--
		return
	}
	last := 0
	for rank, taken := range t.turns {
		if taken == code && rank > last && (rank != t.rank || t.mine.Renipress != code) {
			last = rank
		}
	}
	delete(t.turns, last)
}

// settle writes down what came of the user's own turn, in the place of what they
// said of it before.
func (t *trace) settle(e *Event, before *State) {
	if old := before.Mine; old.Counted && t.state.Started {
		t.retract(old)
	}
	rank := e.Rank
	rank = cmp.Or(rank, before.Rank)
	if rank == 0 && t.state.Started && !before.Mine.Known() {
		rank = before.Turn
	}
	t.rank = rank
	if e.Kind == Decline {
		if _, seen := t.turns[rank]; rank > 0 && !seen {
			t.turns[rank] = ""
		}
		return
	}
	code := e.Renipress
	_, seen := t.turns[rank]
	switch {
	case t.state.Mine.Counted && (rank == 0 || seen):
		t.loose[code]++
	case t.state.Mine.Counted:
		t.turns[rank] = code
	case rank > 0 && !seen && t.loose[code] > 0: // it was crossed out before
		t.loose[code]--
		t.turns[rank] = code
	case rank > 0 && !seen && t.begun && !t.state.Started && t.gone(code) < t.seats[code]:
		t.turns[rank] = code
	}
}

func (t *trace) retract(old Outcome) {
	switch {
	case t.rank > 0 && t.turns[t.rank] == old.Renipress:
		delete(t.turns, t.rank)
	case t.loose[old.Renipress] > 0:
		t.loose[old.Renipress]--
	}
}

// gone counts the seats of a plaza that were seen to go.
func (t *trace) gone(code string) int {
	n := t.loose[code]
	for _, taken := range t.turns {
		if taken == code {
			n++
		}
	}
	return n
}

// followed reports how much of the line the trace holds. Where more seats went at
// unknown turns than there are turns of which nothing is known, one that seemed to
// pass did not: the order is exact up to the first who did.
func (t *trace) followed(line data.Line) data.Followed {
	f := data.Followed{Profession: line.Profession, Turn: max(t.turn, t.last()+1), Mine: t.mine.Renipress}
	passed := 0
	for rank := 1; rank < f.Turn; rank++ {
		code, seen := t.turns[rank]
		if !seen {
			f.Unseen++
		}
		if passed == 0 && seen && code == "" {
			passed = rank
		}
		if f.Unseen == 0 {
			f.Exact = rank
		}
	}
	picks := len(t.turns)
	for _, code := range t.turns {
		if code == "" {
			picks--
		}
	}
	for _, n := range t.loose {
		f.Unordered += n
	}
	if f.Unordered > f.Unseen {
		f.Exact = min(f.Exact, max(0, passed-1))
	}
	offered := 0
	for _, n := range t.seats {
		offered += n
	}
	f.Whole = f.Unseen == 0 && f.Unordered == 0 && picks > 0 && picks >= offered
	return f
}

// last is the last rank of which something is known.
func (t *trace) last() int {
	last := 0
	for rank := range t.turns {
		last = max(last, rank)
	}
	return last
}

// Past makes of the act the list of what was taken in its line, for a past
// process: the seats with the turn at which each went, where it was seen, and those
// who were called and took nothing. name gives the name of a plaza's establishment.
// ok is false where no seat went.
func (a *Act) Past(name func(renipress string) string) (d lists.Draft, ok bool) {
	t := a.traceOf()
	f := t.followed(a.line)
	file := texts.ActFile(a.line)
	list := &data.Adjudication{Process: a.line.Process, Modality: a.line.Modality, Followed: []data.Followed{f}}
	source := func() data.Source { return data.Source{File: file, Row: len(list.Picks) + len(list.Passed) + 1} }
	pick := func(code string, rank int) {
		list.Picks = append(list.Picks, data.Pick{
			Profession: a.line.Profession, Renipress: code, Establishment: name(code), Rank: rank, Source: source(),
		})
	}
	for _, rank := range slices.Sorted(maps.Keys(t.turns)) {
		if code := t.turns[rank]; code != "" {
			pick(code, rank)
		} else {
			list.Passed = append(list.Passed, data.Passed{Profession: a.line.Profession, Status: data.NotTaken, Rank: rank, Source: source()})
		}
	}
	for _, code := range slices.Sorted(maps.Keys(t.loose)) {
		for range t.loose[code] {
			pick(code, 0)
		}
	}
	d = lists.Draft{Adjudication: list, Info: data.ListInfo{
		Kind: data.KindAdjudication, Process: a.line.Process, Modality: a.line.Modality, File: file, SHA256: hashOf(list),
		Rows: len(list.Picks), Seats: len(list.Picks), Passed: len(list.Passed), Followed: list.Followed,
	}}
	plazas := map[string]struct{}{}
	for i := range list.Picks {
		plazas[list.Picks[i].Renipress] = struct{}{}
	}
	d.Info.Plazas = len(plazas)
	return d, len(list.Picks) > 0
}

// hashOf names the content of a list that comes from no file.
func hashOf(list *data.Adjudication) string {
	sum := sha256.New()
	for i := range list.Picks {
		p := &list.Picks[i]
		_, _ = sum.Write([]byte(p.Renipress + " " + figure(p.Rank) + "\n")) // a hash takes everything
	}
	for i := range list.Passed {
		_, _ = sum.Write([]byte("- " + figure(list.Passed[i].Rank) + "\n"))
	}
	return hex.EncodeToString(sum.Sum(nil))
}

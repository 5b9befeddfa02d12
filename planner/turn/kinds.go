package turn

import (
	"brujula/data"
	"brujula/data/texts"
)

// rule is all that the act knows of a kind of event.
type rule struct {
	kind  Kind
	since int // the first FormatVersion that has it
	// anytime says that it may happen where no act is followed.
	anytime bool
	// allowed tells why the event cannot happen in an act that it does not begin;
	// nil where nothing speaks against it.
	allowed func(s *State, e *Event, seats Seats) error
	// happen changes the state; nil for Undo and Redo, which change the history.
	happen func(s *State, e *Event, seats Seats)
	// text tells of the event; name gives the name of a plaza.
	text func(e *Event, name func(renipress string) string) string
	// fill puts what its numbers mean into the row of an export; may be nil.
	fill func(r *Row, e *Event)

	menu   string   // names it in a menu
	said   []string // words that choose it there beside its own
	short  string   // says what its command does
	needs  Needs
	mine   bool   // of the applicant: Event.Rank is the own one
	asks   string // asks for the plaza that it needs
	before string // asked before it happens; "" for nothing
}

// Needs is what has to be said for an event beside its kind.
type Needs int

// NeedsMore: what only a question of its own can ask for.
const (
	NeedsNothing Needs = iota
	NeedsPlaza         // Renipress: a plaza with a seat left
	NeedsGone          // Renipress: a plaza of which a seat is gone
	NeedsRank          // N: a rank
	NeedsCount         // N: how many; one where it is not said
	NeedsMore
)

// kindTable has one entry a kind: here, and in the Event where it has fields of its
// own, a new one is described.
var kindTable = []rule{
	{
		kind: Start, since: 1, anytime: true, allowed: rankNamed,
		happen: func(s *State, e *Event, _ Seats) {
			*s = State{
				Started: true, Line: e.Line, Rank: e.Rank, Turn: e.N, Gone: map[string]int{},
				Seconds: s.Seconds, MaxCalls: s.MaxCalls,
			}
		},
		text: func(e *Event, _ func(string) string) string { return texts.TurnStarted(e.N, e.Rank) },
		fill: func(r *Row, e *Event) { r.Turn, r.Mine = e.N, e.Rank },
		menu: texts.KeyTurnStart, needs: NeedsMore, short: texts.TurnStartShort,
	},
	{
		kind: Cross, since: 1, allowed: seatLeft, happen: (*State).cross,
		text: func(e *Event, name func(string) string) string { return texts.TurnCrossed(name(e.Renipress), e.Late) },
		menu: texts.KeyTurnCross, said: []string{"x"}, needs: NeedsPlaza, asks: texts.TurnAskCross, short: texts.TurnCrossShort,
	},
	{
		kind: Release, since: 1, allowed: seatGone,
		happen: func(s *State, e *Event, _ Seats) { s.Gone[e.Renipress]--; s.Told-- },
		text:   func(e *Event, name func(string) string) string { return texts.TurnReleased(name(e.Renipress)) },
		menu:   texts.TurnMenuRelease, needs: NeedsGone, asks: texts.TurnAskRelease, short: texts.TurnReleaseShort,
	},
	{
		kind: Pick, since: 1, allowed: rankNamed,
		happen: func(s *State, e *Event, _ Seats) { s.goTo(e.N) },
		text:   func(e *Event, _ func(string) string) string { return texts.TurnPicked(e.N) },
		fill:   func(r *Row, e *Event) { r.Turn = e.N },
		menu:   texts.TurnMenuPick, said: []string{"v"}, needs: NeedsRank, short: texts.TurnPickShort,
	},
	{
		kind: Pass, since: 1, allowed: rankNamed,
		happen: func(s *State, e *Event, _ Seats) { s.Passed += e.N; s.goTo(s.Turn + e.N) },
		text:   func(e *Event, _ func(string) string) string { return texts.TurnPassed(e.N) },
		fill:   func(r *Row, e *Event) { r.Count = e.N },
		menu:   texts.TurnMenuPass, needs: NeedsCount, short: texts.TurnPassShort,
	},
	{
		kind: Call, since: 1,
		happen: func(s *State, _ *Event, _ Seats) { s.Calls++ },
		text:   word(texts.TurnCalled),
		menu:   texts.TurnMenuCall, said: []string{"t", "llamado"}, short: texts.TurnCallShort,
	},
	{
		kind: Import, since: 1, allowed: countsNamed, happen: (*State).merge,
		text: func(e *Event, _ func(string) string) string {
			return texts.TurnImported(e.Source, e.seats(), len(e.Taken))
		},
		menu: texts.TurnMenuImport, needs: NeedsMore, short: texts.TurnImportShort,
	},
	{
		kind: Timer, since: 1, allowed: timeNamed,
		happen: func(s *State, e *Event, _ Seats) { s.Seconds, s.MaxCalls = e.Seconds, e.Calls },
		text:   func(e *Event, _ func(string) string) string { return texts.TurnTimerSet(e.Seconds, e.Calls) },
		menu:   texts.TurnMenuTimer, needs: NeedsMore, short: texts.TurnTimerShort,
	},
	{
		kind: Take, since: 2, anytime: true, allowed: offered, happen: (*State).settle,
		text: func(e *Event, name func(string) string) string { return texts.TurnTook(name(e.Renipress)) },
		menu: texts.TurnMenuTake, said: []string{"tome", "l"}, needs: NeedsPlaza, mine: true, asks: texts.TurnAskTake, short: texts.TurnTakeShort,
	},
	{
		kind: Decline, since: 2, anytime: true, happen: (*State).settle, text: word(texts.TurnDeclined),
		menu: texts.TurnMenuDecline, said: []string{"no elegi"}, mine: true, before: texts.TurnDeclineQuestion, short: texts.TurnDeclineShort,
	},
	{
		kind: End, since: 1,
		happen: func(s *State, _ *Event, _ Seats) {
			mine := Outcome{Renipress: s.Mine.Renipress, Declined: s.Mine.Declined}
			*s = State{Seconds: s.Seconds, MaxCalls: s.MaxCalls, Mine: mine}
		},
		text: word(texts.TurnEnded),
		menu: texts.KeyTurnEnd, short: texts.TurnEndShort,
	},
	{kind: Undo, since: 1, anytime: true, text: word(texts.KeyUndo), menu: texts.KeyUndo, short: texts.TurnUndoShort},
	{kind: Redo, since: 1, anytime: true, text: word(texts.KeyRedo), menu: texts.KeyRedo, short: texts.TurnRedoShort},
}

// Kinds lists the kinds of events.
func Kinds() []Kind {
	return data.Map(kindTable, func(one rule) Kind { return one.kind })
}

// ruleOf returns what is known of a kind; ok is false for one of a later version.
func ruleOf(k Kind) (r *rule, ok bool) {
	for i := range kindTable {
		if kindTable[i].kind == k {
			return &kindTable[i], true
		}
	}
	return nil, false
}

func word(text string) func(*Event, func(string) string) string {
	return func(*Event, func(string) string) string { return text }
}

func rankNamed(_ *State, e *Event, _ Seats) error {
	if e.N < 1 || e.N > maxNumber {
		return refuse(BadNumber)
	}
	return nil
}

func offered(_ *State, e *Event, seats Seats) error {
	if seats[e.Renipress] == 0 {
		return &Refusal{NoSuchPlaza, e.Renipress}
	}
	return nil
}

func seatLeft(s *State, e *Event, seats Seats) error {
	if err := offered(s, e, seats); err != nil {
		return err
	}
	if s.Left(seats, e.Renipress) <= 0 {
		return &Refusal{NoSeatLeft, e.Renipress}
	}
	return nil
}

func seatGone(s *State, e *Event, _ Seats) error {
	switch {
	case s.Gone[e.Renipress] <= 0:
		return &Refusal{NothingGone, e.Renipress}
	case s.holdsLast(e.Renipress):
		return &Refusal{OnlyMine, e.Renipress}
	}
	return nil
}

func countsNamed(_ *State, e *Event, _ Seats) error {
	if e.UpTo < 0 || e.UpTo > maxNumber {
		return refuse(BadNumber)
	}
	for code, n := range e.Taken {
		if n < 1 || n > maxNumber {
			return &Refusal{BadNumber, code}
		}
	}
	return nil
}

// What a timer may be set to at most.
const (
	MostSeconds = 3600
	MostCalls   = 99
)

func timeNamed(_ *State, e *Event, _ Seats) error {
	if e.Seconds < 1 || e.Seconds > MostSeconds || e.Calls < 1 || e.Calls > MostCalls {
		return refuse(BadNumber)
	}
	return nil
}

// known returns what is known of a kind; nothing of one of a later version.
func (k Kind) known() *rule {
	if r, ok := ruleOf(k); ok {
		return r
	}
	return &rule{}
}

// Anytime reports whether an event of the kind may happen where no act is followed.
func (k Kind) Anytime() bool { return k.known().anytime }

// Needs reports what has to be said for an event of the kind.
func (k Kind) Needs() Needs { return k.known().needs }

// Mine reports whether it is of the applicant, whose rank goes into Event.Rank.
func (k Kind) Mine() bool { return k.known().mine }

// Short says what the command of the kind does.
func (k Kind) Short() string { return k.known().short }

// Asks is the question for the plaza that an event of the kind needs.
func (k Kind) Asks() string { return k.known().asks }

// Question is asked before an event of the kind happens; "" for nothing.
func (k Kind) Question() string { return k.known().before }

// Label names the kind in a menu.
func (k Kind) Label() string { return k.known().menu }

package keys

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
)

// Explore keys work in the screen of plazas, beside those of tables.
type Explore struct{ OtherModality, Compare, Neighbours, Near, Undo Binding }

// NewExplore makes the bindings of Explorar.
func NewExplore() Explore {
	return Explore{
		OtherModality: bind("o", texts.KeyOtherModality, "o"),
		Compare:       bind("c", texts.KeyToCompare, "c"),
		Neighbours:    bind("Q", texts.KeyNeighbours, "Q"),
		Near:          bind("M", texts.KeyNearThis, "M").tip(texts.TipNearThis),
		Undo:          bind("u", texts.KeyUndoPlan, "u").tip(texts.TipUndo),
	}
}

// Scope lists the bindings for help.
func (k Explore) Scope() Scope {
	return Scope{texts.ScreenExplore, []Binding{k.OtherModality, k.Compare, k.Neighbours, k.Near, k.Undo}}
}

// ChangeSigns explains, in the help of Explorar, the signs of the column of
// changes; no key is bound to them.
func ChangeSigns() Scope {
	return Scope{texts.ScopeChange, []Binding{
		bind(texts.DiffSignNew, texts.SignNew), bind(texts.DiffSignMoved, texts.SignMoved), bind("+1 -1", texts.SignSeats),
		bind(texts.DiffSignGrade(4), texts.SignGrade), bind(texts.DiffSignBonus("ZE", true)+" "+texts.DiffSignBonus("ZE", false), texts.SignBonus), bind(texts.DiffSignOther, texts.SignOther),
	}}
}

// BandSigns explains, in the help of whatever shows chances, the letters of
// their bands, and the line that pictures are drawn along; no key is bound to them.
func BandSigns() Scope {
	signs := data.Map(availability.Bands(), func(b availability.Band) Binding { return bind(b.Letter(), texts.BandReach(b.Letter(), b.Floor())) })
	return Scope{texts.ScopeBands, append(signs, bind("▇▅▂", texts.SignLine).tip(texts.TipLine))}
}

// Plan keys order the plan.
type Plan struct {
	MoveDown, MoveUp, MoveTo, MoveTop, MoveBottom Binding
	Remove, Undo, Redo, Note, Select              Binding
	Versions, Phase, Advice, Compare, Export      Binding
	Weights                                       Binding
}

// NewPlan makes the bindings of Mi plan.
func NewPlan() Plan {
	return Plan{
		MoveDown:   bind("J", texts.KeyMoveDown, "J", "shift+down"),
		MoveUp:     bind("K", texts.KeyMoveUp, "K", "shift+up"),
		MoveTo:     bind("m", texts.KeyMoveTo, "m").tip(texts.TipMoveTo),
		MoveTop:    bind("T", texts.KeyMoveTop, "T"),
		MoveBottom: bind("B", texts.KeyMoveBottom, "B"),
		Remove:     bind("d", texts.KeyRemove, "d", "delete"),
		Undo:       bind("u", texts.KeyUndo, "u").tip(texts.TipUndo),
		Redo:       bind("ctrl+r", texts.KeyRedo, "ctrl+r"),
		Note:       bind("e", texts.KeyNote, "e"),
		Select:     bind("s", texts.KeySelect, "s"),
		Versions:   bind("v", texts.KeyVersions, "v"),
		Phase:      bind("o", texts.KeyPhase, "o"),
		Advice:     bind("a", texts.KeyAdvice, "a"),
		Compare:    bind("c", texts.KeyToCompare, "c"),
		Weights:    bind("w", texts.KeyWeightsLong, "w"),
		Export:     bind("E", texts.KeyExport, "E").tip(texts.TipExport),
	}
}

// Scope lists the bindings for help.
func (k Plan) Scope() Scope {
	return Scope{texts.ScreenPlan, []Binding{
		k.MoveDown, k.MoveUp, k.MoveTo, k.MoveTop, k.MoveBottom, k.Remove, k.Undo, k.Redo,
		k.Note, k.Select, k.Versions, k.Phase, k.Advice, k.Weights, k.Compare, k.Export,
	}}
}

// Writing lists the bindings that change the plan: a window that only looks
// does not offer them.
func (k Plan) Writing() []Binding {
	return []Binding{k.MoveDown, k.MoveUp, k.MoveTo, k.MoveTop, k.MoveBottom, k.Remove, k.Undo, k.Redo, k.Note}
}

// Compare keys work on the plazas that stand side by side.
type Compare struct{ Drop, Diffs, Star Binding }

// NewCompare makes the bindings of Comparar.
func NewCompare() Compare {
	return Compare{
		Drop:  bind("d", texts.KeyCompareDrop, "d", "delete"),
		Diffs: bind("f", texts.KeyCompareDiffs, "f"),
		Star:  bind(texts.KeyNameSpace, texts.KeyStar, " "),
	}
}

// Scope lists the bindings for help.
func (k Compare) Scope() Scope {
	return Scope{texts.ScreenCompare, []Binding{k.Drop, k.Diffs, k.Star}}
}

// Turn keys run the act of adjudication.
type Turn struct {
	Start, End, Cross, Release, Pick, Pass, Timer, TimerSet, Import, Undo, Redo, Export Binding
	KeepPast                                                                            Binding
	Take, TakeOther, Decline, Card, OtherModality                                       Binding
}

// NewTurn makes the bindings of Mi turno.
func NewTurn() Turn {
	return Turn{
		Start:    bind("S", texts.KeyTurnStart, "S"),
		End:      bind(texts.OrderEnd, texts.KeyTurnEnd).tip(texts.TipTurnEnd),
		KeepPast: bind("W", texts.KeyTurnKeepPast, "W").tip(texts.TipTurnKeepPast),
		Cross:    bind("x", texts.KeyTurnCross, "x", "/").tip(texts.TipTurnCross),
		Release:  bind("r", texts.KeyTurnRelease, "r"),
		Pick:     bind("i", texts.KeyTurnPick, "i"),
		Pass:     bind("n", texts.KeyTurnPass, "n"),
		Timer:    bind("t", texts.KeyTurnTimer, "t"),
		TimerSet: bind(texts.OrderClock, texts.TurnKeySet),
		Import:   bind("I", texts.KeyTurnImport, "I"),
		Undo:     bind("u", texts.KeyUndo, "u").tip(texts.TipUndo),
		Redo:     bind("ctrl+r", texts.KeyRedo, "ctrl+r"),
		Export:   bind("E", texts.KeyExport, "E"),

		Take:          bind("enter", texts.KeyTurnTake, "enter").tip(texts.TipTurnTake),
		TakeOther:     bind("L", texts.KeyTurnTakeOther, "L"),
		Decline:       bind("N", texts.KeyTurnDecline, "N"),
		Card:          bind("p", texts.KeyTurnCard, "p"),
		OtherModality: bind("o", texts.KeyTurnOtherModality, "o"),
	}
}

// Scope lists the bindings for help.
func (k Turn) Scope() Scope {
	return Scope{texts.ScreenTurn, []Binding{
		k.Start, k.Cross, k.Release, k.Pick, k.Pass, k.Take, k.TakeOther, k.Decline, k.Timer, k.TimerSet, k.Import, k.Undo, k.Redo,
		k.Card, k.OtherModality, k.Export, k.End, k.KeepPast,
	}}
}

// Writing lists the bindings that write to the log of the act.
func (k Turn) Writing() []Binding {
	return []Binding{
		k.Start, k.End, k.Cross, k.Release, k.Pick, k.Pass, k.Timer, k.TimerSet, k.Import, k.Undo, k.Redo,
		k.Take, k.TakeOther, k.Decline, k.OtherModality, k.KeepPast,
	}
}

// Prompt keys work while text is written: search, command line, one-line
// questions.
type Prompt struct{ Accept, Cancel, Complete, Prev, Next, EraseLine, EraseWord Binding }

// NewPrompt makes the bindings of text inputs.
func NewPrompt() Prompt {
	return Prompt{
		Accept:    bind("enter", texts.KeyAccept, "enter"),
		Cancel:    bind("esc", texts.KeyCancel, "esc"),
		Complete:  bind("tab", texts.KeyComplete, "tab"),
		Prev:      bind("↑", texts.KeyHistory, "up", "ctrl+p"),
		Next:      bind("↓", texts.KeyHistory, "down", "ctrl+n"),
		EraseLine: bind("ctrl+u", texts.KeyEraseLine, "ctrl+u"),
		EraseWord: bind("ctrl+w", texts.KeyEraseWord, "ctrl+w", "alt+backspace"),
	}
}

// Scope lists the bindings for help.
func (k Prompt) Scope() Scope {
	return Scope{texts.ScopePrompt, []Binding{k.Accept, k.Cancel, k.Complete, k.Prev, k.EraseLine, k.EraseWord}}
}

// Confirm keys answer a question.
type Confirm struct{ Yes, No Binding }

// NewConfirm makes the bindings of questions.
func NewConfirm() Confirm {
	return Confirm{
		Yes: bind("s", texts.KeyYes, "s", "S", "y", "Y"),
		No:  bind("n", texts.KeyNo, "n", "N", "esc"),
	}
}

// Scope lists the bindings for help.
func (k Confirm) Scope() Scope {
	return Scope{texts.ScopeConfirm, []Binding{k.Yes, k.No}}
}

// Form keys move between the fields of a form. SaveNow saves from any field; it
// is not in the scope, since not every form has it.
type Form struct{ Next, Prev, Choose, Save, SaveNow, Cancel Binding }

// NewForm makes the bindings of forms.
func NewForm() Form {
	return Form{
		Next:    bind("tab", texts.KeyFieldNext, "tab"),
		Prev:    bind("shift+tab", texts.KeyFieldPrev, "shift+tab"),
		Choose:  bind("↑ ↓", texts.KeyChoose, "up", "down"),
		Save:    bind("enter", texts.KeySave, "enter"),
		SaveNow: bind("ctrl+s", texts.KeySaveNow, "ctrl+s"),
		Cancel:  bind("esc", texts.KeyCancel, "esc"),
	}
}

// Scope lists the bindings for help.
func (k Form) Scope() Scope {
	return Scope{texts.ScopeForm, []Binding{k.Next, k.Prev, k.Choose, k.Save, k.Cancel}}
}

// Card keys work in the card of a plaza.
type Card struct{ Report Binding }

// NewCard makes the bindings of the card.
func NewCard() Card {
	return Card{Report: bind("e", texts.KeyReport, "e").tip(texts.TipReport)}
}

// Scope lists the bindings for help.
func (k Card) Scope() Scope { return Scope{texts.ScreenCard, []Binding{k.Report}} }

// All lists every scope, in the order of the README's list of keys.
func All() []Scope {
	return []Scope{
		NewGlobal().Scope(), NewNavigation().Scope(), NewSearch().Scope(), NewTable().Scope(), NewFacets().Scope(),
		NewExplore().Scope(), NewNeighbours().Scope(), NewCard().Scope(), NewPlan().Scope(), NewVersions().Scope(), NewCompare().Scope(), NewTurn().Scope(), NewPanorama().Scope(),
		NewChanges().Scope(), NewImport().Scope(), NewSources().Scope(), NewHandbook().Scope(),
		NewPrompt().Scope(), NewConfirm().Scope(), NewForm().Scope(),
	}
}

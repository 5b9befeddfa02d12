package turn

import (
	"strconv"

	"brujula/data"
	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/tui/keys"
	"brujula/tui/screen"
)

// Status reports whose turn it is, and what is on the disk.
func (m *Model) Status() (left, right string) {
	s := m.desk.Turn().State()
	history, unsaved := m.desk.Turn().History()
	switch {
	case !m.desk.Turn().Ready():
		return texts.ScreenTurn, ""
	case !s.Started && s.Mine.Known():
		left = texts.ScreenTurn + " · " + s.Now(0)
	case !s.Started:
		left = texts.ScreenTurn + " · " + texts.TurnNobodyLeft
	default:
		rank := s.Rank
		if v := m.desk.Turn().View(); v != nil {
			rank = v.Rank
		}
		left = texts.Capital(s.Now(rank))
	}
	right = texts.TurnActs(len(history)-unsaved, m.desk.Turn().Stored())
	switch {
	case m.desk.Turn().Unsaved() > 0:
		right = strconv.Itoa(m.desk.Turn().Unsaved()) + " " + texts.TurnUnsaved
	case m.desk.Turn().Saving() > 0:
		right += texts.TurnSaving(m.desk.Turn().Saving())
	}
	return left, right
}

// Help lists the keys.
func (m *Model) Help() screen.Help {
	own, p := m.keys.own, m.keys.prompt
	if m.mode != looking {
		return screen.Help{Footer: []keys.Binding{p.Accept, p.Cancel}, Scopes: []keys.Scope{p.Scope()}}
	}
	why := m.desk.Turn().ReadOnly()
	scope := own.Scope()
	scope.Bindings = append(keys.Explained(why, scope.Bindings, own.Writing()...), m.keys.table.Open, m.keys.table.Copy)
	footer := keys.Usable(why, m.footer(), own.Writing()...)
	return screen.Help{Footer: footer, Scopes: []keys.Scope{scope, keys.BandSigns()}}
}

// footer returns the keys in the order in which they are needed now.
func (m *Model) footer() []keys.Binding {
	if !m.desk.HasProfile() {
		return []keys.Binding{keys.NewGlobal().Profile}
	}
	own, s := &m.keys.own, m.desk.Turn().State()
	card, other := own.Card.As(texts.KeyOpenCard), own.OtherModality.As(texts.KeyTurnPhaseShort)
	cross, pick, pass := own.Cross.As(texts.KeyTurnCrossShort), own.Pick.As(texts.KeyTurnPickShort), own.Pass.As(texts.KeyTurnPassShort)
	timer, end := own.Timer.As(texts.KeyTurnTimerShort), own.End.As(texts.KeyTurnEndShort)
	took, declined := own.TakeOther.As(texts.KeyTurnTookShort), own.Decline.As(texts.KeyTurnDeclineShort)
	rest := []keys.Binding{own.Import.As(texts.KeyTurnImportShort), own.Release.As(texts.KeyTurnReleaseShort), own.Export, m.keys.table.Copy}
	var first []keys.Binding
	phase := s.Phase(m.rank())
	switch {
	case phase == act.Placed:
		first = []keys.Binding{card, m.keys.table.Copy, own.Export, own.Undo}
	case phase == act.Unplaced && m.desk.Turn().Line().Modality == data.Remunerada:
		first = []keys.Binding{other, took, own.Undo}
	case phase == act.Unplaced:
		first = []keys.Binding{took, own.Undo}
	}
	switch {
	case s.Mine.Known() && !s.Started:
		return append(first, own.KeepPast.As(texts.KeyTurnKeepPastShort), own.Start)
	case !s.Started:
		return []keys.Binding{own.Start, card, m.keys.table.Copy, took}
	case s.Mine.Known():
		return append(append(first, cross, pick, end), own.KeepPast.As(texts.KeyTurnKeepPastShort))
	case phase == act.MyTurn && m.desk.Turn().MyTurn(): // and not that of a look
		first = []keys.Binding{
			own.Take.As(texts.KeyTurnTakeShort), own.TakeOther.As(texts.KeyTurnOtherShort), declined, timer, cross, own.Undo, card, pick, end,
		}
	case phase == act.GoneBy:
		first = []keys.Binding{took, declined, pick, own.Undo, cross, end}
	default:
		first = []keys.Binding{cross, pick, pass, own.Undo, timer, end, card}
	}
	return append(first, rest...)
}

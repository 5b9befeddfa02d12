package linear

import (
	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/planner/workspace"
)

// act is the menu of Mi turno.
func (s *dialogue) act() error {
	if !s.desk.HasProfile() {
		s.say(texts.LinearNoProfile)
		return nil
	}
	return s.menu(func() menu {
		s.refreshTurn()
		m := menu{title: texts.ScreenTurn, status: s.turnStatus(), brief: 4, help: []string{texts.LinearTurnHelp}}
		started, none := s.desk.Turn().State().Started, s.desk.Turn().LineView() == nil
		history, _ := s.desk.Turn().History()
		switch {
		case none:
		case started && s.desk.Turn().ReadOnly() != "":
			m.options = []option{{label: texts.LinearTurnAsk, words: []string{"ver"}, do: s.readBest}, {label: texts.LinearTurnPlan, do: s.readTurnPlan}, {label: texts.LinearTurnLog, do: s.readLog}}
		case started:
			m.options = s.turnOptions()
			m.other = s.crossWords
		case s.desk.Turn().ReadOnly() == "":
			m.options = append(m.options, option{label: texts.KeyTurnStart, do: s.startAct})
			if len(history) > 0 {
				m.options = append(m.options, s.undoOption(), s.does(texts.KeyRedo, act.Event{Kind: act.Redo}))
			}
			m.options = append(m.options, option{label: texts.LinearTurnPlan, do: s.readTurnPlan}, s.takeOption(), s.declineOption())
			if len(history) > 0 {
				m.options = append(m.options, s.pastOptions()...)
			}
		}
		return m
	})
}

// refreshTurn follows profile, lists and plan, and the log where another window
// writes it.
func (s *dialogue) refreshTurn() {
	_ = s.due() // only a question can fail, and none comes of it
	_ = s.do(s.desk.Turn().Open())
}

func (s *dialogue) turnOptions() []option {
	return append([]option{
		{label: texts.LinearTurnAsk, words: []string{"ver"}, do: s.readBest},
		{label: texts.KeyTurnCross, words: []string{"x"}, do: func() error { return s.crossing(act.Cross) }},
		{label: texts.LinearTurnPick, words: []string{"v"}, do: s.pickTurn},
		s.does(texts.LinearTurnPass, act.Event{Kind: act.Pass, N: 1}),
		s.undoOption(),
		s.does(texts.KeyRedo, act.Event{Kind: act.Redo}),
		{label: texts.LinearTurnRelease, do: func() error { return s.crossing(act.Release) }},
		{label: texts.LinearTurnPlan, do: s.readTurnPlan},
		{label: texts.LinearTurnFigures, words: []string{"cuentas"}, do: s.readFigures},
		{label: texts.LinearTurnLog, do: s.readLog},
		{label: texts.LinearTurnImport, do: s.importTaken},
		{label: texts.LinearTurnExport, do: s.exportLog},
		{label: texts.LinearTurnAnew, do: s.startAct},
		s.does(texts.KeyTurnEnd, act.Event{Kind: act.End}),
		{label: texts.LinearTurnCall, words: []string{"t", "llamado"}, do: s.beginCall},
		{label: texts.LinearTurnCalls, do: s.setCalls},
		s.takeOption(),
		s.declineOption(),
	}, s.pastOptions()...)
}

// pastOptions keep the act as a past process, and take it out again.
func (s *dialogue) pastOptions() []option {
	options := []option{{label: texts.KeyTurnKeepPast, words: []string{"guardar"}, do: s.keepPast}}
	if s.desk.Turn().HeldPast() {
		options = append(options, option{label: texts.LinearTurnRemovePast, words: []string{"quitar"}, do: s.removePast})
	}
	return options
}

func (s *dialogue) keepPast() error {
	d, why := s.desk.Turn().PastDraft()
	if why != "" {
		s.say(texts.LinearWarning(why))
		return nil
	}
	if yes, err := s.confirm(texts.ActPastQuestion(&d.Info, s.desk.Turn().State().Started)); err != nil || !yes {
		return err
	}
	return s.do(s.desk.Turn().KeepPast())
}

func (s *dialogue) removePast() error {
	line := s.desk.Turn().Line()
	if yes, err := s.confirm(texts.ActRemoveQuestion(line)); err != nil || !yes {
		return err
	}
	return s.do(s.desk.RemovePast(line))
}

func (s *dialogue) does(label string, e act.Event) option {
	return option{label: label, do: func() error { return s.do(s.desk.Turn().Do(e)) }}
}

// undoOption takes the last act back, after a question where it is one of long ago.
func (s *dialogue) undoOption() option {
	return option{label: texts.KeyUndo, do: func() error {
		history, _ := s.desk.Turn().History()
		if question := act.UndoQuestion(history, s.desk.Now(), s.desk.Turn().Name); question != "" {
			if yes, err := s.confirm(question); err != nil || !yes {
				return err
			}
		}
		return s.do(s.desk.Turn().Do(act.Event{Kind: act.Undo}))
	}}
}

// turnStatus tells whose turn it is, what is not on the disk, and what to ask
// for.
func (s *dialogue) turnStatus() []string {
	t := s.desk.Turn()
	var lines []string
	if _, unsaved := t.History(); unsaved > 0 {
		lines = append(lines, texts.TurnBanner(unsaved, t.Failure()))
	}
	if why := t.ReadOnly(); why != "" {
		lines = append(lines, texts.LinearWarning(why))
	}
	state := t.State()
	own, derived := t.Rank()
	switch {
	case t.LineView() == nil:
		return append(lines, texts.LinearTurnNoLine)
	case !state.Started && state.Mine.Known():
		return append(lines, s.afterMine()...)
	case !state.Started:
		return append(lines, texts.LinearTurnIntro(t.Line(), own))
	}
	rank := state.Rank
	if v := t.View(); v != nil && v.Rank > 0 {
		rank = v.Rank
	}
	lines = append(lines, texts.LinearSentence(state.Now(rank)))
	if left := s.callLeft(); left != "" {
		lines = append(lines, left)
	}
	if derived {
		lines = append(lines, texts.LinearTurnDerived)
	}
	return append(lines, s.askNow()...)
}

// askNow tells in one line what to ask for, or why there is nothing.
func (s *dialogue) askNow() []string {
	v := s.desk.Turn().View()
	switch {
	case v == nil:
		return nil
	case v.State.Mine.Known():
		return s.afterMine()
	case v.Over:
		return []string{texts.TurnOverAsk}
	case len(v.Best) == 0:
		return []string{texts.TurnNothing}
	}
	c := &v.Best[0]
	return []string{texts.LinearAskBrief(v.MyTurn(), c.Plaza, s.chanceOf(c))}
}

func (s *dialogue) chanceOf(c *act.Choice) string {
	if !c.Known {
		return ""
	}
	state := s.desk.Turn().State()
	ahead, _ := state.Ahead(s.desk.Turn().View().Rank)
	return texts.LinearTurnChance(texts.LinearChance(c.Est.Band.Letter(), c.Chance, c.Est.Lo, c.Est.Hi, c.Est.HasRange), state.Started && ahead == 0)
}

// readBest reads what to ask for, and the next two, as the official screen asks.
func (s *dialogue) readBest() error {
	v := s.desk.Turn().View()
	switch {
	case v == nil:
		return nil
	case v.State.Mine.Known():
		s.say(s.afterMine()...)
		return nil
	case v.Lack() == act.LackTurn:
		s.say(v.LackText(), texts.TurnOverAsk)
		return nil
	case v.Lack() != act.LackNone:
		s.say(v.LackText())
	}
	for i := range v.Best {
		c := &v.Best[i]
		s.gap()
		s.say(texts.LinearBest(i, v.MyTurn(), c.Plaza, s.chanceOf(c)))
		for _, step := range texts.TurnOfficial(c.Plaza) {
			s.say(texts.LinearField(step[0], step[1]))
		}
		points := texts.PointsShort(c.Points.Known, c.Points.Value)
		s.say(texts.LinearSentence(texts.TurnSeats(c.Left, c.Plaza.Seats) + ", " + texts.TurnFacts(points, texts.LinearGrade(c.Plaza.Grade), 0, 0, c.Place)))
		s.say(texts.LinearSentence(texts.RiskTold(c.Mark.Worst, c.Mark.Count)))
		if v.MaybeGone(c) {
			s.say(texts.LinearWarning(texts.TurnMaybeGone))
		}
	}
	return nil
}

// startAct asks at which rank the act is, and begins it; one that is there is
// begun anew only after a question.
func (s *dialogue) startAct() error {
	if history, _ := s.desk.Turn().History(); s.desk.Turn().State().Started {
		if yes, err := s.confirm(texts.LinearTurnAgain(len(history))); err != nil || !yes {
			return err
		}
	}
	n, mine, ok, err := s.startRanks()
	if !ok || err != nil {
		return err
	}
	return s.do(s.desk.Turn().Do(act.Event{Kind: act.Start, Line: s.desk.Turn().Line(), Rank: mine, N: n}))
}

// startRanks asks at which rank the act is, and for the own one; ok is false when
// the user gives none.
func (s *dialogue) startRanks() (at, mine int, ok bool, err error) {
	err = s.fill(texts.KeyTurnStart, func() bool { return at > 0 }, func() error {
		if at, ok, err = s.number(texts.TurnAskStart, workspace.MostRank); !ok || err != nil {
			return err
		}
		mine, _ = s.desk.Turn().Rank()
		own := texts.LinearAt{Enter: texts.LinearEnterOwn}
		if mine <= 0 {
			own.Enter = texts.LinearEnterNoRank
		}
		text, err := s.word(texts.LinearTurnMine(mine), own)
		if err != nil {
			return err
		}
		if typed, is := texts.WholeNumber(text); text != "" && (!is || typed < 1 || typed > workspace.MostRank) {
			s.say(texts.NotARank(texts.Shortened(text)))
			ok = false
		} else if is {
			mine = typed
		}
		return nil
	})
	return at, mine, ok, err
}

func (s *dialogue) pickTurn() error {
	n, ok, err := s.number(texts.TurnAskN, workspace.MostRank)
	if !ok || err != nil {
		return err
	}
	return s.do(s.desk.Turn().Do(act.Event{Kind: act.Pick, N: n}))
}

package linear

import (
	"brujula/data/texts"
	"brujula/planner/session"
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
		for _, d := range s.desk.Turn().Deeds() {
			m.options = append(m.options, s.deed(d))
			if d == act.Deed(act.Cross) {
				m.other = s.crossWords
			}
		}
		return m
	})
}

// deed is the option that does something in the act.
func (s *dialogue) deed(d act.Deed) option {
	o := option{do: s.ownDeed(d)}
	o.label, o.words = d.Menu(s.desk.Turn().State().Started)
	if o.do == nil {
		o.do = func() error { return s.event(act.Kind(d)) }
	}
	return o
}

// ownDeed does what has a conversation of its own; nil for an event of which the
// planner tells what it needs.
func (s *dialogue) ownDeed(d act.Deed) func() error {
	return map[act.Deed]func() error{
		act.Deed(act.Start): s.startAct, act.Deed(act.Import): s.importTaken, act.Deed(act.Call): s.beginCall,
		act.Deed(act.Timer): s.setCalls, act.Deed(act.Undo): s.undo,
		act.ReadBest: s.readBest, act.ReadPlan: s.readTurnPlan, act.ReadFigures: s.readFigures, act.ReadLog: s.readLog,
		act.WriteLog: s.exportLog, act.KeepPast: s.keepPast, act.RemovePast: s.removePast,
	}[d]
}

// event lets an event happen, after what it needs was asked for.
func (s *dialogue) event(kind act.Kind) error {
	e := act.Event{Kind: kind}
	switch kind.Needs() {
	case act.NeedsPlaza, act.NeedsGone:
		return s.crossing(kind)
	case act.NeedsRank:
		n, ok, err := s.number(texts.TurnAskN, workspace.MostRank)
		if !ok || err != nil {
			return err
		}
		e.N = n
	case act.NeedsCount:
		e.N = 1
	case act.NeedsNothing, act.NeedsMore:
	}
	return s.doIf(kind.Question(), func() session.Jobs { return s.desk.Turn().Do(e) })
}

// refreshTurn follows profile, lists and plan, and the log where another window
// writes it.
func (s *dialogue) refreshTurn() {
	_ = s.due() // only a question can fail, and none comes of it
	_ = s.do(s.desk.Turn().Open())
}

func (s *dialogue) keepPast() error {
	d, why := s.desk.Turn().PastDraft()
	if why != "" {
		s.say(texts.LinearWarning(why))
		return nil
	}
	return s.doIf(texts.ActPastQuestion(&d.Info, s.desk.Turn().State().Started), s.desk.Turn().KeepPast)
}

func (s *dialogue) removePast() error {
	line := s.desk.Turn().Line()
	return s.doIf(texts.ActRemoveQuestion(line), func() session.Jobs { return s.desk.RemovePast(line) })
}

// undo takes the last act back, after a question where it is one of long ago.
func (s *dialogue) undo() error {
	history, _ := s.desk.Turn().History()
	return s.doIf(act.UndoQuestion(history, s.desk.Now(), s.desk.Turn().Name), func() session.Jobs { return s.desk.Turn().Do(act.Event{Kind: act.Undo}) })
}

// turnStatus reports whose turn it is, what is not on the disk, and what to ask
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

// askNow reports in one line what to ask for, or why there is nothing.
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
	c := &v.Proposals()[0]
	return []string{texts.LinearAskBrief(c.Heading, c.Plaza, s.chanceOf(c.Choice))}
}

func (s *dialogue) chanceOf(c *act.Choice) string {
	if !c.Known {
		return ""
	}
	chance := texts.LinearChance(c.Est.Band.Letter(), c.Chance, c.Est.Lo, c.Est.Hi, c.Est.HasRange)
	return texts.LinearTurnChance(chance, s.desk.Turn().View().OfNow())
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
	for _, p := range v.Proposals() {
		s.gap()
		s.say(texts.LinearBest(p.Heading, p.Plaza, s.chanceOf(p.Choice)))
		if told := p.Spread.String(); told != "" {
			s.say(texts.LinearSentence(told))
		}
		for _, step := range p.Steps {
			s.say(texts.LinearField(step[0], step[1]))
		}
		s.say(texts.LinearSentence(texts.TurnSeats(p.Left, p.Plaza.Seats) + ", " + texts.TurnFacts(p.Points, texts.LinearGrade(p.Plaza.Grade), 0, 0, p.Place)))
		s.say(texts.LinearSentence(texts.RiskTold(p.Mark.Worst, p.Mark.Count)))
		if p.Warning != "" {
			s.say(texts.LinearWarning(p.Warning))
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
	err = s.fillForm(texts.KeyTurnStart, func() bool { return at > 0 }, func() error {
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

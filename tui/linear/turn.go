package linear

import (
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner"
	act "brujula/planner/turn"
)

// act is the menu of Mi turno.
func (s *session) act() error {
	if !s.desk.HasProfile() {
		s.say(texts.LinearNoProfile)
		return nil
	}
	return s.menu(func() menu {
		s.refreshTurn()
		m := menu{title: texts.ScopeTurn, status: s.turnStatus(), brief: 4, help: []string{texts.LinearTurnHelp}}
		started, none := s.turn.State().Started, s.turn.LineView() == nil
		history, _ := s.turn.History()
		switch {
		case none:
		case started && s.turn.ReadOnly() != "":
			m.options = []option{{label: texts.LinearTurnAsk, words: []string{"ver"}, do: s.readBest}, {label: texts.LinearTurnPlan, do: s.readTurnPlan}, {label: texts.LinearTurnLog, do: s.readLog}}
		case started:
			m.options = s.turnOptions()
			m.other = s.crossWords
		case s.turn.ReadOnly() == "":
			m.options = append(m.options, option{label: texts.LinearTurnStart, do: s.startAct})
			if len(history) > 0 {
				m.options = append(m.options, s.does(texts.LinearUndo, act.Event{Kind: act.Undo}), s.does(texts.LinearRedo, act.Event{Kind: act.Redo}))
			}
			m.options = append(m.options, option{label: texts.LinearTurnPlan, do: s.readTurnPlan})
		}
		return m
	})
}

// refreshTurn follows profile, lists and plan, and the log where another window
// writes it.
func (s *session) refreshTurn() {
	_ = s.due() // only a question can fail, and none comes of it
	_ = s.do(s.turn.Open())
}

func (s *session) turnOptions() []option {
	return []option{
		{label: texts.LinearTurnAsk, words: []string{"ver"}, do: s.readBest},
		{label: texts.LinearTurnCross, words: []string{"x"}, do: func() error { return s.crossing(false) }},
		{label: texts.LinearTurnPick, words: []string{"v"}, do: s.pickTurn},
		s.does(texts.LinearTurnPass, act.Event{Kind: act.Pass, N: 1}),
		s.does(texts.LinearUndo, act.Event{Kind: act.Undo}),
		s.does(texts.LinearRedo, act.Event{Kind: act.Redo}),
		{label: texts.LinearTurnRelease, do: func() error { return s.crossing(true) }},
		{label: texts.LinearTurnPlan, do: s.readTurnPlan},
		{label: texts.LinearTurnFigures, words: []string{"cuentas"}, do: s.readFigures},
		{label: texts.LinearTurnLog, do: s.readLog},
		{label: texts.LinearTurnImport, do: s.importTaken},
		{label: texts.LinearTurnExport, do: s.exportLog},
		{label: texts.LinearTurnAnew, do: s.startAct},
		s.does(texts.LinearTurnEnd, act.Event{Kind: act.End}),
		{label: texts.LinearTurnCall, words: []string{"t", "llamado"}, do: s.beginCall},
		{label: texts.LinearTurnCalls, do: s.setCalls},
	}
}

func (s *session) does(label string, e act.Event) option {
	return option{label: label, do: func() error { return s.do(s.turn.Do(e)) }}
}

// turnStatus tells whose turn it is, what is not on the disk, and what to ask
// for.
func (s *session) turnStatus() []string {
	t := s.turn
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
	case !state.Started:
		return append(lines, texts.LinearTurnIntro(t.Line(), own))
	}
	rank := state.Rank
	if v := t.View(); v != nil && v.Rank > 0 {
		rank = v.Rank
	}
	ahead, over := state.Ahead(rank)
	lines = append(lines, texts.LinearSentence(texts.TurnNow(state.Turn, ahead, over, rank > 0)))
	if left := s.callLeft(); left != "" {
		lines = append(lines, left)
	}
	if derived {
		lines = append(lines, texts.LinearTurnDerived)
	}
	return append(lines, s.askNow()...)
}

// askNow tells in one line what to ask for, or why there is nothing.
func (s *session) askNow() []string {
	v := s.turn.View()
	switch {
	case v == nil, v.Over:
		return nil
	case len(v.Best) == 0:
		return []string{texts.TurnNothing}
	}
	c := &v.Best[0]
	return []string{texts.LinearAskBrief(c.Plaza, s.chanceOf(c))}
}

func (s *session) chanceOf(c *act.Choice) string {
	if !c.Known {
		return ""
	}
	state := s.turn.State()
	ahead, _ := state.Ahead(s.turn.View().Rank)
	return texts.LinearTurnChance(texts.LinearChance(c.Est.Band.Letter(), c.Chance, c.Est.Lo, c.Est.Hi, c.Est.HasRange), state.Started && ahead == 0)
}

// readBest reads what to ask for, and the next two, as the official screen asks.
func (s *session) readBest() error {
	v := s.turn.View()
	switch {
	case v == nil:
		return nil
	case v.Over:
		s.say(texts.TurnOverNote(v.Rank, v.State.Turn))
		return nil
	case v.Odds != nil && v.Odds.Exhausted():
		s.say(texts.TurnExhausted(s.turn.Line().Modality))
	case len(v.Best) == 0:
		s.say(texts.TurnNothing)
	case v.Best[0].Place == 0 && v.NoneLikely:
		s.say(texts.TurnNoneLeft)
	case v.Best[0].Place == 0 && len(v.Plan) == 0:
		s.say(texts.LinearTurnPlanEmpty)
	case v.Best[0].Place == 0:
		s.say(texts.TurnPlanGone)
	}
	for i := range v.Best {
		c := &v.Best[i]
		s.gap()
		s.say(texts.LinearBest(i, c.Plaza, s.chanceOf(c)))
		for _, step := range texts.TurnOfficial(c.Plaza) {
			s.say(texts.LinearField(step[0], step[1]))
		}
		points := texts.PointsShort(c.Points.Known, c.Points.Value)
		s.say(texts.LinearSentence(texts.TurnSeats(c.Left, c.Plaza.Seats) + ", " + texts.TurnFacts(points, texts.LinearGrade(c.Plaza.Grade), 0, 0, c.Place)))
		s.say(texts.LinearSentence(texts.RiskTold(c.Mark.Worst, c.Mark.Count)))
		if c.Known && c.Now < nearlyCertain && c.Free() {
			s.say(texts.LinearWarning(texts.TurnMaybeGone(c.Now)))
		}
	}
	return nil
}

// nearlyCertain is the chance from which nothing need be said of a doubt.
const nearlyCertain = 0.99

// startAct asks at which rank the act is, and begins it; one that is there is
// begun anew only after a question.
func (s *session) startAct() error {
	if history, _ := s.turn.History(); s.turn.State().Started {
		if yes, err := s.confirm(texts.LinearTurnAgain(len(history))); err != nil || !yes {
			return err
		}
	}
	n, mine, ok, err := s.startRanks()
	if !ok || err != nil {
		return err
	}
	return s.do(s.turn.Do(act.Event{Kind: act.Start, Line: s.turn.Line(), Rank: mine, N: n}))
}

// startRanks asks at which rank the act is, and for the own one; ok is false when
// the user gives none.
func (s *session) startRanks() (at, mine int, ok bool, err error) {
	err = s.fill(texts.LinearFormAct, func() bool { return at > 0 }, func() error {
		if at, ok, err = s.number(texts.TurnAskStart, planner.MostRank); !ok || err != nil {
			return err
		}
		mine, _ = s.turn.Rank()
		own := texts.LinearAt{Enter: texts.LinearEnterOwn}
		if mine <= 0 {
			own.Enter = texts.LinearEnterNoRank
		}
		text, err := s.word(texts.LinearTurnMine(mine), own)
		if err != nil {
			return err
		}
		if typed, is := texts.WholeNumber(text); text != "" && (!is || typed < 1 || typed > planner.MostRank) {
			s.say(texts.NotARank(texts.Shortened(text)))
			ok = false
		} else if is {
			mine = typed
		}
		return nil
	})
	return at, mine, ok, err
}

func (s *session) pickTurn() error {
	n, ok, err := s.number(texts.TurnAskN, planner.MostRank)
	if !ok || err != nil {
		return err
	}
	return s.do(s.turn.Do(act.Event{Kind: act.Pick, N: n}))
}

// crossWords takes "tachar letras" and "x letras" in the menu, since the act
// does not wait.
func (s *session) crossWords(text string) (bool, error) {
	word, rest, spaced := strings.Cut(text, " ")
	switch fold.Fold(word) {
	case "x", "tachar":
	default:
		return false, nil
	}
	if !spaced {
		return false, nil
	}
	return true, s.crossNamed(strings.TrimSpace(rest), false)
}

// crossing asks for a plaza by letters and crosses out one of its seats, or
// frees one.
func (s *session) crossing(release bool) error {
	if release && s.turn.State().Told == 0 {
		s.say(texts.TurnNoneGone)
		return nil
	}
	text, ok, err := s.free(texts.LinearCrossAsk(release))
	if !ok || err != nil {
		return err
	}
	return s.crossNamed(text, release)
}

// crossNamed acts on the plaza that some letters mean. Even a single one is
// asked about, since letters may be wrong; a whole code is not.
func (s *session) crossNamed(text string, release bool) error {
	found, loose := s.findPlazas(text, release)
	if len(found) == 0 {
		s.say(texts.TurnNoMatch)
		return nil
	}
	code, isCode := data.ParseRenipress(text)
	if isCode && len(found) == 1 && found[0].Renipress == code {
		return s.crossOne(found[0].Renipress, release, false)
	}
	s.say(texts.LinearCrossFound(len(found), loose))
	shown := found[:min(len(found), pageSize)]
	state := s.turn.State()
	for i, p := range shown {
		s.say(texts.LinearOption(i+1, texts.LinearCrossLine(p, p.Seats-state.Gone[p.Renipress])))
	}
	var picked *data.Plaza
	late := false
	err := s.fill(texts.LinearFormCross(release), func() bool { return true }, func() (err error) {
		picked, late, err = s.crossWhich(shown, release, len(found) > len(shown))
		return err
	})
	if err != nil || picked == nil {
		return err
	}
	return s.crossOne(picked.Renipress, release, late)
}

// crossWhich asks which of some plazas is meant; nil for none.
func (s *session) crossWhich(shown []*data.Plaza, release, more bool) (picked *data.Plaza, late bool, err error) {
	for {
		answer, err := s.word(texts.LinearCrossWhich(release, more), texts.LinearAt{Enter: texts.LinearEnterLeaves})
		if err != nil || answer == "" {
			return nil, false, err
		}
		number, late := texts.LinearLate(answer)
		if n, ok := texts.WholeNumber(number); ok && n >= 1 && n <= len(shown) {
			return shown[n-1], late, nil
		}
		s.say(texts.LinearBadNumber(answer, 1, len(shown)))
	}
}

func (s *session) crossOne(code string, release, late bool) error {
	e := act.Event{Kind: act.Cross, Renipress: code, Late: late}
	if release {
		e = act.Event{Kind: act.Release, Renipress: code}
	}
	return s.do(s.turn.Do(e))
}

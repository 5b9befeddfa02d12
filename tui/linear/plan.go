package linear

import (
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/planner/workspace"
)

// plan is the menu of Mi plan.
func (s *dialogue) plan() error {
	return s.menu(func() menu {
		v := s.planView()
		m := menu{title: texts.ScreenPlan, status: s.planStatus(v), help: []string{texts.LinearPlanHelp}}
		if len(v.Lines) > 0 {
			m.options = append(m.options,
				option{label: texts.LinearPlanRead(len(v.Lines)), words: []string{"ver", "lista"}, do: s.readPlan},
				option{label: texts.LinearPlanWorth, words: []string{"resumen"}, do: s.planWorth},
				option{label: texts.KeyAdviceShort, do: s.advice},
				option{label: texts.LinearPlanMove, do: s.moveLines},
				option{label: texts.LinearPlanRemove, words: []string{"borrar"}, do: s.removeLines},
				option{label: texts.KeyNote, do: s.noteLine},
			)
		}
		m.options = append(m.options,
			option{label: texts.KeyUndo, do: func() error { return s.do(s.desk.Undo()) }},
			option{label: texts.KeyRedo, do: func() error { return s.do(s.desk.Redo()) }},
			option{label: texts.LinearVersions, do: s.versions},
			option{label: texts.LinearExport, do: s.export},
			option{label: texts.LinearAlike, words: []string{"sugerencias"}, do: s.alike},
			option{label: texts.LinearWeigh, words: []string{"pesos"}, do: s.weigh},
			option{label: texts.LinearPlanAdd, words: []string{"agregar al plan"}, do: s.explore},
		)
		return m
	})
}

func (s *dialogue) planView() *workspace.PlanView {
	return s.desk.Space.ViewPlan(s.desk.Plan(), s.desk.Est)
}

func (s *dialogue) planStatus(v *workspace.PlanView) []string {
	d := s.desk
	saved := texts.PlanSaved
	switch {
	case d.Space.Demo:
		saved = texts.PlanDemoUnsaved
	case d.Writable() != nil:
		saved = d.Writable().Error()
	case d.Unsaved() != "":
		saved = texts.PlanNotSavedMark + d.Unsaved()
	}
	lines := []string{texts.LinearSentence(texts.PlanStatus(v.Name, len(v.Lines), 0, saved))}
	if len(v.Lines) == 0 {
		return append(lines, texts.LinearPlanEmpty)
	}
	if v.Estimated() {
		lines = append(lines, texts.LinearSentence(texts.PlanHeadline(v.ExpectedPoints, v.Nothing, false)))
	}
	return append(lines, s.followed()...)
}

// readPlan reads the lines; a number opens one.
func (s *dialogue) readPlan() error {
	return s.list(list{
		title: texts.ScreenPlan, count: texts.LinearPlanCount(len(s.desk.Plan().Entries)),
		len:  func() int { return len(s.desk.Plan().Entries) },
		line: func(i int) string { return s.planLine(i) },
		open: s.openLine,
	})
}

// planLine reads a line of the plan: what it is, then what it is worth there.
func (s *dialogue) planLine(i int) string {
	v := s.planView()
	if i >= len(v.Lines) {
		return ""
	}
	l := &v.Lines[i]
	text := texts.PlanAbsentName(l.Entry.ID.Renipress)
	if l.Plaza != nil {
		plaza := s.plazaText(l.Row)
		plaza.Place = 0 // its number says so
		text = plaza.String()
	}
	land := ""
	if l.Known {
		land = texts.LinearLand(l.Land, l.Sum)
	}
	line := texts.LinearPlanLine(text, land, gapText(l), l.Entry.Note, l.Entry.ID.Modality, s.desk.Profile.Modality)
	if move, ok := s.desk.Moved(l.Entry.ID); ok {
		changed := move.Text()
		line += " " + texts.LinearField(texts.MoveLabel, changed.String())
	}
	return line
}

// gapText reports why a line has no chance; "" for one that has.
func gapText(l *workspace.PlanLine) string {
	hint := ""
	if l.Gap == workspace.GapRank {
		hint = texts.GapRankOption
	}
	return texts.GapSaid(l.Why, hint)
}

// openLine opens the card of a line.
func (s *dialogue) openLine(i int) error {
	row, ok := s.plazaOf(s.desk.Plan().Entries[i].ID)
	if !ok {
		return nil
	}
	return s.card(row)
}

// pickLine asks for a line of the plan; ok is false when the user gives none.
func (s *dialogue) pickLine(question string) (id data.PlazaID, ok bool, err error) {
	for {
		text, ok, err := s.free(question)
		if !ok || err != nil {
			return data.PlazaID{}, false, err
		}
		if i, ok := s.lineCalled(text); ok {
			return s.desk.Plan().Entries[i].ID, true, nil
		}
		s.say(texts.LinearNoSuchItem(text, len(s.desk.Plan().Entries)))
	}
}

// lineCalled finds the line of the plan that a number, letters of a name or a code
// mean; ok is false for none and for several.
func (s *dialogue) lineCalled(text string) (i int, ok bool) {
	entries := s.desk.Plan().Entries
	names := data.Map(entries, func(e plan.Entry) []string { return []string{s.desk.Name(e.ID), e.ID.Renipress} })
	return choose(text, names)
}

func (s *dialogue) noteLine() error {
	id, ok, err := s.pickLine(texts.LinearNoteAskLine)
	if !ok || err != nil {
		return err
	}
	if old := s.desk.Plan().Entries[s.desk.Plan().Index(id)].Note; old != "" {
		s.say(texts.LinearField(texts.FieldOwnNote, old))
	}
	text, err := s.text(texts.LinearNoteAsk)
	switch {
	case err != nil || text == "":
		return err
	case text == texts.LinearNoteErase:
		text = ""
	case away(text) != nil || texts.IsLinearHelp(fold.Squash(text)): // a note may say that, but seldom does
		if yes, err := s.confirm(texts.LinearNoteSure(text)); err != nil || !yes {
			return err
		}
	}
	return s.do(s.desk.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Note(id, strings.TrimSpace(text)) }))
}

// planWorth reports what the plan leads to, and what that stands on.
func (s *dialogue) planWorth() error {
	v := s.planView()
	if !v.Estimated() {
		for i := range v.Lines {
			if why := gapText(&v.Lines[i]); why != "" {
				s.say(why)
				return nil
			}
		}
		return nil
	}
	s.say(s.followed()...)
	s.say(texts.PlanOutcome(v.ExpectedPoints, v.Nothing))
	n := texts.NothingFigures{Independent: v.Nothing, Bound: v.NothingBound}
	cmd, cancel := s.desk.Simulate(0, v)
	defer cancel()
	answers, err := s.run(cmd)
	if err != nil {
		return err
	}
	if m, ok := answerOf[session.Simulated](answers); ok && m.Plan.Runs > 0 {
		n.Runs, n.Simulated = m.Plan.Runs, float64(m.Plan.Nothing)/float64(m.Plan.Runs)
	}
	s.say(n.String())
	if v.Unknown > 0 {
		s.say(texts.PlanUnknownLines(v.Unknown))
	}
	for _, m := range data.Modalities() {
		if view := s.desk.Est.Lines[m]; view != nil && view.Known {
			turn := texts.PlanTurn{Modality: m, Here: true, K: view.K, Seats: view.Seats, Known: true, Derived: view.Derived, Exhausted: view.Exhausted()}
			s.say(texts.LinearSentence(turn.String()))
		}
	}
	return nil
}

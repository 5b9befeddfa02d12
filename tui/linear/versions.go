package linear

import (
	"cmp"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/advice"
	"brujula/planner/export"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/planner/storage"
)

// advice reads the sentences; a number adds the plaza that one suggests.
func (s *dialogue) advice() error {
	v := s.planView()
	if !v.Estimated() {
		return s.planWorth()
	}
	answers, err := s.run(s.desk.Advise(0, v))
	if err != nil {
		return err
	}
	m, _ := answerOf[session.Advised](answers)
	if len(m.Advice) == 0 {
		s.say(texts.AdviceNone, texts.AdviceCaveat)
		return nil
	}
	return s.list(list{
		title: texts.AdviceTitle, count: texts.LinearAdviceCount(len(m.Advice)) + " " + texts.AdviceCaveat,
		len: func() int { return len(m.Advice) },
		line: func(i int) string {
			return texts.LinearAdvice(m.Advice[i].Text, m.Advice[i].Suggested != nil)
		},
		open: func(i int) error { return s.follow(&m.Advice[i]) },
	})
}

// follow adds the plaza that a sentence suggests, where the sentence means it.
func (s *dialogue) follow(a *advice.Advice) error {
	if a.Suggested == nil {
		s.say(texts.AdviceNoPlaza)
		return nil
	}
	return s.addAt(*a.Suggested, a.Place())
}

// addAt puts a plaza into the plan before a line, after a question.
func (s *dialogue) addAt(id data.PlazaID, place int) error {
	return s.doIf(texts.LinearFollow(s.desk.Name(id)), func() session.Jobs {
		return s.desk.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Add([]data.PlazaID{id}, place) })
	})
}

// versions is the menu of the versions of the plan.
func (s *dialogue) versions() error {
	return s.menu(func() menu {
		plans := s.plans()
		m := menu{title: texts.VersionsTitle, brief: len(plans), help: []string{texts.LinearVersionsHelp}}
		for _, p := range plans {
			m.status = append(m.status, texts.LinearVersion(p.Name, p.Lines, p.Name == s.desk.Plan().Name, p.Err))
		}
		m.options = []option{
			{label: texts.LinearVersionOpen, do: s.withVersion(texts.LinearVersionOpenAsk, func(name string) error { return s.do(s.desk.OpenPlan(name)) })},
			{label: texts.LinearVersionCopy, do: func() error { return s.named(texts.VersionNewLabel, session.FreeName(plans), s.desk.CopyPlan) }},
			{label: texts.LinearVersionRename, do: func() error { return s.named(texts.VersionNewName, "", s.desk.RenamePlan) }},
			{label: texts.LinearVersionCompare, do: s.withVersion(texts.LinearVersionCompareAsk, s.compareVersion)},
			{label: texts.LinearVersionDrop, do: s.withVersion(texts.LinearVersionDropAsk, s.dropVersion)},
		}
		return m
	})
}

func (s *dialogue) plans() []storage.PlanSummary {
	answers, err := s.run(s.desk.Versions(0))
	if err != nil {
		return nil
	}
	m, _ := answerOf[session.VersionsListed](answers)
	if m.Err != nil {
		s.say(texts.LinearError(m.Err.Error()))
	}
	return m.Plans
}

// withVersion asks for a version by its name and acts on it.
func (s *dialogue) withVersion(question string, do func(name string) error) func() error {
	return func() error {
		name, ok, err := s.free(question)
		if !ok || err != nil {
			return err
		}
		for _, p := range s.plans() {
			if strings.EqualFold(p.Name, name) {
				return do(p.Name)
			}
		}
		s.say(texts.PlanNoSuch(texts.Shortened(name)))
		return nil
	}
}

// mostName is the longest name of a version, as on the screen.
const mostName = 40

// named asks for a name; an empty answer takes the one proposed.
func (s *dialogue) named(question, proposed string, do func(string) session.Jobs) error {
	text, err := s.text(texts.LinearNamed(question, proposed))
	if err != nil {
		return err
	}
	text = cmp.Or(text, proposed)
	if text == "" {
		s.say(texts.LinearNothing)
		return nil
	}
	if len([]rune(text)) > mostName {
		s.say(texts.LinearWarning(texts.PlanNameLength(mostName)))
		return nil
	}
	return s.do(do(text))
}

func (s *dialogue) compareVersion(name string) error {
	answers, err := s.run(s.desk.ComparePlan(0, name))
	if err != nil {
		return err
	}
	m, ok := answerOf[session.PlansCompared](answers)
	switch {
	case !ok: // said already
		return nil
	case m.Err != nil:
		s.say(texts.LinearError(m.Err.Error()))
		return nil //nolint:nilerr // told; the menu goes on
	}
	s.say(texts.LinearSentence(texts.CompareHeading(m.Comparison.First.Name, m.Comparison.Second.Name)))
	for _, part := range m.Comparison.Parts(s.desk.Space) {
		s.say(texts.LinearSentence(part.Title))
		s.say(data.Map(part.Lines, texts.LinearSentence)...)
	}
	return nil
}

func (s *dialogue) dropVersion(name string) error {
	for _, p := range s.plans() {
		if p.Name != name {
			continue
		}
		if yes, err := s.confirm(texts.PlanDrop(p.Name, p.Lines)); err != nil || !yes {
			return err
		}
	}
	return s.do(s.desk.DropPlan(name))
}

// export writes the plan to a file, in the format of its ending.
func (s *dialogue) export() error {
	proposed := texts.PlanFile(plan.FileName(s.desk.Plan().Name), string(export.Text))
	text, err := s.text(texts.LinearExportAsk(proposed))
	switch {
	case err != nil:
		return err
	case text == "":
		text = proposed
	}
	notes := false
	if format, known := export.FormatOf(text); known && s.desk.Plan().HasNotes() && !format.KeepsNotes() {
		if notes, err = s.confirm(texts.LinearExportNotes); err != nil {
			return err
		}
	}
	return s.exportTo(text, notes, false)
}

func (s *dialogue) exportTo(file string, notes, overwrite bool) error {
	answers, err := s.run(s.desk.ExportPlan(session.ExportTo{File: file, Notes: notes, Overwrite: overwrite}))
	if err != nil {
		return err
	}
	if m, ok := answerOf[session.ExportExists](answers); ok {
		yes, err := s.confirm(texts.Overwrite(m.File))
		if err != nil || !yes {
			return err
		}
		return s.exportTo(file, notes, true)
	}
	if m, ok := answerOf[session.Exported](answers); ok {
		s.say(exported(m))
	}
	return nil
}

func exported(m session.Exported) string {
	if m.Err != nil {
		return texts.LinearError(m.Err.Error())
	}
	return texts.LinearSentence(texts.Exported(m.Path, m.Holds))
}

package linear

import (
	"errors"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/drop"
)

// home is the first menu; going back from it ends the program.
func (s *dialogue) home() error {
	names := texts.LinearOptions()
	flows := []func() error{s.explore, s.plan, s.compare, s.act, s.panorama, s.sources, s.profile, s.importList}
	err := s.menu(func() menu {
		m := menu{title: texts.LinearHome, leave: texts.KeyQuit}
		m.status, m.brief = s.standing()
		for i, do := range flows {
			m.options = append(m.options, option{label: names[i], do: do})
		}
		return m
	})
	if err != nil {
		return err
	}
	return errQuit
}

// standing reports what is loaded, who the applicant is, and what the chances
// follow; these first lines are brief many.
func (s *dialogue) standing() (lines []string, brief int) {
	d := s.desk
	look, simulated := d.Look()
	lines = []string{texts.LinearStanding(d.Space.Demo, d.Profile.Process, d.Profile.Profession, d.Profile.Modality, d.OwnRank(), d.Profile.RankFrom, d.Profile.RankTo)}
	if simulated {
		lines = append(lines, texts.LinearSimulated(d.LookRank(), look.Passes))
	}
	lines = append(lines, s.followed()...)
	brief = len(lines)
	switch {
	case !d.HasProfile():
		lines = append(lines, texts.LinearNoProfile)
	case d.OwnRank() <= 0 && look.Rank <= 0:
		lines = append(lines, texts.LinearNoRank)
	}
	if why := d.Unsaved(); why != "" {
		lines = append(lines, texts.LinearError(texts.NotSaved(why)))
	}
	if failure := s.desk.NotesFailure(); failure != "" {
		lines = append(lines, texts.LinearError(failure))
	}
	return append(lines, texts.LinearPlanLength(d.Plan().Name, len(d.Plan().Entries))), brief
}

// followed reports the acts under way that the chances follow, wherever there
// are chances.
func (s *dialogue) followed() []string {
	var lines []string
	for _, m := range data.Modalities() {
		if act, ok := s.desk.ActText(m); ok {
			lines = append(lines, texts.FollowedAct(m, act))
		}
	}
	return lines
}

// welcome asks, while nothing was ever imported, who the applicant is, and goes on
// to the offer. Without an answer the demonstration stays.
func (s *dialogue) welcome() error {
	s.gap()
	s.say(texts.WelcomeAsk, texts.LinearWelcomeHelp)
	for {
		text, err := s.word(texts.LinearWelcomeAsk, texts.LinearAt{Enter: texts.LinearEnterDemo})
		switch {
		case errors.Is(err, errBack), err == nil && text == "":
			return nil
		case err != nil:
			return err
		}
		if drop.LooksLikePath(text) { // a file that was dropped at once
			return s.back(s.importNamed(text))
		}
		p := workspace.ReadPerson(text)
		if !p.Ready() {
			s.say(texts.LinearWarning(p.Text()))
			continue
		}
		answers, err := s.run(s.desk.Introduce(p))
		if err != nil {
			return err
		}
		if said, _ := answerOf[session.Introduced](answers); said.Unsaid() != "" {
			s.say(texts.LinearWarning(said.Unsaid()))
		}
		s.say(texts.LinearSentence(p.Text()), texts.LinearWelcomeThen)
		return s.back(s.importList())
	}
}

// form is a row of questions of which nothing is stored before the last.
type form struct {
	what  string
	begun func() bool // something that was answered would be lost
}

// fillForm asks the questions of a form. Where the session leaves them unfinished,
// what was answered is lost, and that is said: at once where it goes on, else
// with the good-bye.
func (s *dialogue) fillForm(what string, begun func() bool, ask func() error) error {
	s.forms = append(s.forms, form{what, begun})
	err := ask()
	s.forms = s.forms[:len(s.forms)-1]
	switch {
	case err == nil, errors.Is(err, errBack), !begun():
	case errors.Is(err, errHome):
		s.say(texts.LinearHalfDone([]string{what}))
	default:
		s.dropped = append(s.dropped, what)
	}
	return err
}

// halfDone names the forms under way that hold answers.
func (s *dialogue) halfDone() []string {
	var names []string
	for _, f := range s.forms {
		if f.begun() && !slices.Contains(names, f.what) {
			names = append(names, f.what)
		}
	}
	return names
}

// mayLeave asks, before a form is left by the end of the program, whether its
// answers may be lost.
func (s *dialogue) mayLeave() (bool, error) {
	names := s.halfDone()
	if len(names) == 0 {
		return true, nil
	}
	return s.confirm(texts.LinearLeaveHalfDone(names))
}

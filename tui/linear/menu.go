package linear

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
)

// option is one numbered line of a menu.
type option struct {
	label string
	// words are other words that choose it.
	words []string
	do    func() error
}

// menu is a question with numbered answers.
type menu struct {
	title   string
	status  []string // where things stand, the most important first
	brief   int      // of these, how many are said again after each step; 0 means one
	options []option
	help    []string
	// other takes an answer that is no option; false leaves it refused.
	other func(text string) (bool, error)
	leave string // what 0 does, where it does not go back
}

// menu asks until the user goes back. Its lines are made anew for every
// question; the options are read out at first and when asked for, since hearing
// them after every step is what tires.
func (s *dialogue) menu(build func() menu) error {
	for whole := true; ; {
		if err := s.due(); err != nil {
			return err
		}
		m := build()
		s.gap()
		s.say(texts.LinearHere(m.title))
		if whole {
			s.say(m.status...)
			s.readOptions(&m)
		} else {
			s.say(m.status[:min(max(1, m.brief), len(m.status))]...)
		}
		text, err := s.ask(texts.LinearChoose(whole, m.leave))
		if err != nil {
			return err
		}
		done, again, err := s.answer(&m, text)
		if done || err != nil {
			return err
		}
		whole = again
	}
}

func (s *dialogue) readOptions(m *menu) {
	for i, o := range m.options {
		s.say(texts.LinearOption(i+1, o.label))
	}
	s.say(texts.LinearOption(0, m.back()))
}

func (m *menu) back() string {
	if m.leave != "" {
		return m.leave
	}
	return texts.KeyBack
}

// answer acts on the answer to a menu. again tells to read the options out
// before the next question.
func (s *dialogue) answer(m *menu, text string) (done, again bool, err error) {
	switch err := away(text); {
	case errors.Is(err, errBack):
		return true, false, nil
	case err != nil:
		return true, false, err
	case text == "":
		return false, true, nil
	case text == "?", texts.IsLinearHelp(fold.Squash(text)):
		s.say(m.help...)
		s.say(texts.LinearHelp...)
		return false, true, nil
	}
	labels := data.Map(m.options, func(o option) []string { return append([]string{o.label}, o.words...) })
	if i, ok := choose(text, labels); ok {
		return false, false, s.back(m.options[i].do())
	}
	if m.other != nil {
		if ok, err := m.other(text); ok || err != nil {
			return false, false, s.back(err)
		}
	}
	s.say(texts.LinearNoSuchOption(text, len(m.options)))
	return false, false, nil
}

// choose finds what an answer means among options: its number, one of its
// words, or letters that only one of them, or a word in it, begins with. ok is
// false for none and for several.
func choose(text string, options [][]string) (i int, ok bool) {
	if n, err := strconv.Atoi(strings.TrimSuffix(text, ".")); err == nil {
		return n - 1, n >= 1 && n <= len(options)
	}
	word := fold.Fold(text)
	if fold.Squash(text) == "" {
		return 0, false
	}
	for _, fits := range []func(label string) bool{
		func(label string) bool { return fold.Squash(label) == fold.Squash(word) },
		func(label string) bool { return strings.HasPrefix(label, word) },
		func(label string) bool { return strings.Contains(label, " "+word) },
	} {
		found := 0
		for at, labels := range options {
			if slices.ContainsFunc(labels, func(label string) bool { return fits(fold.Fold(label)) }) {
				i, found = at, found+1
			}
		}
		if found > 0 {
			return i, found == 1
		}
	}
	return 0, false
}

// text asks for content: names, letters of a name, paths. Nothing that may be
// content is a command there, be it "salir" or an establishment called "Inicio":
// only 0, which goes back with errBack, and ? are, and the question says so.
func (s *dialogue) text(question string) (string, error) {
	for {
		text, err := s.ask(texts.LinearText(question))
		switch {
		case err != nil:
			return "", err
		case text == "?":
			s.say(texts.LinearTextHelp)
		case text == "0":
			return "", errBack
		default:
			return text, nil
		}
	}
}

// free asks for content; ok is false when the user gives none, or goes back.
func (s *dialogue) free(question string) (text string, ok bool, err error) {
	text, err = s.text(question)
	if errors.Is(err, errBack) {
		err = nil
	}
	return text, err == nil && text != "", err
}

// word asks for what cannot be a name, such as a number. The words that lead
// away and the one for help are commands there; at tells what other answers do.
func (s *dialogue) word(question string, at texts.LinearAt) (string, error) {
	for {
		text, err := s.ask(question)
		switch {
		case err != nil:
			return "", err
		case text == "?", texts.IsLinearHelp(fold.Squash(text)):
			s.say(at.Help(len(s.forms) > 0)...)
			continue
		}
		err = away(text)
		if errors.Is(err, errQuit) {
			switch leave, failed := s.mayLeave(); {
			case failed != nil:
				return "", failed
			case !leave:
				continue
			}
		}
		return text, err
	}
}

// number asks for a whole number from 1 until one comes; ok is false when the user
// gives none, or goes back.
func (s *dialogue) number(question string, most int) (n int, ok bool, err error) {
	for {
		text, err := s.word(question, texts.LinearAt{Enter: texts.LinearEnterLeaves})
		switch {
		case errors.Is(err, errBack):
			return 0, false, nil
		case err != nil:
			return 0, false, err
		case text == "":
			return 0, false, nil
		}
		if n, ok := texts.WholeNumber(text); ok && n >= 1 && n <= most {
			return n, true, nil
		}
		s.say(texts.LinearBadNumber(text, 1, most))
	}
}

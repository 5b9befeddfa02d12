package linear

import (
	"errors"
	"slices"

	"brujula/data/texts"
)

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

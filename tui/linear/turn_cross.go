package linear

import (
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
	act "brujula/planner/turn"
)

// crossWords takes "tachar letras" and "x letras" in the menu, since the act
// does not wait.
func (s *dialogue) crossWords(text string) (bool, error) {
	word, rest, spaced := strings.Cut(text, " ")
	switch fold.Fold(word) {
	case "x", "tachar":
	default:
		return false, nil
	}
	if !spaced {
		return false, nil
	}
	return true, s.crossNamed(strings.TrimSpace(rest), act.Cross)
}

// crossing asks for a plaza by letters and crosses out one of its seats, frees
// one, or records it as the applicant's own.
func (s *dialogue) crossing(kind act.Kind) error {
	if why := s.desk.Turn().Refuses(kind); why != "" {
		s.say(why)
		return nil
	}
	text, ok, err := s.free(kind.Asks())
	if !ok || err != nil {
		return err
	}
	return s.crossNamed(text, kind)
}

// crossNamed acts on the plaza that some letters mean. Even a single one is
// asked about, since letters may be wrong; a whole code is not.
func (s *dialogue) crossNamed(text string, kind act.Kind) error {
	release := kind.Needs() == act.NeedsGone
	found, loose := s.findPlazas(text, release)
	if len(found) == 0 {
		s.say(texts.TurnNoMatch)
		return nil
	}
	code, isCode := data.ParseRenipress(text)
	if isCode && len(found) == 1 && found[0].Renipress == code {
		return s.crossOne(found[0].Renipress, kind, false)
	}
	s.say(texts.LinearCrossFound(len(found), loose))
	shown := found[:min(len(found), pageSize)]
	state := s.desk.Turn().State()
	for i, p := range shown {
		s.say(texts.LinearOption(i+1, texts.LinearCrossLine(p, p.Seats-state.Gone[p.Renipress], s.desk.Fate(p.PlazaID).Short())))
	}
	var picked *data.Plaza
	late := false
	err := s.fillForm(kind.Label(), func() bool { return true }, func() (err error) {
		picked, late, err = s.crossWhich(shown, kind != act.Cross, len(found) > len(shown))
		return err
	})
	if err != nil || picked == nil {
		return err
	}
	return s.crossOne(picked.Renipress, kind, late)
}

// crossWhich asks which of some plazas is meant; nil for none.
func (s *dialogue) crossWhich(shown []*data.Plaza, release, more bool) (picked *data.Plaza, late bool, err error) {
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

// crossOne acts on one plaza. At the applicant's own turn a seat that goes is
// theirs, or was taken before: it is asked which.
func (s *dialogue) crossOne(code string, kind act.Kind, late bool) error {
	if kind == act.Cross && !late && s.desk.Turn().MyTurn() {
		mine, err := s.confirm(texts.LinearWhoTook(s.desk.Turn().Name(code)))
		if err != nil {
			return err
		}
		if late = true; mine {
			kind = act.Take
		}
	}
	return s.do(s.desk.Turn().Do(act.Event{Kind: kind, Renipress: code, Late: late && kind == act.Cross}))
}

// afterMine reports what came of the applicant's own turn, and what that means.
func (s *dialogue) afterMine() []string {
	told := s.desk.Turn().Told()
	lines := []string{texts.LinearSentence(told.What)}
	if told.Lost != "" {
		lines = append(lines, texts.LinearWarning(told.Lost))
	}
	return append(lines, told.Means)
}

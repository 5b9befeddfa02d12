package linear

import (
	"errors"
	"strings"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/merit"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/profile"
)

// standingMsg brings the answer of a list.
type standingMsg struct {
	standing merit.Standing
	of       data.Process
	err      error
}

// lookUp looks the applicant's rank up in an order of merit, or in the marks of
// an earlier process. The file is read and not stored; of what is typed nothing
// is kept. rank is 0 where the user takes nothing over.
func (s *dialogue) lookUp(p *library.Profile) (rank int, err error) {
	s.say(texts.LookupIntro)
	path, ok, err := s.free(texts.LinearLookupFile)
	if !ok || err != nil {
		return 0, err
	}
	text, ok, err := s.free(texts.LinearLookupAsk)
	if !ok || err != nil {
		return 0, err
	}
	q := profile.Question{Path: path, Home: s.desk.Folders.Home, Profession: p.Profession, Now: p.Process}
	if mark, isMark := profile.MarkOf(text); isMark {
		q.Mark = mark
	} else {
		q.Text = text
	}
	found, ok, err := s.askList(&q)
	if !ok || err != nil {
		return 0, err
	}
	s.readStanding(&found.standing, filename.Shown(q.Path), found.of)
	best, worst := found.standing.Best, found.standing.Worst
	if worst < 1 || worst > workspace.MostRank { // a list may state any number
		s.say(texts.LinearLookupUnfit(worst, workspace.MostRank))
		return 0, nil
	}
	yes, err := s.confirm(texts.LinearLookupTake(worst, worst > best))
	if err != nil || !yes {
		return 0, err
	}
	return worst, nil
}

// askList reads the list. Where it does not say of which process it is, that is
// asked: in an earlier one the rank is only projected. ok is false for a list
// that gives no answer, which is told.
func (s *dialogue) askList(q *profile.Question) (found standingMsg, ok bool, err error) {
	if found, err = s.answerOfList(q); err != nil || found.err != nil || found.of != "" {
		return found, err == nil && found.err == nil, err
	}
	for q.Of == "" {
		text, err := s.word(texts.LinearLookupOf, texts.LinearAt{Enter: texts.LinearEnterOwn})
		switch {
		case errors.Is(err, errBack): // to the question of the rank, not out of the form
			return found, false, nil
		case err != nil:
			return found, false, err
		case text == "":
			return found, true, nil
		}
		if q.Of, err = data.ParseProcess(strings.ToUpper(text)); err != nil {
			s.say(texts.LinearWarning(texts.BadProcess(texts.Shortened(text))))
			q.Of = ""
		}
	}
	found, err = s.answerOfList(q)
	return found, err == nil && found.err == nil, err
}

func (s *dialogue) answerOfList(q *profile.Question) (found standingMsg, err error) {
	s.say(texts.LookupReading)
	answers, err := s.run(session.Jobs{func() session.Answer {
		standing, of, err := q.Answer(s.ctx)
		return standingMsg{standing, of, err}
	}})
	if err != nil {
		return found, err
	}
	if found, _ = answerOf[standingMsg](answers); found.err != nil {
		s.sayProblem(found.err)
	}
	return found, nil
}

// readStanding tells the place, the ties, and how many go before.
func (s *dialogue) readStanding(found *merit.Standing, file string, of data.Process) {
	if found.Projected {
		s.say(texts.LinearWarning(texts.StandingProjected))
	}
	s.say(
		texts.LinearField(texts.LinearLookupList, texts.StandingList(file, of, found.Profession, found.Of)),
		texts.LinearSentence(texts.StandingPlace(found.Mark, found.Before, found.Equal, found.Best, found.Worst, found.Rank)),
	)
	for _, note := range found.Notes() {
		s.say(texts.LinearSentence(note))
	}
}

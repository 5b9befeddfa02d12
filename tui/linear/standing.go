package linear

import (
	"errors"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/merit"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/drop"
)

// standingMsg brings the answer of a list.
type standingMsg struct {
	found *merit.Found
	err   error
}

// lookUp looks the applicant's rank up in an order of merit, in the marks of an
// earlier process, or in the lists that are loaded. A file is read and not stored;
// of what is typed nothing is kept. rank is 0 where the user takes nothing over.
func (s *dialogue) lookUp(p *library.Profile) (rank int, err error) {
	s.say(texts.LookupIntro)
	q, ok, err := s.lookupQuestion(p)
	if !ok || err != nil {
		return 0, err
	}
	found, ok, err := s.askList(p.Profession, &q)
	if !ok || err != nil {
		return 0, err
	}
	s.readStanding(found, merit.ScoreSaid(s.desk.Facts, q.Mark, q.Average))
	rank, from, to := found.Take()
	if to < 1 || to > workspace.MostRank { // a list may state any number
		s.say(texts.LinearLookupUnfit(to, workspace.MostRank))
		return 0, nil
	}
	yes, err := s.confirm(texts.LinearLookupTake(rank, from, to, found.Projected()))
	if err != nil || !yes {
		return 0, err
	}
	p.RankFrom, p.RankTo = from, to
	return rank, nil
}

// lookupQuestion asks for the list, and for a mark with its average or a text of a
// row. ok is false where the user leaves it.
func (s *dialogue) lookupQuestion(p *library.Profile) (q merit.Ask, ok bool, err error) {
	path, ok, err := s.free(texts.LinearLookupFile)
	if !ok || err != nil {
		return q, false, err
	}
	q = merit.Ask{Path: drop.Path(path, s.desk.Folders.Home), Now: p.Process}
	if texts.IsLinearLoaded(fold.Squash(path)) {
		q.Path = ""
	}
	text, ok, err := s.free(texts.LinearLookupAsk)
	if !ok || err != nil {
		return q, false, err
	}
	mark, isMark := merit.ParseMark(text)
	if q.Mark = mark; !isMark {
		if q.Mark, q.Text = 0, text; q.Path == "" {
			s.say(texts.LinearWarning(texts.LinearLookupMarkOnly))
			return q, false, nil
		}
		return q, true, nil
	}
	average, ok, err := s.free(texts.LinearLookupAverage)
	if err != nil || !ok {
		return q, err == nil, err
	}
	if q.Average, ok = merit.ParseMark(average); !ok {
		s.say(texts.LinearWarning(texts.LookupBadMark))
	}
	return q, ok, nil
}

// askList reads the list. Where it does not say of which process it is, that is
// asked: in an earlier one the rank is only projected. ok is false for a list
// that gives no answer, which is told.
func (s *dialogue) askList(profession string, q *merit.Ask) (found *merit.Found, ok bool, err error) {
	if found, ok, err = s.answerOfList(profession, q); !ok || err != nil || found.Answer == nil || found.Answer.Process != "" {
		return found, ok, err
	}
	for q.Options.Process == "" {
		text, err := s.word(texts.LinearLookupOf, texts.LinearAt{Enter: texts.LinearEnterOwn})
		switch {
		case errors.Is(err, errBack): // to the question of the rank, not out of the form
			return found, false, nil
		case err != nil:
			return found, false, err
		case text == "":
			return found, true, nil
		}
		if q.Options.Process, err = data.ParseProcess(strings.ToUpper(text)); err != nil {
			s.say(texts.LinearWarning(texts.BadProcess(texts.Shortened(text))))
			q.Options.Process = ""
		}
	}
	return s.answerOfList(profession, q)
}

func (s *dialogue) answerOfList(profession string, q *merit.Ask) (found *merit.Found, ok bool, err error) {
	s.say(texts.LookupReading)
	answers, err := s.run(session.Jobs{func() session.Answer {
		found, err := session.LookUp(s.ctx, s.desk.Space, profession, *q)
		return standingMsg{found, err}
	}})
	if err != nil {
		return nil, false, err
	}
	answer, _ := answerOf[standingMsg](answers)
	if answer.err != nil {
		s.sayProblem(answer.err)
	}
	return answer.found, answer.found != nil, nil
}

// readStanding tells the place, the ties, and how many go before.
func (s *dialogue) readStanding(found *merit.Found, score string) {
	if found.Projected() {
		s.say(texts.LinearWarning(texts.StandingProjected))
	}
	if score != "" {
		s.say(texts.LinearSentence(score))
	}
	for i, said := range found.Said() {
		if i == 0 && found.Answer != nil {
			s.say(texts.LinearField(texts.LinearLookupList, said))
			continue
		}
		s.say(texts.LinearSentence(said))
	}
}

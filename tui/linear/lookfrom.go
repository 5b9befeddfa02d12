package linear

import (
	"cmp"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/near"
	"brujula/planner/workspace"
)

// lookFrom looks from another rank, without saving it.
func (s *dialogue) lookFrom() error {
	if s.desk.OwnRank() <= 0 {
		s.say(texts.LinearNoRankYet)
	}
	text, err := s.word(texts.LinearLookAsk(s.desk.OwnRank()), texts.LinearAt{Enter: texts.LinearEnterOwn})
	if err != nil {
		return err
	}
	if text == "" {
		s.say(texts.LinearSentence(texts.RankIsReal(s.desk.OwnRank())))
		return s.do(s.desk.LookBack())
	}
	n, ok := texts.WholeNumber(text)
	if !ok || n < 1 || n > workspace.MostRank {
		s.say(texts.NotARank(texts.Shortened(text)))
		return nil
	}
	if err := s.do(s.desk.LookFrom(n)); err != nil {
		return err
	}
	s.say(texts.LinearLooks(n, n != s.desk.OwnRank()))
	if doubt := s.desk.Space.RankDoubt(s.desk.Line(), s.desk.OwnRank(), n); doubt != "" {
		s.say(texts.LinearWarning(doubt))
	}
	return nil
}

// lookPasses looks as if so many ahead passed.
func (s *dialogue) lookPasses() error {
	text, err := s.word(texts.LinearPassesAsk, texts.LinearAt{Zero: texts.LinearZeroNobody, Enter: texts.LinearEnterUsual})
	if err != nil && text != "0" { // nobody passes
		return err
	}
	if text == "" {
		if err := s.do(s.desk.LookWithPasses(workspace.UsualPasses)); err != nil {
			return err
		}
		s.say(texts.LinearPassesAgain(s.desk.Profile.PassesAhead))
		return nil
	}
	n, ok := workspace.ParsePasses(text)
	if !ok {
		s.say(texts.NotPasses(texts.Shortened(text)))
		return nil
	}
	if err := s.do(s.desk.LookWithPasses(n)); err != nil {
		return err
	}
	s.say(texts.LinearWithPasses(n))
	return nil
}

// nearWidth is how many ranks to either side are looked at.
const nearWidth = 25

// near reports what those near the rank took last time.
func (s *dialogue) near() error {
	look, _ := s.desk.Look()
	q := near.Query{Profession: look.Profession, Modality: cmp.Or(s.desk.Profile.Modality, data.Remunerada), Rank: s.desk.LookRank(), Width: nearWidth}
	if q.Rank <= 0 {
		s.say(texts.LinearNoRankYet)
		return nil
	}
	space := s.desk.Space
	if all := near.Processes(space.Past(), q.Profession, q.Modality); len(all) > 1 {
		word, err := s.oneOf(texts.LinearNearOf, "", data.Words(all), string(all[0]))
		if err != nil {
			return err
		}
		q.Process = data.Process(word)
	}
	r, ok := near.In(space, look.Process, q)
	switch {
	case !ok:
		s.say(texts.LinearSentence(texts.NearNoPast))
		return nil
	case len(r.Picks) == 0:
		s.say(texts.NearNobody)
		return nil
	}
	summary := r.Summary()
	for _, g := range r.Sections() {
		words := data.Map(g.Groups, func(one near.Group) string { return texts.LinearCounted(g.Name(one.Value), one.Seats) })
		s.say(texts.LinearGroup(g.Title, words))
	}
	return s.list(list{
		title: texts.LinearNear, count: texts.LinearSentence(summary.Title()) + " " + strings.Join(summary.Notes(), " "),
		len:  func() int { return len(r.Picks) },
		line: func(i int) string { return texts.LinearRecord(texts.NearHeading(), r.Picks[i].Cells()) },
	})
}

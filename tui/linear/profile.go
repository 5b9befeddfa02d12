package linear

import (
	"cmp"
	"slices"
	"strconv"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/library"
	"brujula/data/names"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// profile asks who the applicant is, one thing after the other. An empty answer
// keeps what stands.
func (s *dialogue) profile() error {
	if len(s.desk.Space.Catalog.Values(catalog.DimProfession)) == 0 {
		s.say(texts.LinearNoProfessions)
		return nil
	}
	s.gap()
	s.say(texts.LinearHere(texts.ScreenProfile), texts.ProfileIntro, texts.LinearKeeps)
	p := s.desk.Profile
	begun := func() bool { return !sameApplicant(&p, &s.desk.Profile) }
	if err := s.fillForm(texts.ScreenProfile, begun, func() error { return s.askProfile(&p) }); err != nil {
		return err
	}
	national := data.Line{Process: p.Process, Profession: p.Profession, Modality: data.Remunerada}
	if doubt := s.desk.Space.RankDoubt(national, s.desk.Profile.Rank, p.Rank); doubt != "" {
		s.say(texts.LinearWarning(doubt))
	}
	set := s.desk.SetProfile(p)
	var told string
	line := s.desk.Line()
	switch why := s.desk.Writable(); {
	case s.desk.Space.Demo:
		told = texts.LinearSentence(texts.ProfileSavedDemo)
	case why != nil:
		told = texts.LinearWarning(texts.ProfileUnstored(why.Error()))
	case !slices.Contains(s.desk.Space.LinesOf(p.Process), line):
		told = texts.LinearWarning(texts.ProfileNoLine(line))
	default: // said once it is on the disk
		return s.do(set, s.desk.WhenProfileSaved(texts.ProfileSaved))
	}
	err := s.do(set)
	s.say(told)
	return err
}

// sameApplicant reports whether two profiles answer the form alike.
func sameApplicant(a, b *library.Profile) bool {
	return a.Process == b.Process && a.Profession == b.Profession && a.Modality == b.Modality &&
		a.Rank == b.Rank && a.RankFrom == b.RankFrom && a.RankTo == b.RankTo && a.RankEquivalente == b.RankEquivalente && a.PassesAhead == b.PassesAhead
}

// askProfile asks the questions of the form, and leaves what was answered in p.
func (s *dialogue) askProfile(p *library.Profile) error {
	space := s.desk.Space
	if processes := space.Processes(); len(processes) > 1 {
		word, err := s.oneOf(texts.FieldProcess, texts.ProfileHelpProcess, data.Words(processes), string(p.Process))
		if err != nil {
			return err
		}
		p.Process = data.Process(word)
	} else {
		p.Process = space.Latest()
	}
	profession, err := s.oneOf(texts.FieldProfession, texts.LinearHelpProfession, space.Catalog.Values(catalog.DimProfession), p.Profession)
	if err != nil {
		return err
	}
	p.Profession = profession
	modality := cmp.Or(string(p.Modality), string(data.Remunerada))
	if modality, err = s.oneOf(texts.FieldModality, texts.ProfileHelpModality, data.Words(data.Modalities()), modality); err != nil {
		return err
	}
	p.Modality = data.Modality(modality)
	if err := s.rank(p); err != nil {
		return err
	}
	if err := s.figure(texts.ProfileRankEq, texts.ProfileHelpRankEq, &p.RankEquivalente, nil); err != nil {
		return err
	}
	return s.figure(texts.ProfilePasses, texts.ProfileHelpPasses, &p.PassesAhead, nil)
}

// rank asks for the rank, or for the ranks that it may be: with a dash between, or
// out of a list. A rank that is none of those that it might be leaves none of them.
func (s *dialogue) rank(p *library.Profile) error {
	err := s.figure(texts.ProfileRank, texts.ProfileHelpRank, &p.Rank, func(text string) (int, error) {
		if texts.IsLinearLookup(fold.Squash(text)) {
			return s.lookUp(p)
		}
		span, ok := workspace.ParseRankSpan(text)
		if !ok {
			return 0, nil
		}
		p.RankFrom, p.RankTo = span.From, span.To
		return span.Middle(), nil
	})
	span := workspace.RankSpan{From: p.RankFrom, To: p.RankTo}
	switch {
	case !span.Known():
		p.RankFrom, p.RankTo = 0, 0
	case !span.Holds(p.Rank):
		p.RankFrom, p.RankTo = 0, 0
		s.say(texts.LinearSpanGone(span.From, span.To))
	default:
		s.say(texts.LinearSpan(span.From, span.To))
	}
	return err
}

// oneOf asks for one of some values by number or letters until one is meant;
// an empty answer, or yes, keeps the value that stands, where there is one.
func (s *dialogue) oneOf(label, help string, values []string, now string) (string, error) {
	s.gap()
	s.say(texts.LinearOneOf(label, len(values), now), help)
	options := make([][]string, len(values))
	for i, v := range values {
		options[i] = []string{v}
		if len(values) <= pageSize {
			s.say(texts.LinearOption(i+1, v))
		}
	}
	at := texts.LinearAt{Choose: true}
	if now != "" {
		at.Enter = texts.LinearEnterKeeps
	}
	for {
		text, err := s.word(texts.LinearAnswer(label), at)
		switch {
		case err != nil:
			return "", err
		case text == "" && now != "":
			return now, nil
		}
		if i, ok := choose(text, options); ok {
			s.say(texts.LinearField(label, values[i]))
			return values[i], nil
		}
		if named := names.Professions().Pick(text, values); len(named) == 1 {
			s.say(texts.LinearField(label, named[0]))
			return named[0], nil
		}
		if now != "" && texts.IsYes(text) && len(matching(text, values)) == 0 { // to what was said to stand
			s.say(texts.LinearField(label, now))
			return now, nil
		}
		s.likely(text, values)
	}
}

// likely reads out the values that an answer may mean, or all of them when it
// means none.
func (s *dialogue) likely(text string, values []string) {
	found := matching(text, values)
	s.say(texts.LinearWhich(text, len(found)))
	if len(found) == 0 {
		for i := range values {
			found = append(found, i)
		}
	}
	for _, i := range found[:min(len(found), 3*pageSize)] {
		s.say(texts.LinearOption(i+1, values[i]))
	}
}

// figure asks for a number that may be left unknown. other, unless nil, makes a
// number of other words, such as those that ask for a list; 0 is no answer.
func (s *dialogue) figure(label, help string, value *int, other func(text string) (int, error)) error {
	s.gap()
	s.say(texts.LinearFigure(label, *value), texts.LinearFieldHelp(help))
	for {
		text, err := s.word(texts.LinearAnswerNumber(label, other != nil), texts.LinearAt{Zero: texts.LinearZeroUnknown, Enter: texts.LinearEnterKeeps})
		if text == "0" {
			err = nil
		}
		if err == nil && other != nil {
			n, err := other(text)
			if err != nil {
				return err
			}
			if n == 0 && texts.IsLinearLookup(fold.Squash(text)) {
				continue
			}
			if n > 0 {
				text = strconv.Itoa(n)
			}
		}
		switch n, ok := texts.WholeNumber(text); {
		case err != nil:
			return err
		case text == "":
			return nil
		case text == "0":
			*value = 0
			s.say(texts.LinearUnset(label))
			return nil
		case ok && n >= 1 && n <= workspace.MostRank:
			*value = n
			s.say(texts.LinearField(label, texts.Thousands(n)))
			return nil
		}
		s.say(texts.LinearBadFigure(text, workspace.MostRank))
	}
}

package linear

import (
	"errors"

	"brujula/data"
	"brujula/data/prior"
	"brujula/data/texts"
	"brujula/planner/compare"
	"brujula/planner/conflicts"
	"brujula/planner/rulesheet"
)

// conflicts reads where the loaded lists contradict one another.
func (s *dialogue) conflicts() error {
	book := s.desk.Space.Conflicts()
	all := book.All()
	for _, t := range book.Count() {
		s.say(texts.LinearSentence(texts.Capital(texts.ConflictCount(string(t.Field), t.N))))
	}
	if len(all) == 0 {
		s.say(texts.ConflictsNone)
		return nil
	}
	return s.list(list{
		title: texts.ConflictsTitle, count: texts.LinearSentence(texts.ConflictsCount(len(all), len(all))),
		len:  func() int { return len(all) },
		line: func(i int) string { return conflictLine(&all[i]) },
	})
}

func conflictLine(c *conflicts.Conflict) string {
	return texts.LinearConflict(texts.ConflictField(string(c.Field)), texts.ConflictOf(c.Renipress, c.Establishment, c.Profession, c.Process, c.Modality), c.Text())
}

// links reads where the official lists are published.
func (s *dialogue) links() error {
	s.gap()
	s.say(texts.LinearHere(texts.LinksTitle))
	s.say(data.Map(rulesheet.LinkTexts(s.desk.Facts), texts.LinearSentence)...)
	return nil
}

// rules reads what is known of SERUMS: the rules that have some words, or one
// part of the sheet after the other.
func (s *dialogue) rules() error {
	s.gap()
	s.say(texts.LinearHere(texts.ScreenRules))
	words, err := s.text(texts.LinearRulesAsk)
	if err != nil {
		return err
	}
	parts := rulesheet.Find(rulesheet.Sheet(s.desk.Facts), words)
	switch {
	case len(parts) == 0:
		s.say(texts.LinearRulesNone(words))
		return nil
	case words != "":
		for i := range parts {
			s.readRules(&parts[i])
		}
		return nil
	}
	return s.list(list{
		title: texts.ScreenRules, count: texts.LinearSentence(texts.RulesParts(len(parts))),
		len:  func() int { return len(parts) },
		line: func(i int) string { return texts.RulesPart(parts[i].Title, len(parts[i].Lines)) },
		open: func(i int) error { s.readRules(&parts[i]); return nil },
	})
}

func (s *dialogue) readRules(part *rulesheet.Part) {
	s.gap()
	s.say(texts.LinearSentence(part.Title))
	for _, rule := range part.Lines {
		s.say(texts.LinearRule(rule.Text, rule.Source, rule.Date, string(rule.Certainty), rule.Own))
	}
}

// scores reads how right the model was, measured on the loaded lists when the
// user wants to wait for it, else the figures that ship.
func (s *dialogue) scores() error {
	space := s.desk.Space
	if len(space.Past()) == 0 {
		s.say(texts.NothingToScore)
		return nil
	}
	all, own := space.CachedScores(s.desk.Lib)
	if !own {
		yes, err := s.confirm(texts.LinearMeasure)
		if err != nil {
			return err
		}
		if yes {
			if all, err = s.evaluate(); err != nil {
				s.say(texts.LinearError(texts.ScoresFailed + texts.Spanish(err)))
				return nil // told; the menu goes on
			}
			own = true
		}
	}
	switch {
	case own && space.Demo:
		s.say(texts.ScoresDemo)
	case own:
		s.say(texts.ScoresOwn)
	case space.Demo:
		return nil // the figures that ship are not of the made-up lists
	default:
		s.say(texts.LinearScoresShipped)
		shipped, err := prior.ShippedScores()
		if err != nil {
			s.say(texts.LinearError(texts.Spanish(err)))
			return nil
		}
		all = shipped
	}
	for i := range all {
		if one := &all[i]; own || one.Model != prior.Alone {
			s.readScores(one)
		}
	}
	return nil
}

// evaluate measures, and says how far it is.
func (s *dialogue) evaluate() ([]prior.Scores, error) {
	told := 0
	all, err := s.desk.Space.Evaluate(s.ctx, s.desk.Lib, func(done, total int) {
		if part := tenth(done, total); part > told && s.patience > 0 {
			told = part
			s.say(texts.LinearMeasured(part * 10))
			_ = s.out.Flush()
		}
	})
	if s.ctx.Err() != nil {
		return nil, errors.Join(err, s.ctx.Err())
	}
	return all, err
}

// readScores reads the figures of one modality, profession by profession, and
// what became of each chance.
func (s *dialogue) readScores(one *prior.Scores) {
	s.gap()
	s.say(texts.LinearSentence(texts.ScoresHead(one.Model == prior.Alone, one.Process, one.Modality, len(one.Seeds), one.TrainedOn, one.MarksOnly())))
	if b, ok := one.Telling(); ok {
		s.say(texts.ScoresKept(b.From, b.To, b.Frequency, b.N, one.Process, one.TrainedOn))
	}
	heading := texts.ScoresHeading()
	for _, l := range one.Lines {
		if l.Seats >= prior.BinCases {
			s.say(texts.LinearRecord(heading, texts.ScoresRow(l.Profession, l.Seats, l.Brier, l.Constant, l.Coverage)))
		}
	}
	s.say(texts.LinearSentence(texts.ScoresAstray(one.Astray, one.Checked)))
	for _, b := range one.Bins {
		if b.N > 0 {
			s.say(texts.LinearBin(b.Mean, b.Frequency, b.N))
		}
	}
}

// changes reads what changed between the two newest offers in the applicant's line,
// or in all of them where there is none: the classes, and the plazas of each.
func (s *dialogue) changes() error {
	space := s.desk.Space
	pairs := compare.Pairs(space.Catalog)
	if len(pairs) == 0 {
		s.say(texts.DiffNoPair)
		return nil
	}
	line := data.Line{}
	if s.desk.HasProfile() {
		line = s.desk.Line()
	}
	d, meaning := pairs[0].In(space, line)
	s.gap()
	s.say(texts.LinearHere(texts.ScreenChanges),
		texts.LinearSentence(texts.DiffTotals(d.Before, d.PlazasBefore, d.SeatsBefore)),
		texts.LinearSentence(texts.DiffTotals(d.After, d.PlazasAfter, d.SeatsAfter)))
	s.say(data.Map(meaning, texts.LinearSentence)...)
	classes := d.Present()
	return s.list(list{
		title: texts.DiffHeading(d.Before, d.After), count: texts.LinearSentence(texts.DiffSame + ": " + texts.Thousands(d.Same)),
		len: func() int { return len(classes) },
		line: func(i int) string {
			return texts.LinearChanges(classes[i].Title(), classes[i].Plazas, classes[i].Seats)
		},
		open: func(i int) error { return s.changed(&d, &classes[i]) },
	})
}

// changed reads the plazas of one class, and opens the card of one that is still
// offered.
func (s *dialogue) changed(d *compare.Diff, class *compare.Class) error {
	rows := d.In(class.Aspect)
	s.say(texts.LinearSentence(class.Means()))
	return s.list(list{
		title: class.Title(), count: texts.LinearSentence(texts.DiffClassTitle(class.Title(), len(rows))),
		len:  func() int { return len(rows) },
		line: func(i int) string { return texts.DiffPlace(rows[i].Plaza(), rows[i].Said(), !s.desk.HasProfile()) },
		open: func(i int) error {
			for _, sentence := range rows[i].Meaning(s.desk.Space.Points) {
				s.say(texts.LinearSentence(texts.Capital(sentence)))
			}
			if row, ok := s.desk.Space.Catalog.Row(rows[i].Plaza().PlazaID); ok {
				return s.card(row)
			}
			return nil
		},
	})
}

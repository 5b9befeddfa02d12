package linear

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/compare"
)

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
	for _, sentence := range meaning {
		s.say(texts.LinearSentence(sentence))
	}
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

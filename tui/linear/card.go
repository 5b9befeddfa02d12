package linear

import (
	"slices"

	"brujula/data"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/card"
	"brujula/planner/panorama"
	"brujula/planner/plan"
	"brujula/planner/risk"
	"brujula/planner/session"
	"brujula/planner/workspace"
)

// card reads out all that is known of a plaza, and asks what to do with it.
func (s *dialogue) card(row int) error {
	id := s.desk.Space.Catalog.Plaza(row).PlazaID
	s.readCard(row)
	return s.menu(func() menu {
		inPlan, compared := s.desk.Plan().Has(id), slices.Contains(s.desk.Compared(), id)
		m := menu{
			title: texts.LinearCard(s.desk.Name(id)), help: []string{texts.LinearCardHelp},
			status: []string{texts.LinearCardStatus(s.desk.Plan().Index(id)+1, compared)},
			options: []option{
				{label: texts.LinearAddOrDrop(inPlan), words: []string{"plan", texts.LinearAddOrDropWord(inPlan)}, do: func() error { return s.togglePlan(id) }},
				{label: texts.LinearCompareOrDrop(compared, len(s.desk.Compared()), session.MostCompared), do: func() error { return s.toggleCompared(id) }},
				{label: texts.LinearCurve, do: func() error { s.readCurve(row); return nil }},
				{label: texts.LinearAgain, words: []string{"leer"}, do: func() error { s.readCard(row); return nil }},
				{label: texts.LinearReport, words: []string{"nota"}, do: func() error { return s.reportOn(id) }},
			},
		}
		return m
	})
}

// reportOn asks for a report about the establishment of a plaza. The lists are
// loaded anew with it: rows are asked for again.
func (s *dialogue) reportOn(id data.PlazaID) error {
	row, ok := s.plazaOf(id)
	if !ok {
		return nil
	}
	return s.report(s.desk.Space.Catalog.Plaza(row))
}

// togglePlan puts a plaza at the end of the plan, or takes it out. The desk's own
// words for it name a key of the screens.
func (s *dialogue) togglePlan(id data.PlazaID) error {
	return s.do(s.desk.Edit(func(e *plan.Editor) (plan.Act, bool) {
		if e.Plan().Has(id) {
			return e.Remove(id)
		}
		return e.Add([]data.PlazaID{id}, -1)
	}))
}

// readCard reads the card: what decides first, the facts of the list last.
func (s *dialogue) readCard(row int) {
	d := s.desk
	p := d.Space.Catalog.Plaza(row)
	c := card.Since(d.Was(), d.Space, d.Est, row)
	s.gap()
	s.say(texts.LinearSentence(c.Title), texts.LinearSentence(texts.LinearWhere(p)))
	est, known := d.Est.Of(d.Space, row)
	fate := d.Fate(p.PlazaID)
	switch {
	case fate != workspace.FateOpen:
		known = true
		s.say(texts.LinearSentence(fate.Text()))
	case known:
		s.say(texts.LinearSentence(texts.FieldChance + ": " + texts.LinearChance(est.Band.Letter(), est.Chance, est.Lo, est.Hi, est.HasRange)))
	}
	if c.Moved != "" {
		s.say(texts.LinearField(texts.MoveLabel, c.Moved))
	}
	for _, f := range c.Odds {
		if f.Label != texts.FieldChance || !known { // the chance was said, in words
			s.say(texts.LinearField(f.Label, f.Text))
		}
	}
	if len(c.Why) > 0 {
		s.say(texts.LinearSentence(texts.WhyTitle(c.Chance)))
	}
	for _, f := range c.Why {
		s.say(texts.LinearField(texts.ReasonWord(f.Label), f.Text))
	}
	label := ""
	for _, f := range c.Before {
		s.say(texts.LinearField(f.Label, f.Text))
	}
	for _, f := range c.History {
		if f.Label != "" {
			label = f.Label
		}
		s.say(texts.LinearField(label, f.Text))
	}
	s.say(texts.LinearSentence(c.Points))
	if at := panorama.WhereaboutsOf(d.Space, p); at.Known && at.City != "" {
		s.say(texts.LinearSentence(texts.Capital(texts.MapNear(texts.PlaceName(at.City), at.Km, at.About))))
	}
	s.readNotes(&c, p.Renipress)
	s.say(texts.LinearSentence(texts.LinearFacts(len(c.Fields))))
	for _, f := range c.Fields {
		if f.Label != texts.CardPlace {
			s.say(texts.LinearField(f.Label, f.Text))
		}
	}
}

func (s *dialogue) readNotes(c *card.Card, renipress string) {
	say := func(notes []risk.Note) {
		for i, n := range notes {
			s.say(texts.LinearOption(i+1, texts.LinearNote(string(n.Severity), texts.RiskText(n.Text, string(n.Certainty)), n.Source)))
		}
	}
	s.say(texts.LinearNotes(c.Risk.Mark.Worst, c.Risk.Mark.Count))
	say(c.Risk.Here)
	for i, r := range c.Reports {
		if i == 0 {
			s.say(texts.LinearSentence(texts.NotesReported))
		}
		for _, line := range r.Lines {
			s.say(texts.LinearField(r.Topic, line))
		}
	}
	for _, n := range s.desk.UnsavedNotes(renipress) {
		s.say(texts.LinearField(texts.NoteUnsavedMark, texts.NoteLine(n.Text, n.Source, n.Date)))
	}
	if len(c.Risk.Wide) > 0 {
		s.say(texts.LinearWide(len(c.Risk.Wide), c.Risk.Graded()))
		say(c.Risk.Wide)
	}
	s.say(texts.NoNoteIsNotSafe)
}

// curvePoints are the chances whose ranks tell a curve in words.
func curvePoints() []float64 { return []float64{0.95, 0.8, 0.5, 0.2} }

// readCurve tells until which rank the plaza has which chance.
func (s *dialogue) readCurve(row int) {
	view, slot, ok := s.desk.Est.Slot(s.desk.Space, row)
	said := false
	for _, chance := range curvePoints() {
		if !ok {
			break
		}
		k, found := view.Forecast.PickFor(slot, chance)
		if !found {
			continue
		}
		if rank, found := view.RankFor(k, s.desk.Est.Look); found {
			s.say(texts.LinearCurvePoint(rank, chance, bandName(chance)))
			said = true
		}
	}
	if !said {
		s.say(texts.LinearNoCurve)
	}
}

func bandName(chance float64) string { return texts.BandName(availability.BandOf(chance).Letter()) }

// plazaOf finds the row of a plaza; ok is false, and it is said, when no loaded
// list has it.
func (s *dialogue) plazaOf(id data.PlazaID) (row int, ok bool) {
	if row, ok = s.desk.Space.Catalog.Row(id); !ok {
		s.say(texts.GapSaid(texts.GapAbsent, ""))
	}
	return row, ok
}

// report asks for what is known of an establishment, and keeps it beside what
// others said. What is missing or wrong is asked for anew.
func (s *dialogue) report(p *data.Plaza) error {
	if why := s.desk.Writable(); why != nil {
		s.say(texts.LinearWarning(why.Error()))
		return nil
	}
	s.say(texts.NoteFormIntro)
	topics := data.Map(rules.Topics(), func(t rules.Topic) string { return texts.RiskTopic(string(t)) })
	var note notes.Note
	begun := false
	err := s.fillForm(texts.LinearReport, func() bool { return begun }, func() (err error) {
		word, err := s.oneOf(texts.NoteFieldTopic, "", topics, "")
		if err != nil {
			return err
		}
		begun = true
		note, err = s.reportFields(p, string(rules.Topics()[slices.Index(topics, word)]))
		return err
	})
	if err != nil {
		return err
	}
	if note.NamesSomeone() {
		keep, err := s.confirm(texts.NoteAskNames)
		if err != nil {
			return err
		}
		if !keep {
			s.say(texts.NoteNotKept)
			return nil
		}
	}
	return s.do(s.desk.AddNote(note, p.Establishment))
}

// reportFields asks for what is told, by whom and when.
func (s *dialogue) reportFields(p *data.Plaza, topic string) (note notes.Note, err error) {
	for {
		var fields [3]string
		for i, label := range []string{texts.NoteFieldText, texts.NoteFieldSource, texts.NoteFieldDate} {
			if fields[i], err = s.text(label); err != nil {
				return note, err
			}
		}
		note, faults := notes.New(p.Renipress, topic, fields[0], fields[1], fields[2])
		if len(faults) == 0 {
			return note, nil
		}
		for _, f := range faults {
			s.say(texts.LinearWarning(texts.NoteFormFault(f.Column, f.Reason)))
		}
	}
}

package linear

import (
	"slices"

	"brujula/data"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/data/texts"
)

// report asks for what is known of an establishment, and keeps it beside what
// others said. What is missing or wrong is asked for anew.
func (s *dialogue) report(p *data.Plaza) error {
	if why := s.desk.Writable(); why != nil {
		s.say(texts.LinearWarning(why.Error()))
		return nil
	}
	s.say(texts.NoteFormIntro)
	topics := make([]string, 0, len(rules.Topics()))
	for _, t := range rules.Topics() {
		topics = append(topics, texts.RiskTopic(string(t)))
	}
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

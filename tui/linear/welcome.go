package linear

import (
	"errors"

	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/drop"
)

// welcome asks, while nothing was ever imported, who the applicant is, and goes on
// to the offer. Without an answer the demonstration stays.
func (s *dialogue) welcome() error {
	s.gap()
	s.say(texts.WelcomeAsk, texts.LinearWelcomeHelp)
	for {
		text, err := s.word(texts.LinearWelcomeAsk, texts.LinearAt{Enter: texts.LinearEnterDemo})
		switch {
		case errors.Is(err, errBack), err == nil && text == "":
			return nil
		case err != nil:
			return err
		}
		if drop.LooksLikePath(text) { // a file that was dropped at once
			return s.back(s.importNamed(text))
		}
		p := workspace.ReadPerson(text)
		if !p.Ready() {
			s.say(texts.LinearWarning(p.Text()))
			continue
		}
		answers, err := s.run(s.desk.Introduce(p))
		if err != nil {
			return err
		}
		if said, _ := answerOf[session.Introduced](answers); said.Unsaid() != "" {
			s.say(texts.LinearWarning(said.Unsaid()))
		}
		s.say(texts.LinearSentence(p.Text()), texts.LinearWelcomeThen)
		return s.back(s.importList())
	}
}

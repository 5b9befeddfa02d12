package linear

import (
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/yearbook"
)

// yearbook reads how a past process went in the applicant's line, part by part, and
// writes it to a page where one is asked for.
func (s *dialogue) yearbook(process data.Process) error {
	line := s.desk.Line()
	line.Process = process
	line, ok := yearbook.Closest(s.desk.Space, line)
	if !ok {
		s.say(texts.LinearWarning(texts.YearNoPast))
		return nil
	}
	r, err := yearbook.Of(s.desk.Space, line)
	if err != nil {
		return err
	}
	file, ok, err := s.free(texts.LinearYearFile(texts.YearFile(line)))
	if err != nil {
		return err
	}
	if ok {
		return s.do(s.desk.WriteYearbook(line, file))
	}
	parts := r.Parts()
	return s.list(list{
		title: r.Title(), count: texts.LinearSentence(texts.YearIntro),
		len:  func() int { return len(parts) },
		line: func(i int) string { return parts[i].Title },
		open: func(i int) error { s.readPart(&parts[i]); return nil },
	})
}

// readPart reads a part: each row with the names of its columns.
func (s *dialogue) readPart(p *yearbook.Part) {
	s.gap()
	s.say(texts.LinearSentence(p.Title))
	for _, said := range p.Said {
		s.say(texts.LinearSentence(said))
	}
	for _, row := range p.Rows {
		var cells []string
		for i, cell := range row {
			switch {
			case cell == "":
			case i == 0 || p.Head[i] == "":
				cells = append(cells, cell)
			default:
				cells = append(cells, p.Head[i]+": "+cell)
			}
		}
		s.say(texts.LinearSentence(strings.Join(cells, ", ")))
	}
}

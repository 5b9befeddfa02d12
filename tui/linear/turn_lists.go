package linear

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/imports"
	"brujula/planner/session"
	act "brujula/planner/turn"
	"brujula/tui/drop"
)

// findPlazas returns the plazas of the line that letters mean, those with a seat
// first; loose tells that they only resemble them.
func (s *dialogue) findPlazas(text string, release bool) (found []*data.Plaza, loose bool) {
	view := s.desk.Turn().LineView()
	if view == nil {
		return nil, false
	}
	c := s.desk.Space.Catalog
	rows := act.Meant(c, view.Rows, text, s.desk.Plan().Has, s.desk.Turn().State().Gone, release)
	if len(rows) == 0 && !release {
		rows, loose = act.FullLast(c, act.FindSimilar(c, s.desk.Turn().Line(), text), s.desk.Turn().State().Gone), true
	}
	return data.Map(rows, c.Plaza), loose
}

// readTurnPlan reads the plan's lines of this line as they stand in the act.
func (s *dialogue) readTurnPlan() error {
	v := s.desk.Turn().View()
	if v == nil {
		return nil
	}
	s.say(texts.LinearSentence(texts.TurnPlanLeft(v.Free, len(v.Plan))))
	return s.list(list{
		title: texts.TurnPlanTitle, count: texts.LinearPlanCount(len(v.Plan)),
		len: func() int { return len(v.Plan) },
		line: func(i int) string {
			c := &v.Plan[i]
			return texts.LinearTurnLine(c.Plaza, c.Left, s.chanceOf(c), s.desk.Fate(c.Plaza.PlazaID).Short())
		},
		open: func(i int) error { return s.card(v.Plan[i].Row) },
	})
}

// readFigures tells the figures behind the chances.
func (s *dialogue) readFigures() error {
	v := s.desk.Turn().View()
	if v == nil {
		return nil
	}
	s.say(data.Map(v.Account(), texts.LinearSentence)...)
	if text := v.Road.Text(); text != "" {
		s.say(text)
	}
	return nil
}

// readLog reads the acts, the newest first.
func (s *dialogue) readLog() error {
	history, unsaved := s.desk.Turn().History()
	n := len(history)
	return s.list(list{
		title: texts.TurnLogTitle, count: texts.LinearSentence(texts.TurnActs(n-unsaved, s.desk.Turn().Stored())),
		len: func() int { return n },
		line: func(i int) string {
			at := n - 1 - i
			e := &history[at]
			return texts.LinearAct(at+1, e.At, e.Text(s.desk.Turn().Name), e.Undone, at >= n-unsaved)
		},
	})
}

// importTaken crosses out the seats of a list of adjudicated seats: a file,
// codes, or rows that are pasted.
func (s *dialogue) importTaken() error {
	text, ok, err := s.free(texts.LinearTakenAsk)
	if !ok || err != nil {
		return err
	}
	line := s.desk.Turn().Line()
	plazas, _ := s.desk.Space.Catalog.Line(line)
	seats := act.SeatsOf(plazas)
	professions := s.desk.Space.Catalog.Values(catalog.DimProfession)
	var g act.Gathered
	source := texts.TurnPasted
	switch {
	case texts.IsLinearPaste(text):
		var rows strings.Builder
		if err := s.fillForm(texts.LinearFormPaste, func() bool { return rows.Len() > 0 }, func() error { return s.pasted(&rows) }); err != nil {
			return err
		}
		g = act.GatherText(rows.String(), line, seats, professions)
	case strings.Trim(text, "0123456789 ,;") == "":
		g = act.GatherText(strings.NewReplacer(",", "\n", ";", "\n", " ", "\n").Replace(text), line, seats, professions)
	default:
		file, ok := s.file(text)
		if !ok {
			return nil
		}
		source = filename.Shown(file)
		if g, err = session.GatherFile(s.ctx, s.desk.Lib, file, line, seats); err != nil {
			s.sayProblem(err)
			return nil
		}
	}
	if len(g.Taken) == 0 {
		s.say(texts.LinearNothingTaken)
		return nil
	}
	return s.crossGathered(&g, source)
}

// crossGathered crosses out what a list says was taken, after a question.
func (s *dialogue) crossGathered(g *act.Gathered, source string) error {
	yes := false
	err := s.fillForm(texts.LinearFormPaste, func() bool { return true }, func() (err error) {
		yes, err = s.confirm(texts.TurnGathered(g.Seats(), len(g.Taken), g.Unknown, g.Others, g.UpTo))
		return err
	})
	if err != nil || !yes {
		return err
	}
	return s.do(s.desk.Turn().Do(g.Event(source)))
}

// mostPasted bounds what is read of a paste, in bytes.
const mostPasted = 4 << 20

// pasted reads rows until one is a full stop.
func (s *dialogue) pasted(rows *strings.Builder) error {
	s.say(texts.LinearPasteHow)
	for {
		row, err := s.ask(texts.LinearPasteRow)
		switch {
		case err != nil:
			return err
		case row == "?":
			s.say(texts.LinearPasteHow)
			continue
		case row == ".", rows.Len() > mostPasted:
			return nil
		}
		rows.WriteString(row + "\n")
	}
}

// file finds the one file that a typed text names; ok is false, and it is said,
// for none.
func (s *dialogue) file(text string) (path string, ok bool) {
	found, missing := s.files(text)
	if len(missing) == 0 && len(found) == 1 && !found[0].Folder {
		return found[0].Path, true
	}
	if len(missing) == 0 {
		missing = []string{text}
	}
	s.say(texts.LinearSentence(texts.PathMissing(texts.Shortened(missing[0]))))
	return "", false
}

// files finds what a typed, pasted or dropped text names.
func (s *dialogue) files(text string) (found []drop.File, missing []string) {
	return drop.Find(text, s.desk.Folders.Home, append([]string{"."}, s.desk.Folders.Start...)...)
}

// sayProblem tells why a file was not read, and what to do about it.
func (s *dialogue) sayProblem(err error) {
	text, hint, _ := imports.Explain(err)
	s.say(texts.LinearError(text))
	if hint != "" {
		s.say(texts.LinearSentence(hint))
	}
}

// exportLog writes the acts to a file.
func (s *dialogue) exportLog() error {
	line := s.desk.Turn().Line()
	proposed := texts.TurnExportName(string(line.Process), line.Profession, string(line.Modality))
	name, err := s.text(texts.LinearNamed(texts.TurnAskFile, proposed))
	if err != nil {
		return err
	}
	name = cmp.Or(name, proposed)
	if ext := strings.ToLower(filepath.Ext(name)); ext != ".csv" && ext != ".json" {
		s.say(texts.LinearWarning(texts.TurnFileKinds))
		return nil
	}
	path, err := s.desk.Turn().OutputPath(name)
	if err != nil {
		s.say(texts.LinearError(texts.CannotWrite(name, err)))
		return nil
	}
	if _, err := os.Stat(path); err == nil {
		if yes, err := s.confirm(texts.Overwrite(name)); err != nil || !yes {
			return err
		}
	}
	history, _ := s.desk.Turn().History()
	s.notices = append(s.notices, session.WriteTurnLog(path, act.Rows(history, s.desk.Turn().Name)))
	s.tell()
	return nil
}

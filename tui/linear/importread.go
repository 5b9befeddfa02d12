package linear

import (
	"errors"
	"strings"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
)

// read reads the file, asks before what it holds is stored, and reads it again as
// often as it is corrected.
func (s *dialogue) read(in *fileImport) error {
	for {
		s.say(texts.LinearSentence(texts.ImportReading(filename.Shown(in.path))))
		r := s.readFile(in.path, in.kind, in.o)
		var again bool
		var err error
		if r.Err == nil {
			again, err = s.review(in, &r)
		} else {
			s.sayProblem(r.Err)
			again, err = s.amend(in, &r)
		}
		if err != nil || !again {
			return err
		}
	}
}

// amend asks for what a reading missed; again tells that something was said.
func (s *dialogue) amend(in *fileImport, r *session.FilesRead) (again bool, err error) {
	switch {
	case errors.Is(r.Err, lists.ErrNeedProcess) && in.o.Process == "":
		in.o.Process, err = s.askProcess(in.path, nil)
		return true, err
	case errors.Is(r.Err, lists.ErrNeedModality) && in.o.Modality == "":
		in.o.Modality, err = s.askModality(nil)
		return true, err
	case r.Fixable():
		return s.correct(in, r.Guess.Headings)
	}
	if _, _, rows := imports.Explain(r.Err); len(rows) > 0 {
		return false, s.problems(rows)
	}
	return false, nil
}

// readFile waits for the end of the reading.
func (s *dialogue) readFile(path string, kind data.Kind, o lists.Options) session.FilesRead {
	reading := s.desk.Read(0, kind, []string{path}, o)
	defer reading.Stop()
	told := 0
	for {
		switch m := reading.Next()().(type) {
		case session.FilesRead:
			return m
		case session.ReadProgress:
			// A part of ten is often enough to be heard; none in a script, where the
			// output must not hang on the speed of the machine.
			if part := tenth(m.Done, m.Total); part > told && s.patience > 0 {
				told = part
				s.say(texts.LinearProgress(part * 10))
				_ = s.out.Flush()
			}
		}
	}
}

func tenth(done, total int) int {
	if total <= 0 {
		return 0
	}
	return 10 * done / total
}

// review reports what was understood, and stores it when the user agrees; again
// tells that it was corrected instead.
func (s *dialogue) review(in *fileImport, r *session.FilesRead) (again bool, err error) {
	if err := s.place(r); err != nil {
		return false, err
	}
	var problems []data.Problem
	for _, summary := range r.Summaries() {
		s.gap()
		s.say(texts.LinearSentence(summary.Title()))
		for _, said := range imports.Statements(&summary) {
			if said.Tone == imports.Warning {
				s.say(texts.LinearWarning(texts.LinearSentence(said.Text)))
			} else {
				s.say(texts.LinearSentence(said.Text))
			}
		}
		s.say(texts.LinearSentence(summary.Change()))
		if columns := summary.Columns(); columns != "" {
			s.say(texts.LinearField(texts.ImportPartHeadings, strings.ReplaceAll(columns, "=", " es ")))
		}
		if unused := summary.Unused(); unused != "" {
			s.say(texts.LinearField(texts.Capital(texts.ImportUnusedColumn), unused))
		}
		for i := range summary.Samples {
			s.say(texts.LinearSample(texts.LinearRecord(texts.SampleHeading(summary.Info.Kind), texts.SampleFields(&summary.Samples[i]))))
		}
		problems = append(problems, summary.Problems...)
	}
	yes, fix := false, false
	err = s.fillForm(texts.ScreenImport, func() bool { return true }, func() error {
		err := s.problems(problems)
		if err == nil {
			yes, fix, err = s.mayStore(len(imports.Doubts(r.Drafts)) > 0)
		}
		if err == nil && yes && !r.Loss.None() {
			yes, err = s.confirm(texts.LinearStoreLoss(r.Loss.Text()))
		}
		return err
	})
	if err != nil {
		return false, err
	}
	if fix && len(r.Drafts) > 0 {
		return s.correct(in, imports.HeadingsOf(r.Drafts))
	}
	if !yes {
		s.say(texts.LinearNotStored)
		return false, nil
	}
	return false, s.storeRead(in, r)
}

// storeRead stores what was read, and what was said of its columns.
func (s *dialogue) storeRead(in *fileImport, r *session.FilesRead) error {
	items := imports.Items(r.Drafts, s.desk.Now())
	if r.Table != nil {
		items = []library.Item{r.Table.Stamped(s.desk.Now())}
	}
	if remember := s.desk.RememberColumns(r.Drafts, in.o); remember != nil {
		if _, err := s.run(remember); err != nil {
			return err
		}
	}
	answers, err := s.run(s.desk.Import(items))
	if err != nil {
		return err
	}
	if m, ok := answerOf[session.Imported](answers); ok {
		s.readGaps()
		if m.First && !s.desk.HasLine() || !s.desk.HasProfile() {
			return s.profile()
		}
	}
	return nil
}

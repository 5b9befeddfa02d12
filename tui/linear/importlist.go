package linear

import (
	"errors"
	"os"
	"strings"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
	"brujula/tui/importing"
)

// importList brings a downloaded file into the library: find it, say what it
// is, read it, review, store. Nothing is stored before the last question.
func (s *dialogue) importList() error {
	s.gap()
	s.say(texts.LinearHere(texts.ScopeImport))
	if why := s.desk.CannotImport(); why != "" {
		s.say(texts.LinearWarning(why))
		return nil
	}
	if s.desk.CanTakeBack() {
		s.say(texts.LinearTakeBackOffer)
	}
	text, err := s.text(texts.LinearImportAsk)
	switch {
	case err != nil:
		return err
	case text == texts.TakeBackWord:
		return s.do(s.desk.TakeBack())
	case text == "":
		return s.browseFirst()
	}
	found, missing := s.files(text)
	for _, name := range missing {
		s.say(texts.LinearSentence(texts.PathMissing(texts.Shortened(name))))
	}
	paths := make([]string, len(found)) // several may be dropped at once
	for i, f := range found {
		paths[i] = f.Path
	}
	return s.openPaths(paths)
}

// openPaths looks at one file or folder after the other.
func (s *dialogue) openPaths(paths []string) error {
	if why := s.desk.CannotImport(); why != "" {
		s.say(texts.LinearWarning(why))
		return nil
	}
	for _, path := range paths {
		if err := s.back(s.openPath(path)); err != nil {
			return err
		}
	}
	return nil
}

// browseFirst reads the folder where downloads usually are.
func (s *dialogue) browseFirst() error {
	for _, folder := range s.desk.Folders.Start {
		if _, _, err := importing.Entries(folder); err == nil {
			return s.browse(folder)
		}
	}
	s.say(texts.ImportNoFiles)
	return nil
}

// openPath looks into a folder, or at a file.
func (s *dialogue) openPath(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return s.browse(path)
	}
	return s.importFile(path)
}

// browse reads what of a folder may be a list; folders open in their turn.
func (s *dialogue) browse(folder string) error {
	entries, full, err := importing.Entries(folder)
	if err != nil {
		s.say(texts.LinearError(texts.Spanish(err)))
		return nil
	}
	if len(entries) == 0 {
		s.say(texts.ImportNoFiles)
		return nil
	}
	done := false
	return s.list(list{
		title: texts.LinearFolder(full), count: texts.LinearFolderCount(len(entries)),
		len: func() int {
			if done {
				return 0
			}
			return len(entries)
		},
		named: true,
		line:  func(i int) string { return texts.LinearEntry(entries[i].Name, entries[i].Folder) },
		open: func(i int) error {
			done = !entries[i].Folder
			return s.openPath(entries[i].Path)
		},
	})
}

// importFile asks what a file is, where a look at it does not tell, and reads
// it.
func (s *dialogue) importFile(path string) error {
	look, stop := s.desk.Detect(0, path)
	defer stop()
	answers, err := s.run(look)
	if err != nil {
		return err
	}
	guess, _ := answerOf[session.Detected](answers)
	switch {
	case importing.ImportedPlan(guess.Err):
		return s.do(s.desk.OfferPlan(path))
	case guess.Err != nil:
		s.sayProblem(guess.Err)
		return nil
	case guess.Guess.Kind == lists.KindMerit:
		s.say(texts.ImportMeritIs, texts.ImportMeritDo)
		return nil
	case imports.IsTable(guess.Guess.Kind): // coordinates and notes tell all by themselves
		return s.read(&incoming{path, guess.Guess.Kind, lists.Options{}, &guess.Guess})
	}
	s.say(texts.LinearSentence(texts.ImportFound(guess.Guess.Format, string(guess.Guess.Kind), guess.Guess.Why)))
	if guess.Guess.Doubt != "" {
		s.say(texts.LinearWarning(guess.Guess.Doubt))
	}
	var kind data.Kind
	var o lists.Options
	err = s.fill(texts.ScopeImport, func() bool { return true }, func() (err error) {
		kind, o, err = s.describeFile(path, &guess.Guess)
		return err
	})
	if err != nil {
		return err
	}
	return s.read(&incoming{path, kind, o, &guess.Guess})
}

// describeFile asks for kind, process and modality; what the file says is
// proposed.
func (s *dialogue) describeFile(path string, g *lists.Guess) (kind data.Kind, o lists.Options, err error) {
	kinds := []string{texts.ImportKindOffer, texts.ImportKindTaken}
	now := kinds[0]
	if g.Kind == data.KindAdjudication {
		now = kinds[1]
	}
	word, err := s.oneOf(texts.ImportFieldKind, "", kinds, now)
	if err != nil {
		return "", o, err
	}
	kind = data.KindOffer
	if word == kinds[1] {
		kind = data.KindAdjudication
	}
	if o.Process, err = s.askProcess(path, g.Processes); err != nil {
		return kind, o, err
	}
	modalities := plainWords(data.Modalities())
	says := ""
	if len(g.Modalities) > 0 {
		says = texts.ImportSays(plainWords(g.Modalities))
		modalities = append([]string{says}, modalities...)
	}
	if word, err = s.oneOf(texts.ImportFieldModality, "", modalities, says); err != nil {
		return kind, o, err
	}
	if word != says {
		o.Modality = data.Modality(word)
	}
	if kind == data.KindAdjudication {
		err = s.figure(texts.ImportFieldUpTo, texts.LinearUpToHelp, &o.UpTo, nil)
	}
	return kind, o, err
}

// askProcess asks for the process until one is given; an empty answer, 1 or yes
// takes what the file says.
func (s *dialogue) askProcess(path string, says []data.Process) (data.Process, error) {
	at := texts.LinearAt{}
	if len(says) > 0 {
		at.Enter = texts.LinearEnterFile
	}
	for {
		text, err := s.word(texts.LinearProcessAsk(filename.Shown(path), plainWords(says)), at)
		switch {
		case err != nil:
			return "", err
		case text == "" && len(says) > 0:
			return "", nil
		}
		if process, err := data.ParseProcess(strings.ToUpper(text)); err == nil {
			return process, nil
		}
		if len(says) > 0 && (text == "1" || texts.IsYes(text)) { // what the question proposes
			return "", nil
		}
		s.say(texts.LinearWarning(texts.BadProcess(texts.Shortened(text))))
	}
}

// read reads the file, asks before what it holds is stored, and reads it again as
// often as it is corrected.
func (s *dialogue) read(in *incoming) error {
	for {
		s.say(texts.LinearSentence(texts.ImportReading(filename.Shown(in.path))))
		r := s.readFile(in.path, in.kind, in.o)
		if errors.Is(r.Err, lists.ErrNeedProcess) && in.o.Process == "" && len(in.guess.Processes) == 1 {
			// The name of the file suggested it, and the user left it so.
			in.o.Process = in.guess.Processes[0]
			r = s.readFile(in.path, in.kind, in.o)
		}
		again, err := false, error(nil)
		if r.Err == nil {
			again, err = s.review(in, &r)
		} else if s.sayProblem(r.Err); fixable(&r) {
			again, err = s.correct(in, r.Guess.Headings)
		} else if _, _, rows := importing.Explain(r.Err); len(rows) > 0 {
			err = s.problems(rows)
		}
		if err != nil || !again {
			return err
		}
	}
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

// review tells what was understood, and stores it when the user agrees; again
// tells that it was corrected instead.
func (s *dialogue) review(in *incoming, r *session.FilesRead) (again bool, err error) {
	if err := s.place(r); err != nil {
		return false, err
	}
	var problems []data.Problem
	for _, summary := range importing.Summaries(*r) {
		s.gap()
		s.say(texts.LinearSentence(summary.Title()), texts.LinearSentence(summary.Counts()))
		if total, _ := summary.Total(); total != "" {
			s.say(texts.LinearSentence(total))
		}
		if why := summary.Why(); why != "" {
			s.say(texts.LinearSentence(why))
		}
		for _, c := range summary.Contradictions {
			s.say(texts.LinearWarning(texts.LinearSentence(texts.ImportContradiction(c))))
		}
		for _, doubt := range summary.Doubts {
			s.say(texts.LinearWarning(texts.LinearSentence(doubt)))
		}
		s.say(texts.LinearSentence(summary.Change()))
		for _, told := range summary.Told[min(1, len(summary.Told)):] {
			s.say(texts.LinearSentence(told))
		}
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
	err = s.fill(texts.ScopeImport, func() bool { return true }, func() error {
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
func (s *dialogue) storeRead(in *incoming, r *session.FilesRead) error {
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
		if m.First || !s.desk.HasProfile() {
			return s.profile()
		}
	}
	return nil
}

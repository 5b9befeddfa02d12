package linear

import (
	"os"
	"path/filepath"
	"strings"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
	"brujula/tui/drop"
)

// importList brings a downloaded file into the library: find it, say what it
// is, read it, review, store. Nothing is stored before the last question.
func (s *dialogue) importList() error {
	s.gap()
	s.say(texts.LinearHere(texts.ScreenImport))
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
		return s.browse(imports.FirstFolder(s.desk.Folders.Start)) // where downloads usually are
	}
	return s.importNamed(text)
}

// importNamed looks at the files that a text names.
func (s *dialogue) importNamed(text string) error {
	found, missing := s.files(text)
	for _, name := range missing {
		s.say(texts.LinearSentence(texts.PathMissing(texts.Shortened(name))))
	}
	return s.openPaths(data.Map(found, func(f drop.File) string { return f.Path })) // several may be dropped at once
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

// openPath looks into a folder, or at a file.
func (s *dialogue) openPath(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return s.browse(imports.ReadFolder(path))
	}
	return s.importFile(path)
}

// browse reads what of a folder may be a list; folders open in their turn.
func (s *dialogue) browse(folder imports.Folder) error {
	if folder.Err != nil {
		s.say(texts.LinearError(texts.Spanish(folder.Err)))
		return nil //nolint:nilerr // told; the menu goes on
	}
	entries := folder.Lists()
	if len(entries) == 0 {
		s.say(texts.ImportNoFiles)
		return nil
	}
	done := false
	return s.list(list{
		title: texts.LinearFolder(folder.Path), count: texts.LinearFolderCount(len(entries)),
		len: func() int {
			if done {
				return 0
			}
			return len(entries)
		},
		named: true,
		line:  func(i int) string { return texts.LinearEntry(entries[i].Shown, entries[i].Rank != imports.ListEntry) },
		open: func(i int) error {
			done = entries[i].Rank == imports.ListEntry
			return s.openPath(filepath.Join(folder.Path, entries[i].Name))
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
	case imports.IsPlan(guess.Err):
		return s.do(s.desk.OfferPlan(path))
	case guess.Fixable():
		in := &fileImport{path, data.KindOffer, lists.Options{}}
		if guess.Guess.Likely {
			in.o.HeadingRow = guess.Guess.HeadingRow
		}
		s.sayProblem(guess.Err)
		if said, err := s.correct(in, guess.Guess.Headings); err != nil || !said {
			return err
		}
		return s.read(in)
	case guess.Err != nil:
		s.sayProblem(guess.Err)
		return nil
	case guess.Guess.Kind == lists.KindMerit:
		s.say(texts.ImportMeritIs, texts.ImportMeritDo)
		return nil
	case lists.IsSideTable(guess.Guess.Kind): // coordinates and notes tell all by themselves
		return s.read(&fileImport{path, guess.Guess.Kind, lists.Options{}})
	}
	s.say(texts.LinearSentence(texts.ImportFound(guess.Guess.Format, string(guess.Guess.Kind), guess.Guess.Why)))
	if guess.Guess.Doubt != "" {
		s.say(texts.LinearWarning(guess.Guess.Doubt))
	}
	var kind data.Kind
	var o lists.Options
	err = s.fillForm(texts.ScreenImport, func() bool { return true }, func() (err error) {
		kind, o, err = s.describeFile(path, &guess.Guess)
		return err
	})
	if err != nil {
		return err
	}
	return s.read(&fileImport{path, kind, o})
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
	if o.Modality, err = s.askModality(g.Modalities); err != nil {
		return kind, o, err
	}
	if kind == data.KindAdjudication {
		err = s.figure(texts.ImportFieldUpTo, texts.LinearUpToHelp, &o.UpTo, nil)
	}
	return kind, o, err
}

// askModality asks for the modality; empty is what the file says.
func (s *dialogue) askModality(says []data.Modality) (data.Modality, error) {
	words, now := data.Words(data.Modalities()), ""
	if len(says) > 0 {
		now = texts.ImportSays(data.Words(says))
		words = append([]string{now}, words...)
	}
	word, err := s.oneOf(texts.FieldModality, "", words, now)
	if err != nil || word == now {
		return "", err
	}
	return data.Modality(word), nil
}

// askProcess asks for the process until one is given; an empty answer, 1 or yes
// takes what the file says.
func (s *dialogue) askProcess(path string, says []data.Process) (data.Process, error) {
	at := texts.LinearAt{}
	if len(says) > 0 {
		at.Enter = texts.LinearEnterFile
	}
	for {
		text, err := s.word(texts.LinearProcessAsk(filename.Shown(path), data.Words(says)), at)
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

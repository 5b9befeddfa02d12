package linear

import (
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/workspace"
)

// sources is the menu of Fuentes.
func (s *dialogue) sources() error {
	return s.menu(func() menu {
		infos := s.desk.Space.Infos
		m := menu{title: texts.ScreenSources, status: []string{texts.LinearSentence(texts.SourcesCount(len(infos)))}, help: []string{texts.LinearSourcesHelp}}
		if s.desk.Space.Demo {
			m.status = append(m.status, texts.SourcesDemo)
		}
		for _, v := range s.desk.Space.Trust(nil).Verdicts(false) {
			m.status = append(m.status, texts.LinearSentence(v.Text))
		}
		if len(infos) > 0 {
			m.options = append(m.options, option{label: texts.LinearSourcesRead(len(infos)), words: []string{"ver"}, do: s.readSources})
		}
		m.options = append(m.options,
			option{label: texts.SourcesMissing, do: func() error { s.readGaps(); return nil }},
			option{label: texts.SourcesModel, words: []string{"modelo"}, do: func() error { s.readModel(); return nil }},
			option{label: texts.KeySourceImport, do: s.importList},
			option{label: texts.LinearBackup, do: s.backup},
			option{label: texts.KeyBackupRestore, do: s.restore},
			option{label: texts.ConflictsScreen, do: s.conflicts},
			option{label: texts.LinksFlag, words: []string{"enlaces"}, do: s.links},
			option{label: texts.LinearScores, words: []string{"aciertos"}, do: s.scores},
			option{label: texts.Capital(texts.KeyRules), words: []string{"reglas"}, do: s.rules},
			option{label: texts.ScreenChanges, words: []string{"diferencias"}, do: s.changes},
		)
		return m
	})
}

// backup writes everything that is the user's to one file.
func (s *dialogue) backup() error {
	text, err := s.text(texts.LinearBackupAsk)
	if err != nil {
		return err
	}
	return s.do(s.desk.Backup(text, false))
}

// restore puts what a backup holds in the place of all that is here, after
// telling what that is and a question.
func (s *dialogue) restore() error {
	if why := s.desk.CannotImport(); why != "" {
		s.say(texts.LinearWarning(why))
		return nil
	}
	text, ok, err := s.free(texts.BackupRestoreAsk)
	if !ok || err != nil {
		return err
	}
	return s.do(s.desk.RestoreBackup(text))
}

func (s *dialogue) readSources() error {
	infos := s.desk.Space.Infos
	return s.list(list{
		title: texts.ScreenSources, count: texts.LinearSentence(texts.SourcesCount(len(infos))),
		len:  func() int { return len(infos) },
		line: func(i int) string { return texts.LinearSource(&infos[i]) },
		open: func(i int) error { return s.source(&infos[i]) },
	})
}

// source tells all of one list, and reads its rejected rows and avisos.
func (s *dialogue) source(info *data.ListInfo) error {
	s.gap()
	s.say(texts.LinearSentence(texts.ListTitle(info)))
	for _, field := range [][2]string{
		{texts.SourceFile, info.File},
		{texts.SourceFieldRead, texts.SourceRead(info)},
		{texts.SourceImported, texts.Date(info.Imported)},
		{texts.SourceHash, info.SHA256},
	} {
		s.say(texts.LinearField(field[0], field[1]))
	}
	var problems []data.Problem
	if s.desk.Lib != nil && !s.desk.Space.Demo {
		all, err := s.desk.Lib.Problems(*info)
		if err != nil {
			s.say(texts.LinearError(texts.Spanish(err)))
		}
		problems = all
	}
	return s.problems(problems)
}

// problems reads rows that were rejected, and after them those with an aviso.
func (s *dialogue) problems(all []data.Problem) error {
	if len(all) == 0 {
		s.say(texts.SourcesNoProblems)
		return nil
	}
	ordered, rejected := data.RejectedFirst(all)
	return s.list(list{
		title: texts.LinearProblems, count: texts.LinearProblemsCount(rejected, len(ordered)-rejected),
		len:  func() int { return len(ordered) },
		line: func(i int) string { return texts.LinearProblem(&ordered[i]) },
	})
}

// readGaps tells what is missing for the chances.
func (s *dialogue) readGaps() {
	gaps := workspace.Gaps(s.desk.Space.Infos)
	s.say(texts.LinearGaps(len(gaps)))
	for i, g := range gaps {
		s.say(texts.LinearOption(i+1, g.Text()))
	}
}

// readModel tells what the chances stand on.
func (s *dialogue) readModel() {
	model := s.desk.Model
	if model == nil {
		s.say(texts.SourcesNoModel)
		return
	}
	whole := model.Basis()
	s.say(texts.ModelCard(whole.Kind == availability.BasisPrior, whole.Processes, whole.Seats)...)
	for _, m := range data.Modalities() {
		if b := model.BasisOf(m); b.Kind != "" {
			s.say(texts.LinearField(string(m), strings.Join([]string{
				texts.ModelBasis(b.Kind == availability.BasisPrior, b.Processes), texts.SourcesModelSeats(b.Seats, b.Unplaced, b.Unordered),
			}, ". ")))
		}
	}
}

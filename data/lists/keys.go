package lists

import (
	"cmp"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
)

// key is what separates the drafts of one file.
type key struct {
	process  data.Process
	modality data.Modality
}

// assignKeys finds the process and modality of every line: from the options,
// else from the row, else from the title above it, else from the only ones
// that the file names. Rows that say another one than the options are marked
// as foreign.
func (m *mapper) assignKeys(s *source) error {
	processes, modalities := map[data.Process]int{}, map[data.Modality]int{}
	for i := range m.table.lines {
		l := &m.table.lines[i]
		m.readKey(l)
		if l.key.process != "" {
			processes[l.key.process]++
		}
		if l.key.modality != "" {
			modalities[l.key.modality]++
		}
	}
	if err := m.conflicts(s); err != nil {
		return err
	}
	if m.options.Process == "" && len(processes) == 0 {
		if m.options.Process = m.byName(); m.options.Process == "" {
			return s.failure(ErrNeedProcess, cmp.Or(m.doubtfulTitle(), texts.ListNeedProcess), texts.ListNeedProcessHint(string(processInName(s.base))))
		}
		m.named = m.options.Process
	}
	if m.options.Modality == "" && len(modalities) == 0 {
		return s.failure(ErrNeedModality, texts.ListNeedModality, texts.ListNeedModalityHint)
	}
	for i := range m.table.lines {
		l := &m.table.lines[i]
		l.key.process = complete(m.options.Process, l.key.process, processes)
		l.key.modality = complete(m.options.Modality, l.key.modality, modalities)
		m.checkStated(l)
	}
	m.compareName(processes)
	return nil
}

// checkStated warns of a cell that should name the process and names none, or
// a year that is not the process's.
func (m *mapper) checkStated(l *line) {
	text := removeBlanks(fold.Clean(l.cell(FieldProcess)))
	if text == "" {
		return
	}
	if _, ok := data.FindProcess(text); ok {
		return
	}
	if year, _, _ := strings.Cut(string(l.key.process), "-"); text != year {
		m.report.warn(l, FieldProcess, texts.ListBadProcess(string(l.key.process)))
	}
}

// compareName notes that the name of the file names another process than its
// only one.
func (m *mapper) compareName(processes map[data.Process]int) {
	taken := complete(m.options.Process, "", processes)
	if said := processInName(m.file); said != "" && taken != "" && said != taken {
		m.contradict("", texts.ListNameSays(string(said), string(taken)))
	}
}

// doubtfulTitle says that the title can be read in more than one way; empty
// where it cannot.
func (m *mapper) doubtfulTitle() string {
	for _, title := range m.table.sections {
		switch {
		case title.rival != "":
			return texts.ListTitleNamesTwo(string(title.process), string(title.rival))
		case title.process == "" && title.unsure != "":
			return texts.ListTitleUnsure(title.unsure)
		}
	}
	return ""
}

// complete takes the option, else what the row says, else the only one found.
func complete[T ~string](option, found T, all map[T]int) T {
	switch {
	case option != "":
		return option
	case found != "":
		return found
	case len(all) == 1:
		for only := range all {
			return only
		}
	}
	return ""
}

// readKey reads what the row itself and its title say.
func (m *mapper) readKey(l *line) {
	title := l.section
	if title == nil {
		title = &section{}
	}
	l.key = key{title.only(), title.modality}
	stated := false
	if text := l.cell(FieldProcess); text != "" {
		if process, ok := data.FindProcess(removeBlanks(fold.Clean(text))); ok {
			m.compareTitle(l.key.process, process)
			l.key.process, stated = process, true
		}
	}
	l.foreign = stated && m.options.Process != "" && l.key.process != m.options.Process
	modality, said := m.rowModality(l)
	if said {
		l.key.modality = modality
		l.foreign = l.foreign || m.options.Modality != "" && modality != m.options.Modality
	}
}

// compareTitle notes, once, that a row names another process than the title
// above it. The row is nearer to what it says.
func (m *mapper) compareTitle(title, row data.Process) {
	if title == "" || title == row || m.titleTold || m.options.Process != "" {
		return
	}
	m.titleTold = true
	m.contradict("", texts.ListColumnSays(string(title), string(row)))
}

// rowModality reads the column MODALIDAD, else goes by the budget: plazas
// without budget are those of the modality Equivalente (data/rules/README.md).
func (m *mapper) rowModality(l *line) (data.Modality, bool) {
	if l.half != wholeRow {
		return l.half.modality(), true
	}
	if modality, ok := data.ParseModality(removeBlanks(fold.Clean(l.cell(FieldModality)))); ok {
		return modality, true
	}
	budget := m.closedValue(FieldBudget, l.cell(FieldBudget))
	switch {
	case budget.text == noBudget:
		return data.Equivalente, true
	case budget.text != "" && budget.known:
		return data.Remunerada, true
	}
	return "", false
}

// conflicts reports where the options contradict the file. A title may speak
// of something else, so that the options win over it; rows may not, so that
// those of another process or modality are passed over.
func (m *mapper) conflicts(s *source) error {
	foreign := 0
	var first *line
	var title key
	for i := range m.table.lines {
		l := &m.table.lines[i]
		switch {
		case l.foreign:
			foreign++
			if first == nil {
				first = l
			}
			continue
		case m.options.Process != "" && l.key.process != "" && l.key.process != m.options.Process:
			title.process = l.key.process
		}
		if m.options.Modality != "" && l.key.modality != "" && l.key.modality != m.options.Modality {
			title.modality = l.key.modality
		}
	}
	if foreign > 0 && foreign == len(m.table.lines) {
		failed := s.failure(ErrConflict, texts.ListConflict(string(first.key.process), string(first.key.modality)), texts.ListConflictHint)
		failed.Sheet, failed.Page, failed.Row = first.row.Sheet, first.row.Page, first.row.Number
		return failed
	}
	if foreign > 0 {
		m.contradict(first.row.Sheet, texts.ListForeignRows(foreign))
		m.table.skipped += foreign
	}
	if title.process != "" {
		m.contradict("", texts.ListTitleSays(string(title.process), string(m.options.Process)))
	}
	if title.modality != "" {
		m.contradict("", texts.ListTitleSays(string(title.modality), string(m.options.Modality)))
	}
	return nil
}

// contradict reports that two sources of the process or modality disagree.
func (m *mapper) contradict(sheet, reason string) {
	m.report.note(sheet, reason)
	m.contradictions = append(m.contradictions, reason)
}

// byName returns the process that the name of the file tells, where that may
// stand for what the file does not tell. A title that can be read in more ways
// than one is for the user to say.
func (m *mapper) byName() data.Process {
	if !m.options.ByName || m.doubtfulTitle() != "" {
		return ""
	}
	return processInName(m.file)
}

// processInName looks for a process in the name of the file: a hint, no proof.
func processInName(base string) data.Process {
	process, _ := data.FindProcess(strings.ToUpper(base))
	return process
}

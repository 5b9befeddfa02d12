package importing

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
)

// explain puts an error of a reader into what happened and what to do.
func explain(err error) (p problem) {
	p.text, p.hint, p.details = imports.Explain(err)
	return p
}

// readFailed goes back to where the mistake can be put right: to the form for
// what the user said or must say, to the editor for what the columns are, to the
// browser for another file.
func (m *Model) readFailed(r *session.FilesRead) tea.Cmd {
	err := r.Err
	if lists.IsSideTable(m.guess.Kind) { // it has no form
		m.giveUp(explain(err))
		return nil
	}
	if errors.Is(err, context.Canceled) {
		m.step, m.problem = asking, problem{text: texts.ImportStopped}
		return nil
	}
	m.problem = explain(err)
	switch {
	case errors.Is(err, lists.ErrNeedProcess), errors.Is(err, lists.ErrConflict):
		m.ask(fieldProcess)
	case errors.Is(err, lists.ErrNeedModality):
		m.ask(fieldModality)
	case errors.Is(err, lists.ErrWrongKind):
		m.insists = true // whoever says it again means it
		m.ask(fieldKind)
	case lists.OfColumns(err) && m.knows(r.Guess.Headings):
		m.openEditor(m.problem)
	case len(m.together()) > 0:
		m.step = asking
	default:
		m.giveUp(m.problem)
	}
	return nil
}

// knows takes the columns that a look at the file found; it tells whether there
// are any.
func (m *Model) knows(headings []lists.HeadingMatch) bool {
	if len(headings) > 0 {
		m.guess.Headings = headings
	}
	return len(m.guess.Headings) > 0
}

// correctionFailed says in the editor what is wrong with what was said, and leaves
// the rest as it is.
func (m *Model) correctionFailed(r *session.FilesRead) tea.Cmd {
	m.editor.waiting, m.editor.failed = false, true
	m.problem = explain(r.Err)
	m.problem.hint = ""
	m.knows(r.Guess.Headings)
	if r.Guess.HeadingRow > 0 {
		m.guess.HeadingRow = r.Guess.HeadingRow
	}
	m.refreshEditor()
	switch {
	case errors.Is(r.Err, lists.ErrNeedProcess), errors.Is(r.Err, lists.ErrConflict):
		m.editor.cursor = fieldProcess
	case errors.Is(r.Err, lists.ErrNeedModality):
		m.editor.cursor = fieldModality
	}
	return nil
}

// ask goes back to a field of the form. The hint of such an error names flags
// of the command, which the form stands for here.
func (m *Model) ask(field int) {
	m.step, m.problem.hint = asking, ""
	m.form.Focus(field)
}

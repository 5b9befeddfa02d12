package importing

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/planner/own"
	"brujula/tui/desk"
)

// explain puts an error of a reader into what happened and what to do.
func explain(err error) problem {
	var known *lists.Error
	if !errors.As(err, &known) {
		return problem{text: err.Error()}
	}
	bare := *known
	bare.Hint = ""
	p := problem{text: shown(bare.Error()), hint: known.Hint, details: known.Problems}
	return p
}

// importedPlan tells that a file is no list, but a plan of the user's.
func importedPlan(err error) bool {
	var mine *own.Error
	return errors.As(err, &mine) && mine.Kind == own.Plan
}

// readFailed goes back to where the mistake can be put right: to the form for
// what the user said or must say, to the browser for another file.
func (m *Model) readFailed(err error) tea.Cmd {
	if planner.IsTable(m.guess.Kind) { // it has no form
		m.giveUp(explain(err))
		return nil
	}
	kind, o := m.form.kind(), m.form.options()
	switch {
	case errors.Is(err, context.Canceled):
		m.step, m.problem = asking, problem{text: texts.ImportStopped}
		return nil
	case errors.Is(err, lists.ErrNeedProcess) && !m.inferred && len(m.guess.Processes) == 1:
		// The name of the file suggested it, and the user saw and left it so.
		m.inferred = true
		o.Process = m.guess.Processes[0]
		return m.readAs(kind, o)
	}
	m.problem = explain(err)
	switch {
	case errors.Is(err, lists.ErrNeedProcess):
		m.ask(fieldProcess)
	case errors.Is(err, lists.ErrNeedModality):
		m.ask(fieldModality)
	case errors.Is(err, lists.ErrConflict):
		m.ask(fieldProcess)
	case errors.Is(err, lists.ErrWrongKind):
		m.ask(fieldKind)
	default:
		m.giveUp(m.problem)
	}
	return nil
}

// ask goes back to a field of the form. The hint of such an error names flags
// of the command, which the form stands for here.
func (m *Model) ask(field int) {
	m.step, m.problem.hint = asking, ""
	m.form.Focus(field)
}

// summaries makes of what was read the words for the review.
func summaries(r desk.ReadMsg) []texts.ImportSummary {
	if r.Table == nil {
		return planner.Summaries(r.Drafts, r.Changes)
	}
	s := texts.ImportSummary{Info: r.Table.Item.Info, Problems: r.Table.Item.Problems, Told: r.Table.Told}
	if len(r.Changes) > 0 {
		s.Replaced, s.Same = r.Changes[0].Replaced, r.Changes[0].Same
	}
	return []texts.ImportSummary{s}
}

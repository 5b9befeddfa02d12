package profile

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/workspace"
	"brujula/tui/screen"
)

// effect is what the answers mean, told while they are typed: how much would be
// within reach.
type effect struct {
	asked     screen.Generation
	of        []string // the answers that it was asked for
	reach     workspace.Prospect
	forecasts *workspace.Forecasts // of the last question, to be used again
}

// effectMsg brings it.
type effectMsg struct {
	generation uint64
	reach      workspace.Prospect
	forecasts  *workspace.Forecasts
}

// tryOut asks what the answers as they stand would mean, in the background.
func (m *Model) tryOut() tea.Cmd {
	answers := m.written()
	if slices.Equal(answers, m.effect.of) {
		return nil
	}
	m.effect.of = answers
	generation := m.effect.asked.Next()
	m.effect.reach = workspace.Prospect{}
	p, model, space, forecasts := m.answers(), m.desk.Model, m.space, m.effect.forecasts
	if m.firstFault() >= 0 || model == nil || p.Profession == "" || p.Rank == 0 && p.RankEquivalente == 0 {
		return nil
	}
	return func() tea.Msg {
		look := lookOf(p)
		if !forecasts.Of(space) || !forecasts.Fits(model, look) {
			forecasts = space.Forecast(model, look.Process, look.Profession)
		}
		return effectMsg{generation, space.ProspectOf(forecasts, look, p.Modality), forecasts}
	}
}

func (m *Model) takeEffect(message effectMsg) {
	m.effect.forecasts = message.forecasts // also of a late answer
	if m.effect.asked.Current(message.generation) {
		m.effect.reach = message.reach
	}
}

// lookOf is the look that a profile gives.
func lookOf(p library.Profile) workspace.Look {
	look := workspace.Look{
		Process: p.Process, Profession: p.Profession, Rank: p.Rank, RankEquivalente: p.RankEquivalente, Passes: workspace.UsualPasses,
	}
	if p.PassesAhead > 0 {
		look.Passes = float64(p.PassesAhead)
	}
	return look
}

// effectLine says what the answers mean; "" while that is not known.
func (m *Model) effectLine() string {
	if !m.effect.reach.Known {
		return ""
	}
	r := m.effect.reach
	return texts.ProfileReach(m.desk.Styles.Strong.Render(texts.Thousands(r.Likely)), r.Of, r.Grade5)
}

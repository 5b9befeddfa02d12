package myplan

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/widget"
)

// openWeights asks what makes plazas alike.
func (m *Model) openWeights() {
	st, weights := m.desk.Styles, m.desk.Plan().WeightsOrUsual()
	var fields []widget.Field
	for _, c := range plan.Criteria() {
		n := widget.NewNumber(st, texts.WeightLabel(string(c)), 0, plan.MostWeight, false)
		n.Set(weights[c])
		fields = append(fields, n)
	}
	m.panes.weights, m.panes.open = widget.NewForm(st, fields...), inWeights
}

// askWeights opens the form from the table, with the advice under it.
func (m *Model) askWeights() tea.Cmd {
	cmd := m.toggleAdvice()
	m.openWeights()
	return cmd
}

// weightsKey passes a key to the form; what is accepted is kept with the plan.
func (m *Model) weightsKey(k tea.KeyMsg) tea.Cmd {
	if keys.NewForm().SaveNow.Matches(k) {
		m.panes.weights.Focus(len(m.panes.weights.Fields) - 1)
		k = tea.KeyMsg{Type: tea.KeyEnter}
	}
	switch m.panes.weights.Update(k) {
	case widget.Accepted:
		weights, sum := plan.Weights{}, 0
		for i, c := range plan.Criteria() {
			n, _ := m.panes.weights.Fields[i].(*widget.Number).Int()
			sum += n
			if n > 0 {
				weights[c] = n
			}
		}
		if sum == 0 {
			return msg.Warn(texts.WeightsNone)
		}
		m.panes.open = inAdvice
		return bridge.Cmd(m.desk.SetWeights(weights))
	case widget.Cancelled:
		m.panes.open = inAdvice
	case widget.Open:
	}
	return nil
}

// weightsLines draws the form.
func (m *Model) weightsLines() []string {
	st := m.desk.Styles
	w := min(m.w-4, layout.ReadableWidth)
	lines := layout.Wrap(texts.WeightsForm, w)
	lines = append(lines, "")
	lines = slices.Concat(lines, m.panes.weights.Lines(w))
	for i, line := range lines {
		lines[i] = "  " + strings.TrimRight(line, " ")
	}
	return slices.Concat([]string{widget.Rule(st, texts.SuggestTitle, m.w), ""}, lines)
}

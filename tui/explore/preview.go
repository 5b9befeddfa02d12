package explore

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/card"
	"brujula/planner/workspace"
	"brujula/tui/curve"
	"brujula/tui/layout"
	"brujula/tui/risks"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// previewState is what is known of the plaza under the cursor. It is worked out
// in the background and drawn when it has come.
type previewState struct {
	on, decided bool
	asked       screen.Generation
	wanted      glance // what was asked for last
	id          data.PlazaID
	known       bool
	card        card.Card
	curve       curve.Sampled
}

// glance is a plaza as it is seen from some lists and chances.
type glance struct {
	id    data.PlazaID
	space *workspace.Workspace
	est   *workspace.Estimates
}

type previewMsg struct {
	generation uint64
	of         glance
	card       card.Card
	curve      curve.Sampled
}

func (p *previewState) take(m previewMsg) {
	if !p.asked.Current(m.generation) {
		return
	}
	p.id, p.card, p.curve, p.known = m.of.id, m.card, m.curve, true
}

func (m *Model) togglePreview() tea.Cmd {
	m.preview.on, m.preview.decided = !m.preview.on, true
	m.arrange()
	return m.look()
}

// look asks for the preview of the plaza under the cursor, where that is not
// known or asked for already. Every message ends with it: whatever has changed
// the rows or the chances has changed the preview as well.
func (m *Model) look() tea.Cmd {
	p, row, ok := m.current()
	if !m.preview.on || !ok {
		return nil
	}
	want := glance{p.PlazaID, m.desk.Space, m.desk.Est}
	if m.preview.wanted == want {
		return nil
	}
	m.preview.wanted = want
	generation, was := m.preview.asked.Next(), m.desk.Was()
	return func() tea.Msg {
		return previewMsg{generation, want, card.Since(was, want.space, want.est, row), curve.Sample(want.space, want.est, row)}
	}
}

// chartWidth is what the curve gets beside the words.
const chartWidth = 46

func (m *Model) previewLines(w, h int) []string {
	st := m.desk.Styles
	p, _, ok := m.current()
	if !ok || !m.preview.known || m.preview.id != p.PlazaID {
		return layout.Block([]string{widget.Rule(st, "", w)}, w, h, "")
	}
	c := &m.preview.card
	lines := []string{widget.Rule(st, layout.Cut(c.Title, w-6, st.Glyphs.Ellipsis), w)}
	text := m.previewText()
	chart := m.preview.curve
	if w < chartWidth*2 || !chart.Known() {
		return layout.Block(append(lines, widget.Card(st, text, w-1)...), w, h, "")
	}
	left := layout.Block(widget.Card(st, text, w-chartWidth-2), w-chartWidth-1, h-1, "")
	right := chart.Chart(st, chartWidth, h-1)
	return layout.Block(append(lines, layout.Beside(left, right)...), w, h, "")
}

// previewText is the little that fits: the chance and what it stands on, the
// points, the gravest notes.
func (m *Model) previewText() []widget.Pair {
	st, c := m.desk.Styles, &m.preview.card
	var out []widget.Pair
	for i, f := range c.Odds {
		pair := widget.Pair{Label: f.Label, Value: f.Text}
		if i == 0 {
			pair.Style = st.BandStyle(int(c.Band) - 1)
		}
		out = append(out, pair)
		if i == 0 && c.Moved != "" {
			out = append(out, widget.Pair{Label: texts.MoveLabel, Value: c.Moved})
		}
	}
	for i, f := range c.Before {
		pair := widget.Pair{Label: f.Label, Value: f.Text}
		if i > 0 {
			pair.Label = ""
		}
		out = append(out, pair)
	}
	out = append(out, widget.Pair{Label: texts.CardPoints, Value: c.Points})
	for _, f := range c.Change {
		out = append(out, widget.Pair{Label: f.Label, Value: f.Text})
	}
	return append(out, risks.Brief(st, &c.Risk, texts.RiskInCard)...)
}

package explore

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/card"
	"brujula/planner/workspace"
	"brujula/tui/curve"
	"brujula/tui/layout"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// previewState is what is known of the plaza under the cursor. It is worked out
// in the background and drawn when it has come.
type previewState struct {
	layout.Preview
	asked  screen.Generation
	wanted glance // what was asked for last
	id     data.PlazaID
	known  bool
	card   card.Card
	curve  curve.Sampled
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

func (p *previewState) takePreview(m previewMsg) {
	if !p.asked.Current(m.generation) {
		return
	}
	p.id, p.card, p.curve, p.known = m.of.id, m.card, m.curve, true
}

func (m *Model) togglePreview() tea.Cmd {
	m.preview.Toggle()
	m.arrange()
	return m.look()
}

// look asks for the preview of the plaza under the cursor, where that is not
// known or asked for already. Every message ends with it: whatever has changed
// the rows or the chances has changed the preview as well.
func (m *Model) look() tea.Cmd {
	p, row, ok := m.current()
	if !m.preview.On || !ok {
		return nil
	}
	want := glance{p.PlazaID, m.desk.Space, m.desk.Est}
	if m.preview.wanted == want {
		return nil
	}
	m.preview.wanted = want
	generation, was, tried := m.preview.asked.Next(), m.desk.Was(), m.desk.Tried()
	return func() tea.Msg {
		return previewMsg{generation, want, card.Since(was, want.space, want.est, row), curve.Sample(want.space, want.est, row, tried)}
	}
}

// The curve gets chartWidth cells beside the words where these keep wordsLeast.
const (
	chartWidth = 40
	wordsLeast = 48
)

func (m *Model) previewLines(w, h int) []string {
	st := m.desk.Styles
	p, _, ok := m.current()
	if !ok || !m.preview.known || m.preview.id != p.PlazaID {
		return layout.Block([]string{widget.Rule(st, "", w)}, w, h, "")
	}
	lines := []string{m.previewTitle(w)}
	chart := m.preview.curve
	if w < chartWidth+wordsLeast || !chart.Known() {
		return layout.Block(append(lines, m.previewText(w-1)...), w, h, "")
	}
	left := layout.Block(m.previewText(w-chartWidth-2), w-chartWidth-1, h-1, "")
	return layout.Block(append(lines, layout.Beside(left, chart.Chart(st, chartWidth, min(h-1, chartHigh)))...), w, h, "")
}

// chartHigh is the most lines that the curve takes.
const chartHigh = 10

// previewTitle parts the preview from the table: the name, and where and what it
// is in quiet letters.
func (m *Model) previewTitle(w int) string {
	st, head := m.desk.Styles, &m.preview.card.Head
	name := layout.Cut(head.Name, max(0, w-4), st.Glyphs.Ellipsis)
	rest := layout.Cut(" · "+head.Place+" · "+head.Kind, max(0, w-4-layout.Width(name)), st.Glyphs.Ellipsis)
	line := max(0, w-1-layout.Width(name+rest))
	return layout.Fit(st.Title.Render(name)+st.Muted.Render(rest)+" "+st.Border.Render(strings.Repeat(st.Glyphs.Horizontal, line)), w, layout.Left, "")
}

// previewText is what a choice hangs on, a line each: the chance with what
// happened the last time, the points, the gravest note. Where there is room what
// is new and the reasons follow.
func (m *Model) previewText(w int) []string {
	st, c := m.desk.Styles, &m.preview.card
	head := &c.Head
	said := []string{m.previewOdds(), head.Needed, "", head.Spread}
	if head.Decided && len(c.Odds) > 0 { // or why there is no chance
		said[0] = c.Odds[0].Text
	}
	if head.Last != "" {
		said[2] = texts.HeadLastIn(head.LastOf, head.Last)
	}
	lines := packed(said, w)
	lines = append(lines, layout.Fit(c.Points, w, layout.Left, st.Glyphs.Ellipsis))
	lines = append(lines, m.previewNote(w))
	if c.Moved != "" {
		lines = append(lines, layout.Wrap(texts.MoveLabel+": "+c.Moved, w)...)
	}
	for _, f := range slices.Concat(c.Change, c.Why) {
		lines = append(lines, layout.Wrap(strings.TrimSpace(f.Label+" "+f.Text), w)...)
	}
	return lines
}

// packed sets short texts one after the other, each whole on its line where it
// fits in w cells.
func packed(said []string, w int) (lines []string) {
	line := ""
	for _, text := range said {
		switch {
		case text == "":
		case line == "":
			line = text
		case layout.Width(line)+layout.Width(text)+3 <= w:
			line += " · " + text
		default:
			lines = append(lines, layout.Wrap(line, w)...)
			line = text
		}
	}
	return append(lines, layout.Wrap(line, w)...)
}

// previewOdds is the chance in its colour, with its range.
func (m *Model) previewOdds() string {
	st, c := m.desk.Styles, &m.preview.card
	text := st.BandStyle(int(c.Band)-1).Render(c.Head.Free) + " " + texts.HeadFreeAt
	if c.Head.FreeRange != "" {
		text += " " + st.Muted.Render("("+c.Head.FreeRange+")")
	}
	return text
}

// previewNote says what marks the place and why: its gravest note, with how many
// more there are.
func (m *Model) previewNote(w int) string {
	st, c := m.desk.Styles, &m.preview.card
	text, ok := c.Gravest()
	if !ok {
		return layout.Fit(texts.RiskOf(c.Risk.Summary(texts.RiskInCard)), w, layout.Left, st.Glyphs.Ellipsis)
	}
	more := ""
	if rest := c.Notes() - 1; rest > 0 {
		more = " " + st.Muted.Render(texts.HeadMoreNotes(rest))
	}
	mark := texts.RiskOf(texts.RiskHere(c.Risk.Mark.Worst, c.Risk.Mark.Count, 0, false, ""))
	return layout.Fit(layout.Cut(mark+": "+text, max(0, w-layout.Width(more)), st.Glyphs.Ellipsis)+more, w, layout.Left, "")
}

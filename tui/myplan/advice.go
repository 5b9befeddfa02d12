package myplan

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/advice"
	"brujula/planner/plan"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// leastAdvice is the room, in lines, from which the advice is shown unasked.
const leastAdvice = 3

// toggleAdvice opens the advice, or closes it.
func (m *Model) toggleAdvice() tea.Cmd {
	if m.panes.open == inAdvice {
		m.panes.open = inTable
		return nil
	}
	m.panes.open, m.panes.at = inAdvice, 0
	m.panes.scroll.Top()
	m.followAdvice()
	if m.panes.of == m.view && m.panes.advised {
		return nil
	}
	m.panes.advised = false
	return m.advise()
}

func (m *Model) advise() tea.Cmd {
	return bridge.Cmd(m.desk.Advise(m.panes.advising.Next(), m.view))
}

// advisedOn reports whether a sentence speaks of a line alone or with few others:
// what is said of the whole plan marks none.
func (m *Model) advisedOn(place int) bool {
	return m.panes.of == m.view && slices.ContainsFunc(m.panes.advice, func(a advice.Advice) bool {
		return slices.Contains(a.Lines, place) && a.OfLines()
	})
}

func (m *Model) takeAdvice(a session.Advised) {
	if m.panes.advising.Current(a.Generation) {
		m.panes.advice, m.panes.alike, m.panes.advised, m.panes.of = a.Advice, a.Alike, true, m.view
		m.panes.at = max(0, min(m.panes.at, m.panes.sentences()-1))
		m.followAdvice()
	}
}

// followAdvice puts the cursor of the list on the line that the advice under its own
// cursor is about, while that has the keys.
func (m *Model) followAdvice() {
	p := &m.panes
	line := -1
	switch n := p.at - len(p.advice); {
	case p.open != inAdvice || p.of != m.view:
	case n < 0:
		if lines := p.advice[p.at].Lines; len(lines) > 0 {
			line = lines[0]
		}
	case n < len(p.alike.Suggestions):
		line = p.alike.Suggestions[n].Like
	}
	if line >= 0 {
		m.table.Select(m.view.Lines[line].Entry.ID)
	}
}

// adviceKey walks the sentences, adds what one suggests and opens its card.
func (m *Model) adviceKey(k tea.KeyMsg) tea.Cmd {
	p, t := &m.panes, &m.keys.table
	switch {
	case m.keys.own.Advice.Matches(k):
		p.open = inTable
	case t.Star.Matches(k), t.Open.Matches(k):
		id, at, ok := p.suggested()
		switch {
		case !ok:
			return msg.Warn(texts.AdviceNoPlaza)
		case t.Open.Matches(k):
			return m.desk.Go(screen.Card, screen.PlazaPage(id))
		}
		return bridge.Cmd(m.desk.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Add([]data.PlazaID{id}, at) }))
	case m.keys.own.Weights.Matches(k):
		m.openWeights()
	case m.keys.own.Undo.Matches(k):
		return bridge.Cmd(m.desk.Undo())
	default:
		if at, ok := m.keys.nav.To(k, p.at, p.sentences(), leastTable); ok {
			p.at = max(0, min(at, p.sentences()-1))
			m.followAdvice()
		}
	}
	return nil
}

// adviceState reports why there is no advice; "" where there is some.
func (m *Model) adviceState() string {
	p := &m.panes
	switch {
	case len(m.view.Lines) == 0:
		return texts.AdviceEmpty
	case !m.view.Estimated() && m.desk.Working():
		return texts.GapSaid(texts.GapFitting, "")
	case !m.view.Estimated():
		return texts.AdviceNoChances
	case !p.advised || p.of != m.view:
		return texts.AdviceThinking
	case len(p.advice) == 0:
		return texts.AdviceNone
	}
	return ""
}

// said is the piece of advice, or the plaza like one of the plan, at a place of the
// list.
func (p *panes) said(i int) *texts.AdviceSaid {
	if n := i - len(p.advice); n >= 0 {
		return &p.alike.Suggestions[n].AdviceSaid
	}
	return &p.advice[i].AdviceSaid
}

// adviceList draws the advice, a line each: what to do with its verb set off, and what
// it brings. at is the line of the one under the cursor.
func (m *Model) adviceList(w int) (lines []string, at int) {
	st, p := m.desk.Styles, &m.panes
	if state := m.adviceState(); state != "" {
		for _, line := range layout.Wrap(state, min(w-2, layout.ReadableWidth)) {
			lines = append(lines, "  "+line)
		}
	}
	if !p.advised || p.of != m.view {
		return lines, 0
	}
	brief, gain := 0, 0
	for i := range p.sentences() {
		brief, gain = max(brief, layout.Width(p.said(i).Brief)), max(gain, layout.Width(p.said(i).Gain))
	}
	narrow := brief+gain+6 > w // then the figures stand at the edge, and what is cut is their own line
	for i := range p.sentences() {
		if i == len(p.advice) {
			lines = append(lines, "  "+st.Muted.Render(texts.SuggestTitle))
		}
		said := p.said(i)
		figures := said.Gain
		if narrow {
			brief = max(0, w-layout.Width(figures)-5)
		}
		text := layout.Fit(said.Brief, brief, layout.Left, st.Glyphs.Ellipsis)
		if p.open == inAdvice && i == p.at {
			at = len(lines)
			lines = append(lines, st.Glyphs.Cursor+" "+st.Selected.Render(layout.Fit(text+"  "+figures, w-2, layout.Left, "")))
			continue
		}
		if i < len(p.advice) {
			verb, rest, _ := strings.Cut(text, " ")
			text = st.Strong.Render(verb) + " " + rest
		}
		lines = append(lines, "  "+text+"  "+st.Info.Render(figures))
	}
	return lines, at
}

// adviceStrip draws as much of the advice as h lines hold, unasked, with the key that
// goes into it; nil where that is too little to be of use.
func (m *Model) adviceStrip(w, h int) []string {
	if h < leastAdvice || len(m.panes.advice) == 0 || m.panes.of != m.view {
		return nil
	}
	lines, _ := m.adviceList(w)
	lines = lines[:min(len(lines), h-1)]
	return slices.Concat([]string{widget.Rule(m.desk.Styles, texts.AdviceStrip(min(len(lines), len(m.panes.advice)), len(m.panes.advice)), w)}, lines)
}

// advicePane draws the advice under the list, and below it all that is to be said of
// the piece under the cursor.
func (m *Model) advicePane(w, h int) []string {
	st, p := m.desk.Styles, &m.panes
	wide := min(w-2, layout.ReadableWidth+20)
	wrapped := func(text string) []string { return layout.Wrap(layout.Whole(text), wide) }
	list, at := m.adviceList(w)
	var text []string
	longest := 0
	if p.of == m.view {
		for i := range p.sentences() {
			longest = max(longest, len(wrapped(p.said(i).Text)))
		}
	}
	if longest > 0 {
		text = wrapped(p.said(p.at).Text)
	}
	under := texts.AdviceCaveat
	if p.at >= len(p.advice) && longest > 0 {
		under = texts.WeightsTold(p.alike.Weights.String()) + " " + texts.WeightsHow
	}
	longest = min(longest, max(1, h-2-leastAdvice)) // of a low window the list has its part
	if len(text) > longest {
		text[longest-1] = layout.Cut(text[longest-1]+st.Glyphs.Ellipsis, wide, st.Glyphs.Ellipsis)
	}
	foot := []string{widget.Rule(st, "", w)}
	foot = layout.Block(append(foot, indented(text, theme.Style{})...), w, 1+longest, "")
	for _, under := range []string{under, p.alike.None} {
		if lines := indented(wrapped(under), st.Muted); under != "" && len(m.view.Lines) > 0 && len(foot)+len(lines) < h-leastAdvice {
			foot = append(foot, lines...)
		}
	}
	room := max(1, h-len(foot)-1)
	p.scroll.Resize(w, min(room, len(list)))
	p.scroll.SetLines(list)
	p.scroll.Reveal(at)
	out := slices.Concat([]string{widget.Rule(st, titled(texts.AdviceTitle, p.scroll.Position()), w)}, p.scroll.Lines())
	return layout.Block(slices.Concat(out, foot), w, max(h, len(out)+len(foot)), "")
}

// indented sets lines in from the edge by a cell.
func indented(lines []string, style theme.Style) []string {
	return data.Map(lines, func(line string) string { return " " + style.Render(line) })
}

// sentences counts what the cursor of the advice walks over: advice and, under
// it, plazas like those in the plan.
func (p *panes) sentences() int { return len(p.advice) + len(p.alike.Suggestions) }

// suggested returns the plaza that the sentence under the cursor names and where
// in the plan it is meant: where the advice has it, or under the line that it is
// like.
func (p *panes) suggested() (id data.PlazaID, at int, ok bool) {
	if n := p.at - len(p.advice); n >= 0 {
		if n >= len(p.alike.Suggestions) {
			return id, -1, false
		}
		s := &p.alike.Suggestions[n]
		return s.Plaza.PlazaID, s.Like + 1, true
	}
	a := &p.advice[p.at]
	if a.Suggested == nil {
		return id, -1, false
	}
	return *a.Suggested, a.Place(), true
}

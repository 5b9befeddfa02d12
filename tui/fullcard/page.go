package fullcard

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/risks"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

const (
	fullChart  = 9 // lines of the curve, its foot included
	lowChart   = 7 // in a window lower than lowWindow
	lowWindow  = 28
	twoColumns = 150 // from this width on the page has two
	columnGap  = 3

	gravestLines = 2 // of the gravest note, in the head
)

// pageLines lays the page out in w cells: the head over all; then the odds, points
// and notes, what happened before, and what the list says. Of two columns the left
// has the odds and what happened before, which fill as much as the rest.
func (m *Model) pageLines(w int) []string {
	if w < twoColumns {
		w = min(w, layout.ReadableWidth+20)
		return slices.Concat(m.head(w), m.oddsLines(w), m.placeLines(w), m.historyLines(w), m.listLines(w))
	}
	half := (w - columnGap) / 2
	rest := w - columnGap - half
	left, right := append(m.oddsLines(half), m.historyLines(half)...), append(m.placeLines(rest), m.listLines(rest)...)
	h := max(len(left), len(right))
	gap := layout.Block(nil, columnGap, h, "")
	beside := layout.Beside(layout.Block(left, half, h, ""), gap, layout.Block(right, rest, h, ""))
	return append(m.head(w), beside...)
}

// figure is one of the four at the head.
type figure struct {
	label, value, note string
	style              theme.Style
}

// head names the plaza and where it is, and gives the four figures that a choice
// hangs on.
func (m *Model) head(w int) []string {
	st, h, c := m.desk.Styles, &m.card.Head, &m.card
	name := st.Title.Render(layout.Cut(h.Name, w, st.Glyphs.Ellipsis))
	lines := []string{name}
	if room := w - layout.Width(name) - 3; layout.Width(h.Place) <= room {
		lines[0] += layout.Fit(h.Place, room+3, layout.Right, "")
	} else {
		lines = append(lines, layout.Wrap(h.Place, w)...)
	}
	lines = append(lines, st.Muted.RenderAll(layout.Wrap(h.Kind, w))...)
	risk := figure{texts.HeadRisk, strings.TrimSpace(st.RiskMark(c.Risk.Mark.Worst)), h.Risks, theme.Style{}}
	if risk.value == "" {
		risk.value = "–"
	}
	free := h.FreeRange
	if !h.Decided {
		free = strings.TrimSuffix(c.Band.Name()+", "+layout.Whole(free), ", ")
	}
	figures := []figure{
		{texts.HeadFree, h.Free, free, st.BandStyle(int(c.Band) - 1)},
		{texts.HeadPoints, h.Points, h.Step, st.Strong},
		risk,
		{texts.HeadLast, h.Last, h.LastOf, st.Strong},
	}
	return slices.Concat(lines, []string{""}, figureLines(st, figures, w), m.gravest(w))
}

// gravest is what may go wrong there: the note that the mark in the head stands for.
func (m *Model) gravest(w int) []string {
	st, c := m.desk.Styles, &m.card
	text, ok := c.Gravest()
	if !ok || w < figuresAcross { // a narrow page is a list, notes and all
		return nil
	}
	mark := st.RiskMark(c.Risk.Mark.Worst)
	lines := layout.Wrap(text, w-layout.Width(mark)-1)
	if len(lines) > gravestLines {
		lines = append(lines[:gravestLines-1:gravestLines-1], strings.Join(lines[gravestLines-1:], " "))
	}
	for i, line := range lines {
		lines[i] = layout.Cut(mark+" "+line, w, st.Glyphs.Ellipsis)
		mark = layout.Blank(layout.Width(mark))
	}
	return append([]string{""}, lines...)
}

// figuresAcross is the least width in which the four stand side by side.
const figuresAcross = 76

func figureLines(st *theme.Styles, figures []figure, w int) []string {
	figures = slices.DeleteFunc(figures, func(f figure) bool { return f.value == "" })
	if w < figuresAcross {
		pairs := data.Map(figures, func(f figure) widget.Pair {
			return widget.Pair{Label: f.label, Value: f.value, Style: f.style, Note: f.note}
		})
		return widget.Card(st, pairs, w)
	}
	blocks := make([][]string, 0, len(figures))
	for i, f := range figures {
		cell := w / len(figures)
		if i == len(figures)-1 {
			cell = w - cell*(len(figures)-1)
		}
		block := append([]string{st.Muted.Render(f.label)}, f.style.RenderAll(layout.Wrap(f.value, cell-2))...)
		if f.note != "" {
			block = append(block, st.Muted.RenderAll(layout.Wrap(f.note, cell-2))...)
		}
		blocks = append(blocks, block)
	}
	h := 0
	for _, b := range blocks {
		h = max(h, len(b))
	}
	for i, b := range blocks {
		cell := w / len(figures)
		if i == len(figures)-1 {
			cell = w - cell*(len(figures)-1)
		}
		blocks[i] = layout.Block(b, cell, h, "")
	}
	return layout.Beside(blocks...)
}

// oddsLines are the curve, what the chance stands on, and why.
func (m *Model) oddsLines(w int) []string {
	st := m.desk.Styles
	var lines []string
	odds := pairs(m.card.Odds)
	if m.curve.Known() {
		h := m.chartHeight(w)
		chart := func(w int) []string { return m.curve.Chart(st, w, h) }
		lines = append([]string{"", widget.Rule(st, texts.CurveTitle, w)}, m.besideMap(w, chart)...)
		lines = append(lines, "")
		odds = pairs(m.card.Unpictured())
	} else {
		lines = append(lines, "")
	}
	told := 0 // of the chance
	if len(odds) > 0 && odds[0].Label == texts.FieldChance {
		odds[0].Style, told = st.BandStyle(int(m.card.Band)-1), 1
	}
	if m.card.Moved != "" {
		odds = slices.Insert(odds, told, widget.Pair{Label: texts.MoveLabel, Value: m.card.Moved})
	}
	words := func(w int) []string {
		return widget.Card(st, slices.Concat(odds, pairs(m.card.Before), pairs(m.card.Change)), w)
	}
	if m.curve.Known() {
		lines = append(lines, words(w)...)
	} else {
		lines = append(lines, m.besideMap(w, words)...)
	}
	if len(m.card.Why) > 0 {
		lines = append(lines, "", widget.Rule(st, texts.WhyTitle(m.card.Chance), w))
		lines = append(lines, widget.Card(st, pairs(m.card.Why), w)...)
	}
	return lines
}

// part sets a block of w cells under its title.
func (m *Model) part(title string, block []string, w int) []string {
	return append([]string{"", widget.Rule(m.desk.Styles, title, w)}, block...)
}

// placeLines are the points and what is noted of the place, nearest first.
func (m *Model) placeLines(w int) []string {
	st := m.desk.Styles
	lines := m.part(texts.CardPoints, layout.Wrap(m.card.Points, w), w)
	lines = append(lines, m.part(texts.FieldRisks, widget.Card(st, risks.Pairs(st, &m.card.Risk, ""), w), w)...)
	if reports := m.reports(); len(reports) > 0 {
		lines = append(lines, m.part(texts.NotesReported, widget.Card(st, reports, w), w)...)
	}
	if len(m.card.Risk.Wide) > 0 {
		lines = append(lines, m.part(m.card.Risk.WideTitle(), widget.Card(st, risks.Notes(st, m.card.Risk.Wide), w), w)...)
	}
	return append(lines, st.Muted.RenderAll(layout.Wrap(texts.NoNoteIsNotSafe, w))...)
}

// historyLines are what happened to the plaza in each process.
func (m *Model) historyLines(w int) []string {
	if len(m.card.History) == 0 {
		return nil
	}
	return m.part(texts.CardHistory, widget.Card(m.desk.Styles, pairs(m.card.History), w), w)
}

// listLines are what the list says of the plaza, and where lists disagree.
func (m *Model) listLines(w int) []string {
	st := m.desk.Styles
	lines := m.part(texts.CardData, widget.Card(st, pairs(m.card.Fields), w), w)
	if len(m.card.Conflicts) == 0 {
		return lines
	}
	return append(lines, m.part(st.Glyphs.Risk+" "+texts.CardConflicts, widget.Card(st, pairs(m.card.Conflicts), w), w)...)
}

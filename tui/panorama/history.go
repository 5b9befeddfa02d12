package panorama

import (
	"slices"
	"strconv"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// showHistory lays out what each modality gives and the history, with sources.
func (m *Model) showHistory() {
	st, facts := m.desk.Styles, m.desk.Facts
	w := max(20, min(m.body().w-2, layout.ReadableWidth))
	lines := []string{widget.Rule(st, texts.ModalitiesTitle, w)}
	for i := range facts.Modalities {
		f := &facts.Modalities[i]
		pairs := []widget.Pair{
			{Label: texts.ModalityPay, Value: f.Pay},
			{Label: texts.FieldHours, Value: f.Hours},
			{Label: texts.FieldBenefits, Value: f.Benefits},
			{Label: texts.ModalityLimit, Value: f.Limit, Note: f.Source + " (" + string(f.Certainty) + ")"},
		}
		lines = append(lines, st.Strong.Render(string(f.Modality)))
		lines = append(lines, widget.Card(st, append(m.modalityTotals(f.Modality), pairs...), w)...)
	}
	lines = append(lines, "", widget.Rule(st, texts.HistoryTitle, w))
	lines = append(lines, m.yearLines(w)...)
	for _, source := range m.historySources() {
		lines = append(lines, st.Muted.RenderAll(layout.Wrap(source, w))...)
	}
	m.scroll.SetLines(padded(lines))
}

// modalityTotals tells the seats of a modality in the scope.
func (m *Model) modalityTotals(modality data.Modality) []widget.Pair {
	t, ok := m.content.Modalities[modality]
	if !ok {
		return nil
	}
	pairs := []widget.Pair{{Label: texts.ModalityOffered(m.content.Scope.Process), Value: texts.Thousands(t.Seats)}}
	if t.Listed {
		pairs = append(pairs, widget.Pair{Label: texts.ModalityTaken(m.content.Scope.Process), Value: texts.Thousands(t.Taken)})
	}
	return pairs
}

// Sizes of the chart of the years, in cells.
const (
	historyHeight = 10
	historyAxis   = 8
	yearMost      = 6 // of a year: two blanks part it from the next
)

// yearLines draws both modalities over the years as lines with a letter at each
// year; where there is no figure there is a gap.
func (m *Model) yearLines(w int) []string {
	st, years := m.desk.Styles, m.years()
	if len(years) == 0 {
		return nil
	}
	first, last, most := years[0].Year, years[len(years)-1].Year, 1
	for i := range years {
		most = max(most, years[i].Remunerada, years[i].Equivalente)
	}
	step := min(max(1, (w-historyAxis-5)/max(1, last-first)), yearMost)
	canvas := draw.NewCanvas(st.Graphics(), (last-first)*step+1, historyHeight)
	m.yearLine(canvas, texts.HistoryPaidSign, 0, most, func(y *rules.Year) (int, bool) { return y.Remunerada, true }, first, step)
	m.yearLine(canvas, texts.HistoryUnpaidSign, 1, most, func(y *rules.Year) (int, bool) { return y.Equivalente, y.HasEquivalente }, first, step)
	lines := make([]string, 0, historyHeight+2)
	for y, row := range canvas.Lines([]theme.Style{st.Strong, st.Chart}) {
		label := ""
		switch y {
		case 0:
			label = texts.Thousands(most)
		case historyHeight - 1:
			label = "0"
		}
		lines = append(lines, st.Axis.Render(layout.Fit(label, historyAxis-2, layout.Right, "")+" "+st.Glyphs.Axis)+row)
	}
	foot := ""
	for year := first; year <= last; year++ {
		if at := (year - first) * step; at >= layout.Width(foot) && (foot == "" || at >= layout.Width(foot)+2) {
			foot += layout.Blank(at-layout.Width(foot)) + strconv.Itoa(year)
		}
	}
	lines = append(lines, layout.Blank(historyAxis)+st.Axis.Render(foot))
	newest := &years[len(years)-1]
	return append(lines, layout.Wrap(texts.HistoryKey(newest.Year, newest.Remunerada, newest.Equivalente, newest.HasEquivalente), w)...)
}

// years are those of the history, the oldest first.
func (m *Model) years() []rules.Year {
	years := slices.Clone(m.desk.Facts.History)
	slices.SortFunc(years, func(a, b rules.Year) int { return a.Year - b.Year })
	return years
}

// yearLine draws one modality.
func (m *Model) yearLine(canvas *draw.Canvas, sign string, ink draw.Ink, most int, of func(*rules.Year) (int, bool), first, step int) {
	across, down := canvas.Dots()
	_, h := canvas.Size()
	var before *rules.Year
	years := m.years()
	for i := range years {
		year := &years[i]
		at := func(y *rules.Year) (int, int) {
			n, _ := of(y)
			return (y.Year - first) * step * across, (h - 1) - n*(h-1)/most
		}
		if _, known := of(year); !known {
			before = nil
			continue
		}
		x, y := at(year)
		if before != nil && year.Year == before.Year+1 {
			fromX, fromY := at(before)
			canvas.Line(fromX, fromY, x, y, ink)
		}
		canvas.Sign(x/across, y/down, sign, ink)
		before = year
	}
}

// historySources lists where the figures come from, each once.
func (m *Model) historySources() []string {
	var out []string
	for _, y := range m.desk.Facts.History {
		if source := texts.HistorySource([]string{y.Source + " (" + string(y.Certainty) + ")"}); !slices.Contains(out, source) {
			out = append(out, source)
		}
	}
	return out
}

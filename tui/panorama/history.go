package panorama

import (
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// showHistory lays out the history, and what each modality gives side by side, with
// sources.
func (m *Model) showHistory() {
	st, facts := m.desk.Styles, m.desk.Facts
	b := m.body()
	wide := max(20, b.w-2)
	w := min(wide, layout.ReadableWidth)
	lines := []string{"", widget.Rule(st, texts.ModalitiesTitle, w)}
	lines = append(lines, m.modalities(w)...)
	for i := range facts.Modalities {
		f := &facts.Modalities[i]
		lines = append(lines, st.Muted.RenderAll(layout.Wrap(texts.ModalitySource(f.Modality, f.Source+" ("+string(f.Certainty)+")"), w))...)
	}
	lines = append(lines, "")
	for _, source := range m.historySources() {
		lines = append(lines, st.Muted.RenderAll(layout.Wrap(source, w))...)
	}
	chart := m.yearLines(wide, min(max(historyHeight, b.h-len(lines)-historyFoot), historyMost))
	m.scroll.SetLines(layout.Indent(slices.Concat([]string{widget.Rule(st, texts.HistoryTitle, wide)}, chart, lines)))
}

// modalities sets what each gives side by side, line by line.
func (m *Model) modalities(w int) []string {
	st, all := m.desk.Styles, m.desk.Facts.Modalities
	if len(all) == 0 {
		return nil
	}
	cells := make([][]widget.Pair, len(all))
	labels := map[string]bool{}
	var order []string
	for i := range all {
		f := &all[i]
		cells[i] = append(m.modalityTotals(f.Modality),
			widget.Pair{Label: texts.ModalityPay, Value: f.Pay}, widget.Pair{Label: texts.FieldHours, Value: f.Hours},
			widget.Pair{Label: texts.FieldBenefits, Value: f.Benefits}, widget.Pair{Label: texts.ModalityLimit, Value: f.Limit})
		for _, p := range cells[i] {
			if !labels[p.Label] {
				labels[p.Label], order = true, append(order, p.Label)
			}
		}
	}
	label := 0
	for _, l := range order {
		label = max(label, layout.Width(l))
	}
	width := max(10, (w-label-2*len(all))/len(all))
	row := func(name string, value func(i int) []string) []string {
		blocks, n := [][]string{layout.Wrap(st.Muted.Render(name), max(label, 1))}, 1
		for i := range all {
			blocks = append(blocks, value(i))
			n = max(n, len(blocks[i+1]))
		}
		parts := [][]string{layout.Block(blocks[0], label, n, "")}
		for _, b := range blocks[1:] {
			parts = append(parts, layout.Block(nil, 2, n, ""), layout.Block(b, width, n, ""))
		}
		return layout.Beside(parts...)
	}
	lines := row("", func(i int) []string { return []string{st.Strong.Render(string(all[i].Modality))} })
	for _, name := range order {
		lines = append(lines, row(name, func(i int) []string {
			for _, p := range cells[i] {
				if p.Label == name {
					return layout.Wrap(p.Value, width)
				}
			}
			return nil
		})...)
	}
	return lines
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
	historyHeight = 10 // at least
	historyMost   = 20
	historyFoot   = 4 // its rule, the years, and the key in two lines
	historyAxis   = 8
	historyTicks  = 5  // on the axis, at most
	yearMost      = 10 // of a year
)

// yearLines draws both modalities over the years in a picture of h lines, with a
// letter at each year; where there is no figure there is a gap.
func (m *Model) yearLines(w, h int) []string {
	st, years := m.desk.Styles, m.years()
	if len(years) == 0 {
		return nil
	}
	first, last, most := years[0].Year, years[len(years)-1].Year, 1
	for i := range years {
		most = max(most, years[i].Remunerada, years[i].Equivalente)
	}
	step := min(max(1, (w-historyAxis-5)/max(1, last-first)), yearMost)
	canvas := draw.NewCanvas(st.Graphics(), (last-first)*step+1, h)
	m.yearLine(canvas, texts.HistoryPaidSign, 0, most, func(y *rules.Year) (int, bool) { return y.Remunerada, true }, first, step)
	m.yearLine(canvas, texts.HistoryUnpaidSign, 1, most, func(y *rules.Year) (int, bool) { return y.Equivalente, y.HasEquivalente }, first, step)
	labels := make([]string, h)
	apart := tickApart(most)
	for n := 0; n <= most; n += apart {
		labels[(h-1)-n*(h-1)/most] = texts.Thousands(n)
	}
	lines := make([]string, 0, h+2)
	for y, row := range canvas.Lines([]theme.Style{st.Strong, st.Chart}) {
		lines = append(lines, st.Axis.Render(layout.Fit(labels[y], historyAxis-2, layout.Right, "")+" "+st.Glyphs.Axis)+row)
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

// tickApart returns a round distance between the ticks of an axis that goes to most.
func tickApart(most int) int {
	for unit := 1; ; unit *= 10 {
		for _, n := range []int{1, 2, 5} {
			if most/(n*unit) < historyTicks {
				return n * unit
			}
		}
	}
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
		told := y.Source
		if !strings.Contains(told, string(y.Certainty)) {
			told += " (" + string(y.Certainty) + ")"
		}
		if source := texts.HistorySource([]string{told}); !slices.Contains(out, source) {
			out = append(out, source)
		}
	}
	return out
}

package panorama

import (
	"fmt"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/tui/layout"
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
			{Label: texts.ModalityHours, Value: f.Hours},
			{Label: texts.ModalityBenefits, Value: f.Benefits},
			{Label: texts.ModalityLimit, Value: f.Limit, Note: f.Source + " (" + string(f.Certainty) + ")"},
		}
		lines = append(lines, st.Strong.Render(string(f.Modality)))
		lines = append(lines, widget.Card(st, append(m.modalityTotals(f.Modality), pairs...), w)...)
	}
	lines = append(lines, "", widget.Rule(st, texts.HistoryTitle, w))
	lines = append(lines, m.yearBars(w)...)
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

// yearBars draws two bars a year, figures beside them.
func (m *Model) yearBars(w int) []string {
	st := m.desk.Styles
	var rows []widget.BarRow
	for _, y := range m.desk.Facts.History {
		unpaid := texts.HistoryNoData
		if y.HasEquivalente {
			unpaid = texts.Thousands(y.Equivalente)
		}
		rows = append(rows,
			widget.BarRow{Label: fmt.Sprint(y.Year) + " " + texts.HistoryPaid, Value: float64(y.Remunerada), Note: texts.Thousands(y.Remunerada), Style: st.Strong},
			widget.BarRow{Label: "     " + texts.HistoryUnpaid, Value: float64(y.Equivalente), Note: unpaid})
	}
	return widget.Bars(st, rows, w)
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

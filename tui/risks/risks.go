// Package risks draws what is noted of a plaza, the same on every screen.
package risks

import (
	"brujula/data/texts"
	"brujula/planner/risk"
	"brujula/planner/workspace"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// Pairs reports how many notes there are of the place and of more than it, then
// each of the place; more says where the others are read, "" where they follow.
func Pairs(st *theme.Styles, n *workspace.RiskNotes, more string) []widget.Pair {
	summary := widget.Pair{Label: texts.ColumnRisks, Value: n.Summary(more)}
	if !n.Mark.None() {
		summary.Style = st.RiskStyle(n.Mark.Worst)
	}
	return append([]widget.Pair{summary}, Notes(st, n.Here)...)
}

// Brief is Pairs with what people report as well, for where that has no place
// of its own.
func Brief(st *theme.Styles, n *workspace.RiskNotes, more string) []widget.Pair {
	out := Pairs(st, n, more)
	for _, topic := range n.Reports {
		for _, r := range topic.Notes {
			out = append(out, widget.Pair{
				Label: st.RiskMark(risk.Mild), Value: texts.RiskReported(texts.RiskTopic(string(r.Topic)), r.Text), Note: r.Source,
			})
		}
	}
	return out
}

// Notes tells each note with its severity and source.
func Notes(st *theme.Styles, notes []risk.Note) []widget.Pair {
	out := make([]widget.Pair, len(notes))
	for i, n := range notes {
		out[i] = widget.Pair{
			Label: st.RiskMark(n.Grave()) + " " + string(n.Severity),
			Value: texts.Grouped(texts.RiskText(n.Text, string(n.Certainty))), Note: n.Source,
		}
	}
	return out
}

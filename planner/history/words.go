package history

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/compare"
	"brujula/planner/past"
	"brujula/planner/workspace"
)

// Line is one line of a history: a process, or "" where it goes on with the one
// above, and what is told of it.
type Line struct{ Label, Text string }

// mostTakings is how many seats of a process are written out; a hospital may have a
// hundred.
const mostTakings = 8

// Lines tells the history: in how many processes the plaza was on offer, then of
// each, the newest first, its terms, what changed and when each seat was taken.
func (h *History) Lines() []Line {
	if len(h.Years) == 0 || len(h.Years) == 1 && !h.Years[0].Told { // nothing that the list does not tell
		return nil
	}
	out := []Line{{texts.HistoryOfferedLabel, texts.HistoryOffered(h.Offered, len(h.Years))}}
	for i := range h.Years {
		y := &h.Years[i]
		for j, text := range y.told(h.ended(i)) {
			label := ""
			if j == 0 {
				label = string(y.Process)
			}
			out = append(out, Line{label, text})
		}
	}
	return out
}

// ended reports that the process of a year is over, by all that the lists tell: a
// later one is loaded. Of the newest nobody misses an adjudicated list.
func (h *History) ended(i int) bool { return i > 0 }

func (y *Year) told(ended bool) []string {
	if y.Plaza == nil {
		return []string{y.absent()}
	}
	out := []string{texts.HistoryTerms(y.Plaza)}
	if y.Since != "" {
		out = append(out, texts.HistoryChanges(y.Since, changed(y.Changes)))
	}
	switch {
	case y.Told:
		out = append(out, y.taken()...)
	case ended:
		out = append(out, texts.HistoryUntold)
	}
	return out
}

func (y *Year) absent() string {
	if y.Other == nil {
		return texts.HistoryAbsent("", 0)
	}
	return texts.HistoryAbsent(y.Other.Modality.Other(), y.Other.Seats)
}

func changed(fields []compare.Field) []string {
	return data.Map(fields, func(f compare.Field) string { return texts.DiffField(f.Key, f.Before, f.After) })
}

// taken reports each seat that was taken, and those that were not.
func (y *Year) taken() (out []string) {
	for i := range y.Takings {
		if i == mostTakings && len(y.Takings) > mostTakings+1 {
			out = append(out, texts.HistoryMore(len(y.Takings)-mostTakings))
			break
		}
		t := &y.Takings[i]
		out = append(out, texts.HistoryTaking{
			Turn: texts.StoryTurn(t.Turn), Line: y.Story.Line, Rank: t.Rank, Mark: t.Mark, Late: t.Late, Source: t.Source,
		}.String())
	}
	if left := y.Story.Seats - y.Story.Taken; left > 0 {
		out = append(out, texts.HistoryLeft(left, y.Story.Seats, y.Story.Kind == past.Open))
	}
	return out
}

// Cells are what columns tell of a plaza: in how many processes it was on offer, and
// the grades that it had in those before its own; "" where its line was in one alone.
func Cells(w *workspace.Workspace, row int) (offered, grades string) {
	p := w.Catalog.Plaza(row)
	h := Offers(w, row)
	if len(h.Years) < 2 {
		return "", ""
	}
	var before []int
	for i := range h.Years {
		switch y := &h.Years[i]; {
		case !y.Process.Before(p.Process):
		case y.Plaza == nil:
			before = append(before, 0)
		default:
			before = append(before, y.Plaza.Grade)
		}
	}
	return texts.OfferedCell(h.Offered, len(h.Years)), texts.GradesBefore(before)
}

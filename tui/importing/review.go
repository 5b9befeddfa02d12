package importing

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
	"brujula/tui/layout"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// rejectedShown bounds how many rejected rows a review lists; all of them are
// in Fuentes once the list is stored.
const rejectedShown = 500

// reviewLines says of each list what was understood, what was not, and what
// storing it changes.
func (m *Model) reviewLines(w int) []string {
	st := m.desk.Styles
	var out []string
	if of := m.several(); of != "" {
		next := ""
		if len(m.queue) > 0 && len(m.together()) < len(m.queue) {
			next = shownBase(m.nextQueued())
		}
		out = append(out, st.Prompt.RenderAll(layout.Wrap(texts.ImportThisOfSeveral(of, m.files(), next), w))...)
	}
	for i := range m.summary {
		s := &m.summary[i]
		out = append(out, widget.Rule(st, s.Title(), w))
		out = append(out, m.understoodLines(s, w)...)
		if i == 0 {
			out = append(out, m.placingLines(w)...)
		}
		if change := s.Change(); change != "" && m.result.Other == nil {
			out = append(out, layout.Wrap(texts.LinearSentence(change), w)...)
		}
		out = append(out, sampleLines(st, s, w)...)
		out = append(out, rejectedLines(st, s, w)...)
		out = append(out, warningLines(st, s, w)...)
		if i+1 < len(m.summary) {
			out = append(out, "")
		}
	}
	out = append(out, m.headingTable(w)...)
	for i, line := range out {
		out[i] = " " + line
	}
	return out
}

// understoodLines reports how much was read, of what the list was taken for, and all
// that may be wrong with it as a whole.
func (m *Model) understoodLines(s *texts.ImportSummary, w int) []string {
	st := m.desk.Styles
	styles := map[imports.Tone]theme.Style{imports.Lead: st.Strong, imports.Good: st.Success}
	var out []string
	for _, said := range imports.Statements(s) {
		switch text := said.Text; said.Tone {
		case imports.Reason:
			out = append(out, closedBy(layout.Wrap(texts.LinearSentence(text), w), texts.ImportOtherKind(kindWord(otherKind(s.Info.Kind))), w)...)
		case imports.Warning:
			out = append(out, st.Warning.RenderAll(layout.Wrap(texts.LinearSentence(text), w))...)
		default:
			out = append(out, styles[said.Tone].RenderAll(layout.Wrap(text, w))...)
		}
	}
	return out
}

// closedBy adds a sentence to lines of text, on a line of its own where the last
// has no room for it.
func closedBy(lines []string, sentence string, w int) []string {
	last := len(lines) - 1
	if joined := lines[last] + " " + sentence; layout.Width(joined) <= w {
		lines[last] = joined
		return lines
	}
	return append(lines, sentence)
}

// placingLines states both ways to store what was read beside the loaded list, with
// what would come of them, the chosen one marked.
func (m *Model) placingLines(w int) []string {
	st := m.desk.Styles
	if m.result.Other == nil {
		if m.result.CannotAdd == "" {
			return nil
		}
		return st.Muted.RenderAll(layout.Wrap(texts.ImportCannotAdd(m.result.CannotAdd), w))
	}
	ways := []*session.Outcome{&m.result.Outcome, m.result.Other}
	if !m.result.Adds {
		ways[0], ways[1] = ways[1], ways[0]
	}
	var out []string
	if !m.settled {
		out = st.Warning.RenderAll(layout.Wrap(texts.ImportApartHere, w))
	}
	for _, way := range ways {
		chosen := m.settled && way.Adds == m.result.Adds
		mark := "  "
		if chosen {
			mark = st.Glyphs.Cursor + " "
		}
		for i, line := range layout.Wrap(texts.ImportWayKey(way.Adds, way.Way()), max(1, w-2)) {
			if i > 0 {
				mark = "  "
			}
			if line = mark + line; chosen {
				line = st.Strong.Render(line)
			}
			out = append(out, line)
		}
	}
	return out
}

func title(st *theme.Styles, text string) []string { return []string{"", st.Header.Render(text)} }

// rejectedLines lists the rows that were not taken: place, value, reason.
func rejectedLines(st *theme.Styles, s *texts.ImportSummary, w int) []string {
	all, total := data.RejectedFirst(s.Problems)
	if total == 0 {
		return nil
	}
	out := title(st, texts.ImportPartRejected)
	for i := range min(total, rejectedShown) {
		out = append(out, bulleted(st, problemLine(&all[i]), w)...)
	}
	if total > rejectedShown {
		out = append(out, texts.ImportMoreRows(total-rejectedShown))
	}
	return out
}

// warningLines gives each sort of aviso one line and a few examples.
func warningLines(st *theme.Styles, s *texts.ImportSummary, w int) []string {
	if len(s.Problems) == 0 {
		return append([]string{""}, st.Success.RenderAll(layout.Wrap(texts.ImportNoProblems, w))...)
	}
	var out []string
	for _, g := range s.Warnings() {
		if out == nil {
			out = title(st, texts.ImportPartWarnings)
		}
		out = append(out, bulleted(st, g.Title(), w)...)
		for i := range g.Examples {
			if p := &g.Examples[i]; p.Row > 0 {
				out = append(out, st.Muted.Render("    "+layout.Cut(example(p), max(0, w-4), st.Glyphs.Ellipsis)))
			}
		}
		if more := g.More(); more > 0 {
			out = append(out, st.Muted.Render("    "+layout.Cut(texts.ImportMoreRows(more), max(0, w-4), st.Glyphs.Ellipsis)))
		}
	}
	return out
}

func example(p *data.Problem) string {
	text := texts.ProblemPlace(p) + " " + texts.ProblemValue(p)
	if taken := texts.Taken(p); taken != "" {
		text += " → " + taken
	}
	return text
}

package importing

import (
	"path/filepath"

	"brujula/data"
	"brujula/data/texts"
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
		if len(m.queue) > 0 {
			next = shown(filepath.Base(m.queue[0]))
		}
		out = append(out, st.Prompt.RenderAll(layout.Wrap(texts.ImportThisOfSeveral(of, m.file(), next), w))...)
	}
	for i := range m.summary {
		s := &m.summary[i]
		out = append(out, widget.Rule(st, s.Title(), w))
		out = append(out, st.Strong.RenderAll(layout.Wrap(s.Counts(), w))...)
		if text, differs := s.Total(); text != "" {
			style := st.Success
			if differs {
				style = st.Warning
			}
			out = append(out, style.RenderAll(layout.Wrap(text, w))...)
		}
		for _, doubt := range s.Doubts {
			out = append(out, st.Warning.RenderAll(layout.Wrap(texts.ImportDoubt(doubt), w))...)
		}
		for _, told := range s.Told[min(1, len(s.Told)):] {
			out = append(out, layout.Wrap(told, w)...)
		}
		if change := s.Change(); change != "" {
			out = append(out, st.Changed.RenderAll(layout.Wrap(change, w))...)
		}
		out = append(out, rejectedLines(st, s, w)...)
		out = append(out, warningLines(st, s, w)...)
		out = append(out, sampleLines(st, s, w)...)
		out = append(out, headingLines(st, s, w)...)
		out = append(out, "")
	}
	for i, line := range out {
		out[i] = " " + line
	}
	return out
}

func title(st *theme.Styles, text string) []string { return []string{"", st.Header.Render(text)} }

// rejectedLines lists the rows that were not taken: place, value, reason.
func rejectedLines(st *theme.Styles, s *texts.ImportSummary, w int) []string {
	var out []string
	total := 0
	for i := range s.Problems {
		p := &s.Problems[i]
		if p.Level != data.Rejected {
			continue
		}
		if total++; total == 1 {
			out = title(st, texts.ImportPartRejected)
		}
		if total <= rejectedShown {
			out = append(out, bulleted(st, problemLine(p), w)...)
		}
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

// sampleLines shows records from the whole length of the list: a table where
// there is room for all columns, else two lines each.
func sampleLines(st *theme.Styles, s *texts.ImportSummary, w int) []string {
	if len(s.Samples) == 0 {
		return nil
	}
	heading := texts.SampleHeading(s.Info.Kind)
	rows := make([][]string, len(s.Samples))
	for i := range s.Samples {
		rows[i] = texts.SampleFields(&s.Samples[i])
	}
	out := title(st, texts.ImportPartSample)
	if lines, ok := sampleTable(st, heading, rows, w); ok {
		return append(out, lines...)
	}
	for _, row := range rows {
		text := ""
		for x, cell := range row {
			if cell == "" {
				continue
			}
			if text != "" {
				text += " · "
			}
			if x < 3 { // a bare figure needs its heading
				text += heading[x] + " "
			}
			text += cell
		}
		out = append(out, bulleted(st, text, w)...)
	}
	return out
}

// sampleGap is the number of blank cells between columns of the sample.
const sampleGap = 2

func sampleTable(st *theme.Styles, heading []string, rows [][]string, w int) (lines []string, ok bool) {
	widths := make([]int, len(heading))
	total := -sampleGap
	for x := range heading {
		widths[x] = layout.Width(heading[x])
		for _, row := range rows {
			widths[x] = max(widths[x], layout.Width(row[x]))
		}
		total += widths[x] + sampleGap
	}
	if total > w {
		return nil, false
	}
	line := func(cells []string) string {
		text := ""
		for x, cell := range cells {
			text += layout.Fit(cell, widths[x], layout.Left, "") + layout.Blank(sampleGap)
		}
		return text
	}
	lines = append(lines, st.Muted.Render(line(heading)))
	for _, row := range rows {
		lines = append(lines, line(row))
	}
	return lines, true
}

// headingLines tells which column was taken for what.
func headingLines(st *theme.Styles, s *texts.ImportSummary, w int) []string {
	if len(s.Headings) == 0 {
		return nil
	}
	out := title(st, texts.ImportPartHeadings)
	var pairs []widget.Pair
	for _, h := range s.Headings {
		label := h.Column
		if h.Text != "" {
			label += "  " + h.Text
		}
		p := widget.Pair{Label: label, Value: texts.FieldName(h.Field)}
		if h.Field == "" {
			p = widget.Pair{Label: label, Note: texts.ImportUnusedColumn}
		}
		pairs = append(pairs, p)
	}
	return append(out, widget.Card(st, pairs, w)...)
}

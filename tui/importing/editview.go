package importing

import (
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// editorLines draws the editor: how much is read with what is said so far, or why
// nothing is, then the lines; in the place of these, the field of the line that is
// being said.
func (m *Model) editorLines() []string {
	e, st := m.editor, m.desk.Styles
	w := m.w - 2
	head := data.Map(m.effectLines(w), func(line string) string { return " " + line })
	head = append(head, m.problemLines(w, max(3, m.h/3))...)
	switch {
	case m.problem.none():
		head = append(head, "")
	case e.field == nil:
		head[len(head)-1] = " " + layout.Cut(texts.ImportSayHere, w, st.Glyphs.Ellipsis)
		head = append(head, "")
	}
	room := max(1, m.h-len(head))
	if e.field != nil {
		lines := e.field.Lines(min(w, layout.ReadableWidth))
		if at := e.lines[e.cursor].column; at >= 0 {
			if text := sampleText(&e.headings[at]); text != "" {
				lines = append([]string{st.Muted.Render(layout.Cut(texts.ImportValues(text), w, st.Glyphs.Ellipsis)), ""}, lines...)
			}
		}
		head = append(head, layout.Indent(lines)...)
		return head
	}
	body, at := m.editorBody(m.w)
	e.scroll.Resize(m.w, room)
	e.scroll.SetLines(body)
	e.scroll.Reveal(at)
	return append(head, e.scroll.Lines()...)
}

// effectLines reports how much is read, and how much was before.
func (m *Model) effectLines(w int) []string {
	st := m.desk.Styles
	switch now := m.counts(); {
	case m.editor.waiting:
		return []string{st.Muted.Render(layout.Cut(texts.ImportReading(m.files()), w, st.Glyphs.Ellipsis))}
	case m.editor.failed, len(m.result.Drafts) == 0:
		return nil
	case m.before != "" && m.before != now:
		return []string{st.Strong.Render(layout.Cut(texts.ImportEffect(now, m.before), w, st.Glyphs.Ellipsis))}
	default:
		return []string{st.Strong.Render(layout.Cut(now, w, st.Glyphs.Ellipsis))}
	}
}

// editorBody draws all lines in w cells, and tells at which the cursor is.
func (m *Model) editorBody(w int) (body []string, cursor int) {
	e, st := m.editor, m.desk.Styles
	labels, values, notes := e.widths()
	labels = min(labels, max(12, w/3))
	for i := range e.lines {
		l := &e.lines[i]
		if l.column >= 0 && (l.column == 0 || e.headings[l.column].Table != e.headings[l.column-1].Table) {
			title := texts.ImportPartHeadings
			if n := e.headings[l.column].Table; n > 0 {
				title = texts.ImportTable(n + 1)
			}
			body = append(body, " "+widget.Rule(st, title, w-2))
		}
		mark := "  "
		if i == e.cursor {
			mark, cursor = st.Glyphs.Cursor+" ", len(body)
		}
		text := " " + mark + layout.Fit(l.label, labels, layout.Left, st.Glyphs.Ellipsis) + "  "
		tail := "  " + layout.Fit(l.note, notes, layout.Left, st.Glyphs.Ellipsis)
		if l.column >= 0 {
			text += layout.Fit(l.value, values, layout.Left, st.Glyphs.Ellipsis)
			tail += "  " + sampleText(&e.headings[l.column])
		} else {
			text += l.value
		}
		room := w - 1 - layout.Width(text)
		if i == e.cursor {
			body = append(body, st.Selected.Render(layout.Fit(text+layout.Cut(tail, room, st.Glyphs.Ellipsis), w-1, layout.Left, "")))
			continue
		}
		if l.column >= 0 && e.headings[l.column].Field == "" {
			text = st.Muted.Render(text)
		}
		body = append(body, text+st.Muted.Render(layout.Cut(tail, room, st.Glyphs.Ellipsis)))
	}
	return body, cursor
}

// mostValue bounds the width of what columns are said to be.
const mostValue = 24

// widths measures the lines.
func (e *editor) widths() (label, value, note int) {
	for i := range e.lines {
		l := &e.lines[i]
		label = max(label, layout.Width(l.label))
		if l.column >= 0 {
			value = max(value, min(mostValue, layout.Width(l.value)))
			note = max(note, layout.Width(l.note))
		}
	}
	return label, value, min(note, 16)
}

// headingTable shows in the review what each column is, how that was found and
// some values.
func (m *Model) headingTable(w int) []string {
	st := m.desk.Styles
	var rows [][]string
	for i := range m.summary {
		for _, h := range m.summary[i].Headings {
			table := ""
			if h.Table > 0 {
				table = texts.ImportTable(h.Table+1) + " "
			}
			word := texts.ImportUnusedColumn
			if h.Field != "" {
				word = texts.FieldName(h.Field)
			}
			rows = append(rows, []string{table + h.Column, h.Text, word, texts.OriginWord(h.Origin), strings.Join(h.Samples, ", ")})
		}
		if i+1 < len(m.summary) && sameHeadings(m.summary[i].Headings, m.summary[i+1].Headings) {
			break // those of the other lists of the file are the same
		}
	}
	if len(rows) == 0 {
		return nil
	}
	lines := columns(st, rows, []int{10, 26, 22, 16, w}, w)
	for i, row := range rows {
		if row[2] == texts.ImportUnusedColumn {
			lines[i] = st.Muted.Render(lines[i])
		}
	}
	return append(title(st, texts.ImportPartHeadings), lines...)
}

func sameHeadings(a, b []texts.ImportHeading) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Text != b[i].Text || a[i].Field != b[i].Field {
			return false
		}
	}
	return true
}

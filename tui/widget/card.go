package widget

import (
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Pair is one line of a card: a label and what is said of it.
type Pair struct {
	Label string
	Value string
	Style theme.Style // of the value; the zero value leaves it plain
	Note  string      // after the value, muted: a source, a certainty
}

// labelWidth is the widest a column of labels gets.
const labelWidth = 26

// Card draws pairs in w cells: labels in a column of their own, values wrapped
// beside them. A pair without a label goes on under the one before; a pair
// without anything is an empty line.
func Card(st *theme.Styles, pairs []Pair, w int) []string {
	column := 0
	for _, p := range pairs {
		column = max(column, layout.Width(p.Label))
	}
	column = min(column, labelWidth, max(0, w/2))
	room := max(1, w-column-2)
	var out []string
	for _, p := range pairs {
		out = append(out, pairLines(st, p, column, room, w)...)
	}
	return out
}

func pairLines(st *theme.Styles, p Pair, column, room, w int) []string {
	lines := p.Style.RenderAll(layout.Wrap(p.Value, room))
	if p.Value == "" && p.Note != "" {
		lines = nil
	}
	if p.Note != "" {
		last := len(lines) - 1
		if last >= 0 && layout.Width(lines[last])+2+layout.Width(p.Note) <= room {
			lines[last] += "  " + st.Muted.Render(p.Note)
		} else {
			lines = append(lines, st.Muted.RenderAll(layout.Wrap(p.Note, room))...)
		}
	}
	for i, line := range lines {
		label := ""
		if i == 0 {
			label = p.Label
		}
		label = layout.Fit(label, column, layout.Left, st.Glyphs.Ellipsis)
		lines[i] = layout.Fit(st.Muted.Render(label)+"  "+line, w, layout.Left, "")
	}
	return lines
}

// Paragraph wraps a text to w cells, at most layout.ReadableWidth.
func Paragraph(text string, w int) []string {
	return layout.Wrap(text, max(1, min(w, layout.ReadableWidth)))
}

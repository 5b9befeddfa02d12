package widget

import (
	"strings"

	"brujula/tui/layout"
	"brujula/tui/theme"
)

// BoxOptions say how a box is drawn.
type BoxOptions struct {
	Title  string
	Head   string // in the upper border, on the right: headings of the columns in it
	Note   string // in the lower border, on the right: a position, a count
	Active bool   // the keys go to what is in it
}

// Box draws lines inside a border: exactly h lines of w cells, the border
// included. Lines are cut and filled.
func Box(st *theme.Styles, o BoxOptions, lines []string, w, h int) []string {
	if w < 2 || h < 2 {
		return layout.Block(lines, w, h, "")
	}
	style := st.Border
	if o.Active {
		style = st.BorderActive
	}
	g := st.Glyphs
	inner := layout.Block(lines, w-2, h-2, g.Ellipsis)
	side := style.Render(g.Vertical)
	out := make([]string, 0, h)
	out = append(out, topBorder(st, o, style, w))
	for _, line := range inner {
		out = append(out, side+line+side)
	}
	return append(out, bottomBorder(st, o.Note, style, w))
}

func topBorder(st *theme.Styles, o BoxOptions, style theme.Style, w int) string {
	g := st.Glyphs
	if o.Title == "" || w < 6 {
		return style.Render(g.TopLeft + strings.Repeat(g.Horizontal, w-2) + g.TopRight)
	}
	title := layout.Cut(layout.OneLine(o.Title), w-5, g.Ellipsis)
	shown := title
	if o.Active { // focus must not hang on the colour of a border
		shown = st.Title.Render(title)
	}
	rest := w - 4 - layout.Width(title)
	end := style.Render(g.TopRight)
	if head := layout.Width(o.Head) + 2; o.Head != "" && head+1 <= rest {
		end = " " + st.Muted.Render(o.Head) + " " + end
		rest -= head
	}
	return style.Render(g.TopLeft) + " " + shown + " " + style.Render(strings.Repeat(g.Horizontal, max(0, rest))) + end
}

func bottomBorder(st *theme.Styles, note string, style theme.Style, w int) string {
	g := st.Glyphs
	if note == "" || layout.Width(note) > w-6 {
		return style.Render(g.BottomLeft + strings.Repeat(g.Horizontal, w-2) + g.BottomRight)
	}
	left := w - 5 - layout.Width(note)
	return style.Render(g.BottomLeft+strings.Repeat(g.Horizontal, left)) + " " + st.Muted.Render(note) + " " +
		style.Render(g.Horizontal+g.BottomRight)
}

// Rule draws a line across w cells with a title in it, to part a pane.
func Rule(st *theme.Styles, title string, w int) string {
	g := st.Glyphs
	if title == "" {
		return st.Border.Render(strings.Repeat(g.Horizontal, max(0, w)))
	}
	title = layout.Cut(layout.OneLine(title), max(0, w-3), g.Ellipsis)
	rest := max(0, w-1-layout.Width(title))
	return layout.Fit(st.Title.Render(title)+" "+st.Border.Render(strings.Repeat(g.Horizontal, rest)), w, layout.Left, "")
}

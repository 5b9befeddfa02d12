package comparing

import (
	"cmp"
	"slices"
	"strings"

	"brujula/data/texts"
	"brujula/planner/side"
	"brujula/tui/layout"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// Sizes in cells and lines.
const (
	gap         = 2  // between columns
	labelBeside = 26 // labels that stand left of the columns
	labelWide   = 34 // the same where a wide window has room for the letters after them
	labelNarrow = 20 // the same where three stand in a narrow one
	labelAbove  = 22 // labels of values that all have, where the others stand above
	leastBeside = 24 // of a column, else the labels are narrow
	leastNarrow = 17 // of a column, else the labels go above
	mostColumn  = 48 // of a column: wider is harder to follow from line to line
	headerLines = 3  // letter and star, and two lines of name
	nameLines   = headerLines - 1
	chartLines  = 14 // of the curves, at most
	chartShare  = 3  // of the room, so that figures and curves are in view together
)

// geometry shares out the width.
type geometry struct {
	w      int // of the page without its margins
	label  int // of the labels beside the columns; 0 where they stand above
	column int
}

// left returns where the first column begins.
func (g geometry) left() int { return 1 + g.label }

func (m *Model) geometry() geometry {
	n := max(1, len(m.facts.Columns))
	g := geometry{w: max(1, m.w-2)}
	share := func(room int) int { return max(1, min(mostColumn, (room-gap*(n-1))/n)) }
	for _, try := range []struct{ label, least int }{{labelWide, mostColumn * 3 / 4}, {labelBeside, leastBeside}, {labelNarrow, leastNarrow}} {
		if beside := share(g.w - try.label); beside >= try.least {
			g.label, g.column = try.label, beside
			return g
		}
	}
	g.column = share(g.w)
	return g
}

// arrange writes the page; frames only cut it.
func (m *Model) arrange() {
	if m.w <= 0 {
		return
	}
	if len(m.facts.Columns) == 0 {
		m.header = nil
		m.scroll.Resize(m.w, m.h)
		m.scroll.SetLines(m.emptyLines())
		return
	}
	g := m.geometry()
	m.header = m.headings(g)
	lines := m.lines(g)
	for i, line := range lines {
		lines[i] = " " + line
	}
	m.scroll.Resize(m.w, m.h-len(m.header))
	m.scroll.SetLines(lines)
}

// emptyLines reports how to fill the comparison.
func (m *Model) emptyLines() []string {
	if len(m.desk.Compared()) > 0 {
		return []string{"", " " + texts.SideLoading}
	}
	lines := []string{"", m.desk.Styles.Strong.Render(texts.SideEmpty), ""}
	lines = append(lines, widget.Paragraph(texts.SideHowToFill, m.w-4)...)
	for i, line := range lines {
		lines[i] = "  " + line
	}
	return lines
}

// headings names the columns; they stay in view when the rest is scrolled.
func (m *Model) headings(g geometry) []string {
	st := m.desk.Styles
	blocks := [][]string{layout.Block(nil, g.left(), headerLines, "")}
	for i, c := range m.facts.Columns {
		style, mark := st.Header, layout.Blank(markCells)
		if i == m.at {
			style, mark = st.HeaderCurrent, st.Glyphs.Cursor+" "
		}
		first := mark + style.Render(texts.SideLetter(i))
		if place := m.desk.Plan().Index(c.ID); place >= 0 {
			first += " " + st.Star.Render(texts.SideStar(st.Glyphs.Star, place+1))
		}
		name := layout.Wrap(texts.ListName(c.Name), g.column-markCells)
		if len(name) > nameLines {
			name = append(name[:nameLines-1:nameLines-1], strings.Join(name[nameLines-1:], " "))
		}
		lines := []string{first}
		for _, line := range name {
			lines = append(lines, layout.Blank(markCells)+style.Render(layout.Cut(line, g.column-markCells, st.Glyphs.Ellipsis)))
		}
		blocks = append(blocks, layout.Block(lines, g.column, headerLines, ""), layout.Block(nil, gap, headerLines, ""))
	}
	return layout.Block(layout.Beside(blocks...), m.w, headerLines, "")
}

// lines writes everything under the headings.
func (m *Model) lines(g geometry) []string {
	st := m.desk.Styles
	var out []string
	say := func(text string) {
		out = append(out, st.Muted.RenderAll(layout.Wrap(text, min(g.w, layout.ReadableWidth)))...)
	}
	if len(m.facts.Columns) == 1 {
		say(texts.SideAlone)
	}
	if differ, _ := m.facts.Count(); m.only && differ == 0 {
		say(texts.SideNoDiffs)
	}
	for i, group := range m.facts.Groups {
		var body []string
		for j := range group.Rows {
			r := &group.Rows[j]
			if m.facts.Measured(r) {
				continue // its figures and bars stand above
			}
			if !m.only || r.Differs() {
				body = append(body, m.row(g, r)...)
			}
		}
		if i == 0 {
			body = slices.Concat(m.figures(g), m.chart(g), []string{""}, body)
		}
		if len(body) == 0 {
			continue
		}
		out = append(append(out, widget.Rule(st, group.Title, g.w)), body...)
		if group.Title == texts.FieldRisks {
			say(texts.NoNoteIsNotSafe)
		}
	}
	if n := len(m.facts.Columns); n > 1 {
		out = append(out, "")
		say(texts.SideLegend(st.Glyphs.Differs, st.Glyphs.Cursor, n > 2))
	}
	return out
}

// row writes one line of the comparison: what all have in common once over the
// whole width, what differs column by column.
func (m *Model) row(g geometry, r *side.Row) []string {
	st := m.desk.Styles
	if !r.Differs() && !r.Provenance || len(r.Values) == 1 {
		return m.common(g, r)
	}
	sign, style, letters := "", st.Muted, []string(nil)
	if r.Differs() {
		sign, style = st.Glyphs.Differs, theme.Style{}
		if len(r.Values) > 2 {
			letters = r.OtherThan(m.at)
		}
	}
	label := texts.SideLabel(sign, r.Label, letters)
	cells := m.cells(g, r)
	if g.label == 0 {
		return append([]string{style.Render(layout.Cut(label, g.w, st.Glyphs.Ellipsis))}, cells...)
	}
	wrapped := style.RenderAll(layout.Wrap(label, g.label-gap))
	for len(cells) < len(wrapped) {
		cells = append(cells, "")
	}
	return layout.Beside(layout.Block(wrapped, g.label, len(cells), ""), cells)
}

// common writes a value that all columns have.
func (m *Model) common(g geometry, r *side.Row) []string {
	st, sign, label := m.desk.Styles, "", g.label
	if len(r.Values) > 1 {
		sign = texts.SideEquals
	}
	label = cmp.Or(label, labelAbove)
	names := st.Muted.RenderAll(layout.Wrap(texts.SideLabel(sign, r.Label, nil), label-gap))
	values := layout.Wrap(layout.Whole(r.Values[0]), max(1, min(g.w-label, layout.ReadableWidth)))
	switch {
	case r.Label == texts.FieldChance:
		values = st.BandStyle(int(m.facts.Columns[0].Band) - 1).RenderAll(values)
	case len(r.Values) > 1:
		values = st.Muted.RenderAll(values)
	}
	n := max(len(names), len(values))
	return layout.Beside(layout.Block(names, label, n, ""), layout.Block(values, g.w-label, n, ""))
}

// cells writes the values of a line side by side.
func (m *Model) cells(g geometry, r *side.Row) []string {
	st := m.desk.Styles
	wrapped, n := make([][]string, len(r.Values)), 0
	for i, value := range r.Values {
		style := theme.Style{}
		if r.Label == texts.FieldChance {
			style = st.BandStyle(int(m.facts.Columns[i].Band) - 1)
		}
		wrapped[i] = style.RenderAll(layout.Wrap(layout.Whole(value), g.column-markCells))
		for j, line := range wrapped[i] {
			wrapped[i][j] = layout.Blank(markCells) + line
		}
		n = max(n, len(wrapped[i]))
	}
	var blocks [][]string
	for i, lines := range wrapped {
		if i > 0 {
			blocks = append(blocks, layout.Block(nil, gap, n, ""))
		}
		blocks = append(blocks, layout.Block(lines, g.column, n, ""))
	}
	return layout.Beside(blocks...)
}

// chart draws all curves in one; nothing where no plaza has any.
func (m *Model) chart(g geometry) []string {
	st := m.desk.Styles
	curves, without := make([]widget.Curve, len(m.facts.Columns)), []string(nil)
	var axis widget.Curve
	for i := range m.facts.curves {
		c := &m.facts.curves[i]
		if !c.Known() {
			without = append(without, texts.SideLetter(i))
			continue
		}
		curves[i] = c.Curve()
		axis = curves[i]
	}
	if axis.Chance == nil {
		return nil
	}
	for i := range curves {
		if curves[i].Chance == nil { // keeps the letters of the others, and the axis
			curves[i].Last, curves[i].Mine = axis.Last, axis.Mine
		}
	}
	w := g.w
	out := []string{"", st.Muted.Render(layout.Cut(texts.CurveTitle, g.w, st.Glyphs.Ellipsis))}
	out = append(out, widget.Curves(st, curves, w, min(chartLines, max(6, m.h/chartShare)))...)
	return append(out, st.Muted.RenderAll(layout.Wrap(texts.SideCaption(without, st.Graphics() == theme.Signs), w))...)
}

// View draws the page.
func (m *Model) View() string {
	return strings.Join(append(m.header[:len(m.header):len(m.header)], m.scroll.Lines()...), "\n")
}

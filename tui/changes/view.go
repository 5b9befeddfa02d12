package changes

import (
	"strings"

	"brujula/data/texts"
	"brujula/planner/compare"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// lay writes the page; it is scrolled to the cursor.
func (m *Model) lay() {
	w := m.w - 2
	if w < 20 {
		return
	}
	var lines []string
	line := 0
	switch {
	case len(m.pairs) == 0:
		lines = layout.Wrap(texts.DiffNoPair, min(w, layout.ReadableWidth))
	case m.diff == nil:
		lines = []string{texts.DiffComparing}
	case m.rows != nil:
		lines, line = m.places(w)
	default:
		lines, line = m.classes(w)
	}
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	m.scroll.Resize(m.w, m.h)
	m.scroll.SetLines(lines)
	m.scroll.Reveal(min(line+2, len(lines)-1))
	m.scroll.Reveal(line)
}

// Widths of a row of the classes, in cells.
const (
	nameCells  = 22
	countCells = 16
	seatCells  = 8
	mostSwing  = 16 // of a bar to one side
	leastList  = 3  // lines from which the plazas of a class are shown unasked
)

// classes writes the table that adds up, what the class under the cursor means,
// what all of it does, and the first plazas of that class where there is room.
func (m *Model) classes(w int) (lines []string, at int) {
	st := m.desk.Styles
	count := min(countCells, (w-nameCells-seatCells-2)/2)
	row := func(cells []string) string {
		out := layout.Fit(cells[0], nameCells, layout.Left, st.Glyphs.Ellipsis)
		for i, cell := range cells[1:] {
			out += layout.Fit(cell, []int{count, count, seatCells}[i], layout.Right, st.Glyphs.Ellipsis)
		}
		return out
	}
	half, most := max(0, min(mostSwing, (w-nameCells-2*count-seatCells-5)/2)), 0
	for i := range m.counts {
		most = max(most, m.counts[i].Seats, -m.counts[i].Seats)
	}
	lines = append(lines, "  "+st.Header.Render(row(texts.DiffCountHeading(m.diff.Before, m.diff.After))))
	for i, cells := range m.diff.TableOf(m.counts) {
		text, lead, bar := row(cells), "  ", ""
		if i < len(m.counts) {
			bar = "  " + swing(st, m.counts[i].Seats, most, half)
		}
		switch {
		case i > len(m.counts):
			text = st.Strong.Render(text)
		case i == len(m.counts):
			text = st.Muted.Render(text)
		case i == m.at:
			at, lead, text = len(lines), st.Glyphs.Cursor+" ", st.Selected.Render(text)
		}
		lines = append(lines, lead+text+bar)
	}
	wide := min(w, layout.ReadableWidth)
	if m.at < len(m.counts) {
		n := &m.counts[m.at]
		lines = append(lines, "", st.Strong.Render(n.Title()))
		lines = append(lines, layout.Wrap(n.Means(), wide)...)
		if n.Also > 0 {
			lines = append(lines, layout.Wrap(strings.TrimSpace(texts.DiffAlso(n.Title(), n.Also)), wide)...)
		}
	}
	if len(m.means) > 0 {
		lines = append(lines, "", widget.Rule(st, texts.DiffMeans, w))
	}
	for _, sentence := range m.means {
		lines = append(lines, layout.Wrap(sentence, wide)...)
	}
	for _, missing := range m.diff.Missing {
		lines = append(lines, layout.Wrap(texts.DiffMissing(missing.Process, missing.Modality), wide)...)
	}
	if room := m.h - len(lines) - 2; m.at < len(m.counts) && room >= leastList {
		rows := m.diff.In(m.counts[m.at].Aspect)
		shown := rows[:min(room, len(rows))]
		lines = append(lines, "", widget.Rule(st, texts.DiffClassSome(m.counts[m.at].Title(), len(shown), len(rows)), w))
		for _, c := range shown {
			lines = append(lines, "  "+m.placeLine(c, w-2, false))
		}
	}
	return lines, at
}

// swing draws a change as a bar from the middle: gains to the right, losses to the
// left. most is the change that fills a side of half cells.
func swing(st *theme.Styles, change, most, half int) string {
	if most == 0 || half == 0 {
		return ""
	}
	cells := (max(change, -change)*half + most - 1) / most
	bar := strings.Repeat(st.Glyphs.Bar, cells)
	if change < 0 {
		return layout.Blank(half-cells) + st.Warning.Render(bar) + st.Axis.Render(st.Glyphs.Vertical)
	}
	return layout.Blank(half) + st.Axis.Render(st.Glyphs.Vertical) + st.Chart.Render(bar)
}

// places lists the plazas of the class that is open, and tells of the one under
// the cursor what its change means. Only those about the cursor are written.
func (m *Model) places(w int) (lines []string, at int) {
	st, n := m.desk.Styles, &m.counts[m.at]
	lines = append(lines, st.Title.Render(layout.Cut(texts.DiffClassTitle(n.Title(), len(m.rows)), w, st.Glyphs.Ellipsis)))
	room := max(3, m.h-6)
	from := min(max(0, m.cursor-room/2), max(0, len(m.rows)-room))
	for i := from; i < min(from+room, len(m.rows)); i++ {
		c := m.rows[i]
		if i == m.cursor {
			at = len(lines)
			lines = append(lines, st.Glyphs.Cursor+" "+m.placeLine(c, w-2, true))
			continue
		}
		lines = append(lines, "  "+m.placeLine(c, w-2, false))
	}
	lines = append(lines, "")
	for _, sentence := range m.rows[m.cursor].Meaning(m.desk.Space.Points) {
		lines = append(lines, layout.Wrap(texts.Capital(sentence)+".", w)...)
	}
	return lines, at
}

// Widths of a plaza in its line: of a chance with its letter, and the most of its name
// and of where it is.
const (
	chanceCells = 8
	mostName    = 44
	mostWhere   = 32
)

// placeLine writes a plaza of a class in a line of w cells, its chance first, as it is
// offered now and from where one looks.
func (m *Model) placeLine(c *compare.Change, w int, selected bool) string {
	st, chance, style := m.desk.Styles, "–", theme.Style{}
	if row, ok := m.desk.Space.Catalog.Row(c.Plaza().PlazaID); ok && c.After != nil {
		if e, ok := m.desk.Est.Of(m.desk.Space, row); ok {
			chance, style = texts.HeadChance(e.Band.Letter(), e.Chance), draw.BandStyle(st, e.Chance)
		}
	}
	chance = layout.Fit(chance, chanceCells, layout.Left, "")
	p, rest := c.Plaza(), w-chanceCells-1
	column := func(text string, most int) string {
		width := min(most, rest/3)
		return layout.Fit(text, width, layout.Left, st.Glyphs.Ellipsis) + "  "
	}
	text := column(texts.ListName(p.Establishment), mostName) + column(texts.Where(p.Province, p.Region), mostWhere)
	if m.all {
		text += column(texts.PlaceName(p.Profession)+" "+string(p.Modality), mostWhere)
	}
	text = layout.Cut(text+c.Said(), rest, st.Glyphs.Ellipsis)
	if selected {
		return st.Selected.Render(layout.Fit(chance+" "+text, w, layout.Left, ""))
	}
	return style.Render(chance) + " " + text
}

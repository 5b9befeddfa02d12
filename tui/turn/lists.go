package turn

import (
	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// searchLines draws what is typed and the plazas that it may mean.
func (m *Model) searchLines(h int) []string {
	st := m.desk.Styles
	title, hint, empty := texts.TurnCrossTitle, texts.TurnCrossKeys, texts.TurnNoMatch
	switch m.mode {
	case releasing:
		title, hint, empty = texts.TurnFreeTitle, texts.TurnFreeKeys, texts.TurnNoneGone
	case taking:
		title, hint = texts.TurnTakeTitle, texts.TurnTakeKeys
	case looking, crossing, pasting:
		if m.desk.Turn().MyTurn() {
			hint = texts.TurnCrossMine
		}
	}
	label := title + ": "
	if m.found.loose {
		label = title + " (" + texts.TurnSimilar + "): "
	}
	lines := []string{" " + st.Prompt.Render(label) + m.input.Line(max(10, m.w-2-layout.Width(label)))}
	keys := layout.Wrap(hint, m.w-2)
	room := max(1, h-1-len(keys))
	if len(m.found.plazas) == 0 {
		lines = append(lines, " "+st.Muted.Render(empty))
	}
	from := 0
	if m.found.cursor >= room {
		from = m.found.cursor - room + 1
	}
	for i := from; i < min(len(m.found.plazas), from+room); i++ {
		lines = append(lines, m.match(i))
	}
	lines = layout.Block(lines, m.w, h-len(keys), "")
	lines = append(lines, layout.Indent(st.Muted.RenderAll(keys))...)
	return lines
}

// match draws one of the plazas that were found.
func (m *Model) match(i int) string {
	st, id := m.desk.Styles, m.found.plazas[i]
	row, ok := m.desk.Space.Catalog.Row(id)
	if !ok {
		return "" // until the search is told of the new lists
	}
	p, s := m.desk.Space.Catalog.Plaza(row), m.desk.Turn().State()
	var c act.Choice
	if v := m.desk.Turn().View(); v != nil {
		if old, ok := v.Of(row); ok && old.Plaza.PlazaID == id {
			c = old
		}
	}
	// The view may be a moment old; seats and place are as they stand now.
	c.Row, c.Plaza, c.Left, c.Place = row, p, max(0, p.Seats-s.Gone[p.Renipress]), m.desk.Plan().Index(p.PlazaID)+1
	if m.mode == releasing {
		line := layout.Fit("   "+p.Establishment+" · "+texts.Where(p.District, p.Province, p.Region), m.w-18, layout.Left, st.Glyphs.Ellipsis) +
			"  " + texts.TurnSeats(c.Left, p.Seats)
		return m.underCursor(i, line)
	}
	return m.underCursor(i, m.row(&c, m.w-1, true))
}

func (m *Model) underCursor(i int, line string) string {
	st := m.desk.Styles
	if i != m.found.cursor {
		return line
	}
	line = layout.Fit(line, m.w, layout.Left, "")
	return st.Selected.Render(st.Glyphs.Cursor + line[min(1, len(line)):])
}

// pasteLines asks for a list.
func (m *Model) pasteLines(h int) []string {
	st := m.desk.Styles
	label := texts.TurnPasteLabel
	lines := []string{
		widget.Rule(st, texts.TurnPasteTitle, m.w),
		" " + st.Prompt.Render(label) + m.input.Line(max(10, m.w-2-layout.Width(label))), "",
	}
	for _, text := range []string{texts.TurnPasteKeys, texts.TurnPasteNote} {
		lines = append(lines, layout.Indent(layout.Wrap(text, min(m.w-2, layout.ReadableWidth)))...)
	}
	return layout.Block(lines, m.w, h, "")
}

package comparing

import (
	"brujula/data/texts"
	"brujula/planner/workspace"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// markCells is what stands before every value: the mark of the best, or blanks.
const markCells = 2

// figures draws the measures side by side: a figure and its picture, the best of
// each marked, those in which all are alike in grey.
func (m *Model) figures(g geometry) []string {
	st := m.desk.Styles
	var out []string
	for i := range m.facts.Versus {
		v := &m.facts.Versus[i]
		if m.only && v.Equal() {
			continue
		}
		label := st.Muted.Render(texts.SideMeasure(int(v.Measure)))
		cells := make([]string, len(v.Values))
		for c := range v.Values {
			cells[c] = m.figure(v, c, g.column-markCells)
		}
		out = append(out, m.sideBySide(g, label, cells, v.Best)...)
		if v.Measure == workspace.ByChance {
			out = append(out, m.ranges(g, v)...)
		}
	}
	return out
}

// figure draws one value in a width.
func (m *Model) figure(v *workspace.Versus, c, w int) string {
	st := m.desk.Styles
	if v.Measure == workspace.ByChance && v.Fate[c] != workspace.FateOpen {
		fate := v.Fate[c]
		return st.FateStyle(fate == workspace.FateMine).Render(fate.Text())
	}
	if !v.Known[c] {
		return st.Muted.Render(texts.SideUnknown)
	}
	value, text, style := v.Values[c], "", theme.Style{}
	switch v.Measure {
	case workspace.ByChance:
		e := &v.Estimate[c]
		head := draw.ChanceText(st, e.Band, e.Chance)
		return head + "  " + draw.ChanceBar(st, e.Chance, max(0, w-layout.Width(head)-2))
	case workspace.ByReach:
		text = texts.SideTurn(int(value))
	case workspace.ByPoints:
		text = texts.Decimal(value)
	case workspace.ByRisk:
		if value > 0 {
			return st.RiskMark(int(value)) + " " + texts.SideSeverity(int(value))
		}
		text = texts.RiskHereNone
	case workspace.BySeats:
		text = texts.Thousands(int(value))
	}
	switch {
	case v.Equal() && len(v.Values) > 1:
		style = st.Muted
	case v.Best[c]:
		style = st.Strong
	}
	return style.Render(text)
}

// ranges draws the range of each chance under it.
func (m *Model) ranges(g geometry, v *workspace.Versus) []string {
	st := m.desk.Styles
	cells, told := make([]string, len(v.Values)), false
	for c := range cells {
		if e := &v.Estimate[c]; v.Known[c] && e.HasRange {
			text := layout.Fit(texts.PlanRange(e.Lo, e.Hi), rangeCells, layout.Left, "")
			cells[c] = st.Muted.Render(text) + draw.Span(st, e.Chance, e.Lo, e.Hi, true, max(0, g.column-markCells-rangeCells))
			told = true
		}
	}
	if !told {
		return nil
	}
	return m.sideBySide(g, st.Muted.Render(texts.SideRange), cells, nil)
}

// rangeCells is what a range takes in figures, with a blank: "98–>99 %".
const rangeCells = 9

// sideBySide sets a line of cells under or beside its label, the best marked.
func (m *Model) sideBySide(g geometry, label string, cells []string, best []bool) []string {
	st := m.desk.Styles
	blocks := [][]string{}
	if g.label > 0 {
		blocks = append(blocks, layout.Block([]string{label}, g.label, 1, st.Glyphs.Ellipsis))
	}
	for c, cell := range cells {
		mark := layout.Blank(markCells)
		if best != nil && best[c] {
			mark = st.Strong.Render(st.Glyphs.Best) + " "
		}
		blocks = append(blocks, layout.Block([]string{mark + cell}, g.column, 1, st.Glyphs.Ellipsis), layout.Block(nil, gap, 1, ""))
	}
	line := layout.Beside(blocks...)
	if g.label == 0 {
		return append([]string{layout.Cut(label, g.w, st.Glyphs.Ellipsis)}, line...)
	}
	return line
}

package comparing

import (
	"brujula/data/texts"
	"brujula/planner/side"
	"brujula/planner/workspace"
	"brujula/tui/draw"
	"brujula/tui/layout"
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
	text := side.Figure(v, c)
	switch {
	case v.Measure == workspace.ByChance && v.Fate[c] != workspace.FateOpen:
		return st.FateStyle(v.Fate[c] == workspace.FateMine).Render(text)
	case !v.Known[c]:
		return st.Muted.Render(text)
	case v.Measure == workspace.ByChance:
		e := &v.Estimate[c]
		head := draw.ChanceText(st, e.Band, e.Chance)
		return head + "  " + draw.ChanceBar(st, e.Chance, max(0, w-layout.Width(head)-2))
	case v.Measure == workspace.ByRisk && v.Values[c] > 0:
		return st.RiskMark(int(v.Values[c])) + " " + text
	case v.Equal() && len(v.Values) > 1:
		return st.Muted.Render(text)
	case v.Best[c]:
		return st.Strong.Render(text)
	}
	return text
}

// ranges draws the range of each chance under it.
func (m *Model) ranges(g geometry, v *workspace.Versus) []string {
	st := m.desk.Styles
	cells, told := make([]string, len(v.Values)), false
	for c := range cells {
		if text := side.Range(v, c); text != "" {
			e := &v.Estimate[c]
			text = layout.Fit(text, rangeCells, layout.Left, "")
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

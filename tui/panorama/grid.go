package panorama

import (
	"math"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/panorama"
	"brujula/tui/draw"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Widths of a grid, in cells.
const (
	gridLabel = 13
	labelMost = 26
	cellLeast = 7
	cellMost  = 22
	barsFrom  = 17 // width of a cell with a bar instead of one block
	barFigure = 6  // beside a bar
)

// gridWidths shares w cells out between the labels and the cells: the labels
// take what the longest needs, where the cells keep their least.
func gridWidths(w int, g *panorama.Grid) (label, cell int) {
	longest, heading, columns := gridLabel, 0, len(g.ColumnValues)+1
	for _, v := range g.RowValues {
		longest = max(longest, layout.Width(texts.PanoramaValue(g.Rows.Key(), v, false))+1)
	}
	for _, v := range g.ColumnValues {
		heading = max(heading, layout.Width(texts.PanoramaValue(g.Columns.Key(), v, false)))
	}
	label = max(gridLabel, min(longest, labelMost, w-columns*max(cellLeast, heading+1)))
	cell = min(max(cellLeast, (w-label)/columns), max(cellMost, heading+1))
	return label, cell
}

// fitFigure brings a figure to w cells: without the blanks between thousands
// where these do not fit, and never cut, which would make it another figure.
func fitFigure(text string, w int) string {
	if layout.Width(text) > w {
		text = strings.ReplaceAll(text, "\u00a0", "")
	}
	if layout.Width(text) > w {
		text = strings.Repeat("#", w)
	}
	return layout.Fit(text, w, layout.Right, "")
}

// gridState is the cursor in a grid and the first row in view.
type gridState struct{ row, column, top int }

func (s *gridState) clamp(g *panorama.Grid) {
	s.row = min(max(s.row, 0), max(0, len(g.RowValues)-1))
	s.column = min(max(s.column, 0), max(0, len(g.ColumnValues)-1))
}

func (s *gridState) move(rows, columns int, g *panorama.Grid) {
	s.row, s.column = s.row+rows, s.column+columns
	s.clamp(g)
}

func (s *gridState) key(k tea.KeyMsg, nav *keys.Navigation, g *panorama.Grid) {
	all := len(g.RowValues)
	for _, step := range []struct {
		binding       keys.Binding
		rows, columns int
	}{
		{nav.Up, -1, 0},
		{nav.Down, 1, 0},
		{nav.Left, 0, -1},
		{nav.Right, 0, 1},
		{nav.Top, -all, 0},
		{nav.Bottom, all, 0},
		{nav.PageUp, -10, 0},
		{nav.PageDown, 10, 0},
		{nav.HalfUp, -5, 0},
		{nav.HalfDown, 5, 0},
		{nav.FirstField, 0, -all},
		{nav.LastField, 0, all},
	} {
		if step.binding.Matches(k) {
			s.move(step.rows, step.columns, g)
			return
		}
	}
}

// values returns the row and column under the cursor.
func (s *gridState) values(g *panorama.Grid) (row, column string, ok bool) {
	if len(g.RowValues) == 0 || len(g.ColumnValues) == 0 {
		return "", "", false
	}
	return g.RowValues[s.row], g.ColumnValues[s.column], true
}

// lines draws the grid: a figure in each cell and beside it a block that grows
// with it, so that the eye finds the high ones without colour.
func (s *gridState) lines(m *Model, w, h int) []string {
	g, st := &m.content.Grid, m.desk.Styles
	s.clamp(g)
	label, cell := gridWidths(w, g)
	rows := max(1, h-2)
	s.top = min(max(s.top, s.row-rows+1), s.row)
	head := layout.Blank(label)
	for _, v := range g.ColumnValues {
		head += m.gridHeading(texts.PanoramaValue(g.Columns.Key(), v, false), cell)
	}
	head += layout.Fit(texts.PanoramaTotal, cell-1, layout.Right, "")
	out := []string{st.Header.Render(layout.Fit(head, w, layout.Left, st.Glyphs.Ellipsis))}
	most := s.most(g, m.shown())
	for i := s.top; i < min(len(g.RowValues), s.top+rows); i++ {
		out = append(out, s.line(m, i, most, label, cell))
	}
	last := layout.Fit(texts.PanoramaTotal, label, layout.Left, "")
	for i := range g.ColumnTotals {
		last += m.gridHeading(fitFigure(m.shown().Text(&g.ColumnTotals[i]), min(cell-1, barFigure+1)), cell)
	}
	last += fitFigure(m.shown().Text(&g.Total), cell-1)
	return append(out, st.Strong.Render(last))
}

func (s *gridState) line(m *Model, row int, most float64, labelWidth, width int) string {
	g, st := &m.content.Grid, m.desk.Styles
	label := layout.Fit(texts.PanoramaValue(g.Rows.Key(), g.RowValues[row], false), labelWidth-1, layout.Left, st.Glyphs.Ellipsis)
	if row == s.row {
		label = st.Strong.Render(label)
	}
	var b strings.Builder
	b.WriteString(label + " ")
	for column := range g.ColumnValues {
		cell := &g.Cells[row][column]
		figure := fitFigure(m.gridText(cell), width-3)
		block := st.Chart.Render(level(st.Glyphs.Levels, m.shown().Of(cell), most))
		if width >= barsFrom {
			figure = fitFigure(m.gridText(cell), barFigure)
			block = " " + gridBar(st, m.shown().Of(cell), most, width-3-barFigure)
		}
		if row == s.row && column == s.column {
			b.WriteString(st.Selected.Render("[" + figure + block + "]"))
			continue
		}
		b.WriteString(" " + figure + block + " ")
	}
	return b.String() + fitFigure(m.shown().Text(&g.RowTotals[row]), width-1)
}

// gridHeading writes the heading of a column, or its total, over its figures.
func (m *Model) gridHeading(text string, cell int) string {
	switch {
	case cell >= barsFrom && layout.Width(text) <= barFigure+1:
		return layout.Fit(layout.Fit(text, barFigure+1, layout.Right, ""), cell, layout.Left, "")
	case cell >= barsFrom:
		return layout.Fit(" "+text, cell-1, layout.Left, m.desk.Styles.Glyphs.Ellipsis) + " "
	}
	return layout.Fit(text, cell-1, layout.Right, m.desk.Styles.Glyphs.Ellipsis) + " "
}

// gridBar draws a figure as a bar of at most w cells; nothing for none.
func gridBar(st *theme.Styles, value, most float64, w int) string {
	if math.IsNaN(value) || most <= 0 {
		return layout.Blank(w)
	}
	return draw.Bar(st, value/most, w, st.Chart)
}

// gridText leaves a cell without plazas empty: nothing is offered there.
func (m *Model) gridText(c *panorama.Cell) string {
	if c.Plazas == 0 {
		return m.desk.Styles.Glyphs.Dot
	}
	return m.shown().Text(c)
}

// alike returns the one figure that all cells with a figure have; "" where they
// differ, or are fewer than two.
func (s *gridState) alike(g *panorama.Grid, measure panorama.Measure) string {
	one, cells := "", 0
	for i := range g.Cells {
		for j := range g.Cells[i] {
			c := &g.Cells[i][j]
			if c.Plazas == 0 || math.IsNaN(measure.Of(c)) {
				continue
			}
			text := measure.Text(c)
			if cells++; cells > 1 && text != one {
				return ""
			}
			one = text
		}
	}
	if cells < 2 {
		return ""
	}
	return one
}

// most is the highest figure of the cells; that of shares is 1.
func (s *gridState) most(g *panorama.Grid, measure panorama.Measure) float64 {
	if measure == panorama.MeasureShare || measure == panorama.MeasureMedian {
		return 1
	}
	most := 0.0
	for i := range g.Cells {
		for j := range g.Cells[i] {
			if v := measure.Of(&g.Cells[i][j]); v > most {
				most = v
			}
		}
	}
	return most
}

// level returns the block for a figure; nothing for none.
func level(levels []string, value, most float64) string {
	if math.IsNaN(value) || value <= 0 || most <= 0 {
		return " "
	}
	at := int(math.Ceil(value / most * float64(len(levels)-1)))
	return levels[min(max(at, 1), len(levels)-1)]
}

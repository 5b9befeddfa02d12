package widget

import (
	"math"
	"strings"

	"brujula/data/texts"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// axisWidth is the scale on the left of a chart: "100 ┤".
const axisWidth = 5

// Curve is a chance over rank, to be drawn.
type Curve struct {
	// Chance gives the chance, 0 to 1, at a rank from 1 to Last.
	Chance func(rank float64) float64
	Last   int  // the last rank of the line
	Mine   int  // the rank that one looks from, marked; 0 for none
	Tried  bool // it is not the user's own
}

// Chart draws the curve as columns of blocks in the colours of their bands, in
// exactly h lines of w cells: the scale in per cent on the left; under it my rank
// with the chance there, the ranks up to which the chance is 80 and 50 %, and the
// ends of the line. The user's column is a line, so that it is found without
// colour. It needs three lines and axisWidth+10 cells; less gives blank lines.
func (c Curve) Chart(st *theme.Styles, w, h int) []string {
	plotW, plotH := w-axisWidth, h-1
	if plotW < 10 || plotH < 2 || c.Last < 1 || c.Chance == nil {
		return layout.Block(nil, w, h, "")
	}
	columns := make([]column, plotW)
	mine := c.column(float64(c.Mine), plotW)
	for x := range columns {
		chance := c.Chance(c.rank(x, plotW))
		columns[x] = column{steps(chance, plotH*(len(st.Glyphs.Levels)-1)), draw.BandStyle(st, chance)}
	}
	lines := make([]string, 0, h)
	for y := range plotH {
		lines = append(lines, scale(st, y, plotH)+curveLine(st, columns, plotH-1-y, mine))
	}
	return append(lines, layout.Blank(axisWidth)+c.foot(st, plotW, mine))
}

// column is one column of a chart: its height in parts of a cell.
type column struct {
	height int
	style  theme.Style
}

// rank returns the rank that stands in the middle of a column.
func (c Curve) rank(column, plotW int) float64 {
	return 1 + (float64(column)+0.5)*float64(c.Last-1)/float64(plotW)
}

// column returns the column of a rank; -1 for none.
func (c Curve) column(rank float64, plotW int) int {
	if rank < 1 {
		return -1
	}
	at := int((rank - 1) / math.Max(1, float64(c.Last-1)) * float64(plotW))
	return min(max(at, 0), plotW-1)
}

// steps brings a chance to a whole number of parts; what is not a number is 0.
func steps(p float64, parts int) int {
	if math.IsNaN(p) {
		return 0
	}
	return int(math.Round(math.Min(math.Max(p, 0), 1) * float64(parts)))
}

// curveLine draws one line of the plot, cells from the bottom counted by level.
// Neighbours of one style share it.
func curveLine(st *theme.Styles, columns []column, level, mine int) string {
	parts := len(st.Glyphs.Levels) - 1
	var line, run strings.Builder
	var style theme.Style
	add := func(cell string, of theme.Style) {
		if of != style {
			line.WriteString(style.Render(run.String()))
			run.Reset()
			style = of
		}
		run.WriteString(cell)
	}
	for x, c := range columns {
		if x == mine {
			add(st.Glyphs.Vertical, st.Mine)
			continue
		}
		add(st.Glyphs.Levels[min(max(c.height-level*parts, 0), parts)], c.style)
	}
	line.WriteString(style.Render(run.String()))
	return line.String()
}

// scale draws the left side of line y of h: 100 at the top, 0 at the bottom,
// 50 in the middle where there is one.
func scale(st *theme.Styles, y, h int) string {
	label, tick := "", st.Glyphs.Vertical
	switch {
	case y == 0:
		label = "100"
	case y == h-1:
		label = "0"
	case h >= 5 && y == (h-1)/2 && h%2 == 1:
		label = "50"
	}
	if label != "" {
		tick = st.Glyphs.Axis
	}
	return st.Axis.Render(layout.Fit(label, axisWidth-2, layout.Right, "") + " " + tick)
}

// ends draws the line under a chart of several curves: my rank and the ends.
func (c Curve) ends(st *theme.Styles, plotW, mine int) string {
	l := draw.NewLabels(plotW)
	if mine >= 0 {
		sign, style := st.Stand(c.Tried)
		l.Put(sign+" "+texts.ChartMine(c.Mine), mine, style)
	}
	c.putEnd(st, l)
	l.Put("1", 0, st.Axis)
	return l.String()
}

// putEnd names the end of the line: the rank at which the last seat goes, which is
// more than the seats, since not all in the line take one.
func (c Curve) putEnd(st *theme.Styles, l *draw.Labels) {
	if !l.PutEnd(texts.LineEnd(c.Last), st.Axis) {
		l.PutEnd(texts.Thousands(c.Last), st.Axis)
	}
}

// foot draws the line under the chart, the most important first.
func (c Curve) foot(st *theme.Styles, plotW, mine int) string {
	l := draw.NewLabels(plotW)
	if mine >= 0 {
		sign, style := st.Stand(c.Tried)
		l.Put(sign+" "+texts.ChartHere(c.Mine, c.Chance(float64(min(c.Mine, c.Last)))), mine, style)
	}
	for _, chance := range []float64{0.8, 0.5} {
		if rank, ok := c.until(chance); ok {
			l.Put(texts.ChartUntil(chance, rank), c.column(float64(rank), plotW), st.Axis)
		}
	}
	c.putEnd(st, l)
	l.Put("1", 0, st.Axis)
	return l.String()
}

// until returns the last rank at which the chance is at least so much; ok is false
// where it never is, or always.
func (c Curve) until(chance float64) (rank int, ok bool) {
	if c.Chance(1) < chance || c.Chance(float64(c.Last)) >= chance {
		return 0, false
	}
	low, high := 1, c.Last // the chance falls with the rank
	for high-low > 1 {
		if middle := (low + high) / 2; c.Chance(float64(middle)) >= chance {
			low = middle
		} else {
			high = middle
		}
	}
	return low, true
}

// Curves draws up to four curves in one chart: as lines of dots in their own
// colours, each with its letter (A, B, C, D) where it falls through even odds;
// under ascii as lines of their letters. Where two meet, the first one stands.
// Ranks and the user's own are as in Chart.
func Curves(st *theme.Styles, curves []Curve, w, h int) []string {
	plotW, plotH := w-axisWidth, h-1
	if plotW < 10 || plotH < 2 || len(curves) == 0 {
		return layout.Block(nil, w, h, "")
	}
	mine := curves[0].column(float64(curves[0].Mine), plotW)
	foot := layout.Blank(axisWidth) + curves[0].ends(st, plotW, mine)
	if st.Graphics() != draw.ASCII {
		return append(withScale(st, lineCurves(st, curves[:min(len(curves), 4)], plotW, plotH)), foot)
	}
	grid := make([][]byte, plotH)
	for y := range grid {
		grid[y] = []byte(layout.Blank(plotW))
	}
	for i := min(len(curves), 4) - 1; i >= 0; i-- {
		plotLine(grid, curves[i], byte('A'+i))
	}
	lines := make([]string, 0, h)
	for y, row := range grid {
		lines = append(lines, scale(st, y, plotH)+setOffColumn(st, string(row), mine))
	}
	return append(lines, foot)
}

// plotLine marks the curve's cell in each column, and those between it and the
// column before, so that a steep curve stays a line.
func plotLine(grid [][]byte, c Curve, letter byte) {
	if c.Chance == nil || c.Last < 1 {
		return
	}
	bottom, plotW := len(grid)-1, len(grid[0])
	last := -1
	for x := range plotW {
		y := bottom - steps(c.Chance(c.rank(x, plotW)), bottom)
		from, to := y, y
		if last >= 0 && last < y-1 {
			from = last + 1
		}
		for ; from <= to; from++ {
			grid[from][x] = letter
		}
		last = y
	}
}

// setOffColumn marks the user's column: a vertical line where it is empty.
func setOffColumn(st *theme.Styles, row string, mine int) string {
	if mine < 0 {
		return row
	}
	own := row[mine : mine+1]
	if own == " " {
		own = st.Axis.Render(st.Glyphs.Vertical)
	} else {
		own = st.Mine.Render(own)
	}
	return row[:mine] + own + row[mine+1:]
}

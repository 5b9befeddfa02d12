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
	Last   int // the last rank of the line
	Mine   int // the user's rank, marked; 0 for none
}

// Chart draws the curve as columns of blocks in exactly h lines of w cells:
// the scale in per cent on the left, the ranks under it. The user's rank is
// set off, and named with an arrow under the chart, so that it is seen without
// colour too. It needs three lines and axisWidth+10 cells; less gives blank
// lines.
func (c Curve) Chart(st *theme.Styles, w, h int) []string {
	plotW, plotH := w-axisWidth, h-1
	if plotW < 10 || plotH < 2 || c.Last < 1 || c.Chance == nil {
		return layout.Block(nil, w, h, "")
	}
	heights := c.heights(plotW, plotH, len(st.Glyphs.Levels)-1)
	mine := c.column(float64(c.Mine), plotW)
	lines := make([]string, 0, h)
	for y := range plotH {
		lines = append(lines, scale(st, y, plotH)+curveLine(st, heights, plotH-1-y, mine))
	}
	return append(lines, layout.Fit(c.ranks(st, plotW, mine), w, layout.Left, ""))
}

// rank gives the rank that stands in the middle of a column.
func (c Curve) rank(column, plotW int) float64 {
	return 1 + (float64(column)+0.5)*float64(c.Last-1)/float64(plotW)
}

// column gives the column of a rank; -1 for none.
func (c Curve) column(rank float64, plotW int) int {
	if rank < 1 {
		return -1
	}
	at := int((rank - 1) / math.Max(1, float64(c.Last-1)) * float64(plotW))
	return min(max(at, 0), plotW-1)
}

// heights gives each column's height in parts of a cell. The user's own column
// shows the chance at exactly the user's rank.
func (c Curve) heights(plotW, plotH, parts int) []int {
	out := make([]int, plotW)
	for x := range out {
		out[x] = steps(c.Chance(c.rank(x, plotW)), plotH*parts)
	}
	if mine := c.column(float64(c.Mine), plotW); mine >= 0 {
		out[mine] = steps(c.Chance(float64(min(c.Mine, c.Last))), plotH*parts)
	}
	return out
}

// steps brings a chance to a whole number of parts; what is not a number is 0.
func steps(p float64, parts int) int {
	if math.IsNaN(p) {
		return 0
	}
	return int(math.Round(math.Min(math.Max(p, 0), 1) * float64(parts)))
}

// curveLine draws one line of the plot, cells from the bottom counted by level.
func curveLine(st *theme.Styles, heights []int, level, mine int) string {
	parts := len(st.Glyphs.Levels) - 1
	var before, after strings.Builder
	own := ""
	for x, height := range heights {
		cell := st.Glyphs.Levels[min(max(height-level*parts, 0), parts)]
		switch {
		case x < mine:
			before.WriteString(cell)
		case x == mine:
			if cell == " " { // a line up from the column, so that it is found without colour
				cell = st.Glyphs.Vertical
			}
			own = st.Mine.Render(cell)
		default:
			after.WriteString(cell)
		}
	}
	return st.Chart.Render(before.String()) + own + st.Chart.Render(after.String())
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

// ranks draws the line under the chart: the first and last rank, and the
// user's own under its column. The user's comes first where there is no room
// for all.
func (c Curve) ranks(st *theme.Styles, plotW, mine int) string {
	room := axisWidth + plotW
	line := []rune(layout.Blank(room))
	put := func(text string, at int) {
		r := []rune(text)
		at = min(max(at, 0), room-len(r))
		for i := max(0, at-1); i < min(room, at+len(r)+1); i++ {
			if line[i] != ' ' {
				return
			}
		}
		copy(line[at:], r)
	}
	if mine >= 0 {
		label := st.Glyphs.Ascending + " " + texts.ChartMine(c.Mine)
		at := axisWidth + mine
		if at+len([]rune(label)) > room { // to the left of its arrow when the right is too short
			label = texts.ChartMine(c.Mine) + " " + st.Glyphs.Ascending
			at = axisWidth + mine - len([]rune(label)) + 1
		}
		put(label, at)
	}
	put("1", axisWidth)
	put(texts.Thousands(c.Last), room)
	return string(line)
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
	foot := layout.Fit(curves[0].ranks(st, plotW, mine), w, layout.Left, "")
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

package widget

import (
	"math"
	"strconv"
	"strings"

	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Bar draws a share, 0 to 1, as a bar in exactly w cells.
func Bar(st *theme.Styles, share float64, w int) string {
	if w <= 0 {
		return ""
	}
	full := steps(share, w)
	if full == 0 && share > 0 { // what there is, is seen
		full = 1
	}
	return st.Chart.Render(strings.Repeat(st.Glyphs.Bar, full)) + st.Muted.Render(strings.Repeat(st.Glyphs.BarEmpty, w-full))
}

// PartBar draws in exactly w cells a share, 0 to 1, and full in it the part that
// counts; part is at most share.
func PartBar(st *theme.Styles, part, share float64, w int) string {
	if w <= 0 {
		return ""
	}
	all := atLeastOne(steps(share, w), share, w)
	full := min(all, atLeastOne(steps(part, w), part, w))
	return st.Chart.Render(strings.Repeat(st.Glyphs.Bar, full)) + st.Chart.Render(strings.Repeat(st.Glyphs.BarEmpty, all-full)) + layout.Blank(w-all)
}

// BarRow is one line of a bar chart.
type BarRow struct {
	Label string
	Value float64
	Note  string      // the figure in words, beside the bar
	Style theme.Style // of the label; the zero value leaves it plain
}

// Bars draws a bar for each row, in w cells: label, bar, note. The longest
// value fills its bar.
func Bars(st *theme.Styles, rows []BarRow, w int) []string {
	label, note, most := 0, 0, 0.0
	for _, r := range rows {
		label = max(label, layout.Width(r.Label))
		note = max(note, layout.Width(r.Note))
		most = math.Max(most, r.Value)
	}
	label = min(label, w/2)
	room := max(0, w-label-note-2)
	out := make([]string, len(rows))
	for i, r := range rows {
		share := 0.0
		if most > 0 {
			share = r.Value / most
		}
		bar := layout.Fit(st.Chart.Render(strings.Repeat(st.Glyphs.Stroke, atLeastOne(steps(share, room), r.Value, room))), room, layout.Left, "")
		name := r.Style.Render(layout.Fit(r.Label, label, layout.Left, st.Glyphs.Ellipsis))
		out[i] = layout.Fit(name+" "+bar+" "+layout.Fit(r.Note, note, layout.Right, ""), w, layout.Left, "")
	}
	return out
}

// atLeastOne keeps a value that is not nothing in view.
func atLeastOne(cells int, value float64, room int) int {
	if cells == 0 && value > 0 && room > 0 {
		return 1
	}
	return cells
}

// Progress draws how far a task is in exactly w cells: words, and a bar where
// the end is known and there is room.
func Progress(st *theme.Styles, label string, done, total, w int) string {
	text := texts.ProgressOf(label, done, total)
	room := min(40, w-layout.Width(text)-2)
	if total <= 0 || room < 8 {
		return layout.Fit(text, w, layout.Left, st.Glyphs.Ellipsis)
	}
	return layout.Fit(text+"  "+Bar(st, float64(done)/float64(total), room), w, layout.Left, "")
}

// Bin is one group of chances of like size: what was promised on average, and
// how often it came true, with the range of that frequency.
type Bin struct {
	Predicted, Observed, Lo, Hi float64
	Count                       int
}

// Reliability draws promised (across) against observed (upwards) chances in
// exactly h lines of w cells. On the dotted diagonal what is promised is what
// happens. Each bin is a mark with its range as a vertical line.
func Reliability(st *theme.Styles, bins []Bin, w, h int) []string {
	plotW, plotH := w-axisWidth, h-2
	if plotW < 10 || plotH < 4 {
		return layout.Block(nil, w, h, "")
	}
	grid := make([][]string, plotH)
	for y := range grid {
		grid[y] = make([]string, plotW)
		for x := range grid[y] {
			grid[y][x] = " "
		}
	}
	for x := range plotW {
		y := plotH - 1 - steps(float64(x)/float64(plotW-1), plotH-1)
		grid[y][x] = st.Axis.Render(st.Glyphs.Dot)
	}
	for _, b := range bins {
		plotBin(st, grid, b)
	}
	lines := make([]string, 0, h)
	for y, row := range grid {
		lines = append(lines, quarters(st, y, plotH)+strings.Join(row, ""))
	}
	return append(lines, reliabilityFoot(st, plotW, w)...)
}

// quarters draws the left side of line y of h with every quarter that has a line
// of its own.
func quarters(st *theme.Styles, y, h int) string {
	for q := range 5 {
		if (h-1)%4 == 0 && h-1-y == (h-1)/4*q {
			return st.Axis.Render(layout.Fit(strconv.Itoa(25*q), axisWidth-2, layout.Right, "") + " " + st.Glyphs.Axis)
		}
	}
	return scale(st, y, h)
}

func plotBin(st *theme.Styles, grid [][]string, b Bin) {
	if b.Count == 0 {
		return
	}
	bottom := len(grid) - 1
	x := steps(b.Predicted, len(grid[0])-1)
	for y := bottom - steps(b.Hi, bottom); y <= bottom-steps(b.Lo, bottom); y++ {
		grid[y][x] = st.Chart.Render(st.Glyphs.Vertical)
	}
	grid[bottom-steps(b.Observed, bottom)][x] = st.Strong.Render(st.Glyphs.Mark)
}

func reliabilityFoot(st *theme.Styles, plotW, w int) []string {
	ends := ""
	for q := range 5 {
		label := strconv.Itoa(25 * q)
		at := steps(float64(q)/4, plotW-1) - len(label)/2
		ends += layout.Blank(min(max(at, 0), plotW-len(label))-len(ends)) + label
	}
	words := texts.ChartPredicted + " " + st.Glyphs.After + "   " + texts.ChartObserved + " " + st.Glyphs.Up
	return []string{
		layout.Fit(layout.Blank(axisWidth)+st.Axis.Render(layout.Cut(ends, plotW, "")), w, layout.Left, ""),
		layout.Fit(layout.Blank(axisWidth)+st.Muted.Render(layout.Cut(words, plotW, "")), w, layout.Left, ""),
	}
}

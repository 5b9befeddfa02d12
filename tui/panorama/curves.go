package panorama

import (
	"strings"
	"unicode/utf8"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/tui/layout"
	"brujula/tui/table"
	"brujula/tui/theme"
)

// sparkWidth is a curve drawn in one line.
const sparkWidth = 20

// Sizes of the chart, in cells: from which height on the table comes first, how
// high it grows, and how wide.
const (
	chartLow, chartHigh = 16, 28
	chartWide           = 140
)

// showCurves makes the table of the curves.
func (m *Model) showCurves() {
	c := m.content
	if m.table == nil {
		columns := []table.Column{
			{ID: "valor", Title: texts.FacetTitle(c.View.Dim.Key()), Min: 13, Ideal: 14, Max: 20, Frozen: true},
			{ID: "cupos", Title: texts.ColumnSeatsLong, Min: 6, Align: layout.Right},
		}
		for _, mark := range panorama.Marks() {
			columns = append(columns, table.Column{ID: texts.CurveAt(mark), Title: texts.CurveAt(mark), Min: 5, Align: layout.Right})
		}
		columns = append(columns, table.Column{ID: "curva", Min: sparkWidth, Priority: 1})
		m.table = table.New[string](m.desk.Styles, columns)
		m.table.Focused = true
	}
	m.table.Empty = texts.PanoramaNoCurves
	m.table.SetRows(&curveRows{model: m, curves: c.Curves})
}

// curveRows is the source of the table.
type curveRows struct {
	model  *Model
	curves []panorama.Curve
}

// Len counts the curves.
func (r *curveRows) Len() int { return len(r.curves) }

// ID gives the value of a curve.
func (r *curveRows) ID(row int) string { return r.curves[row].Value }

// Cells writes the figures of a curve.
func (r *curveRows) Cells(row int, out []string) {
	c := &r.curves[row]
	out[0] = texts.PanoramaValue(r.model.content.View.Dim.Key(), c.Value, false)
	out[1] = texts.Thousands(c.Seats)
	for i, gone := range c.At(panorama.Marks()) {
		out[2+i] = texts.PanoramaRound(gone)
	}
	out[len(out)-1] = r.spark(c)
}

func (r *curveRows) spark(c *panorama.Curve) string {
	st := r.model.desk.Styles
	var b strings.Builder
	for x := range sparkWidth {
		b.WriteString(level(st.Glyphs.Levels, c.Gone((float64(x)+1)/sparkWidth), 1))
	}
	return st.Chart.Render(b.String())
}

// chartHeight is the room of the chart over the table of curves: none in a low
// window.
func (m *Model) chartHeight() int {
	h := m.body().h
	rows := 1
	if m.content != nil {
		rows += min(len(m.content.Curves), 8)
	}
	if len(m.content.Curves) == 0 || h-rows < 8 {
		return 0
	}
	// The table shows all of its rows where the chart stays high enough beside it.
	return min(max(min(h-rows, chartLow), h-1-len(m.content.Curves)), chartHigh)
}

// curveLines draws the chart over the table.
func (m *Model) curveLines(w, h int) []string {
	var lines []string
	if top := m.chartHeight(); top > 0 {
		lines = layout.Block(m.chart(w, top-1), w, top, "")
	}
	return layout.Block(append(lines, m.table.Lines()...), w, h, m.desk.Styles.Glyphs.Ellipsis)
}

// drawn is a curve of the chart with the sign that it is drawn in.
type drawn struct {
	curve *panorama.Curve
	sign  rune
	label string
	style theme.Style
}

// onChart chooses the curves of the chart, the one on top first: of grades all,
// each as its digit and in its colour, the one under the cursor as a thick
// line; else the one under the cursor against all together.
func (m *Model) onChart() []drawn {
	c := m.content
	if c.View.Dim == catalog.DimGrade {
		return m.gradesOnChart()
	}
	value, _ := m.table.Current()
	out := []drawn{}
	for i := range c.Curves {
		if c.Curves[i].Value == value {
			out = append(out, drawn{&c.Curves[i], 'A', texts.PanoramaValue(c.View.Dim.Key(), value, false), m.desk.Styles.Chart})
		}
	}
	return append(out, drawn{&c.Whole, '.', texts.PanoramaWhole, m.desk.Styles.Muted})
}

func (m *Model) gradesOnChart() []drawn {
	c, st := m.content, m.desk.Styles
	value, _ := m.table.Current()
	thick, _ := utf8.DecodeRuneInString(st.Glyphs.Bar)
	var out []drawn
	for i := range c.Curves {
		v := c.Curves[i].Value
		if v == "" {
			continue
		}
		one := drawn{&c.Curves[i], rune(v[0]), texts.PanoramaValue(c.View.Dim.Key(), v, false), st.BandStyle(i)}
		if v == value {
			one.sign, one.style = thick, st.Strong
			out = append([]drawn{one}, out...)
			continue
		}
		out = append(out, one)
	}
	return out
}

// chart draws the share of seats gone over the share of the line that has
// chosen, in h lines of w cells; the own place in the line is a vertical line.
func (m *Model) chart(w, h int) []string {
	st := m.desk.Styles
	const axis = 5
	plotW, plotH := min(w-axis-1-layout.Width(texts.PanoramaCurveAxis), chartWide), h-2
	if plotW < 20 || plotH < 3 {
		return nil
	}
	grid := make([][]rune, plotH)
	for y := range grid {
		grid[y] = []rune(layout.Blank(plotW))
	}
	mine, rank := m.mine(plotW)
	for y := range grid {
		if mine >= 0 {
			grid[y][mine] = '|'
		}
	}
	on := m.onChart()
	style := map[rune]theme.Style{'|': st.Mine}
	for i := len(on) - 1; i >= 0; i-- {
		plot(grid, on[i])
		style[on[i].sign] = on[i].style
	}
	lines := make([]string, 0, h)
	for y, row := range grid {
		lines = append(lines, st.Axis.Render(scale(y, plotH)+st.Glyphs.Axis)+styled(row, style))
	}
	foot := layout.Fit("0 %", plotW/2-2, layout.Left, "") + layout.Fit("50 %", plotW-plotW/2-3, layout.Left, "") + "100 %"
	lines = append(lines, layout.Blank(axis)+st.Axis.Render(layout.Cut(foot+" "+texts.PanoramaCurveAxis, w-axis, st.Glyphs.Ellipsis)))
	var key []string
	for _, d := range on {
		key = append(key, d.style.Render(string(d.sign)+" "+d.label))
	}
	if mine >= 0 {
		key = append(key, "| "+texts.CurveMine(rank))
	}
	return append(lines, layout.Cut(layout.Blank(axis)+strings.Join(key, "  "), w, st.Glyphs.Ellipsis))
}

// styled draws a row of the chart, each run of one sign in its style.
func styled(row []rune, style map[rune]theme.Style) string {
	var b strings.Builder
	for from := 0; from < len(row); {
		to := from + 1
		for to < len(row) && row[to] == row[from] {
			to++
		}
		run := string(row[from:to])
		if st, ok := style[row[from]]; ok {
			run = st.Render(run)
		}
		b.WriteString(run)
		from = to
	}
	return b.String()
}

// mine gives the column of the own place in the line, where the curves are of
// one paid line and the rank is known; −1 else.
func (m *Model) mine(plotW int) (column, rank int) {
	s := m.content.Scope
	look, _ := m.desk.Look()
	view := m.desk.Est.Lines[data.Remunerada]
	if s.Modality != data.Remunerada || s.Profession != look.Profession || m.content.Takers == 0 || view == nil || !view.Known {
		return -1, 0
	}
	at := int(view.K / float64(m.content.Takers) * float64(plotW))
	if at >= plotW {
		return -1, 0
	}
	return at, look.Rank
}

// scale labels the lines of the chart from 100 % to 0 %.
func scale(y, h int) string {
	switch y {
	case 0:
		return "100 "
	case h - 1:
		return "  0 "
	case (h - 1) / 2:
		if h%2 == 1 {
			return " 50 "
		}
	}
	return "    "
}

// plot draws one curve, column by column; a steep rise is drawn as a line.
func plot(grid [][]rune, d drawn) {
	bottom, width := len(grid)-1, len(grid[0])
	last := bottom
	for x := range width {
		y := bottom - int(d.curve.Gone((float64(x)+0.5)/float64(width))*float64(bottom)+0.5)
		for at := y; at < max(last, y+1); at++ {
			grid[at][x] = d.sign
		}
		last = y
	}
}

package panorama

import (
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/tui/draw"
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

// showCurves makes the table of the curves: each as a line of what is left, and
// what is left at some moments in figures.
func (m *Model) showCurves() {
	c := m.content
	if m.table == nil {
		columns := []table.Column{
			{ID: "valor", Title: texts.FacetTitle(c.View.Dim.Key()), Min: 13, Ideal: 14, Max: 20, Frozen: true},
			{ID: "cupos", Title: texts.FieldSeats, Min: 6, Align: layout.Right},
			{ID: "curva", Title: texts.ColumnLeft, Min: sparkWidth, Picture: true},
		}
		for _, mark := range panorama.Marks() {
			columns = append(columns, table.Column{ID: texts.CurveAt(mark), Title: texts.CurveAt(mark), Min: 5, Align: layout.Right, Priority: 1})
		}
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

// ID returns the value of a curve.
func (r *curveRows) ID(row int) string { return r.curves[row].Value }

// Cells writes the figures of a curve.
func (r *curveRows) Cells(row int, out []string) {
	c := &r.curves[row]
	out[0] = texts.PanoramaValue(r.model.content.View.Dim.Key(), c.Value, false)
	out[1] = texts.Thousands(c.Seats)
	out[2] = r.spark(c)
	for i, gone := range c.At(panorama.Marks()) {
		out[3+i] = texts.PanoramaRound(1 - gone)
	}
}

func (r *curveRows) spark(c *panorama.Curve) string {
	st := r.model.desk.Styles
	var b strings.Builder
	for x := range sparkWidth {
		b.WriteString(level(st.Glyphs.Levels, 1-c.Gone((float64(x)+1)/sparkWidth), 1))
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

// drawn is a curve of the chart with the sign that stands on its line.
type drawn struct {
	curve *panorama.Curve
	sign  string
	label string
	style theme.Style
}

// onChart chooses the curves of the chart, the one on top first: of grades all,
// each with its digit and in its colour, the one under the cursor in bold; else
// the one under the cursor against all together.
func (m *Model) onChart() []drawn {
	c, st := m.content, m.desk.Styles
	dim := c.View.Dim.Key()
	value, _ := m.table.Current()
	var out []drawn
	for i := range c.Curves {
		v := c.Curves[i].Value
		one := drawn{&c.Curves[i], st.Glyphs.Mark, texts.PanoramaValue(dim, v, false), st.Chart}
		switch {
		case c.View.Dim == catalog.DimGrade && v != "":
			one.sign, one.style = v[:1], st.BandStyle(i)
			if v == value {
				one.style = st.Strong
				out = append([]drawn{one}, out...)
				continue
			}
			out = append(out, one)
		case v == value:
			out = append(out, one, drawn{&c.Whole, st.Glyphs.Dot, texts.PanoramaWhole, st.Muted})
		}
	}
	return out
}

// chart draws the share of seats that is left over the share of the line that
// has chosen, in h lines of w cells; the own place in the line is a vertical
// line.
func (m *Model) chart(w, h int) []string {
	st := m.desk.Styles
	const axis = 5
	plotW, plotH := min(w-axis-1-layout.Width(texts.PanoramaCurveAxis), chartWide), h-2
	if plotW < 20 || plotH < 3 {
		return nil
	}
	canvas := draw.NewCanvas(st.Graphics(), plotW, plotH)
	on := m.onChart()
	mine, rank := m.mine(plotW)
	styles := make([]theme.Style, len(on), len(on)+1)
	for i := range on {
		styles[i] = on[i].style
		plot(canvas, &on[i], i)
	}
	if mine >= 0 {
		for y := range plotH {
			canvas.Sign(mine, y, st.Glyphs.Vertical, draw.Ink(len(on)))
		}
		styles = append(styles, st.Mine)
	}
	lines := make([]string, 0, h)
	for y, row := range canvas.Lines(styles) {
		lines = append(lines, st.Axis.Render(scale(y, plotH)+st.Glyphs.Axis)+row)
	}
	foot := layout.Fit("0 %", plotW/2-2, layout.Left, "") + layout.Fit("50 %", plotW-plotW/2-3, layout.Left, "") + "100 %"
	lines = append(lines, layout.Blank(axis)+st.Axis.Render(layout.Cut(foot+" "+texts.PanoramaCurveAxis, w-axis, st.Glyphs.Ellipsis)))
	key := data.Map(on, func(d drawn) string { return d.style.Render(d.sign + " " + d.label) })
	if mine >= 0 {
		sign, style := st.Stand(m.desk.Tried())
		key = append(key, style.Render(st.Glyphs.Vertical+" "+texts.CurveMine(rank, sign)))
	}
	return append(lines, layout.Cut(layout.Blank(axis)+strings.Join(key, "  "), w, st.Glyphs.Ellipsis))
}

// mine returns the column of the own place in the line, where the curves are of
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

// Cells between the signs on a line, and by how many those of the next line are
// off, so that signs do not meet.
const signEvery, signOff = 18, 4

// plot draws one curve, the at-th of the chart, and its sign on it here and there,
// so that it is told from the others without colour.
func plot(canvas *draw.Canvas, d *drawn, at int) {
	w, h := canvas.Size()
	across, down := canvas.Dots()
	lastX, lastY := 0, 0
	for x := range w {
		y := int(d.curve.Gone((float64(x)+0.5)/float64(w))*float64(h-1) + 0.5)
		canvas.Line(lastX, lastY, x, y, draw.Ink(at)) //nolint:gosec // a chart has few curves
		if cell := x / across; x%across == 0 && cell%signEvery == (6+at*signOff)%signEvery {
			canvas.Sign(cell, y/down, d.sign, draw.Ink(at)) //nolint:gosec // a chart has few curves
		}
		lastX, lastY = x, y
	}
}

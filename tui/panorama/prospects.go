package panorama

import (
	"math"
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/screen"
	"brujula/tui/table"
	"brujula/tui/theme"
)

// Sizes of the view of chance and points, in cells.
const (
	listLeast    = 44 // of the list beside the picture
	plotBest     = 36 // of the picture, with the blanks beside it, before the list gets more
	listShare    = 60 // of a hundred cells, of the list
	plotBeside   = 74 // width from which both stand side by side
	plotOver     = 13 // height from which the picture stands over the list
	plotAxis     = 5  // "10 ┤"
	plotFeet     = 2  // the scale and what a dot is
	plotLeast    = 12 // cells across
	leastPlotted = 4  // lines of a picture
)

// showProspects makes the table of the frontier: what is worth asking for.
func (m *Model) showProspects() {
	if m.table == nil {
		m.table = table.New[string](m.desk.Styles, []table.Column{
			{ID: "prob", Title: texts.ColumnChance, Min: 7, Figures: true, Frozen: true},
			{ID: "puntos", Title: texts.ColumnPoints, Min: 4, Align: layout.Right},
			{ID: "nombre", Title: texts.ColumnName, Min: 16, Max: 44, Fit: true, Ideal: 20, Key: true},
			{ID: "region", Title: texts.FacetTitle(catalog.DimRegion.Key()), Min: 10, Max: 14, Fit: true, Ideal: 13},
			{ID: "provincia", Title: texts.FacetTitle(catalog.DimProvince.Key()), Min: 12, Max: 22, Fit: true, Ideal: 16, Priority: 2},
			{ID: "gd", Title: "GD", Min: 3, Align: layout.Right, Priority: 3},
		})
		m.table.Focused = true
	}
	m.table.Empty = texts.MeasureUnknown(string(panorama.MeasureLikely))
	m.table.SetRows(&frontierRows{m, m.content.Prospects.Rows()})
}

// frontierRows is the source of the table.
type frontierRows struct {
	model *Model
	rows  []int
}

// Len counts the plazas.
func (r *frontierRows) Len() int { return len(r.rows) }

// ID returns the row of a plaza in the catalog.
func (r *frontierRows) ID(row int) string { return strconv.Itoa(r.rows[row]) }

// Cells writes a plaza.
func (r *frontierRows) Cells(row int, out []string) {
	m, at := r.model, r.rows[row]
	fig, p := m.content.Figures, m.space.Catalog.Plaza(at)
	out[0] = m.desk.Styles.BandStyle(int(fig.Band[at])).Render(m.letter(fig.Band[at]) + layout.Fit(texts.Percent(fig.Chance[at]), 6, layout.Right, ""))
	out[1] = panorama.MeasurePoints.Format(fig.PointsOf(at))
	out[2], out[3], out[4] = texts.ListName(p.Establishment), texts.PlaceName(p.Region), texts.PlaceName(p.Province)
	out[5] = noFigure
	if p.Grade > 0 {
		out[5] = strconv.Itoa(p.Grade)
	}
}

// prospectRooms shares w × h cells out: to the picture and to the list, beside it
// or under it; a picture without room has no width.
func prospectRooms(w, h int) (plot, list rect) {
	switch {
	case w >= plotBeside:
		list.w = max(listLeast, min(w*listShare/100, w-plotBest))
		list.x, list.h = w-list.w, h
		return rect{w: list.x - 2, h: h}, list
	case h >= plotOver:
		tall := h * 2 / 5
		return rect{w: w, h: tall}, rect{y: tall, w: w, h: h - tall}
	}
	return rect{}, rect{w: w, h: h}
}

// prospectLines draws the plazas by chance and points, and the frontier as a list.
func (m *Model) prospectLines(w, h int) []string {
	plot, list := prospectRooms(w, h)
	listed := layout.Block(slices.Concat(m.stepLines(list.w), m.table.Lines()), list.w, list.h, "")
	if plot.w == 0 {
		return listed
	}
	drawn := layout.Block(m.plotLines(plot.w, plot.h), plot.w, plot.h, "")
	if list.y > 0 {
		return append(drawn, listed...)
	}
	return layout.Beside(drawn, layout.Block(nil, 2, h, ""), listed)
}

// stepLines tell the steps of the frontier over the list, the surest first.
func (m *Model) stepLines(w int) []string {
	st, c := m.desk.Styles, m.content
	var lines []string
	for i := range c.Prospects.Steps {
		s := &c.Prospects.Steps[i]
		band := st.BandStyle(int(s.Band)).Render(m.letter(s.Band))
		lines = append(lines, " "+layout.Cut(band+" "+texts.FrontierStepShort(c.Figures.Bands[s.Band], s.Points, len(s.Rows)), w-1, st.Glyphs.Ellipsis))
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	return lines
}

// prospectTop counts the lines over the table in the list.
func (m *Model) prospectTop() int {
	if n := len(m.content.Prospects.Steps); n > 0 {
		return n + 1
	}
	return 0
}

// plotLines draw each number of points as a strip in which plazas of one chance are
// heaped: they have few different points, and single dots would lie on each other.
func (m *Model) plotLines(w, h int) []string {
	st, p := m.desk.Styles, m.content.Prospects
	rows := h - plotFeet
	if len(p.Strips) == 0 || rows < leastPlotted || w < plotAxis+plotLeast {
		return nil
	}
	plot := m.heap(w-plotAxis, rows)
	lines := make([]string, 0, h)
	for y, line := range plot.canvas.Lines(inks(st)) {
		label := ""
		if at := slices.Index(plot.bottoms, y); at >= 0 {
			label = texts.Decimal(p.Strips[at].Points)
		}
		lines = append(lines, st.Axis.Render(layout.Fit(label, plotAxis-2, layout.Right, "")+" "+st.Glyphs.Axis)+line)
	}
	scale := draw.NewLabels(w - plotAxis)
	scale.Put("0", 0, st.Axis)
	scale.PutEnd("100", st.Axis)
	for _, edge := range []float64{0.5, 0.8, 0.2} {
		scale.Put(strconv.Itoa(int(edge*100)), int(edge*float64(w-plotAxis-1)), st.Axis)
	}
	foot := texts.FrontierFoot(plot.unit, false)
	if layout.Width(foot) > w-1 {
		foot = texts.FrontierFoot(plot.unit, true)
	}
	return append(lines, layout.Blank(plotAxis)+scale.String(), " "+st.Muted.Render(layout.Cut(foot, w-1, st.Glyphs.Ellipsis)))
}

// heap is a picture of plazas by chance and points.
type heap struct {
	canvas  *draw.Canvas
	bottoms []int // the lowest line of each strip
	unit    int   // plazas that a dot stands for, at most
}

// heaped are the plazas over one column of dots.
type heaped struct {
	all, best int
	band      draw.Ink
}

// heap draws the plazas in w × h cells, those of the frontier bright and at the
// bottom, and a mark at the one under the cursor.
func (m *Model) heap(w, h int) heap {
	strips := m.content.Prospects.Strips
	out := heap{canvas: draw.NewCanvas(m.desk.Styles.Graphics(), w, h)}
	across, down := out.canvas.Dots()
	columns, most := make([][]heaped, len(strips)), 1
	for i := range strips {
		out.bottoms = append(out.bottoms, max(i*h/len(strips), (i+1)*h/len(strips)-1))
		columns[i] = columnsOf(&strips[i], w*across)
		for _, c := range columns[i] {
			most = max(most, c.all)
		}
	}
	room := max(1, h/len(strips)*down-1) // a dot stays free between the strips
	out.unit = (most + room - 1) / room
	for i := range columns {
		for x, c := range columns[i] {
			best := (c.best + out.unit - 1) / out.unit
			for y := range (c.all + out.unit - 1) / out.unit {
				ink := c.band
				if y >= best {
					ink += bands
				}
				out.canvas.Dot(x, (out.bottoms[i]+1)*down-1-y, ink)
			}
		}
	}
	m.markCursor(&out, w)
	return out
}

// columnsOf shares a strip out over n columns of dots.
func columnsOf(s *panorama.Strip, n int) []heaped {
	out := make([]heaped, n)
	for bin, all := range s.All {
		if all == 0 {
			continue
		}
		chance := (float64(bin) + 0.5) / panorama.ChanceBins
		c := &out[chanceDot(chance, n)]
		c.all += all
		c.best += s.Best[bin]
		c.band = draw.Ink(availability.BandOf(chance) - availability.MuyProbable)
	}
	return out
}

// markCursor puts the mark of the plaza under the cursor into the picture.
func (m *Model) markCursor(h *heap, w int) {
	row, ok := m.currentRow()
	if !ok {
		return
	}
	fig := m.content.Figures
	points := fig.PointsOf(row)
	at := slices.IndexFunc(m.content.Prospects.Strips, func(s panorama.Strip) bool { return s.Points == points })
	if at >= 0 {
		across, _ := h.canvas.Dots()
		h.canvas.Sign(chanceDot(fig.Chance[row], w*across)/across, h.bottoms[at], m.desk.Styles.Glyphs.Mark, theme.Bands)
	}
}

// currentRow is the row in the catalog of the plaza under the cursor.
func (m *Model) currentRow() (row int, ok bool) {
	id, ok := m.table.Current()
	row, err := strconv.Atoi(id)
	return row, ok && err == nil
}

// chanceDot returns the dot of a chance in a width of n dots.
func chanceDot(chance float64, n int) int {
	return min(max(int(math.Round(chance*float64(n-1))), 0), n-1)
}

// openPlaza opens the card of the plaza under the cursor.
func (m *Model) openPlaza() tea.Cmd {
	row, ok := m.currentRow()
	if !ok {
		return nil
	}
	return m.desk.Go(screen.Card, screen.PlazaPage(m.space.Catalog.Plaza(row).PlazaID))
}

// listTop returns where the table of the view begins in the body.
func (m *Model) listTop() (top, left int) {
	if m.content.View.Kind != panorama.ProspectsView {
		return m.tableTop(), 0
	}
	b := m.body()
	_, list := prospectRooms(b.w, b.h)
	return list.y + m.prospectTop(), list.x
}

package panorama

import (
	"math"
	"slices"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/tui/layout"
	"brujula/tui/table"
	"brujula/tui/widget"
)

// outsideID names the row of picks at no plaza of the offer.
const outsideID = "\x00outside"

// totalID names the row of the whole.
const totalID = "\x00total"

// Widths of a breakdown's columns, in cells. Bars are drawn to a width, so it
// must be known beforehand what the other columns leave.
const (
	valueLeast, valueMost = 14, 20
	figureCells           = 57 // cursor, figures and the gaps between
	barLeast, barMost     = 8, 90
)

// columnWidths shares w cells out between the values and the bars.
func columnWidths(w int) (value, bar int) {
	value = min(max(valueLeast, w-figureCells-1-2*barLeast), valueMost)
	return value, min(max(barLeast, w-figureCells-1-value), barMost)
}

// showTable makes the table of a breakdown.
func (m *Model) showTable() {
	c := m.content
	right := func(id, title string, width, priority int) table.Column {
		return table.Column{ID: id, Title: title, Min: width, Align: layout.Right, Priority: priority}
	}
	value, bar := columnWidths(m.body().w)
	if m.table == nil {
		m.table = table.New[string](m.desk.Styles, []table.Column{
			{ID: "valor", Title: texts.FacetTitle(c.View.Dim.Key()), Min: value, Frozen: true},
			right("plazas", texts.ColumnPlazas, 7, 0), right("cupos", texts.ColumnSeatsLong, 6, 0), right("parte", texts.ColumnPart, 6, 0),
			right("prob", texts.FacetLikely, 5, 0),
			right("tomadas", texts.ColumnTaken(c.PastProcess), 9, 0), right("share", texts.ColumnShare, 6, 1), right("mediana", texts.ColumnMedian, 8, 2),
			{ID: "barra", Title: "", Min: bar, Priority: 3},
		})
		m.table.Focused = true
	}
	m.table.SetRows(&breakdown{model: m, content: c, rows: rowsOf(c)})
}

// rowsOf lists the values of the scope, then what is outside the offer and the
// whole.
func rowsOf(c *panorama.Content) []string {
	rows := c.Values()
	if c.Outside() != nil {
		rows = append(rows, outsideID)
	}
	if len(rows) > 0 {
		rows = append(rows, totalID)
	}
	return rows
}

// breakdown is the source of the table.
type breakdown struct {
	model   *Model
	content *panorama.Content
	rows    []string
}

// Len counts the rows.
func (b *breakdown) Len() int { return len(b.rows) }

// ID gives the value of a row.
func (b *breakdown) ID(row int) string { return b.rows[row] }

// Cells writes the figures of a row.
func (b *breakdown) Cells(row int, out []string) {
	c, value := b.content, b.rows[row]
	now, past := c.CellFor(panorama.MeasureSeats, value), c.PastCell(value)
	switch value {
	case outsideID:
		now, past = &panorama.Cell{}, c.Outside()
		out[0] = texts.PanoramaOutside
	case totalID:
		now, past = &c.Total, &c.Past.Total
		out[0] = texts.PanoramaTotal
	default:
		out[0] = texts.PanoramaValue(c.View.Dim.Key(), value, false)
	}
	share := ratio(now.Seats, c.Total.Seats)
	out[1], out[2], out[3] = texts.Thousands(now.Plazas), texts.Thousands(now.Seats), texts.PanoramaShare(share)
	out[4] = panorama.MeasureLikely.Text(now)
	out[5] = texts.PanoramaTaken(past.Taken, past.Listed > 0, past.Cut)
	out[6], out[7] = texts.PanoramaRound(past.Share()), past.MedianText()
	if value == totalID {
		out[8] = ""
		return
	}
	out[8] = widget.Bar(b.model.desk.Styles, ratio(now.Seats, b.most()), b.model.table.WidthOf("barra"))
}

// most is the longest bar.
func (b *breakdown) most() int {
	n := 1
	for i := range b.content.Now.Cells {
		n = max(n, b.content.Now.Cells[i].Seats)
	}
	return n
}

func ratio(a, b int) float64 {
	if b == 0 {
		return math.NaN()
	}
	return float64(a) / float64(b)
}

// tableNotes tell, under a table that leaves room for them, how its figures are
// to be read.
func (m *Model) tableNotes(w int) []string {
	c := m.content
	notes := []string{texts.PanoramaReadOffer, texts.PanoramaReadTaken(c.PastProcess)}
	if slices.ContainsFunc(c.Past.Cells, func(c panorama.Cell) bool { return c.Tied() }) {
		notes = append(notes, texts.PanoramaTies)
	}
	if slices.ContainsFunc(c.Past.Cells, func(c panorama.Cell) bool { return c.Cut }) {
		notes = append(notes, texts.PanoramaCutNote)
	}
	if c.View.Dim == catalog.DimBudget {
		notes = append(notes, texts.PanoramaBudgets)
	}
	lines := []string{""}
	for _, note := range notes {
		lines = append(lines, padded(m.desk.Styles.Muted.RenderAll(layout.Wrap(note, min(max(1, w-2), layout.ReadableWidth))))...)
	}
	return lines
}

// tableLines draws a breakdown, and its notes where they fit as a whole.
func (m *Model) tableLines(w, h int) []string {
	notes := m.tableNotes(w)
	need := m.table.Len() + 1
	if need+len(notes) > h {
		return m.table.Lines()
	}
	return slices.Concat(m.table.Lines()[:need], notes)
}

// tableTop is how many lines stand over the table.
func (m *Model) tableTop() int {
	if m.content == nil || m.content.View.Kind != panorama.CurvesView {
		return 0
	}
	return m.chartHeight()
}

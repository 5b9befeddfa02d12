package panorama

import (
	"math"
	"slices"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/tui/layout"
	"brujula/tui/table"
)

// outsideID names the row of picks at no plaza of the offer.
const outsideID = "\x00outside"

// totalID names the row of the whole.
const totalID = "\x00total"

// Widths of a breakdown's columns, in cells.
const (
	valueLeast, valueMost = 14, 20
	barLeast, barMost     = 10, 40
	figureCells           = 66 // of the other columns at their widest, and the gaps
)

// showTable makes the table of a breakdown. Columns that say the same in every
// row, or what the one before says, are left out.
func (m *Model) showTable() {
	c := m.content
	taken := texts.ColumnTaken(c.PastProcess)
	right := func(id, title string, width, priority int) table.Column {
		return table.Column{ID: id, Title: title, Min: width, Align: layout.Right, Priority: priority}
	}
	bar := min(max(barLeast, m.body().w-figureCells-valueMost), barMost)
	if m.table == nil {
		m.table = table.New[string](m.desk.Styles, []table.Column{
			{ID: "valor", Title: texts.FacetTitle(c.View.Dim.Key()), Min: valueLeast, Ideal: valueMost, Max: valueMost, Frozen: true},
			right("plazas", texts.ColumnPlazas, 7, 0), right("cupos", texts.FieldSeats, 6, 0), right("parte", texts.ColumnPart, 6, 2),
			right("prob", texts.ColumnReach, 12, 0),
			{ID: "barra", Title: "", Min: bar, Picture: true, Priority: 1},
			right("tomadas", taken, max(9, layout.Width(taken)), 1), right("share", texts.ColumnShare, 6, 1), right("mediana", texts.ColumnMedian, 13, 1),
		})
		m.table.Focused = true
	}
	rows := &breakdown{model: m, content: c, rows: rowsOf(c)}
	m.table.SetRows(rows)
	for id, idle := range rows.idle() {
		m.table.Drop(id, idle)
	}
}

// Places of the columns of a breakdown.
const (
	inPlazas = 1 + iota
	inSeats
	inPart
	inReach
	inBar
	inTaken
	inShare
	inMedian
)

// idle tells of the columns that may be left out whether they say anything.
func (b *breakdown) idle() map[string]bool {
	same, asPlazas, asSeats := true, true, true // of the share; of the seats; of those taken
	median, reach := map[string]bool{}, false
	out, first := make([]string, inMedian+1), ""
	for row := range b.rows {
		b.Cells(row, out)
		if row == 0 {
			first = out[inShare]
		}
		same = same && (out[inShare] == first || b.rows[row] == outsideID)
		asPlazas = asPlazas && out[inSeats] == out[inPlazas]
		asSeats = asSeats && (out[inTaken] == out[inSeats] || b.rows[row] == outsideID)
		reach = reach || out[inReach] != noFigure
		if b.rows[row] != outsideID && b.rows[row] != totalID {
			median[out[inMedian]] = true
		}
	}
	return map[string]bool{
		"cupos": asPlazas, "share": same, "tomadas": asSeats, "mediana": len(median) < 2 && len(b.rows) > 2, "prob": !reach,
	}
}

// noFigure stands where nothing is known.
const noFigure = "–"

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

// ID returns the value of a row.
func (b *breakdown) ID(row int) string { return b.rows[row] }

// Cells writes the figures of a row.
func (b *breakdown) Cells(row int, out []string) {
	m, c, value := b.model, b.content, b.rows[row]
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
	out[inPlazas], out[inSeats], out[inPart] = texts.Thousands(now.Plazas), texts.Thousands(now.Seats), texts.PanoramaShare(ratio(now.Seats, c.Total.Seats))
	out[inReach], out[inBar] = noFigure, ""
	if now.Known > 0 {
		out[inReach] = texts.PanoramaReach(now.Likely, now.Plazas)
	}
	out[inTaken] = texts.PanoramaTaken(past.Taken, past.Listed > 0, past.Cut)
	out[inShare], out[inMedian] = texts.PanoramaRound(past.Share()), m.turn(past)
	if value == totalID {
		return
	}
	share := ratio(now.Seats, b.most()) // where nothing is within reach or out of it
	if c.Total.Known > 0 {
		share = ratio(now.Likely, b.mostLikely())
	}
	out[inBar] = gridBar(m.desk.Styles, share, 1, m.table.WidthOf("barra"))
}

// turn reports when the middle seat of a cell went.
func (m *Model) turn(past *panorama.Cell) string {
	from, to := past.MedianRange()
	if math.IsNaN(from) || m.content.Takers == 0 {
		return past.MedianText()
	}
	return texts.PanoramaTurns(from, to, m.content.Takers)
}

// most is the longest bar of seats.
func (b *breakdown) most() int {
	n := 1
	for i := range b.content.Now.Cells {
		n = max(n, b.content.Now.Cells[i].Seats)
	}
	return n
}

// mostLikely is the longest bar of what is within reach.
func (b *breakdown) mostLikely() int {
	n := 1
	for i := range b.content.Now.Cells {
		n = max(n, b.content.Now.Cells[i].Likely)
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
		notes = append(notes, texts.PanoramaTurnsTied)
	}
	if slices.ContainsFunc(c.Past.Cells, func(c panorama.Cell) bool { return c.Cut }) {
		notes = append(notes, texts.PanoramaCutNote)
	}
	if c.View.Dim == catalog.DimBudget {
		notes = append(notes, texts.PanoramaBudgets)
	}
	lines := []string{""}
	for _, note := range notes {
		lines = append(lines, layout.Indent(m.desk.Styles.Muted.RenderAll(layout.Wrap(note, min(max(1, w-2), layout.ReadableWidth))))...)
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

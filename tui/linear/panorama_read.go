package linear

import (
	"math"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
)

// breakdown reads the counts by one dimension: the offer's, and beside them what
// was taken where that is known. A number opens a value in Explorar.
func (v *survey) breakdown(view panorama.View) error {
	c := v.count(view, panorama.MeasureSeats)
	values, outside := c.Values(), c.Outside()
	n := len(values)
	if outside != nil {
		n++
	}
	notes := append([]string{texts.LinearCells(n), v.widened(c)}, cellText(c, texts.PanoramaTotal, &c.Total, &c.Past.Total))
	return v.s.list(list{
		title: texts.LinearBreakdown(view.Dim.Key()), count: spaced(append(notes, takenNotes(c)...)),
		len: func() int { return n },
		line: func(i int) string {
			if i == len(values) {
				return cellText(c, texts.PanoramaOutside, &panorama.Cell{Outside: true}, outside)
			}
			label := texts.PanoramaValue(view.Dim.Key(), values[i], false)
			return cellText(c, label, c.CellFor(panorama.MeasureSeats, values[i]), c.PastCell(values[i]))
		},
		open: func(i int) error {
			if i == len(values) {
				v.s.say(texts.PanoramaOutsideDrill)
				return nil
			}
			return v.openPlazas(c, c.Counted(panorama.MeasureSeats, values[i]), map[catalog.Dim][]string{view.Dim: {values[i]}})
		},
	})
}

// spaced joins the sentences that say something.
func spaced(sentences []string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}

// takenNotes tell how what was taken is to be read.
func takenNotes(c *panorama.Content) []string {
	if c.Past.Total.Listed == 0 {
		return []string{texts.PanoramaNoPast}
	}
	var notes []string
	if c.Past.Total.Cut {
		notes = append(notes, texts.LinearCut)
	}
	if slices.ContainsFunc(c.Past.Cells, func(c panorama.Cell) bool { return c.Tied() }) {
		notes = append(notes, texts.PanoramaTies)
	}
	if c.View.Dim == catalog.DimBudget {
		notes = append(notes, texts.PanoramaBudgets)
	}
	return notes
}

// cellText reads the figures of a value.
func cellText(c *panorama.Content, label string, now, past *panorama.Cell) string {
	line := texts.LinearCell{Label: label, Plazas: now.Plazas, Seats: now.Seats, Likely: now.Likely, LikelyKnown: now.Known > 0, Outside: now.Outside}
	if c.Total.Seats > 0 && !now.Outside && now != &c.Total {
		line.Part = texts.PanoramaShare(float64(now.Seats) / float64(c.Total.Seats))
	}
	if past.Listed > 0 || past.Taken > 0 {
		line.Taken, line.Cut = texts.Thousands(past.Taken), past.Cut
		line.Share, line.Median = texts.PanoramaShare(past.Share()), past.MedianText()
		if c.PastProcess != c.Scope.Process {
			line.TakenIn = c.PastProcess
		}
	}
	return line.String()
}

// grid reads a crossing: one value a line, its columns with their figures. A
// number opens the columns of a line, and there one of them in Explorar.
func (v *survey) grid(view panorama.View) error {
	measure, err := v.askMeasure(panorama.Measures(), view.Usual())
	if err != nil {
		return err
	}
	c := v.count(view, measure)
	g := &c.Grid
	line := func(label string, whole *panorama.Cell, cells []panorama.Cell) string {
		var parts []string
		for i := range cells {
			parts = append(parts, texts.LinearGridCell(v.columnLabel(g, i), measure.Text(&cells[i])))
		}
		return texts.LinearGridLine(label, measure.Text(whole), parts)
	}
	notes := []string{
		texts.LinearSentence(texts.Capital(texts.MeasureShown(string(measure), c.GridOf))), texts.LinearCells(len(g.RowValues)), v.widened(c),
		line(texts.PanoramaTotal, &g.Total, g.ColumnTotals),
	}
	if math.IsNaN(measure.Of(&g.Total)) {
		notes = append(notes, texts.MeasureUnknown(string(measure)))
	}
	return v.s.list(list{
		title: texts.LinearGridTitle(view.Title), count: spaced(notes),
		len: func() int { return len(g.RowValues) },
		line: func(i int) string {
			return line(texts.PanoramaValue(view.Dim.Key(), g.RowValues[i], false), &g.RowTotals[i], g.Cells[i])
		},
		open: func(i int) error { return v.gridRow(c, measure, i) },
	})
}

func (v *survey) columnLabel(g *panorama.Grid, column int) string {
	return texts.PanoramaValue(g.Columns.Key(), g.ColumnValues[column], false)
}

// gridRow reads the columns of a line of a grid, the whole line first; a number
// opens what it counts in Explorar.
func (v *survey) gridRow(c *panorama.Content, measure panorama.Measure, row int) error {
	g := &c.Grid
	var columns []int // with plazas
	for i := range g.Cells[row] {
		if g.Cells[row][i].Plazas > 0 {
			columns = append(columns, i)
		}
	}
	label := texts.PanoramaValue(g.Rows.Key(), g.RowValues[row], false)
	return v.s.list(list{
		title: label, count: texts.LinearCells(len(columns)),
		len: func() int { return len(columns) + 1 },
		line: func(i int) string {
			if i == 0 {
				return texts.LinearField(texts.PanoramaWhole, measure.Text(&g.RowTotals[row]))
			}
			return texts.LinearField(v.columnLabel(g, columns[i-1]), measure.Text(&g.Cells[row][columns[i-1]]))
		},
		open: func(i int) error {
			chosen := map[catalog.Dim][]string{g.Rows: {g.RowValues[row]}}
			if i > 0 {
				chosen[g.Columns] = []string{g.ColumnValues[columns[i-1]]}
			}
			if bands := c.LikelyBands(measure, &v.s.desk.Est.Figures); len(bands) > 0 {
				chosen[catalog.DimBand] = bands
			}
			return v.openPlazas(c, c.Counted(measure, g.RowValues[row]), chosen)
		},
	})
}

// curves reports how the seats of each value went while the line moved on.
func (v *survey) curves(view panorama.View) error {
	s := v.s
	c := v.count(view, panorama.MeasureSeats)
	if len(c.Curves) == 0 {
		s.say(texts.LinearNoCurves)
		return nil
	}
	read := func(label string, c *panorama.Curve) string {
		shares := data.Map(c.At(panorama.Marks()), texts.PanoramaRound)
		return texts.LinearCurveLine(label, c.Seats, panorama.Marks(), shares)
	}
	notes := []string{texts.LinearCells(len(c.Curves)), texts.LinearCurvesHow, read(texts.PanoramaWhole, &c.Whole)}
	if c.PastProcess != "" {
		notes = slices.Insert(notes, 1, texts.LinearSentence(texts.Capital(texts.CurvesNote(c.PastProcess))))
	}
	if c.Cut > 0 {
		notes = append(notes, texts.PanoramaCutLines(c.Cut))
	}
	return s.list(list{
		title: view.Title, count: spaced(notes),
		len: func() int { return len(c.Curves) },
		line: func(i int) string {
			return read(texts.PanoramaValue(view.Dim.Key(), c.Curves[i].Value, false), &c.Curves[i])
		},
		open: func(i int) error {
			value := c.Curves[i].Value
			return v.openPlazas(c, c.Counted(panorama.MeasureSeats, value), map[catalog.Dim][]string{view.Dim: {value}})
		},
	})
}

// openPlazas opens Explorar on the plazas that a figure counts.
func (v *survey) openPlazas(c *panorama.Content, process data.Process, chosen map[catalog.Dim][]string) error {
	s := v.s
	if process == "" && c.View.Dim != catalog.DimProcess {
		process = s.desk.Space.Latest()
	}
	of := c.Scope
	of.Process = process
	filter := of.Filter()
	for d, values := range chosen {
		if slices.Contains(values, "") && !slices.Contains(s.desk.Space.Catalog.Values(d), "") {
			s.say(texts.PanoramaNoDrill)
			return nil
		}
		filter.Set(d, values...)
	}
	l := s.look()
	l.forgetPlace()
	l.filter = filter
	s.refind()
	if c.Scope.Process != "" && process != c.Scope.Process {
		s.say(texts.PanoramaPastDrill(process))
	}
	return s.explore()
}

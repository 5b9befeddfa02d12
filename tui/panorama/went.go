package panorama

import (
	"strconv"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/tui/layout"
	"brujula/tui/table"
)

// showWent makes the table of the plazas that went first, or last, the last time.
func (m *Model) showWent() {
	right := func(id, title string, width, priority int) table.Column {
		return table.Column{ID: id, Title: title, Min: width, Align: layout.Right, Priority: priority}
	}
	if m.table == nil {
		m.table = table.New[string](m.desk.Styles, []table.Column{
			right("turno", texts.ColumnTurn(m.content.PastProcess), 12, 0),
			{ID: "prob", Title: texts.ColumnNow, Min: 7, Figures: true},
			right("puntos", texts.ColumnPoints, 4, 1), right("gd", "GD", 3, 1),
			{ID: "nombre", Title: texts.ColumnName, Min: 20, Max: 44, Fit: true, Ideal: 32},
			{ID: "provincia", Title: texts.FacetTitle(catalog.DimProvince.Key()), Min: 12, Max: 22, Fit: true, Ideal: 16, Priority: 2},
			{ID: "region", Title: texts.FacetTitle(catalog.DimRegion.Key()), Min: 13, Max: 14, Fit: true, Ideal: 14, Priority: 1},
		})
		m.table.Focused = true
	}
	m.table.Empty = texts.PanoramaNoCurves
	m.table.SetRows(&wentRows{m, m.content.Went})
}

// wentRows is the source of the table.
type wentRows struct {
	model *Model
	went  []panorama.Went
}

// Len counts the plazas.
func (r *wentRows) Len() int { return len(r.went) }

// ID returns the row of a plaza in the catalog.
func (r *wentRows) ID(row int) string { return strconv.Itoa(r.went[row].Row) }

// Cells writes a plaza.
func (r *wentRows) Cells(row int, out []string) {
	m, w := r.model, &r.went[row]
	fig, p := m.content.Figures, m.space.Catalog.Plaza(w.Row)
	out[0] = texts.TurnWent(int(w.Turn.From), int(w.Turn.To), w.Turn == catalog.LeftOver)
	out[1] = noFigure
	if band := fig.BandOf(w.Row); int(band) < len(fig.Bands) {
		out[1] = m.desk.Styles.BandStyle(int(band)).Render(m.letter(band) + layout.Fit(texts.Percent(fig.Chance[w.Row]), 6, layout.Right, ""))
	}
	out[2] = panorama.MeasurePoints.Format(fig.PointsOf(w.Row))
	out[3] = noFigure
	if p.Grade > 0 {
		out[3] = strconv.Itoa(p.Grade)
	}
	out[4], out[5], out[6] = texts.ListName(p.Establishment), texts.PlaceName(p.Province), texts.PlaceName(p.Region)
}

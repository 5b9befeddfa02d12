package panorama

import (
	"brujula/data"
	"brujula/data/rules"
	"brujula/planner/catalog"
)

// Report is a panorama as it leaves the program. Every key is always there;
// what is not known is null.
type Report struct {
	Tables  []TableRecord `json:"desgloses"`
	Grid    *GridRecord   `json:"cuadro"`
	Map     *MapRecord    `json:"mapa"`
	Curves  *CurvesRecord `json:"curvas"`
	Years   []YearRecord  `json:"historia"`
	Details []Modality    `json:"modalidades"`
}

// TableRecord is one breakdown.
type TableRecord struct {
	Dim   string       `json:"por"`
	Cells []CellRecord `json:"filas"`
	Total CellRecord   `json:"total"`
}

// CellRecord counts one value.
type CellRecord struct {
	Value   string   `json:"valor"`
	Outside bool     `json:"fuera_de_la_oferta"`
	Plazas  int      `json:"establecimientos"`
	Seats   int      `json:"plazas"`
	Likely  *int     `json:"probables"` // plazas as establecimientos counts them; null without a rank
	Listed  int      `json:"plazas_con_lista"`
	Taken   *int     `json:"tomadas"`
	Share   *float64 `json:"parte"`
	Median  *float64 `json:"mediana"`
	From    *float64 `json:"mediana_desde"`
	To      *float64 `json:"mediana_hasta"`
	Points  *float64 `json:"puntos"`
	Cut     bool     `json:"lista_cortada"`
}

// GridRecord is a breakdown by two dimensions.
type GridRecord struct {
	Rows         string         `json:"filas"`
	Columns      string         `json:"columnas"`
	RowValues    []string       `json:"valores_filas"`
	ColumnValues []string       `json:"valores_columnas"`
	Cells        [][]CellRecord `json:"celdas"`
}

// CurvesRecord are take-up curves: shares of seats gone at shares of the line.
type CurvesRecord struct {
	Dim    string        `json:"por"`
	At     []float64     `json:"en"`
	Curves []CurveRecord `json:"filas"`
	Whole  CurveRecord   `json:"total"`
	Cut    int           `json:"lineas_cortadas"`
}

// CurveRecord is one of them.
type CurveRecord struct {
	Value     string    `json:"valor"`
	Seats     int       `json:"plazas"`
	Taken     int       `json:"tomadas"`
	Unordered int       `json:"sin_orden"`
	Gone      []float64 `json:"idas"`
}

// YearRecord is a year of the history.
type YearRecord struct {
	Year        int             `json:"anio"`
	Remunerada  int             `json:"remunerada"`
	Equivalente *int            `json:"equivalente"`
	Source      string          `json:"fuente"`
	Certainty   rules.Certainty `json:"certeza"`
}

// Modality is what one modality gives.
type Modality struct {
	Modality  data.Modality   `json:"modalidad"`
	Pay       string          `json:"pago"`
	Hours     string          `json:"horas"`
	Benefits  string          `json:"beneficios"`
	Limit     string          `json:"limite"`
	Source    string          `json:"fuente"`
	Certainty rules.Certainty `json:"certeza"`
}

// Record returns the record of a breakdown.
func (t *Table) Record() TableRecord {
	return TableRecord{t.Dim.Key(), records(t.Cells), record(&t.Total)}
}

func records(cells []Cell) []CellRecord {
	return data.Map(cells, func(c Cell) CellRecord { return record(&c) })
}

func record(c *Cell) CellRecord {
	r := CellRecord{
		Value: c.Value, Outside: c.Outside, Plazas: c.Plazas, Seats: c.Seats, Listed: c.Listed, Cut: c.Cut,
		Share: data.FigureOrNull(c.Share()), Median: data.FigureOrNull(c.Median()), Points: data.FigureOrNull(c.Points()),
	}
	from, to := c.MedianRange()
	r.From, r.To = data.FigureOrNull(from), data.FigureOrNull(to)
	if c.Listed > 0 || c.Taken > 0 {
		r.Taken = &c.Taken
	}
	if c.Known > 0 {
		r.Likely = &c.Likely
	}
	return r
}

// Record returns the record of a grid.
func (g *Grid) Record() *GridRecord {
	r := &GridRecord{Rows: g.Rows.Key(), Columns: g.Columns.Key(), RowValues: g.RowValues, ColumnValues: g.ColumnValues}
	for _, line := range g.Cells {
		r.Cells = append(r.Cells, records(line))
	}
	return r
}

// RecordCurves returns the record of curves.
func RecordCurves(d catalog.Dim, curves []Curve, whole *Curve, cut int) *CurvesRecord {
	r := &CurvesRecord{Dim: d.Key(), At: Marks(), Curves: []CurveRecord{}, Whole: recordCurve(whole), Cut: cut}
	for i := range curves {
		r.Curves = append(r.Curves, recordCurve(&curves[i]))
	}
	return r
}

func recordCurve(c *Curve) CurveRecord {
	return CurveRecord{c.Value, c.Seats, c.Taken, c.Unordered, c.At(Marks())}
}

// History returns the records of the history and of the modalities.
func History(facts *rules.Rules) (years []YearRecord, modalities []Modality) {
	for _, y := range facts.History {
		r := YearRecord{Year: y.Year, Remunerada: y.Remunerada, Source: y.Source, Certainty: y.Certainty}
		if y.HasEquivalente {
			r.Equivalente = &y.Equivalente
		}
		years = append(years, r)
	}
	for _, m := range facts.Modalities {
		modalities = append(modalities, Modality{m.Modality, m.Pay, m.Hours, m.Benefits, m.Limit, m.Source, m.Certainty})
	}
	return years, modalities
}

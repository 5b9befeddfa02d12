package geo

import (
	"context"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
)

// Columns of the stored list.
const (
	columnCode = "renipress"
	columnLat  = "latitud"
	columnLon  = "longitud"
)

// closeEnough is how far apart two points of one establishment may be, in km,
// to be the same place measured twice.
const closeEnough = 1.0

// Read reads a list of coordinates: RENIPRESS, latitude, longitude, in any
// order of the columns. It gives what the library stores. Rows that cannot be
// read, points outside Peru and two far points for one establishment are
// rejected; repeated rows are passed over. Errors are those of lists.EachRow
// and *lists.Error where there is no heading or no row.
func Read(ctx context.Context, path string, o lists.Options) (library.Item, error) {
	r := &reader{points: map[string]found{}}
	base, sum, err := lists.EachRow(ctx, path, o, r.take)
	if err != nil {
		return library.Item{}, err
	}
	if r.exchanged > 0 {
		r.problems = append(r.problems, data.Problem{
			Column: lists.ColumnName(r.columns.lat), Level: data.Warning,
			Reason: texts.CoordinatesExchanged(oneLine(r.columns.head[r.columns.lat]), oneLine(r.columns.head[r.columns.lon]), r.exchanged),
		})
	}
	for i := range r.problems {
		r.problems[i].File = base
	}
	switch {
	case r.columns == nil:
		return library.Item{}, &lists.Error{File: base, Text: texts.CoordinatesNoHeading, Hint: texts.CoordinatesNoHeadingHint, Err: lists.ErrNoHeading}
	case len(r.codes) == 0:
		return library.Item{}, &lists.Error{File: base, Text: texts.CoordinatesNoRows, Hint: texts.CoordinatesNoHeadingHint, Err: lists.ErrNoRows, Problems: r.problems}
	}
	table := &library.Table{Head: []string{columnCode, columnLat, columnLon}}
	for _, code := range r.codes {
		if f := r.points[code]; !f.dropped {
			table.Rows = append(table.Rows, []string{code, degrees(f.point.Lat), degrees(f.point.Lon)})
		}
	}
	return library.Item{
		Info: data.ListInfo{
			Kind: data.KindCoordinates, File: base, SHA256: sum, Rows: len(table.Rows), Plazas: len(table.Rows),
			Skipped: r.skipped, Rejected: r.rejected,
		},
		Table: table, Problems: r.problems,
	}, nil
}

func oneLine(text string) string { return strings.Join(strings.Fields(fold.Clean(text)), " ") }

func degrees(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// found is what was read of one establishment.
type found struct {
	point   Point
	row     int
	dropped bool
}

type reader struct {
	columns  *columns
	points   map[string]found
	codes    []string // in the order of the file
	problems []data.Problem
	skipped  int
	rejected int

	exchanged int // rows with the longitude under the heading of the latitude
}

// columns are the places of the three columns.
type columns struct {
	code, lat, lon int
	head           []string
}

// IsHeading tells whether a row heads a list of coordinates.
func IsHeading(row []string) bool { return headingOf(row) != nil }

// headingOf finds the columns in a row, nil when it is no heading. Of several
// codes, as the national register of establishments has them, that of the
// establishment is taken.
func headingOf(row []string) *columns {
	c, best := &columns{-1, -1, -1, row}, 0
	for i, cell := range row {
		word := fold.Squash(cell)
		switch weight := codeWeight(word); {
		case isLatitude(word):
			if c.lat < 0 {
				c.lat = i
			}
		case isLongitude(word):
			if c.lon < 0 {
				c.lon = i
			}
		case weight > best:
			c.code, best = i, weight
		}
	}
	if c.code < 0 || c.lat < 0 || c.lon < 0 {
		return nil
	}
	return c
}

func isLatitude(word string) bool {
	return strings.HasPrefix(word, "lat") || word == "norte" || word == "y" || strings.HasSuffix(word, "latitud") || word == "coordenaday" || word == "coordy"
}

func isLongitude(word string) bool {
	return strings.HasPrefix(word, "lon") || word == "lng" || word == "este" || word == "x" || strings.HasSuffix(word, "longitud") || word == "coordenadax" || word == "coordx"
}

// codeWeight tells how surely a heading, squashed, is that of an establishment's
// code; 0 when it is none. Those of a directorate, a network or a district are
// codes as well.
func codeWeight(word string) int {
	switch {
	case strings.Contains(word, "renipress"):
		return 5
	case strings.Contains(word, "codigounico"), word == "coduni", word == "codunico", strings.Contains(word, "ipress") && strings.HasPrefix(word, "cod"):
		return 4
	case strings.Contains(word, "renaes"):
		return 3
	case word == "ipress", word == "codigo", word == "cod", strings.HasPrefix(word, "codigodelestab"), strings.HasPrefix(word, "codigodeestab"), strings.HasPrefix(word, "codigoestab"),
		strings.HasPrefix(word, "codest"), strings.HasPrefix(word, "codigoeess"), strings.HasPrefix(word, "codeess"):
		return 2
	case strings.HasPrefix(word, "cod") && !strings.ContainsAny(strings.TrimPrefix(strings.TrimPrefix(word, "codigo"), "cod"), "abcdefghijklmnopqrstuvwxyz"):
		return 1
	}
	return 0
}

func (r *reader) take(row cells.Row) error {
	if found := headingOf(row.Cells); found != nil {
		if r.columns != nil {
			r.skipped++ // repeated
		}
		r.columns = found
		return nil
	}
	if r.columns == nil || strings.TrimSpace(strings.Join(row.Cells, "")) == "" {
		r.skipped++
		return nil
	}
	code, ok := data.ParseRenipress(cell(row, r.columns.code))
	if !ok {
		r.problem(row, r.columns.code, data.Rejected, texts.CoordinatesBadCode)
		return nil
	}
	lat, okLat := parse(cell(row, r.columns.lat))
	lon, okLon := parse(cell(row, r.columns.lon))
	switch {
	case !okLat:
		r.problem(row, r.columns.lat, data.Rejected, texts.CoordinatesNotDegrees)
	case !okLon:
		r.problem(row, r.columns.lon, data.Rejected, texts.CoordinatesNotDegrees)
	case InPeru(Point{lat, lon}):
		r.add(row, code, Point{lat, lon})
	case InPeru(Point{lon, lat}): // no point of the country is one the other way round
		r.exchanged++
		r.add(row, code, Point{lon, lat})
	default:
		r.problem(row, r.columns.lat, data.Rejected, texts.CoordinatesOutside(lat, lon))
	}
	return nil
}

// add takes a point, minding those given before for the establishment.
func (r *reader) add(row cells.Row, code string, p Point) {
	old, twice := r.points[code]
	switch {
	case !twice:
		r.points[code] = found{point: p, row: row.Number}
		r.codes = append(r.codes, code)
	case old.point == p:
		r.skipped++
	case Distance(old.point, p) <= closeEnough:
		r.skipped++
		r.problem(row, r.columns.lat, data.Warning, texts.CoordinatesTwiceNear(code, old.row))
	default:
		old.dropped = true
		r.points[code] = old
		r.problem(row, r.columns.lat, data.Rejected, texts.CoordinatesTwiceFar(code, old.row, Distance(old.point, p)))
	}
}

func (r *reader) problem(row cells.Row, column int, level data.Level, reason string) {
	if level == data.Rejected {
		r.rejected++
	}
	r.problems = append(r.problems, data.Problem{
		Sheet: row.Sheet, Page: row.Page, Row: row.Number, Column: lists.ColumnName(column),
		Value: texts.Shorten(fold.Clean(strings.Join(strings.Fields(cell(row, column)), " ")), 60), Reason: reason, Level: level,
	})
}

func cell(row cells.Row, column int) string {
	if column >= len(row.Cells) {
		return ""
	}
	return row.Cells[column]
}

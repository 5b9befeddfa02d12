package lists

import (
	"context"
	"errors"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/texts"
)

// Fields of a list of coordinates.
const (
	placeCode = "renipress"
	placeLat  = "latitud"
	placeLon  = "longitud"
)

// closeEnough is how far apart two points of one establishment may be, in km,
// to be the same place measured twice.
const closeEnough = 1.0

// Coordinates is a list of the places of establishments as it was read.
type Coordinates struct {
	Info     data.ListInfo // Imported is zero
	Points   []Located     // in the order of the file, each establishment once
	Problems []data.Problem
}

// Located is the place of an establishment.
type Located struct {
	Renipress string
	data.Point
}

// ReadCoordinates reads a list of coordinates: RENIPRESS, latitude, longitude, in
// any order of the columns. Rows that cannot be read, points outside Peru and two
// far points for one establishment are rejected; repeated rows are passed over.
// Errors are those of EachRow and *Error where there is no heading or no row.
func ReadCoordinates(ctx context.Context, path string, o Options) (*Coordinates, error) {
	r := &placeReader{points: map[string]readPoint{}}
	base, sum, err := r.read(ctx, path, o, func(row cells.Row) map[string]int { return coordinatesHeading(row.Cells) }, r.readRow)
	switch {
	case errors.Is(err, ErrNoHeading):
		return nil, r.failure(base, texts.CoordinatesNoHeading, texts.CoordinatesNoHeadingHint, err)
	case err != nil:
		return nil, err
	}
	r.tellExchanged()
	if len(r.codes) == 0 {
		return nil, r.failure(base, texts.CoordinatesNoRows, texts.CoordinatesNoHeadingHint, ErrNoRows)
	}
	c := &Coordinates{Problems: r.problemsOf(base)}
	for _, code := range r.codes {
		if at := r.points[code]; !at.dropped {
			c.Points = append(c.Points, Located{code, at.point})
		}
	}
	c.Info = data.ListInfo{
		Kind: data.KindCoordinates, File: base, SHA256: sum, Rows: len(c.Points), Plazas: len(c.Points),
		Skipped: r.skipped, Rejected: r.rejected,
	}
	return c, nil
}

// readPoint is what was read of one establishment.
type readPoint struct {
	point   data.Point
	row     int
	dropped bool
}

type placeReader struct {
	sideTable
	points    map[string]readPoint
	codes     []string // in the order of the file
	exchanged int      // rows with the longitude under the heading of the latitude
}

// tellExchanged tells that the columns stand under each other's heading.
func (r *placeReader) tellExchanged() {
	if r.exchanged == 0 {
		return
	}
	title := func(field string) string { return oneLine(fold.Clean(r.head[r.at[field]])) }
	r.problems = append(r.problems, data.Problem{
		Column: ColumnName(r.at[placeLat]), Level: data.Warning,
		Reason: texts.CoordinatesExchanged(title(placeLat), title(placeLon), r.exchanged),
	})
}

// coordinatesHeading finds the columns in a row, nil when it is no heading. Of
// several codes, as the national register of establishments has them, that of the
// establishment is taken.
func coordinatesHeading(row []string) map[string]int {
	at, best := map[string]int{}, 0
	for i, cell := range row {
		word := fold.Squash(cell)
		switch weight := codeWeight(word); {
		case isLatitude(word):
			if _, taken := at[placeLat]; !taken {
				at[placeLat] = i
			}
		case isLongitude(word):
			if _, taken := at[placeLon]; !taken {
				at[placeLon] = i
			}
		case weight > best:
			at[placeCode], best = i, weight
		}
	}
	if len(at) < 3 {
		return nil
	}
	return at
}

// CoordinateOf reports whether a heading is that of a latitude or of a longitude.
func CoordinateOf(heading string) (lat, lon bool) {
	word := fold.Squash(heading)
	lat = isLatitude(word)
	return lat, !lat && isLongitude(word)
}

func isLatitude(word string) bool {
	return strings.HasPrefix(word, "lat") || word == "norte" || word == "y" || strings.HasSuffix(word, "latitud") || word == "coordenaday" || word == "coordy"
}

func isLongitude(word string) bool {
	return strings.HasPrefix(word, "lon") || word == "lng" || word == "este" || word == "x" || strings.HasSuffix(word, "longitud") || word == "coordenadax" || word == "coordx"
}

// codeWeight reports how surely a heading, squashed, is that of an establishment's
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

func (r *placeReader) readRow(row sideRow) {
	code, ok := data.ParseRenipress(row.field(placeCode))
	if !ok {
		row.reject(placeCode, texts.BadCode)
		return
	}
	lat, okLat := data.ParseDegrees(row.field(placeLat))
	lon, okLon := data.ParseDegrees(row.field(placeLon))
	point, turned := data.Point{Lat: lat, Lon: lon}, data.Point{Lat: lon, Lon: lat}
	switch {
	case !okLat:
		row.reject(placeLat, texts.CoordinatesNotDegrees)
	case !okLon:
		row.reject(placeLon, texts.CoordinatesNotDegrees)
	case point.InPeru():
		r.add(row, code, point)
	case turned.InPeru(): // no point of the country is one the other way round
		r.exchanged++
		r.add(row, code, turned)
	default:
		row.reject(placeLat, texts.CoordinatesOutside(lat, lon))
	}
}

// add takes a point, minding those given before for the establishment.
func (r *placeReader) add(row sideRow, code string, p data.Point) {
	old, twice := r.points[code]
	switch {
	case !twice:
		r.points[code] = readPoint{point: p, row: row.Number}
		r.codes = append(r.codes, code)
	case old.point == p:
		r.skipped++
	case old.point.Km(p) <= closeEnough:
		r.skipped++
		row.warn(placeLat, texts.CoordinatesTwiceNear(code, old.row))
	default:
		old.dropped = true
		r.points[code] = old
		row.reject(placeLat, texts.CoordinatesTwiceFar(code, old.row, old.point.Km(p)))
	}
}

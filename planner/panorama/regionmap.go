package panorama

import (
	"cmp"
	"math"
	"slices"

	"brujula/data"
	"brujula/data/texts"
)

// RegionMap is one measure of the 25 regions: what the tile map shows.
type RegionMap struct {
	Measure Measure
	Regions []RegionFigure // from the highest figure to the lowest, those without one last
	Levels  []Level        // the classes that some region is in, from the highest
}

// RegionFigure is the figure of a region; NaN, of class −1, where it is not known.
type RegionFigure struct {
	Tile
	Value float64
	Class int // from 0, the highest, to Levels−1
}

// Level is a class of figures, and from which to which its regions have.
type Level struct {
	Class     int
	Low, High float64
}

// MapOf makes the map of a measure out of the cell of each region.
func MapOf(m Measure, cell func(region string) *Cell) *RegionMap {
	r := &RegionMap{Measure: m}
	tiles := Tiles()
	values := data.Map(tiles, func(t Tile) float64 { return m.Of(cell(t.Region)) })
	low, high, seen := make([]float64, Levels), make([]float64, Levels), make([]bool, Levels)
	for i, class := range Classes(values) {
		r.Regions = append(r.Regions, RegionFigure{tiles[i], values[i], class})
		switch {
		case class < 0:
		case !seen[class]:
			seen[class], low[class], high[class] = true, values[i], values[i]
		default:
			low[class], high[class] = math.Min(low[class], values[i]), math.Max(high[class], values[i])
		}
	}
	for class := range seen {
		if seen[class] {
			r.Levels = append(r.Levels, Level{class, low[class], high[class]})
		}
	}
	slices.SortStableFunc(r.Regions, func(a, b RegionFigure) int {
		return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.Region, b.Region)) // NaN is less than any
	})
	return r
}

// Known returns the regions with a figure, the highest first.
func (r *RegionMap) Known() []RegionFigure {
	n := slices.IndexFunc(r.Regions, func(f RegionFigure) bool { return math.IsNaN(f.Value) })
	if n < 0 {
		n = len(r.Regions)
	}
	return r.Regions[:n]
}

// Plain says in words what a map cannot: that no region has a figure, or that all have
// the same as they are written; "" where the regions differ. past is the process of
// the take-up.
func (r *RegionMap) Plain(past data.Process) string {
	known := r.Known()
	if len(known) == 0 {
		return texts.MeasureUnknown(string(r.Measure))
	}
	first := r.Measure.Format(known[0].Value)
	alike := !slices.ContainsFunc(known, func(f RegionFigure) bool { return r.Measure.Format(f.Value) != first })
	if len(known) == 1 || !alike {
		return ""
	}
	return texts.MeasureAlike(string(r.Measure), first, past)
}

// MapRecord is the map of a measure as it leaves the program.
type MapRecord struct {
	Measure Measure        `json:"medida"`
	Process data.Process   `json:"proceso"` // that the figures are of; "" for several
	Regions []RegionRecord `json:"regiones"`
	Total   *float64       `json:"total"`
}

// RegionRecord is a region of the map: its figure, its class from 1, the highest, to
// 5, and where its tile stands, from 0.
type RegionRecord struct {
	Region string   `json:"region"`
	Value  *float64 `json:"valor"`
	Class  *int     `json:"clase"`
	Row    int      `json:"fila"`
	Column int      `json:"columna"`
}

// Record returns the record of a map.
func (r *RegionMap) Record(process data.Process, total *Cell) *MapRecord {
	out := &MapRecord{Measure: r.Measure, Process: process, Regions: []RegionRecord{}, Total: data.FigureOrNull(r.Measure.Of(total))}
	for _, f := range r.Regions {
		region := RegionRecord{Region: f.Region, Value: data.FigureOrNull(f.Value), Row: f.Row, Column: f.Column}
		if f.Class >= 0 {
			class := f.Class + 1
			region.Class = &class
		}
		out.Regions = append(out.Regions, region)
	}
	return out
}

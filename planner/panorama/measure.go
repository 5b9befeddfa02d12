package panorama

import (
	"math"
	"slices"

	"brujula/data/texts"
)

// Measure is one figure of a cell, to be shown in a grid or on the map.
type Measure string

// The measures. Likely needs a rank, Taken, Share and Median an adjudicated
// list, Points a table of points.
const (
	MeasureSeats  Measure = "plazas"
	MeasureLikely Measure = "probables"
	MeasureTaken  Measure = "tomadas"
	MeasureShare  Measure = "parte"
	MeasureMedian Measure = "mediana"
	MeasurePoints Measure = "puntos"
)

// Measures lists them, what most is asked for first.
func Measures() []Measure {
	return []Measure{MeasureLikely, MeasureSeats, MeasureTaken, MeasureShare, MeasureMedian, MeasurePoints}
}

// ParseMeasure finds a measure by its word.
func ParseMeasure(word string) (m Measure, ok bool) {
	m = Measure(word)
	return m, slices.Contains(Measures(), m)
}

// FromPast reports whether the measure speaks of adjudicated lists.
func (m Measure) FromPast() bool {
	return m == MeasureTaken || m == MeasureShare || m == MeasureMedian
}

// Of returns the figure of a cell; NaN where it is not known.
func (m Measure) Of(c *Cell) float64 {
	switch m {
	case MeasureSeats:
		return float64(c.Seats)
	case MeasureLikely:
		if c.Known > 0 {
			return float64(c.Likely)
		}
	case MeasureTaken:
		if c.Listed > 0 || c.Taken > 0 {
			return float64(c.Taken)
		}
	case MeasureShare:
		return c.Share()
	case MeasureMedian:
		return c.Median()
	case MeasurePoints:
		return c.Points()
	}
	return math.NaN()
}

// Text writes the figure of a cell as it is shown in little room.
func (m Measure) Text(c *Cell) string { return m.Format(m.Of(c)) }

// MedianText writes the median of a cell, as the stretch of those who share its
// mark where they are more than one percent of the line.
func (c *Cell) MedianText() string {
	from, to := c.MedianRange()
	return texts.PanoramaStretch(c.Median(), from, to)
}

// Tied reports whether the median of a cell is a stretch of equal marks.
func (c *Cell) Tied() bool {
	from, to := c.MedianRange()
	return texts.PanoramaIsStretch(from, to)
}

// Format writes a figure of the measure; a dash where it is not known.
func (m Measure) Format(x float64) string {
	switch {
	case math.IsNaN(x):
		return "–"
	case m == MeasureShare, m == MeasureMedian:
		return texts.PanoramaRound(x)
	case m == MeasurePoints:
		return texts.PanoramaPoints(x)
	}
	return texts.Thousands(int(math.Round(x)))
}

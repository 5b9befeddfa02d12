package catalog

import "math"

// Figures are what the catalog cannot know by itself: the chances at the
// applicant's rank, the points and the risk notes, by row. Any slice may be
// nil: nothing is known of it.
type Figures struct {
	Chance []float64 // 0–1; NaN where unknown
	Band   []uint8   // index into Bands; NoBand where unknown
	Points []float64 // NaN where none is stated
	Risks  []uint16  // how grave and how many the notes of the place are: the higher the worse
	Leaves []float64 // pick number at which the chance is 0.5; NaN where unknown
	// Distance is in km, in a straight line from a place that the user named;
	// NaN where the plaza's place is not known.
	Distance []float64
	// Past is what became of each row in the past processes, the newest first.
	Past []Past
	// Tags are the values of the dimensions that are Tagged.
	Tags map[Dim]*Tags

	Bands  []string // keys of the bands, best first
	Likely uint8    // bands with a lower index count as likely in the facets
}

// NoBand marks a row without a chance.
const NoBand = ^uint8(0)

// Unknown is the figure that is not known.
func Unknown() float64 { return math.NaN() }

func (f *Figures) chance(row int) float64 {
	return figure(f, row, func(f *Figures) []float64 { return f.Chance })
}

// PointsOf is what a row is worth, in points; NaN where none is stated.
func (f *Figures) PointsOf(row int) float64 {
	return figure(f, row, func(f *Figures) []float64 { return f.Points })
}

func (f *Figures) leaves(row int) float64 {
	return figure(f, row, func(f *Figures) []float64 { return f.Leaves })
}

func (f *Figures) distance(row int) float64 {
	return figure(f, row, func(f *Figures) []float64 { return f.Distance })
}

func figure(f *Figures, row int, pick func(*Figures) []float64) float64 {
	if f == nil {
		return math.NaN()
	}
	if s := pick(f); row < len(s) {
		return s[row]
	}
	return math.NaN()
}

// BandOf is the band of a row; NoBand where it has none.
func (f *Figures) BandOf(row int) uint8 {
	if f == nil || row >= len(f.Band) {
		return NoBand
	}
	return f.Band[row]
}

// reach returns how far off a row is: 0 within reach, else its band; NaN where it
// has none.
func (f *Figures) reach(row int) float64 {
	switch band := f.BandOf(row); {
	case band == NoBand:
		return math.NaN()
	case band < f.Likely:
		return 0
	default:
		return float64(band)
	}
}

func (f *Figures) risks(row int) int {
	if f == nil || row >= len(f.Risks) {
		return 0
	}
	return int(f.Risks[row])
}

func (f *Figures) likely(row int) bool {
	return f != nil && f.BandOf(row) < f.Likely
}

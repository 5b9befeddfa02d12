package workspace

import (
	"brujula/planner/availability"
	"brujula/planner/catalog"
)

// Reach is the answer that a list of plazas begins with: how those that pass the
// filters, that of bands apart, share among the bands.
type Reach struct {
	Bands []int // by band, the best first
	All   int   // of them; 0 where there are no chances
}

// ReachOf counts a selection that was made with the figures of the estimates.
func (e *Estimates) ReachOf(sel *catalog.Selection) Reach {
	if sel == nil || e.Figures.Chance == nil {
		return Reach{}
	}
	r := Reach{Bands: make([]int, len(availability.Bands()))}
	for i, count := range sel.Facet(catalog.DimBand) {
		r.Bands[i] = int(count.Plazas)
		r.All += r.Bands[i]
	}
	return r
}

// Likely counts those within reach: muy probable and probable.
func (r Reach) Likely() int {
	n := 0
	for i, b := range availability.Bands() {
		if b <= availability.Probable && i < len(r.Bands) {
			n += r.Bands[i]
		}
	}
	return n
}

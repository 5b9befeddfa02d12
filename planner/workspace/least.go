package workspace

import (
	"brujula/planner/availability"
	"brujula/planner/catalog"
)

// LeastChances are the chances that a filter offers "or more". A single band asks
// for that band alone: who asks only for P loses what rises to M when lists are
// loaded.
func LeastChances() []float64 {
	return []float64{availability.Probable.Floor(), availability.Disputada.Floor()}
}

// AtLeast counts what has at least a chance, from the counts of the bands.
func AtLeast(bands []catalog.Count, least float64) (sum catalog.Count) {
	for i, band := range availability.Bands() {
		if i < len(bands) && band.Floor() >= least {
			sum.Plazas, sum.Likely = sum.Plazas+bands[i].Plazas, sum.Likely+bands[i].Likely
		}
	}
	return sum
}

// ToggleLeast asks a filter for at least a chance and for no band by itself, or
// for it no more.
func ToggleLeast(f *catalog.Filter, least float64) {
	if f.ChanceMin == least {
		least = 0
	}
	f.ChanceMin = least
	f.Set(catalog.DimBand)
}

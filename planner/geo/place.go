// Package geo knows where establishments are, as far as a list of coordinates
// says it credibly, and how far that is from a place in a straight line.
// Coordinates that cannot be right are reported and not used.
package geo

import (
	"brujula/data"
	"brujula/data/fold"
	"brujula/data/rules"
)

// Place is what distances are measured from.
type Place struct {
	Name   string // as it is shown
	Point  data.Point
	Source string // where the point comes from
}

// Find finds a place by the name of a city of the rules, or by the RENIPRESS of
// an establishment with a known place. known is false for a RENIPRESS whose
// place is not known, and for a word that is neither.
func (x *Index) Find(facts *rules.Rules, text string) (place Place, known bool) {
	want := fold.Squash(text)
	for i := range facts.Cities {
		if c := &facts.Cities[i]; fold.Squash(c.Name) == want {
			return Place{c.Name, data.Point{Lat: c.Lat, Lon: c.Lon}, c.Source}, true
		}
	}
	if code, ok := data.ParseRenipress(text); ok {
		p, known := x.Of(code)
		return Place{Name: code, Point: p}, known
	}
	return Place{}, false
}

// Cities lists the names that Find takes.
func Cities(facts *rules.Rules) []string {
	return data.Map(facts.Cities, func(one rules.City) string { return one.Name })
}

// Distances returns the distance in km of each of n rows from a point; code
// gives a row's RENIPRESS and unknown is what stands for "not known".
func (x *Index) Distances(from data.Point, n int, code func(row int) string, unknown float64) []float64 {
	out := make([]float64, n)
	for row := range out {
		out[row] = unknown
		if p, ok := x.Of(code(row)); ok {
			out[row] = from.Km(p)
		}
	}
	return out
}

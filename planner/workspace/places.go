package workspace

import (
	"math"
	"slices"

	"brujula/data"
	"brujula/planner/geo"
)

// Places returns the places of establishments: those of the list of coordinates
// and, where it has none, those that an offer tells itself and that can be told
// to be right. It is worked out when first asked for, which takes some tens of
// milliseconds.
func (w *Workspace) Places() *geo.Index { return w.places() }

// Listed returns the places of the list of coordinates alone.
func (w *Workspace) Listed() *geo.Index { return w.listed }

// Near finds the place that distances are to be measured from. It fails with a
// *RequestError for a word that names none.
func (w *Workspace) Near(text string) (geo.Place, error) {
	place, ok := w.Places().Find(w.Rules, text)
	if !ok {
		return place, &RequestError{Key: KeyNear, Value: text, Reason: UnknownPlace, Similar: Similar(text, geo.Cities(w.Rules))}
	}
	if row, ok := w.rowOf(place.Name); ok {
		place.Name = w.Catalog.Plaza(row).Establishment
	}
	return place, nil
}

// rowOf finds a plaza by its RENIPRESS alone.
func (w *Workspace) rowOf(text string) (row int, ok bool) {
	code, isCode := data.ParseRenipress(text)
	if !isCode {
		return 0, false
	}
	for row := range w.Catalog.Len() {
		if w.Catalog.Plaza(row).Renipress == code {
			return row, true
		}
	}
	return 0, false
}

// Distances returns the distance in km of every row of the catalog from a place,
// NaN where it is not known: what catalog.Figures takes. Where the place of a
// plaza itself is not known it is that of its surroundings, and about says so.
func (w *Workspace) Distances(from geo.Place) (km []float64, about []bool) {
	n := w.Catalog.Len()
	km = w.Places().Distances(from.Point, n, func(row int) string { return w.Catalog.Plaza(row).Renipress }, math.NaN())
	about = make([]bool, n)
	around := w.surroundings()
	for row := range km {
		if !math.IsNaN(km[row]) {
			continue
		}
		if p, ok := around.of(w.Catalog.Plaza(row)); ok {
			km[row], about[row] = from.Point.Km(p), true
		}
	}
	return km, about
}

// area is a district, or a province where district is "".
type area struct{ region, province, district string }

// surroundings stand for places that are not known: the middle of those that are
// known in the district or the province, and else the city that the province is
// named after, as most are after their capital.
type surroundings map[area]data.Point

func (w *Workspace) surroundings() surroundings {
	known := map[area][]data.Point{}
	for row := range w.Catalog.Len() {
		p := w.Catalog.Plaza(row)
		if point, ok := w.Places().Of(p.Renipress); ok {
			for _, a := range []area{{p.Region, p.Province, p.District}, {p.Region, p.Province, ""}} {
				known[a] = append(known[a], point)
			}
		}
	}
	s := surroundings{}
	for i := range w.Rules.Cities {
		c := &w.Rules.Cities[i]
		s[area{c.Region, c.Name, ""}] = data.Point{Lat: c.Lat, Lon: c.Lon}
	}
	for a, points := range known {
		s[a] = middle(points)
	}
	return s
}

func (s surroundings) of(p *data.Plaza) (data.Point, bool) {
	for _, a := range []area{{p.Region, p.Province, p.District}, {p.Region, p.Province, ""}} {
		if point, ok := s[a]; ok && p.Province != "" {
			return point, true
		}
	}
	return data.Point{}, false
}

// middle returns the point of the medians.
func middle(points []data.Point) data.Point {
	lats, lons := make([]float64, len(points)), make([]float64, len(points))
	for i, p := range points {
		lats[i], lons[i] = p.Lat, p.Lon
	}
	slices.Sort(lats)
	slices.Sort(lons)
	return data.Point{Lat: lats[len(lats)/2], Lon: lons[len(lons)/2]}
}

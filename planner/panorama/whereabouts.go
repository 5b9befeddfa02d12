package panorama

import (
	"math"
	"sync"

	"brujula/data"
	"brujula/data/places"
	"brujula/data/rules"
	"brujula/planner/workspace"
)

// Whereabouts is where one plaza is in the country.
type Whereabouts struct {
	Known  bool
	At     data.Point
	About  bool   // the middle of its district stands for the place
	Region string // as the offer names it
	// City is the nearest city that distances are measured from, and Km how far it is
	// in a straight line; "" where none is listed.
	City string
	Km   float64
}

// WhereaboutsOf finds the place of a plaza: its own, or the middle of its district.
func WhereaboutsOf(w *workspace.Workspace, p *data.Plaza) Whereabouts {
	out := Whereabouts{Region: p.Region}
	if out.At, out.Known = w.Places().Of(p.Renipress); !out.Known {
		middle, placed := places.Peru().Centroid(p.Region, p.Province, p.District)
		out.At, out.About, out.Known = data.Point{Lat: middle.Lat, Lon: middle.Lon}, true, placed
	}
	if out.Known {
		out.City, out.Km = nearestCity(w.Rules, out.At)
	}
	return out
}

func nearestCity(facts *rules.Rules, at data.Point) (name string, km float64) {
	km = math.Inf(1)
	for i := range facts.Cities {
		c := &facts.Cities[i]
		if d := at.Km(data.Point{Lat: c.Lat, Lon: c.Lon}); d < km {
			name, km = c.Name, d
		}
	}
	return name, km
}

// Speck is the middle of a district: the districts together draw the country.
type Speck struct {
	At     data.Point
	Region string
}

// Outline returns the middles of all districts. The slice is shared.
func Outline() []Speck { return outline() }

var outline = sync.OnceValue(func() []Speck {
	var out []Speck
	peru := places.Peru()
	for _, region := range peru.Regions() {
		for _, province := range peru.Provinces(region) {
			for _, district := range peru.Districts(region, province) {
				if at, ok := peru.Centroid(region, province, district); ok {
					out = append(out, Speck{At: data.Point{Lat: at.Lat, Lon: at.Lon}, Region: region})
				}
			}
		}
	}
	return out
})

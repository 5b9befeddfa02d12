package panorama

import (
	"cmp"
	"math"
	"slices"

	"brujula/data"
	"brujula/data/places"
	"brujula/planner/catalog"
)

// Atlas is where the plazas of a scope are: the map's dots, and its regions and
// provinces. It does not change once made and may be shared.
type Atlas struct {
	Spots []Spot
	Areas []Area // regions, and after each its provinces

	// Establishments by what is known of their place: their own, the middle of
	// their district, nothing.
	Exact, About, Unplaced int

	at map[area]int // of Areas
}

// Spot is an establishment with a known place.
type Spot struct {
	At               data.Point
	Region, Province int   // of Areas
	Band             uint8 // the best of its plazas; catalog.NoBand where none has a chance
	About            bool  // the place is the middle of its district
}

// area names a region, or a province of one.
type area struct{ region, province string }

// Area is a region, or a province of one.
type Area struct {
	Region, Province string // Province is "" for a whole region
	Middle           data.Point
	Placed           bool // Middle is known
	Plazas           int
	ByBand           []int // plazas with a chance, by band, best first
	Best             []int // rows of the catalog: what is best for the applicant, at most BestOf
}

// BestOf is how many plazas an area names.
const BestOf = 24

// Likely counts the plazas in a band that counts as likely; known is false where
// no plaza of the area has a chance.
func (a *Area) Likely(fig *catalog.Figures) (likely int, known bool) {
	all := 0
	for band, n := range a.ByBand {
		all += n
		if band < int(fig.Likely) {
			likely += n
		}
	}
	return likely, all > 0
}

// Atlas places the plazas that pass the filter; fig may be nil.
func (o *Overview) Atlas(filter catalog.Filter, fig *catalog.Figures) *Atlas {
	if fig == nil {
		fig = &catalog.Figures{}
	}
	a := &Atlas{at: map[area]int{}}
	seen := map[string]int{} // by RENIPRESS: of Spots, −1 for a place that is not known
	known := o.space.Places()
	for _, row := range o.c.Select(filter, fig).Rows {
		p := o.c.Plaza(row)
		region, province := a.areaOf(p.Region, "", fig), a.areaOf(p.Region, p.Province, fig)
		band := fig.BandOf(row)
		a.Areas[region].add(o.c, fig, row, band)
		if province != region { // as where the list names no province
			a.Areas[province].add(o.c, fig, row, band)
		}
		at, ok := seen[p.Renipress]
		if !ok {
			spot := Spot{Region: region, Province: province, Band: catalog.NoBand}
			at = len(a.Spots)
			switch point, listed := known.Of(p.Renipress); {
			case listed:
				spot.At = point
				a.Exact++
			default:
				middle, placed := places.Peru().Centroid(p.Region, p.Province, p.District)
				if !placed {
					at = -1
					a.Unplaced++
					break
				}
				spot.At, spot.About = data.Point{Lat: middle.Lat, Lon: middle.Lon}, true
				a.About++
			}
			seen[p.Renipress] = at
			if at >= 0 {
				a.Spots = append(a.Spots, spot)
			}
		}
		if at >= 0 {
			a.Spots[at].Band = min(a.Spots[at].Band, band)
		}
	}
	return a
}

// areaOf finds an area, or begins it. That of a province without a name is its
// region's own.
func (a *Atlas) areaOf(region, province string, fig *catalog.Figures) int {
	key := area{region, province}
	if at, ok := a.at[key]; ok {
		return at
	}
	middle, placed := places.Peru().Centroid(region, province, "")
	a.Areas = append(a.Areas, Area{
		Region: region, Province: province, ByBand: make([]int, len(fig.Bands)),
		Middle: data.Point{Lat: middle.Lat, Lon: middle.Lon}, Placed: placed,
	})
	a.at[key] = len(a.Areas) - 1
	return len(a.Areas) - 1
}

// add counts a plaza, and keeps it where it is among the best.
func (a *Area) add(c *catalog.Catalog, fig *catalog.Figures, row int, band uint8) {
	a.Plazas++
	if int(band) >= len(a.ByBand) {
		return
	}
	a.ByBand[band]++
	at, _ := slices.BinarySearchFunc(a.Best, row, func(x, y int) int { return byWorth(c, fig, x, y) })
	if at < BestOf {
		a.Best = slices.Insert(a.Best, at, row)
		a.Best = a.Best[:min(len(a.Best), BestOf)]
	}
}

// byWorth puts first what the applicant may count on, then what gives more
// points, then what is surer.
func byWorth(c *catalog.Catalog, fig *catalog.Figures, x, y int) int {
	far := func(row int) int {
		if fig.Band[row] < fig.Likely {
			return 0
		}
		return int(fig.Band[row])
	}
	return cmp.Or(
		cmp.Compare(far(x), far(y)),
		-cmp.Compare(known(fig.Points, x), known(fig.Points, y)),
		-cmp.Compare(known(fig.Chance, x), known(fig.Chance, y)),
		cmp.Compare(c.Plaza(x).Establishment, c.Plaza(y).Establishment),
		cmp.Compare(x, y),
	)
}

// known returns the figure of a row; less than any where there is none.
func known(figures []float64, row int) float64 {
	if row < len(figures) && !math.IsNaN(figures[row]) {
		return figures[row]
	}
	return math.Inf(-1)
}

// Area finds a region, or a province of one.
func (a *Atlas) Area(region, province string) (found *Area, ok bool) {
	at, ok := a.at[area{region, province}]
	if !ok {
		return &Area{Region: region, Province: province}, false
	}
	return &a.Areas[at], true
}

// Step returns the area that a move from an area leads to: from a region to a
// region, from a province to another of its region. dx is 1 for east, dy 1 for
// south, one of them 0; the same area where there is none on that side.
func (a *Atlas) Step(from *Area, dx, dy int) *Area {
	best, cost := from, math.Inf(1)
	for i := range a.Areas {
		to := &a.Areas[i]
		if !to.Placed || (to.Province == "") != (from.Province == "") || from.Province != "" && to.Region != from.Region {
			continue
		}
		east, south := to.Middle.Lon-from.Middle.Lon, from.Middle.Lat-to.Middle.Lat
		along, aside := east*float64(dx)+south*float64(dy), math.Abs(east*float64(dy)+south*float64(dx))
		if c := along + 2*aside; along > 0 && aside <= 2*along && c < cost {
			best, cost = to, c
		}
	}
	return best
}

// Box is a stretch of the map, in degrees.
type Box struct{ North, South, West, East float64 }

// Country is the box around Peru.
func Country() Box { return Box{North: -0.03, South: -18.36, West: -81.34, East: -68.65} }

// BoxOf is the box around the spots of a region, with a margin; the country where
// there is none.
func (a *Atlas) BoxOf(region string) Box {
	at, ok := a.at[area{region, ""}]
	b := Box{North: -90, South: 0, West: 0, East: -180}
	n := 0
	for i := range a.Spots {
		if s := &a.Spots[i]; ok && s.Region == at {
			b.North, b.South = max(b.North, s.At.Lat), min(b.South, s.At.Lat)
			b.West, b.East = min(b.West, s.At.Lon), max(b.East, s.At.Lon)
			n++
		}
	}
	if n == 0 {
		return Country()
	}
	return b.grown()
}

// leastBox is the least side of a box, in degrees: some 20 km.
const leastBox = 0.2

// grown returns a box a margin, and a side where all is at one place.
func (b Box) grown() Box {
	margin := max(leastBox/2, (b.North-b.South)/30, (b.East-b.West)/30)
	return Box{North: b.North + margin, South: b.South - margin, West: b.West - margin, East: b.East + margin}
}

// Fit returns how many dots of a picture a degree of longitude and of latitude
// take, where the box fits into w × h dots that are tall times as high as wide.
// A degree of longitude is as long as at the middle of the box.
func (b Box) Fit(w, h int, tall float64) (east, south float64) {
	narrow := math.Cos((b.North + b.South) / 2 * math.Pi / 180)
	south = min(float64(h-1)/(b.North-b.South), float64(w-1)/(b.East-b.West)/narrow/tall)
	return south * narrow * tall, south
}

package geo

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
)

// Index knows the places of establishments. It does not change once made and
// may be shared; a nil Index knows none.
type Index struct {
	points map[string]data.Point // by RENIPRESS
	report Report
}

// Report tells how the points of a list were found to be.
type Report struct {
	Given int   // points of the list
	Far   []Far // of these, left out: far from the other points of their province or region

	Offered int // establishments in the offers
	Placed  int // of these, with a point from the list that is used
	Own     int // of these, with a point from the offer's own columns, where the list has none
}

// Far is a point that cannot be where the list says.
type Far struct {
	Renipress        string
	Point            data.Point
	Province, Region string  // where the offer has the establishment
	Distance         float64 // km to the middle of the other points there
	Own              bool    // the point is not the list's but one of an offer's own columns
}

// Of returns the place of an establishment; ok is false where none is known.
func (x *Index) Of(renipress string) (p data.Point, ok bool) {
	if x == nil {
		return data.Point{}, false
	}
	p, ok = x.points[renipress]
	return p, ok
}

// Len counts the places.
func (x *Index) Len() int {
	if x == nil {
		return 0
	}
	return len(x.points)
}

// Report reports how the points were found to be.
func (x *Index) Report() Report {
	if x == nil {
		return Report{}
	}
	return x.report
}

// New takes the points of a stored list (nil for none) and checks them against
// where the offers have the establishments.
func New(table *library.Table, offers ...*data.Offer) *Index {
	x := &Index{points: pointsOf(table)}
	x.report.Given = len(x.points)
	homes := homesOf(offers)
	x.report.Offered = len(homes)
	x.dropFar(homes)
	for code := range homes {
		if _, ok := x.points[code]; ok {
			x.report.Placed++
		}
	}
	return x
}

// Columns of the stored list.
const (
	columnCode = "renipress"
	columnLat  = "latitud"
	columnLon  = "longitud"
)

// Table makes of points what the library stores.
func Table(points []lists.Located) *library.Table {
	table := &library.Table{Head: []string{columnCode, columnLat, columnLon}}
	for _, p := range points {
		table.Rows = append(table.Rows, []string{p.Renipress, degrees(p.Lat), degrees(p.Lon)})
	}
	return table
}

func degrees(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// pointsOf reads a stored list; rows that were damaged since are passed over.
func pointsOf(table *library.Table) map[string]data.Point {
	if table == nil || !slices.Equal(table.Head, []string{columnCode, columnLat, columnLon}) {
		return map[string]data.Point{}
	}
	points := make(map[string]data.Point, len(table.Rows))
	for _, row := range table.Rows {
		lat, okLat := data.ParseDegrees(row[1])
		lon, okLon := data.ParseDegrees(row[2])
		if p := (data.Point{Lat: lat, Lon: lon}); okLat && okLon && p.InPeru() {
			points[strings.Clone(row[0])] = p // a text of its own: that of the row holds its whole file
		}
	}
	return points
}

// manyShare is from how many establishments on one point are too many to be
// each where it is said to be.
const manyShare = 3

// Shared counts the establishments whose point three or more have in common:
// it is often the middle of a town.
func (x *Index) Shared() int {
	at := map[data.Point]int{}
	for _, p := range x.points {
		at[p]++
	}
	n := 0
	for _, count := range at {
		if count >= manyShare {
			n += count
		}
	}
	return n
}

// home is where the offers have an establishment.
type home struct{ region, province string }

func homesOf(offers []*data.Offer) map[string]home {
	homes := map[string]home{}
	for _, o := range offers {
		for i := range o.Plazas {
			p := &o.Plazas[i]
			if _, seen := homes[p.Renipress]; !seen {
				homes[p.Renipress] = home{p.Region, p.Province}
			}
		}
	}
	return homes
}

// What is far, in km. Measured on the list of 19,003 points and the offers of
// 2025-I and 2026-I: the lone posts of Loreto and Ucayali stay in, points that
// carry another place's figures go out.
const (
	fewPoints    = 5     // a province with fewer says nothing; its region does
	spread       = 4.0   // times the distance that three quarters of the points keep
	leastFar     = 60.0  // never less than this from the middle
	noNeighbours = 100.0 // and no two others of the province as near as this
	farInRegion  = 200.0 // the same for the region
)

// dropFar takes the points out that are far from all others of their province.
func (x *Index) dropFar(homes map[string]home) {
	groups := map[home][]string{}
	for code := range x.points {
		if h, ok := homes[code]; ok {
			groups[h] = append(groups[h], code)
			region := home{region: h.region}
			groups[region] = append(groups[region], code)
		}
	}
	for h, codes := range groups {
		switch {
		case h.province == "":
		case len(codes) >= fewPoints:
			x.judge(codes, h, codes, noNeighbours)
		default: // too few in the province: the region decides
			x.judge(codes, h, groups[home{region: h.region}], farInRegion)
		}
	}
	for _, far := range x.report.Far {
		delete(x.points, far.Renipress)
	}
	slices.SortFunc(x.report.Far, func(a, b Far) int { return cmp.Compare(a.Renipress, b.Renipress) })
}

// judge reports the points that lie far from the middle of a group and have no
// two neighbours in it.
func (x *Index) judge(codes []string, h home, group []string, alone float64) {
	if len(group) < fewPoints {
		return
	}
	middle, usual := x.middle(group)
	for _, code := range codes {
		p := x.points[code]
		away := p.Km(middle)
		if away > max(leastFar, spread*usual) && x.neighbours(code, group, alone) < 2 {
			x.report.Far = append(x.report.Far, Far{code, p, h.province, h.region, away, false})
		}
	}
}

// middle returns the point of the medians of a group, and the distance from it
// that three quarters of the group keep.
func (x *Index) middle(group []string) (middle data.Point, usual float64) {
	lats, lons := make([]float64, len(group)), make([]float64, len(group))
	for i, code := range group {
		lats[i], lons[i] = x.points[code].Lat, x.points[code].Lon
	}
	slices.Sort(lats)
	slices.Sort(lons)
	middle = data.Point{Lat: lats[len(lats)/2], Lon: lons[len(lons)/2]}
	away := data.Map(group, func(code string) float64 { return middle.Km(x.points[code]) })
	slices.Sort(away)
	return middle, away[len(away)*3/4]
}

func (x *Index) neighbours(code string, group []string, within float64) int {
	n := 0
	for _, other := range group {
		if other != code && x.points[code].Km(x.points[other]) <= within {
			n++
		}
	}
	return n
}

// Locate writes the places into the plazas of offers that were just loaded,
// for those who reckon with them.
func (x *Index) Locate(offers ...*data.Offer) {
	if x.Len() == 0 {
		return
	}
	for _, o := range offers {
		for i := range o.Plazas {
			if p, ok := x.points[o.Plazas[i].Renipress]; ok {
				o.Plazas[i].Lat, o.Plazas[i].Lon = p.Lat, p.Lon
			}
		}
	}
}

// WithOwn returns an index that takes from the offers' own columns the places of
// establishments that the list does not have, where the columns can be told to
// be right.
func (x *Index) WithOwn(offers ...*data.Offer) *Index {
	more := &Index{points: map[string]data.Point{}}
	for code, p := range x.points {
		more.points[code] = p
	}
	homes := homesOf(offers)
	ambiguous := map[string][]data.Point{}
	for _, o := range offers {
		for i := range o.Plazas {
			more.addOwn(&o.Plazas[i], ambiguous)
		}
	}
	more.settle(ambiguous, homes)
	more.dropFar(homes)
	far := more.report.Far
	more.report = x.report
	more.report.Far = slices.Clone(x.report.Far)
	for _, f := range far {
		if !slices.ContainsFunc(x.report.Far, func(old Far) bool { return old.Renipress == f.Renipress }) {
			f.Own = true
			more.report.Far = append(more.report.Far, f)
		}
	}
	for code := range homes {
		_, listed := x.points[code]
		if _, ok := more.points[code]; ok && !listed {
			more.report.Own++
		}
	}
	return more
}

// addOwn takes the coordinates among a plaza's other columns.
func (x *Index) addOwn(p *data.Plaza, ambiguous map[string][]data.Point) {
	if _, known := x.points[p.Renipress]; known || len(p.Extra) < 2 {
		return
	}
	lat, lon := "", ""
	for heading, value := range p.Extra {
		switch isLat, isLon := lists.CoordinateOf(heading); {
		case isLat:
			lat = value
		case isLon:
			lon = value
		}
	}
	points := candidates(lat, lon)
	if len(points) == 0 {
		points = candidates(lon, lat) // under each other's heading
	}
	switch len(points) {
	case 0:
	case 1:
		x.points[p.Renipress] = points[0]
	default:
		ambiguous[p.Renipress] = points
	}
}

// settle decides between two readings of a coordinate by the region: one of
// them must be among its other points, and the others not.
func (x *Index) settle(ambiguous map[string][]data.Point, homes map[string]home) {
	groups := map[string][]string{}
	for code := range x.points {
		if h, ok := homes[code]; ok {
			groups[h.region] = append(groups[h.region], code)
		}
	}
	sure := map[string]data.Point{}
	for code, points := range ambiguous {
		group := groups[homes[code].region]
		if len(group) < fewPoints {
			continue
		}
		middle, usual := x.middle(group)
		reach := max(leastFar, spread*usual)
		var fits []data.Point
		for _, p := range points {
			if p.Km(middle) <= reach {
				fits = append(fits, p)
			}
		}
		if len(fits) == 1 {
			sure[code] = fits[0]
		}
	}
	for code, p := range sure {
		x.points[code] = p
	}
}

package places

import (
	_ "embed"
	"strconv"
	"strings"

	"brujula/data/fold"
)

//go:embed centroids.tsv
var centroids string

// Point is a place in degrees north and east.
type Point struct{ Lat, Lon float64 }

// centres are mean places: of districts by canonical name, of a province and
// of a region. The mean of a larger place weighs its districts alike.
type centres struct {
	districts map[string]Point
	sum       Point
	n         int
}

func (c *centres) add(district string, p Point) {
	if c.districts == nil {
		c.districts = make(map[string]Point, 16)
	}
	c.districts[district] = p
	c.sum.Lat += p.Lat
	c.sum.Lon += p.Lon
	c.n++
}

func (c *centres) mean() (Point, bool) {
	if c.n == 0 {
		return Point{}, false
	}
	return Point{c.sum.Lat / float64(c.n), c.sum.Lon / float64(c.n)}, true
}

// readCentroids takes lines of code, degrees north and east and, where the code
// is not in the table of names, region, province and district.
func (x *Index) readCentroids(table string, names map[string][3]string) {
	for line := range strings.Lines(table) {
		part := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(part) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		name, ok := names[part[0]]
		if !ok && len(part) == 6 {
			name = [3]string(part[3:])
		}
		lat, err := strconv.ParseFloat(part[1], 64)
		lon, err2 := strconv.ParseFloat(part[2], 64)
		if err != nil || err2 != nil {
			continue
		}
		r := x.regions[fold.Squash(name[0])]
		p := x.provinceOf(name[0], name[1])
		if r == nil || p == nil {
			continue
		}
		district, ok := p.districts[fold.Squash(name[2])]
		if !ok {
			district = name[2]
		}
		p.centres.add(district, Point{lat, lon})
		r.centres.add(p.name+"/"+district, Point{lat, lon})
	}
}

// Centroid returns about where a district lies or, where that is not known, its
// province or region; ok is false where not even the region is known. It is
// good to about 1 km for the middle of the district, which may be tens of
// kilometres across.
func (x *Index) Centroid(regionName, provinceName, districtName string) (at Point, ok bool) {
	r := x.regions[fold.Squash(regionName)]
	if r == nil {
		return Point{}, false
	}
	p := r.provinces[fold.Squash(provinceName)]
	if p == nil {
		return r.centres.mean()
	}
	if name, known := p.districts[fold.Squash(districtName)]; known {
		if at, ok = p.centres.districts[name]; ok {
			return at, true
		}
	}
	if at, ok = p.centres.mean(); ok {
		return at, true
	}
	return r.centres.mean()
}

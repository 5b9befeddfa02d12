package geo

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/library"
)

// Verdict is what was found of the points of a list, and of those of the offers' own
// columns, beside where all the offers have the establishments. With it an index is
// made of a part of the lists (see Verdict.Index) that is the same as that of the
// whole for the establishments of the part.
type Verdict struct {
	Listed  Report                // of the list
	All     Report                // with the offers' own columns
	Own     map[string]data.Point // by RENIPRESS, the points of these
	Removed []string              // RENIPRESS whose listed point these have put in doubt
}

// Judge returns what was found when an index was made of whole lists, and its own
// points were added to it (WithOwn).
func Judge(listed, withOwn *Index) Verdict {
	v := Verdict{Listed: listed.Report(), All: withOwn.Report(), Own: map[string]data.Point{}}
	for code, p := range withOwn.points {
		if _, ok := listed.points[code]; !ok {
			v.Own[code] = p
		}
	}
	for code := range listed.points {
		if _, ok := withOwn.points[code]; !ok {
			v.Removed = append(v.Removed, code)
		}
	}
	slices.Sort(v.Removed)
	return v
}

// Index returns the indexes of a part of a stored list (nil for none): that of the
// list, and that with the offers' own points.
func (v *Verdict) Index(table *library.Table) (listed, withOwn *Index) {
	listed = &Index{points: pointsOf(table), report: v.Listed}
	for _, far := range v.Listed.Far {
		delete(listed.points, far.Renipress)
	}
	withOwn = &Index{points: maps.Clone(listed.points), report: v.All}
	for _, code := range v.Removed {
		delete(withOwn.points, code)
	}
	maps.Copy(withOwn.points, v.Own)
	return listed, withOwn
}

// candidates are the points that a pair of coordinates may mean. Where the
// decimal point was lost (-505830398 for -5.05830398, as in a republished
// offer of 2025-I), it is put back after one or two digits; Peru leaves at most
// two points, of which only the neighbourhood can tell which is meant.
func candidates(latText, lonText string) []data.Point {
	lats, lons := readings(latText, -90, 90), readings(lonText, -180, 180)
	var out []data.Point
	for _, lat := range lats {
		for _, lon := range lons {
			if p := (data.Point{Lat: lat, Lon: lon}); p.InPeru() {
				out = append(out, p)
			}
		}
	}
	return out
}

// readings are the numbers within a range that a text may stand for.
func readings(text string, least, most float64) []float64 {
	x, ok := data.ParseDegrees(text)
	if !ok {
		return nil
	}
	if x >= least && x <= most {
		return []float64{x}
	}
	if strings.ContainsAny(text, ".,") {
		return nil // it has its decimal point, and is wrong
	}
	digits := strings.TrimPrefix(strings.TrimSpace(text), "-")
	var out []float64
	for whole := 1; whole <= 2 && whole < len(digits); whole++ {
		v, err := strconv.ParseFloat(digits[:whole]+"."+digits[whole:], 64)
		if err != nil {
			return nil
		}
		if x < 0 {
			v = -v
		}
		out = append(out, v)
	}
	return out
}

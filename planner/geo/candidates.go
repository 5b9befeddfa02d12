package geo

import (
	"strconv"
	"strings"

	"brujula/data"
)

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

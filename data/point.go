package data

import (
	"math"
	"strconv"
	"strings"
)

// Point is a place in degrees of WGS 84, north and east positive.
type Point struct{ Lat, Lon float64 }

// earthRadius is the mean radius of the Earth in km (IUGG).
const earthRadius = 6371.0088

// Km returns the straight-line (great-circle) distance to another point in km, by
// the haversine formula, which stays exact for near places.
func (p Point) Km(to Point) float64 {
	const degree = math.Pi / 180
	north := math.Sin((to.Lat - p.Lat) * degree / 2)
	east := math.Sin((to.Lon - p.Lon) * degree / 2)
	h := north*north + math.Cos(p.Lat*degree)*math.Cos(to.Lat*degree)*east*east
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, h)))
}

// The extreme points of Peru, outward to the next tenth of a degree (Instituto
// Geográfico Nacional: 0°02' to 18°21' south, 68°39' to 81°20' west).
const (
	north = 0.0
	south = -18.4
	west  = -81.4
	east  = -68.6
)

// InPeru reports whether the point lies in the rectangle around the country.
func (p Point) InPeru() bool {
	return p.Lat <= north && p.Lat >= south && p.Lon >= west && p.Lon <= east && p != Point{}
}

// ParseDegrees reads a coordinate in degrees, with a decimal point or comma, or in
// degrees, minutes and seconds with the letter of the hemisphere or a sign.
func ParseDegrees(text string) (x float64, ok bool) {
	if x, err := strconv.ParseFloat(text, 64); err == nil { // as it is stored: no copies
		return x, !math.IsInf(x, 0) && !math.IsNaN(x)
	}
	text = strings.ReplaceAll(strings.TrimSpace(text), ",", ".")
	text = strings.ReplaceAll(text, "−", "-")
	x, err := strconv.ParseFloat(text, 64)
	if err == nil {
		return x, !math.IsInf(x, 0) && !math.IsNaN(x)
	}
	return sexagesimal(text)
}

// sexagesimal reads 14°54'14.9"S, S 14 54 14.9, 70°11.96' O and -14° 54' 14.9”.
func sexagesimal(text string) (x float64, ok bool) {
	text = strings.ToUpper(text)
	letters := strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, text)
	if len(letters) > 1 || !strings.Contains("NSEWO", letters) {
		return 0, false
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if len(parts) == 0 || len(parts) > 3 || len(parts) == 1 && letters == "" || strings.LastIndex(text, "-") > 0 {
		return 0, false
	}
	unit := 1.0
	for i, part := range parts {
		n, err := strconv.ParseFloat(part, 64)
		if err != nil || i > 0 && n >= 60 || i+1 < len(parts) && strings.Contains(part, ".") {
			return 0, false
		}
		x += n / unit
		unit *= 60
	}
	if strings.HasPrefix(text, "-") != (letters == "S" || letters == "W" || letters == "O") {
		x = -x
	}
	return x, true
}

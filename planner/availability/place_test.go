package availability

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/places"
)

func TestKilometres(t *testing.T) {
	for _, c := range []struct {
		name                   string
		lat1, lon1, lat2, lon2 float64
		want                   float64 // great circle
	}{
		{"Puno to Juliaca", -15.84, -70.02, -15.49, -70.13, 40.7},
		{"Cusco to Quillabamba", -13.52, -71.97, -12.86, -72.69, 107},
		{"nowhere to go", -12, -77, -12, -77, 0},
	} {
		if got := kilometres(c.lat1, c.lon1, c.lat2, c.lon2); math.Abs(got-c.want) > 0.01*c.want+1e-9 {
			t.Errorf("%s: %.1f km, want %.1f", c.name, got, c.want)
		}
	}
}

func TestDistanceToCity(t *testing.T) {
	for _, c := range []struct {
		name string
		at   places.Point
		want string
	}{
		{"in a great city", places.Point{Lat: -15.84, Lon: -70.02}, "0"},
		{"Lampa, 28 km from Juliaca", places.Point{Lat: -15.36, Lon: -70.37}, "1"},
		{"beyond the last edge: Iñapari", places.Point{Lat: -10.95, Lon: -69.58}, "7"},
	} {
		if got := distanceToCity(c.at); got != c.want {
			t.Errorf("%s: level %q, want %q", c.name, got, c.want)
		}
	}
}

// Wherever a place lies, its four corners of a grid weigh one together, and the
// corners' mean place is its own: the tents are a smooth surface.
func TestTentsAreBilinear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := places.Point{Lat: rapid.Float64Range(-18, 0).Draw(t, "lat"), Lon: rapid.Float64Range(-81, -69).Draw(t, "lon")}
		for e, width := range tentWidths {
			sum, north, east := 0.0, 0.0, 0.0
			for _, corner := range appendTents(nil, firstTent+Effect(e), width, at) {
				i, j, _ := strings.Cut(corner.level.value, separator)
				lat, _ := strconv.Atoi(i)
				lon, _ := strconv.Atoi(j)
				sum += corner.value
				north += corner.value * float64(lat) * width
				east += corner.value * float64(lon) * width / math.Cos(middleLatitude*math.Pi/180)
			}
			if math.Abs(sum-1) > 1e-5 || math.Abs(north-at.Lat) > 1e-3 || math.Abs(east-at.Lon) > 1e-3 {
				t.Fatalf("%v: weight %v about %v, %v", at, sum, north, east)
			}
		}
	})
}

// A plaza lies at its coordinates unless they are far from its district, else
// in the middle of the smallest place that is known.
func TestPlaceOf(t *testing.T) {
	puno, _ := places.Peru().Centroid("PUNO", "PUNO", "PUNO")
	region, _ := places.Peru().Centroid("PUNO", "", "")
	for _, c := range []struct {
		name  string
		plaza data.Plaza
		want  places.Point
	}{
		{"coordinates", data.Plaza{Region: "PUNO", Province: "PUNO", District: "PUNO", Lat: -15.9, Lon: -70.1}, places.Point{Lat: -15.9, Lon: -70.1}},
		{"coordinates in Lima", data.Plaza{Region: "PUNO", Province: "PUNO", District: "PUNO", Lat: -12, Lon: -77}, puno},
		{"none", data.Plaza{Region: "PUNO", Province: "PUNO", District: "PUNO"}, puno},
		{"region alone", data.Plaza{Region: "PUNO"}, region},
		{"nothing", data.Plaza{}, places.Point{}},
	} {
		if got := placeOf(&c.plaza).at; got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

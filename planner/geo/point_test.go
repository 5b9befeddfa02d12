package geo

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestDistance(t *testing.T) {
	// One degree of a great circle is 111.195 km; Lima to Cusco and Puno to
	// Juliaca by the coordinates of the rules, checked against Vincenty's
	// formula on a sphere.
	for _, tt := range []struct {
		a, b Point
		want float64
	}{
		{Point{0, -75}, Point{-1, -75}, 111.195},
		{Point{-10, -75}, Point{-10, -75}, 0},
		{Point{-12.0464, -77.0428}, Point{-13.5168, -71.9788}, 572},
		{Point{-15.8402, -70.0219}, Point{-15.4997, -70.1333}, 39.7},
	} {
		if got := Distance(tt.a, tt.b); math.Abs(got-tt.want) > 0.005*tt.want+0.001 {
			t.Errorf("%v to %v: %.3f km, want %.3f", tt.a, tt.b, got, tt.want)
		}
	}
}

// cosines is the spherical law of cosines, a second way to the same distance.
func cosines(a, b Point) float64 {
	const d = math.Pi / 180
	return earthRadius * math.Acos(min(1, math.Sin(a.Lat*d)*math.Sin(b.Lat*d)+math.Cos(a.Lat*d)*math.Cos(b.Lat*d)*math.Cos((a.Lon-b.Lon)*d)))
}

func anyPoint(t *rapid.T) Point {
	return Point{rapid.Float64Range(south, north).Draw(t, "lat"), rapid.Float64Range(west, east).Draw(t, "lon")}
}

func TestDistanceAgreesWithTheLawOfCosines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyPoint(t), anyPoint(t), anyPoint(t)
		ab := Distance(a, b)
		if math.Abs(ab-cosines(a, b)) > 0.001+1e-6*ab || ab != Distance(b, a) {
			t.Fatalf("%v to %v: %v, %v by cosines", a, b, ab, cosines(a, b))
		}
		if ab > Distance(a, c)+Distance(c, b)+1e-6 {
			t.Fatalf("the way over %v is shorter", c)
		}
	})
}

func TestCandidatesPutTheDecimalPointBack(t *testing.T) {
	for _, tt := range []struct {
		lat, lon string
		want     []Point
	}{
		{"-6.23", "-77.87", []Point{{-6.23, -77.87}}},
		{"-6,23", "-77,87", []Point{{-6.23, -77.87}}},
		{"-505830398", "-7833673233", []Point{{-5.05830398, -78.33673233}}},                                 // -50 is not in Peru
		{"-1360911902", "-7334093778", []Point{{-1.360911902, -73.34093778}, {-13.60911902, -73.34093778}}}, // both are
		{"-7833673233", "-505830398", nil},
		{"0", "0", nil},
		{"", "-77", nil},
		{"-6.23", "no", nil},
		{"60.1", "-77", nil},
		{"-", "-", nil},
		{"-5", "-7", nil},
	} {
		if diff := cmp.Diff(tt.want, candidates(tt.lat, tt.lon)); diff != "" {
			t.Errorf("%s %s: %s", tt.lat, tt.lon, diff)
		}
	}
}

package data

import (
	"math"
	"testing"

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
		if got := tt.a.Km(tt.b); math.Abs(got-tt.want) > 0.005*tt.want+0.001 {
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
		ab := a.Km(b)
		if math.Abs(ab-cosines(a, b)) > 0.001+1e-6*ab || ab != b.Km(a) {
			t.Fatalf("%v to %v: %v, %v by cosines", a, b, ab, cosines(a, b))
		}
		if ab > a.Km(c)+c.Km(b)+1e-6 {
			t.Fatalf("the way over %v is shorter", c)
		}
	})
}

// Degrees come in many forms.
func TestParseDegrees(t *testing.T) {
	for text, want := range map[string]float64{
		"-14.904": -14.904, "-14,904": -14.904, "−14.904": -14.904, `14°54'14.4"S`: -14.904, "14° 54' 14.4'' S": -14.904, "S 14 54 14.4": -14.904,
		"-14° 54′ 14,4″": -14.904, "14°54.24'S": -14.904, "70°12' O": -70.2, "70°12'W": -70.2, "14.904 S": -14.904, "-14.904°": 0, "12°N": 12,
		"14°75'S": 0, "a": 0, "14S54W": 0, "14-54-14": 0, "": 0, "1 2 3 4": 0, "14.5°30'S": 0,
	} {
		got, ok := ParseDegrees(text)
		if ok != (want != 0) || ok && math.Abs(got-want) > 1e-9 {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
	}
}

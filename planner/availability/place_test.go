package availability

import (
	"math"
	"strings"
	"testing"

	"brujula/data"
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

func TestDistanceToCapital(t *testing.T) {
	for _, c := range []struct {
		name  string
		plaza data.Plaza
		want  string
	}{
		{"in the capital", data.Plaza{Region: "PUNO", Lat: -15.84, Lon: -70.02}, "0"},
		{"40 km away", data.Plaza{Region: "PUNO", Lat: -15.49, Lon: -70.13}, "3"},
		{"beyond the last edge", data.Plaza{Region: "LORETO", Lat: -2, Lon: -76}, "7"},
		{"no coordinates", data.Plaza{Region: "PUNO"}, ""},
		{"no region", data.Plaza{Lat: -15, Lon: -70}, ""},
	} {
		if got := distanceToCapital(&c.plaza); got != c.want {
			t.Errorf("%s: level %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEveryRegionHasItsCapital(t *testing.T) {
	regions := strings.Split("AMAZONAS,ANCASH,APURIMAC,AREQUIPA,AYACUCHO,CAJAMARCA,CALLAO,CUSCO,HUANCAVELICA,HUANUCO,ICA,JUNIN,LA LIBERTAD,"+
		"LAMBAYEQUE,LIMA,LORETO,MADRE DE DIOS,MOQUEGUA,PASCO,PIURA,PUNO,SAN MARTIN,TACNA,TUMBES,UCAYALI", ",")
	if len(regions) != 25 {
		t.Fatalf("%d regions", len(regions))
	}
	for _, region := range regions {
		lat, lon, ok := regionCapital(region)
		if !ok || lat > 0 || lat < -18.4 || lon > -68.6 || lon < -81.4 {
			t.Errorf("%s: %v, %v, %v", region, lat, lon, ok)
		}
	}
}

// Coordinates are welcome, not needed: without them the fit is the one without
// the effect.
func TestFitWithoutCoordinatesHasNoDistance(t *testing.T) {
	w := makeWorld(91, "2025-I", data.Remunerada, 60, 1)
	count := func(m *Model) (n int) {
		for _, l := range m.parts[data.Remunerada].levels {
			if l.effect == SharedDistance {
				n++
			}
		}
		return n
	}
	if n := count(mustFit(t, DefaultSettings(), w.history)); n != 0 {
		t.Errorf("%d distances without coordinates", n)
	}
	for i := range w.history.Offer.Plazas {
		p := &w.history.Offer.Plazas[i]
		p.Lat, p.Lon = -15.8-float64(i%7)/10, -70
	}
	if n := count(mustFit(t, DefaultSettings(), w.history)); n < 2 {
		t.Errorf("%d distances with coordinates", n)
	}
}

package geo

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/lists/liststest"
	"brujula/data/rules"
)

// realCoordinates is the name of the file of the real coordinates.
const realCoordinates = "coordenadas-renipress.csv"

// realLists returns the real coordinates and offers, which are not part of the
// project.
func realLists(tb testing.TB) (*lists.Coordinates, []*data.Offer) {
	tb.Helper()
	item, err := lists.ReadCoordinates(context.Background(), filepath.Join(liststest.Folder(tb), realCoordinates), lists.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	offers := []*data.Offer{
		liststest.Offer(tb, "2025-I", data.Remunerada),
		liststest.Offer(tb, "2026-I", data.Remunerada),
		liststest.Offer(tb, "2026-I", data.Equivalente),
	}
	return item, offers
}

func TestRealPlazasNearJuliaca(t *testing.T) {
	item, offers := realLists(t)
	x := New(Table(item.Points), offers...)
	own := x.WithOwn(offers...)
	t.Logf("%d points, %+v rejected; %+v", item.Info.Rows, item.Info.Rejected, own.Report().Offered)
	r := own.Report()
	t.Logf("placed %d of %d, own %d, far %d, shared %d", r.Placed, r.Offered, r.Own, len(r.Far), own.Shared())
	for _, f := range r.Far {
		t.Logf("far: %+v", f)
	}
	place, ok := x.Find(rules.Default(), "juliaca")
	if !ok {
		t.Fatal("Juliaca is not known")
	}
	regions, n := map[string]int{}, 0
	near := map[string]float64{}
	for i := range offers[1].Plazas {
		p := &offers[1].Plazas[i]
		at, known := x.Of(p.Renipress)
		if !known || place.Point.Km(at) > 60 {
			continue
		}
		n++
		regions[p.Region]++
		if km, seen := near[p.Province]; !seen || place.Point.Km(at) < km {
			near[p.Province] = place.Point.Km(at)
		}
	}
	if n < 50 || regions["PUNO"] != n {
		t.Errorf("%d plazas within 60 km, by region %v", n, regions)
	}
	// Juliaca is in San Román, which must be the nearest province.
	nearest := slices.MinFunc(slices.Collect(func(yield func(string) bool) {
		for p := range near {
			if !yield(p) {
				return
			}
		}
	}), func(a, b string) int { return int(1000 * (near[a] - near[b])) })
	if nearest != "SAN ROMAN" {
		t.Errorf("the nearest province is %s: %v", nearest, near)
	}
}

// chord is the distance in km by the straight line through the Earth, a way of
// its own to the length of the arc.
func chord(a, b data.Point) float64 {
	at := func(p data.Point) (x, y, z float64) {
		lat, lon := p.Lat*math.Pi/180, p.Lon*math.Pi/180
		return math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)
	}
	ax, ay, az := at(a)
	bx, by, bz := at(b)
	return 2 * 6371.0088 * math.Asin(math.Hypot(math.Hypot(ax-bx, ay-by), az-bz)/2)
}

// The establishments within 60 km of Juliaca and their order are those of a
// plain reading of the file with another formula.
func TestRealOrderNearJuliaca(t *testing.T) {
	item, offers := realLists(t)
	x := New(Table(item.Points), offers...)
	place, _ := x.Find(rules.Default(), "juliaca")
	content, err := os.ReadFile(filepath.Join(liststest.Folder(t), realCoordinates))
	if err != nil {
		t.Fatal(err)
	}
	plain := map[string]float64{}
	for line := range strings.Lines(string(content)) {
		fields := strings.Split(strings.TrimSpace(line), ",")
		lat, errLat := strconv.ParseFloat(fields[1], 64)
		lon, errLon := strconv.ParseFloat(fields[2], 64)
		if errLat == nil && errLon == nil {
			plain[fields[0]] = chord(place.Point, data.Point{Lat: lat, Lon: lon})
		}
	}
	var want, got []string
	reach := map[string]float64{}
	for i := range offers[1].Plazas {
		code := offers[1].Plazas[i].Renipress
		if km, ok := plain[code]; ok && km <= 60 && !slices.Contains(want, code) {
			want = append(want, code)
		}
		if p, ok := x.Of(code); ok && place.Point.Km(p) <= 60 && !slices.Contains(got, code) {
			got = append(got, code)
			reach[code] = place.Point.Km(p)
		}
	}
	by := func(km map[string]float64) func(a, b string) int {
		return func(a, b string) int {
			if d := math.Round((km[a] - km[b]) * 1e6); d != 0 {
				return int(math.Copysign(1, d))
			}
			return strings.Compare(a, b)
		}
	}
	slices.SortFunc(want, by(plain))
	slices.SortFunc(got, by(reach))
	if len(want) < 20 || !slices.Equal(want, got) {
		t.Errorf("%d by a plain reading, %d found:\n%v\n%v", len(want), len(got), want, got)
	}
}

func BenchmarkReal(b *testing.B) {
	item, offers := realLists(b)
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			New(Table(item.Points), offers...)
		}
	})
	x := New(Table(item.Points), offers...)
	b.Run("locate", func(b *testing.B) {
		for b.Loop() {
			x.Locate(offers...)
		}
	})
	b.Run("own", func(b *testing.B) {
		for b.Loop() {
			x.WithOwn(offers...)
		}
	})
}

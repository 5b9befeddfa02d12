package geo

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/lists/liststest"
	"brujula/data/rules"
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

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "coordenadas.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRead(t *testing.T) {
	path := write(t, "Coordenadas de establecimientos\nLongitud;Código RENIPRESS;Latitud\n"+
		"-70.1;1;-15.5\n-70,2;00000002;-15,6\n-70.1;1;-15.5\n-70.1001;1;-15.5\n"+ // twice the same, twice near
		"-71;3;-15\n-72;3;-15\n"+ // twice far
		"10;4;10\n-70;cinco;-15\n-70;6;\n;;\n")
	item, err := Read(context.Background(), path, lists.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"00000001", "-15.5", "-70.1"}, {"00000002", "-15.6", "-70.2"}}
	if diff := cmp.Diff(want, item.Table.Rows); diff != "" {
		t.Error(diff)
	}
	if i := item.Info; i.Rows != 2 || i.Rejected != 4 || i.Skipped != 3 || i.Kind != data.KindCoordinates || i.SHA256 == "" {
		t.Errorf("%+v", i)
	}
	var levels []string
	for _, p := range item.Problems {
		levels = append(levels, fmt.Sprintf("%d%s %s", p.Row, p.Column, p.Level))
	}
	if diff := cmp.Diff([]string{"6C aviso", "8C rechazo", "9C rechazo", "10B rechazo", "11C rechazo"}, levels); diff != "" {
		t.Error(diff)
	}
}

func TestReadSaysWhatIsMissing(t *testing.T) {
	for _, text := range []string{"a;b;c\n1;2;3\n", "renipress;latitud;longitud\n"} {
		if _, err := Read(context.Background(), write(t, text), lists.Options{}); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("renipress;latitud;longitud\n1;-15;-70\n")
	f.Add("CODIGO,NORTE,ESTE\n\x1b[31m1,-1e400,NaN\n")
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "x.csv")
		if os.WriteFile(path, []byte(text), 0o600) != nil {
			t.Skip()
		}
		item, err := Read(context.Background(), path, lists.Options{})
		if err != nil {
			return
		}
		for _, row := range item.Table.Rows {
			lat, _ := parse(row[1])
			lon, _ := parse(row[2])
			if !InPeru(Point{lat, lon}) {
				t.Fatalf("kept %v", row)
			}
		}
	})
}

// town is an offer of n establishments of one province around a point.
func town(region, province string, first, n int, middle Point) (*data.Offer, [][]string) {
	o := &data.Offer{}
	var rows [][]string
	for i := range n {
		code := fmt.Sprintf("%08d", first+i)
		o.Plazas = append(o.Plazas, data.Plaza{PlazaID: data.PlazaID{Renipress: code}, Region: region, Province: province})
		rows = append(rows, []string{code, degrees(middle.Lat + 0.1*float64(i%4)), degrees(middle.Lon + 0.07*float64(i%5))})
	}
	return o, rows
}

func tableOf(rows ...[]string) *library.Table {
	return &library.Table{Head: []string{columnCode, columnLat, columnLon}, Rows: rows}
}

func TestFarPointsAreReportedAndNotUsed(t *testing.T) {
	puno, rows := town("PUNO", "PUNO", 1, 12, Point{-15.8, -70})
	loreto, more := town("LORETO", "MAYNAS", 101, 12, Point{-3.7, -73.2})
	rows = append(rows, more...)
	rows[0] = []string{"00000001", "-6.2", "-77.8"}         // Chachapoyas, of an establishment of Puno
	rows[1] = []string{"00000002", "-16.3", "-69.2"}        // 100 km off, as remote posts are
	rows = append(rows, []string{"00000999", "-12", "-77"}) // of no offer: nothing to compare it with
	x := New(tableOf(rows...), puno, loreto)
	if _, ok := x.Of("00000001"); ok {
		t.Error("a point at the other end of the country is used")
	}
	for _, code := range []string{"00000002", "00000101", "00000999"} {
		if _, ok := x.Of(code); !ok {
			t.Errorf("%s is not used", code)
		}
	}
	r := x.Report()
	if len(r.Far) != 1 || r.Far[0].Renipress != "00000001" || r.Given != 25 || r.Offered != 24 || r.Placed != 23 {
		t.Errorf("%+v", r)
	}
	plazas := []*data.Offer{puno, loreto}
	x.Locate(plazas...)
	if puno.Plazas[0].Lat != 0 || puno.Plazas[1].Lat != -16.3 {
		t.Errorf("located at %v and %v", puno.Plazas[0].Lat, puno.Plazas[1].Lat)
	}
}

// A lone post far from its region's others stays when others stand by it.
func TestRemotePostsWithNeighboursStay(t *testing.T) {
	offer, rows := town("LORETO", "MAYNAS", 1, 12, Point{-3.7, -73.2})
	for i := range 3 {
		code := fmt.Sprintf("0000005%d", i)
		offer.Plazas = append(offer.Plazas, data.Plaza{PlazaID: data.PlazaID{Renipress: code}, Region: "LORETO", Province: "MAYNAS"})
		rows = append(rows, []string{code, degrees(-0.97 - 0.2*float64(i)), "-75.18"})
	}
	if r := New(tableOf(rows...), offer).Report(); len(r.Far) != 0 {
		t.Errorf("%+v", r.Far)
	}
}

func TestOwnColumnsAreTakenWhereTheyCanBeRight(t *testing.T) {
	offer, rows := town("APURIMAC", "ANDAHUAYLAS", 1, 12, Point{-13.6, -73.3})
	extra := func(code, lat, lon string) {
		offer.Plazas = append(offer.Plazas, data.Plaza{
			PlazaID: data.PlazaID{Renipress: code}, Region: "APURIMAC", Province: "ANDAHUAYLAS", Extra: map[string]string{"norte": lat, "este": lon},
		})
	}
	extra("00000050", "-1360911902", "-7334093778") // -1.36 or -13.6: Apurímac decides
	extra("00000051", "-505830398", "-7833673233")  // sure, and far from its province
	extra("00000052", "", "")
	x := New(tableOf(rows...), offer).WithOwn(offer)
	if p, ok := x.Of("00000050"); !ok || p != (Point{-13.60911902, -73.34093778}) {
		t.Errorf("%v %v", p, ok)
	}
	for _, code := range []string{"00000051", "00000052"} {
		if _, ok := x.Of(code); ok {
			t.Errorf("%s is used", code)
		}
	}
	if r := x.Report(); r.Own != 1 || r.Placed != 12 || len(r.Far) != 1 {
		t.Errorf("%+v", r)
	}
}

func TestFind(t *testing.T) {
	x := New(tableOf([]string{"00000001", "-15.5", "-70.1"}))
	facts := rules.Default()
	for text, want := range map[string]bool{"juliaca": true, "Áncash": false, "HUARAZ": true, "1": true, "00000002": false, "": false, "cerro de  pasco": true} {
		if place, ok := x.Find(facts, text); ok != want {
			t.Errorf("%q: %v %v", text, place, ok)
		}
	}
	for i := range facts.Cities {
		if c := facts.Cities[i]; !InPeru(Point{c.Lat, c.Lon}) {
			t.Errorf("%s lies outside Peru", c.Name)
		}
	}
}

func TestANilIndexKnowsNothing(t *testing.T) {
	var x *Index
	if _, ok := x.Of("00000001"); ok || x.Len() != 0 || x.Report().Given != 0 {
		t.Error("a nil index knows something")
	}
	if _, ok := x.Find(rules.Default(), "puno"); !ok {
		t.Error("cities are known without coordinates")
	}
}

// realCoordinates is the name of the file of the real coordinates.
const realCoordinates = "coordenadas-renipress.csv"

// realLists gives the real coordinates and offers, which are not part of the
// project.
func realLists(tb testing.TB) (library.Item, []*data.Offer) {
	tb.Helper()
	item, err := Read(context.Background(), filepath.Join(liststest.Folder(tb), realCoordinates), lists.Options{})
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
	x := New(item.Table, offers...)
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
		if !known || Distance(place.Point, at) > 60 {
			continue
		}
		n++
		regions[p.Region]++
		if km, seen := near[p.Province]; !seen || Distance(place.Point, at) < km {
			near[p.Province] = Distance(place.Point, at)
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
func chord(a, b Point) float64 {
	at := func(p Point) (x, y, z float64) {
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
	x := New(item.Table, offers...)
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
			plain[fields[0]] = chord(place.Point, Point{lat, lon})
		}
	}
	var want, got []string
	reach := map[string]float64{}
	for i := range offers[1].Plazas {
		code := offers[1].Plazas[i].Renipress
		if km, ok := plain[code]; ok && km <= 60 && !slices.Contains(want, code) {
			want = append(want, code)
		}
		if p, ok := x.Of(code); ok && Distance(place.Point, p) <= 60 && !slices.Contains(got, code) {
			got = append(got, code)
			reach[code] = Distance(place.Point, p)
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
			New(item.Table, offers...)
		}
	})
	x := New(item.Table, offers...)
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

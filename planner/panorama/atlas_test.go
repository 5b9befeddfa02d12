package panorama

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/places"
	"brujula/planner/catalog"
)

// everywhere is an atlas of all regions and provinces without a plaza.
func everywhere() *Atlas {
	a := &Atlas{at: map[area]int{}}
	for _, region := range places.Peru().Regions() {
		a.areaOf(region, "", &catalog.Figures{})
		for _, province := range places.Peru().Provinces(region) {
			a.areaOf(region, province, &catalog.Figures{})
		}
	}
	return a
}

// From every region the arrows lead to every other, and within a region from
// every province to every other.
func TestArrowsReachEveryArea(t *testing.T) {
	a := everywhere()
	for i := range a.Areas {
		start := &a.Areas[i]
		want := 0
		for j := range a.Areas {
			if to := &a.Areas[j]; (to.Province == "") == (start.Province == "") && (start.Province == "" || to.Region == start.Region) {
				want++
			}
		}
		reached, next := map[*Area]bool{start: true}, []*Area{start}
		for len(next) > 0 {
			from := next[0]
			next = next[1:]
			for _, d := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				if to := a.Step(from, d[0], d[1]); !reached[to] {
					reached[to] = true
					next = append(next, to)
				}
			}
		}
		if len(reached) != want {
			t.Errorf("%s %s: %d of %d reached", start.Region, start.Province, len(reached), want)
		}
	}
}

// The neighbours that one sees on the map are where the arrows lead.
func TestArrowsFollowTheMap(t *testing.T) {
	a := everywhere()
	for _, tt := range []struct {
		from   string
		dx, dy int
		want   string
	}{
		{"TUMBES", 0, 1, "PIURA"},
		{"PUNO", -1, 0, "AREQUIPA"},
		{"TACNA", 0, 1, "TACNA"},
		{"CAJAMARCA", 0, 1, "LA LIBERTAD"},
		{"CUSCO", 1, 0, "MADRE DE DIOS"},
	} {
		from, ok := a.Area(tt.from, "")
		if to := a.Step(from, tt.dx, tt.dy); !ok || to.Region != tt.want {
			t.Errorf("from %s by %d, %d: %s, want %s", tt.from, tt.dx, tt.dy, to.Region, tt.want)
		}
	}
}

func TestAtlasCountsEveryPlaza(t *testing.T) {
	o := sample(t)
	fig := &catalog.Figures{
		Bands: []string{"M", "P", "D", "I", "N"}, Likely: 2,
		Band: []uint8{2, 1, 0, catalog.NoBand}, Chance: []float64{0.6, 0.9, 0.99, math.NaN()}, Points: []float64{10, 8, 10, 4},
	}
	a := o.Atlas(catalog.Filter{}, fig)
	if a.Exact+a.About+a.Unplaced != 4 || len(a.Spots) != a.Exact+a.About {
		t.Errorf("%d + %d + %d establishments, %d spots", a.Exact, a.About, a.Unplaced, len(a.Spots))
	}
	plazas := 0
	for _, region := range []string{"PUNO", "CUSCO"} {
		r, ok := a.Area(region, "")
		if likely, known := r.Likely(fig); !ok || !known || likely != 1 {
			t.Errorf("%s: %d likely of %+v", region, likely, r)
		}
		plazas += r.Plazas
	}
	if plazas != 4 {
		t.Errorf("the regions have %d plazas, want 4", plazas)
	}
	// What is likely comes first, whatever the points of the rest.
	puno, _ := a.Area("PUNO", "")
	if p := o.c.Plaza(puno.Best[0]); p.Renipress != "00000002" {
		t.Errorf("best in PUNO: %s", p.Renipress)
	}
}

// Naive: all rows sorted, the first few taken.
func TestBestAreTheFirstOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "n")
		var plazas []data.Plaza
		fig := &catalog.Figures{Bands: []string{"M", "P", "D"}, Likely: 2}
		for i := range n {
			p := plaza(data.Remunerada, string(rune('a'+i)), "PUNO", 1)
			plazas = append(plazas, p)
			fig.Band = append(fig.Band, rapid.SampledFrom([]uint8{0, 1, 2, catalog.NoBand}).Draw(t, "band"))
			fig.Points = append(fig.Points, rapid.SampledFrom([]float64{2, 10, math.NaN()}).Draw(t, "points"))
			fig.Chance = append(fig.Chance, rapid.Float64Range(0, 1).Draw(t, "chance"))
		}
		c := catalog.New(&data.Offer{Process: "2025-I", Modality: data.Remunerada, Plazas: plazas})
		a := Area{ByBand: make([]int, 3)}
		for row := range n {
			a.add(c, fig, row, fig.Band[row])
		}
		for i, row := range a.Best {
			better := 0
			for other := range n {
				if fig.Band[other] != catalog.NoBand && byWorth(c, fig, other, row) < 0 {
					better++
				}
			}
			if better != i {
				t.Fatalf("place %d: %d rows are better", i, better)
			}
		}
	})
}

// A box fits its picture, and a kilometre is as long down as across.
func TestBoxFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := Box{
			North: rapid.Float64Range(-9, -1).Draw(t, "north"), South: rapid.Float64Range(-18, -10).Draw(t, "south"),
			West: rapid.Float64Range(-81, -76).Draw(t, "west"), East: rapid.Float64Range(-75, -69).Draw(t, "east"),
		}
		w, h := rapid.IntRange(8, 200).Draw(t, "w"), rapid.IntRange(8, 200).Draw(t, "h")
		tall := rapid.SampledFrom([]float64{1, 2}).Draw(t, "tall")
		east, south := b.Fit(w, h, tall)
		if across, down := (b.East-b.West)*east, (b.North-b.South)*south; across > float64(w)-0.99 || down > float64(h)-0.99 {
			t.Fatalf("%.1f × %.1f dots in %d × %d", across, down, w, h)
		}
		middle := (b.North + b.South) / 2
		km := data.Point{Lat: middle, Lon: b.West}.Km(data.Point{Lat: middle, Lon: b.West + 1/east})
		down := data.Point{Lat: middle, Lon: b.West}.Km(data.Point{Lat: middle - 1/south, Lon: b.West})
		if math.Abs(down/km/tall-1) > 0.02 {
			t.Fatalf("a dot is %.2f km across and %.2f down, tall %v", km, down, tall)
		}
	})
}

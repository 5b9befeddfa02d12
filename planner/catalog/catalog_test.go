package catalog

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

func plaza(renipress, name, region string, grade int, edit ...func(*data.Plaza)) data.Plaza {
	p := data.Plaza{
		PlazaID:       data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: renipress},
		Establishment: name, Region: region, Province: "PROVINCIA " + region, District: "DISTRITO", Grade: grade,
		Seats: 1, Budgets: []data.Budget{{Name: "NACIONAL", Seats: 1}}, Institution: "GOBIERNO REGIONAL", Category: "I-3",
	}
	for _, e := range edit {
		e(&p)
	}
	return p
}

func sample() *Catalog {
	return New(&data.Offer{Plazas: []data.Plaza{
		plaza("1", "POSTA NIÑO JESÚS", "PUNO", 5),
		plaza("2", "CENTRO DE SALUD NINO", "PUNO", 3),
		plaza("3", "POSTA ÁNIMAS", "CUSCO", 5, func(p *data.Plaza) {
			p.Budgets = []data.Budget{{Name: "NACIONAL", Seats: 1}, {Name: "REGIONAL", Seats: 1}}
			p.Seats = 2
		}),
		plaza("4", "HOSPITAL", "CUSCO", 1, func(p *data.Plaza) { p.ZAF = true; p.Profession = "MEDICINA VETERINARIA" }),
		plaza("5", "CENTRO ÑAHUIMPUQUIO", "ÁNCASH", 0, func(p *data.Plaza) { p.Modality = data.Equivalente; p.Budgets = nil }),
	}})
}

func names(c *Catalog, rows []int) []string {
	out := []string{}
	for _, r := range rows {
		out = append(out, c.Plaza(r).Renipress)
	}
	return out
}

func TestSearchKeepsEnyeApart(t *testing.T) {
	c := sample()
	for _, tt := range []struct {
		query string
		want  []string
	}{
		{"nino", []string{"1", "2"}},
		{"niño", []string{"1"}},
		{"NIÑO", []string{"1"}},
		{"jesus", []string{"1"}},
		{"animas", []string{"3"}},
		{"ánimas", []string{"3"}},
		{"ñ", []string{"1", "5"}},
		{"posta !puno", []string{"3"}},
		{"puno posta", []string{"1"}},
		{"", []string{"1", "2", "3", "4", "5"}},
		{"nada de esto", []string{}},
		{"n\u0303ahuim", []string{"5"}}, // a decomposed ñ
	} {
		t.Run(tt.query, func(t *testing.T) {
			got := names(c, c.Select(Filter{Text: tt.query}, nil).Rows)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHighlightCountsRunes(t *testing.T) {
	q := ParseQuery("martin ei")
	want := [][2]int{{1, 3}, {4, 10}}
	if diff := cmp.Diff(want, q.Highlight("ÁÉÍ MARTÍN")); diff != "" {
		t.Error(diff)
	}
}

func TestResolveTakesValuesWhole(t *testing.T) {
	c := sample()
	for _, tt := range []struct {
		dim  Dim
		text string
		want string
		ok   bool
	}{
		{DimProfession, "medicina", "MEDICINA", true},
		{DimProfession, "veterinaria", "", false},
		{DimRegion, "Áncash", "ÁNCASH", true},
		{DimGrade, "GD-5", "5", true},
		{DimGrade, "3", "3", true},
		{DimZAF, "sí", "SI", true},
		{DimModality, "Remunerado", "remunerada", true},
		{DimModality, "otra", "", false},
	} {
		got, ok := c.Resolve(tt.dim, tt.text)
		if got != tt.want || ok != tt.ok {
			t.Errorf("Resolve(%s, %q) = %q, %v; want %q, %v", tt.dim.Key(), tt.text, got, ok, tt.want, tt.ok)
		}
	}
}

func TestFacetsFollowTheOtherFilters(t *testing.T) {
	c := sample()
	f := Filter{}
	f.Set(DimRegion, "PUNO")
	f.Set(DimProfession, "MEDICINA")
	sel := c.Select(f, nil)
	if got := names(c, sel.Rows); !slices.Equal(got, []string{"1", "2"}) {
		t.Fatalf("rows = %v", got)
	}
	regions := map[string]int32{}
	for i, v := range c.Values(DimRegion) {
		regions[v] = sel.Facet(DimRegion)[i].Plazas
	}
	// The region's own choice does not reduce its facet, the profession does.
	if diff := cmp.Diff(map[string]int32{"ÁNCASH": 1, "CUSCO": 1, "PUNO": 2}, regions); diff != "" {
		t.Error(diff)
	}
}

func TestTwoBudgetsCountInBoth(t *testing.T) {
	c := sample()
	f := Filter{}
	f.Set(DimBudget, "REGIONAL")
	if got := names(c, c.Select(f, nil).Rows); !slices.Equal(got, []string{"3"}) {
		t.Errorf("rows = %v", got)
	}
	f = Filter{}
	f.Exclude(DimBudget, "REGIONAL")
	if got := names(c, c.Select(f, nil).Rows); !slices.Equal(got, []string{"1", "2", "4", "5"}) {
		t.Errorf("rows = %v", got)
	}
}

func TestSortPutsTheUnknownLast(t *testing.T) {
	c := sample()
	fig := &Figures{Chance: []float64{.2, math.NaN(), .9, .5, .9}}
	all := []int{0, 1, 2, 3, 4}
	for _, tt := range []struct {
		order string
		want  []string
	}{
		{"prob", []string{"1", "4", "3", "5", "2"}},
		{"-prob", []string{"3", "5", "4", "1", "2"}},
		{"gd,establecimiento", []string{"4", "2", "3", "1", "5"}},
		{"-gd,-establecimiento", []string{"1", "3", "2", "4", "5"}},
		{"region,-renipress", []string{"5", "4", "3", "2", "1"}},
		{"-zaf", []string{"4", "3", "5", "1", "2"}},
		{"-cupos,establecimiento", []string{"3", "2", "5", "4", "1"}},
		{"modalidad", []string{"5", "3", "4", "1", "2"}},
	} {
		orders, unknown := ParseOrder(tt.order)
		if unknown != "" || FormatOrder(orders) != tt.order {
			t.Fatalf("ParseOrder(%q): %v, unknown %q", tt.order, orders, unknown)
		}
		if got := names(c, c.Sort(all, orders, fig)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.order, got, tt.want)
		}
	}
	// Without chances what is left equal stands by place.
	byPlace := c.Sort(all, []Order{{SortModality, false}, {SortRegion, false}, {SortProvince, false}, {SortDistrict, false}}, nil)
	if got := c.Sort(all, []Order{{SortModality, false}}, nil); !slices.Equal(got, byPlace) {
		t.Errorf("without chances: %v, want %v", got, byPlace)
	}
	if _, unknown := ParseOrder("prob,nada"); unknown != "nada" {
		t.Errorf("unknown = %q", unknown)
	}
}

func TestRankPutsTheNearestFirst(t *testing.T) {
	c := New(&data.Offer{Plazas: []data.Plaza{
		plaza("1", "POSTA DE LA SANTA ROSA DEL ALTO", "PUNO", 5),
		plaza("2", "ROSA", "PUNO", 5),
		plaza("3", "POSTA MEDICA DE ROSALES", "PUNO", 5),
		plaza("4", "CENTRO", "SANTA ROSA", 5),
		plaza("5", "ROSAL", "PUNO", 5),
		plaza("6", "ALTO DE LA CARROSA", "PUNO", 5),
	}})
	if got := names(c, c.Rank(t.Context(), []int{3, 5, 2, 0, 4, 1}, "rosa")); !slices.Equal(got, []string{"2", "5", "3", "1", "6", "4"}) {
		t.Errorf("rank = %v", got)
	}
	similar := c.Similar(t.Context(), c.All(), Filter{Text: "sntrosa"}, nil)
	if got := names(c, similar.Rows); !slices.Equal(got, []string{"1", "4"}) {
		t.Errorf("similar = %v", got)
	}
}

// naive is the plain reading of what Select promises.
func naive(c *Catalog, f Filter, fig *Figures) (rows []int, facets map[string]int32) {
	passes := func(row int, skip Dim) bool {
		p := c.Plaza(row)
		for _, d := range Dims() {
			if d == skip {
				continue
			}
			values := Values(p, d)
			if d == DimBand {
				values = nil
				if b := fig.Band[row]; b != NoBand {
					values = []string{fig.Bands[b]}
				}
			}
			in := len(f.In[d]) == 0
			for _, v := range values {
				if slices.Contains(f.Out[d], v) {
					return false
				}
				in = in || slices.Contains(f.In[d], v)
			}
			if !in || (d == DimBand && len(values) == 0 && len(f.Out[d]) > 0) {
				return false
			}
		}
		text := strings.ToLower(strings.Join([]string{p.Establishment, p.District, p.Province, p.Region, p.Institution}, "|"))
		return strings.Contains(text, strings.ToLower(f.Text)) && (f.ChanceMin == 0 || fig.Chance[row] >= f.ChanceMin)
	}
	facets = map[string]int32{}
	for row := range c.Len() {
		if passes(row, dimCount) {
			rows = append(rows, row)
		}
		for _, d := range Dims() {
			if d == DimBand || !passes(row, d) {
				continue
			}
			for _, v := range Values(c.Plaza(row), d) {
				facets[d.Key()+"="+v]++
				if fig.Band[row] < fig.Likely {
					facets[d.Key()+"="+v+" likely"]++
				}
			}
		}
	}
	return rows, facets
}

func TestSelectEqualsTheNaiveReading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "n")
		offer := &data.Offer{}
		fig := &Figures{Bands: []string{"M", "P"}, Likely: 1}
		for i := range n {
			offer.Plazas = append(offer.Plazas, plaza(fmt.Sprint(i), rapid.StringMatching(`[abc]{1,3}`).Draw(t, "name"),
				rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "region"), rapid.IntRange(0, 5).Draw(t, "grade"),
				func(p *data.Plaza) {
					p.ZAF = rapid.Bool().Draw(t, "zaf")
					if rapid.Bool().Draw(t, "two") {
						p.Budgets = append(p.Budgets, data.Budget{Name: "REGIONAL", Seats: 1})
					}
				}))
			fig.Chance = append(fig.Chance, rapid.Float64Range(0, 1).Draw(t, "chance"))
			fig.Band = append(fig.Band, rapid.SampledFrom([]uint8{0, 1, NoBand}).Draw(t, "band"))
		}
		f := Filter{Text: rapid.SampledFrom([]string{"", "a", "bc"}).Draw(t, "text"), ChanceMin: rapid.SampledFrom([]float64{0, .5}).Draw(t, "min")}
		for _, choice := range []struct {
			d Dim
			v string
		}{{DimRegion, "A"}, {DimRegion, "B"}, {DimGrade, "5"}, {DimZAF, Yes}, {DimBudget, "REGIONAL"}, {DimBand, "P"}} {
			switch rapid.IntRange(0, 3).Draw(t, "choice") {
			case 1:
				f.Toggle(choice.d, choice.v)
			case 2:
				f.Exclude(choice.d, choice.v)
			}
		}
		c := New(offer)
		sel := c.Select(f, fig)
		rows, facets := naive(c, f, fig)
		perm := c.Sort(c.All(), []Order{{SortChance, true}}, fig)
		if got := c.SelectIn(perm, f, fig).Rows; !slices.Equal(got, c.Sort(rows, []Order{{SortChance, true}}, fig)) {
			t.Fatalf("selecting in an order is not ordering the selection: %v", got)
		}
		plain := f.Clone()
		plain.Text = ""
		if got := c.SelectAmong(c.All(), c.Find(c.Find(nil, f.Text[:len(f.Text)/2]), f.Text), plain, fig); !slices.Equal(rows, got.Rows) {
			t.Fatalf("narrowing step by step: %v, naive %v", got.Rows, rows)
		}
		if !slices.Equal(rows, sel.Rows) {
			t.Fatalf("rows %v, naive %v", sel.Rows, rows)
		}
		want := 0
		for _, row := range rows {
			want += naiveSeats(c.Plaza(row), &f)
		}
		if got, listed := sel.Seats(), c.Seats(rows, &f); got != want || listed != want {
			t.Fatalf("%d seats, of the rows %d, naive %d", got, listed, want)
		}
		for _, d := range Dims() {
			for i, v := range c.Values(d) {
				if got := sel.Facet(d)[i].Plazas; got != facets[d.Key()+"="+v] {
					t.Fatalf("facet %s=%s: %d, naive %d", d.Key(), v, got, facets[d.Key()+"="+v])
				}
				if got := sel.Facet(d)[i].Likely; got != facets[d.Key()+"="+v+" likely"] {
					t.Fatalf("likely in %s=%s: %d, naive %d", d.Key(), v, got, facets[d.Key()+"="+v+" likely"])
				}
			}
		}
	})
}

func TestToggleTwiceIsNothing(t *testing.T) {
	f := Filter{}
	f.Toggle(DimRegion, "PUNO")
	f.Exclude(DimRegion, "PUNO")
	if f.Has(DimRegion, "PUNO") || !f.Excludes(DimRegion, "PUNO") {
		t.Error("excluding a wanted value must take it out of the wanted ones")
	}
	f.Exclude(DimRegion, "PUNO")
	if !f.Empty() {
		t.Errorf("%+v is not empty", f)
	}
}

func big(n int) *data.Offer {
	o := &data.Offer{}
	regions := []string{"PUNO", "CUSCO", "PIURA", "LIMA", "LORETO"}
	for i := range n {
		o.Plazas = append(o.Plazas, plaza(fmt.Sprintf("%08d", i), fmt.Sprintf("PUESTO DE SALUD NÚMERO %d", i*7919%n), regions[i%5], i%6,
			func(p *data.Plaza) { p.District = fmt.Sprintf("DISTRITO %d", i%1800) }))
	}
	return o
}

func benchSizes(b *testing.B, run func(b *testing.B, c *Catalog)) {
	for _, n := range []int{17_000, 50_000, 200_000} {
		c := New(big(n))
		c.names()
		b.Run(fmt.Sprint(n), func(b *testing.B) { b.ReportAllocs(); run(b, c) })
	}
}

func BenchmarkSelect(b *testing.B) {
	f := Filter{}
	f.Set(DimRegion, "PUNO", "CUSCO")
	f.Set(DimGrade, "5", "4")
	benchSizes(b, func(b *testing.B, c *Catalog) {
		for b.Loop() {
			c.Select(f, nil)
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	benchSizes(b, func(b *testing.B, c *Catalog) {
		for b.Loop() {
			c.Select(Filter{Text: "salud 77"}, nil)
		}
	})
}

// BenchmarkFind is what a key of a search costs; building the index, what the
// background does once.
func BenchmarkFind(b *testing.B) {
	benchSizes(b, func(b *testing.B, c *Catalog) {
		c.Warm()
		for b.Loop() {
			c.Find(nil, "salu")
		}
	})
}

func BenchmarkBuildIndex(b *testing.B) {
	benchSizes(b, func(b *testing.B, c *Catalog) {
		for b.Loop() {
			buildIndex(c.plazas)
		}
	})
}

func BenchmarkSort(b *testing.B) {
	orders, _ := ParseOrder("region,-gd,establecimiento")
	benchSizes(b, func(b *testing.B, c *Catalog) {
		rows := c.Select(Filter{}, nil).Rows
		for b.Loop() {
			c.Sort(rows, orders, nil)
		}
	})
}

func BenchmarkNew(b *testing.B) {
	o := big(17_000)
	for b.Loop() {
		New(o)
	}
}

// naiveSeats takes the seats of a plaza one by one and asks who pays each.
func naiveSeats(p *data.Plaza, f *Filter) int {
	n := 0
	for seat := range p.Seats {
		paid := ""
		for _, b := range p.Budgets {
			if seat < b.Seats {
				paid = b.Name
				break
			}
			seat -= b.Seats
		}
		if in := f.In[DimBudget]; len(in) > 0 && !slices.Contains(in, paid) || slices.Contains(f.Out[DimBudget], paid) {
			continue
		}
		n++
	}
	return n
}

// A filter by budget counts the seats of that budget alone, everywhere the same.
func TestSeatsOfOneBudget(t *testing.T) {
	c := New(&data.Offer{Process: "2026-I", Plazas: []data.Plaza{
		{PlazaID: data.PlazaID{Renipress: "1"}, Seats: 5, Budgets: []data.Budget{{Name: "NACIONAL", Seats: 3}, {Name: "REGIONAL", Seats: 2}}},
		{PlazaID: data.PlazaID{Renipress: "2"}, Seats: 1, Budgets: []data.Budget{{Name: "REGIONAL", Seats: 1}}},
		{PlazaID: data.PlazaID{Renipress: "3"}, Seats: 4, Budgets: []data.Budget{{Name: "NACIONAL", Seats: 4}}},
	}})
	f := Filter{In: map[Dim][]string{DimBudget: {"REGIONAL"}}}
	sel := c.Select(f, nil)
	if got := sel.Seats(); got != 3 {
		t.Errorf("%d seats are of REGIONAL, want 2 + 1", got)
	}
	for _, n := range c.Frequencies(c.All(), DimBudget, &Filter{}, nil) {
		if want := map[string]int{"NACIONAL": 7, "REGIONAL": 3}[n.Value]; n.Seats != want {
			t.Errorf("%s: %d seats, want %d", n.Value, n.Seats, want)
		}
	}
}

package catalog

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

// Counting by codes gives what looking at each row gives, of attributes, bands
// and tags, in any order of the rows.
func TestFrequenciesEqualTheNaiveCount(t *testing.T) {
	topics := []string{"acceso", "clima"}
	rapid.Check(t, func(t *rapid.T) {
		offer := &data.Offer{}
		fig := &Figures{Bands: []string{"M", "P", "N"}, Likely: 2}
		var held [][]string
		for i := range rapid.IntRange(0, 30).Draw(t, "n") {
			offer.Plazas = append(offer.Plazas, plaza(fmt.Sprint(i), "X", rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "region"), 1, func(p *data.Plaza) {
				p.Seats = rapid.IntRange(1, 4).Draw(t, "seats")
				if rapid.Bool().Draw(t, "two") {
					p.Budgets = append(p.Budgets, data.Budget{Name: "REGIONAL", Seats: 1})
				}
			}))
			fig.Band = append(fig.Band, rapid.SampledFrom([]uint8{0, 1, 2, NoBand}).Draw(t, "band"))
			held = append(held, slices.DeleteFunc(slices.Clone(topics), func(string) bool { return rapid.Bool().Draw(t, "without") }))
		}
		c := New(offer)
		fig.Tags = map[Dim]*Tags{DimRisk: NewTags(c.Len(), topics, func(row int) []string { return held[row] })}
		rows := slices.DeleteFunc(rapid.Permutation(c.All()).Draw(t, "order"), func(int) bool { return rapid.Bool().Draw(t, "out") })
		for _, d := range []Dim{DimRegion, DimBudget, DimBand, DimRisk, DimSeverity} {
			counts := map[string]Frequency{}
			for _, row := range rows {
				values := Values(c.Plaza(row), d)
				switch {
				case d == DimBand && fig.Band[row] != NoBand:
					values = []string{fig.Bands[fig.Band[row]]}
				case d.Tagged():
					values = fig.Tags[d].Of(row)
				}
				for _, v := range values {
					f, asked := counts[v], &Filter{}
					if d == DimBudget {
						asked.In = map[Dim][]string{d: {v}}
					}
					f.Value, f.Plazas, f.Seats = v, f.Plazas+1, f.Seats+naiveSeats(c.Plaza(row), asked)
					if fig.Band[row] < fig.Likely {
						f.Likely++
					}
					counts[v] = f
				}
			}
			got := map[string]Frequency{}
			for _, f := range c.Frequencies(rows, d, &Filter{}, fig) {
				if _, twice := got[f.Value]; twice {
					t.Fatalf("%s: %q twice", d.Key(), f.Value)
				}
				got[f.Value] = f
			}
			if diff := cmp.Diff(counts, got); diff != "" {
				t.Fatalf("%s: (-naive +counted)\n%s", d.Key(), diff)
			}
		}
	})
}

func TestFrequenciesOfNothingKnown(t *testing.T) {
	c := sample()
	for _, d := range []Dim{DimBand, DimRisk} {
		if got := c.Frequencies(c.All(), d, &Filter{}, nil); len(got) != 0 {
			t.Errorf("%s without figures: %+v", d.Key(), got)
		}
	}
	var shown []string
	for _, f := range c.Frequencies(c.All(), DimRegion, &Filter{}, nil) {
		shown = append(shown, f.Value)
	}
	if want := c.Values(DimRegion); !slices.Equal(shown, want) {
		t.Errorf("regions %s, in the panel %s", strings.Join(shown, ","), strings.Join(want, ","))
	}
}

package catalog

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/fold"
)

// nameOrderNaively makes a key for every row and sorts the rows.
func nameOrderNaively(plazas []*data.Plaza) []int32 {
	keys, rows := make([]string, len(plazas)), make([]int, len(plazas))
	for i, p := range plazas {
		keys[i], rows[i] = fold.Order(p.Establishment), i
	}
	slices.SortStableFunc(rows, func(a, b int) int { return strings.Compare(keys[a], keys[b]) })
	order := make([]int32, len(rows))
	for i, r := range rows[min(1, len(rows)):] {
		order[r] = order[rows[i]]
		if keys[rows[i]] != keys[r] {
			order[r]++
		}
	}
	return order
}

func TestNameOrderAgreesWithTheNaiveForm(t *testing.T) {
	word := rapid.SampledFrom([]string{"", "POSTA", "Posta", "ÑAÑA", "NANA", "NIÑO 2", "NIÑO 10", "PÓSTA", "SAN JOSÉ", "SAN JOSE", "ZORRITOS", "\x00", "日本"})
	rapid.Check(t, func(rt *rapid.T) {
		var plazas []*data.Plaza
		for range rapid.IntRange(0, 30).Draw(rt, "rows") {
			plazas = append(plazas, &data.Plaza{Establishment: word.Draw(rt, "first") + " " + word.Draw(rt, "second")})
		}
		if diff := cmp.Diff(nameOrderNaively(plazas), nameOrder(plazas)); diff != "" && len(plazas) > 0 {
			rt.Fatal(diff)
		}
	})
}

// By the chance alone, the first page was of plazas of the fewest points: what
// nobody wants is free. Those within reach are one group, the others follow band
// by band.
func TestUsualOrderIsTheBestWithinReach(t *testing.T) {
	rows := []struct {
		band   uint8
		points float64
		chance float64
	}{{0, 2, 0.99}, {1, 10, 0.85}, {0, 10, 0.96}, {2, 10, 0.7}, {2, 10, 0.6}, {3, 10, 0.3}, {2, 4, 0.75}, {NoBand, 10, Unknown()}}
	fig := &Figures{Likely: 2}
	offer := &data.Offer{}
	for i, r := range rows {
		fig.Band, fig.Points, fig.Chance = append(fig.Band, r.band), append(fig.Points, r.points), append(fig.Chance, r.chance)
		offer.Plazas = append(offer.Plazas, data.Plaza{PlazaID: data.PlazaID{Renipress: string(rune('a' + i))}})
	}
	c := New(offer)
	got := c.Sort(c.All(), DefaultOrder(true), fig)
	if want := []int{2, 1, 0, 3, 4, 6, 5, 7}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if text := FormatOrder(DefaultOrder(true)); text != "alcance,-puntos,-prob" {
		t.Errorf("as words: %s", text)
	}
}

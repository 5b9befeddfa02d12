package catalog

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/collate"
	"pgregory.net/rapid"

	"brujula/data"
)

// nameOrderNaively makes a key for every row and sorts the rows.
func nameOrderNaively(plazas []*data.Plaza) []int32 {
	keys, rows := make([][]byte, len(plazas)), make([]int, len(plazas))
	for i, p := range plazas {
		keys[i], rows[i] = newCollator().KeyFromString(&collate.Buffer{}, p.Establishment), i
	}
	slices.SortStableFunc(rows, func(a, b int) int { return slices.Compare(keys[a], keys[b]) })
	order := make([]int32, len(rows))
	for i, r := range rows[min(1, len(rows)):] {
		order[r] = order[rows[i]]
		if !slices.Equal(keys[rows[i]], keys[r]) {
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

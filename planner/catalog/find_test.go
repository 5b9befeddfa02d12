package catalog

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
)

// drawCatalog has up to 150 plazas, more than two words of a row set.
func drawCatalog(t *rapid.T) *Catalog {
	offer := &data.Offer{}
	for i := range rapid.IntRange(0, 150).Draw(t, "n") {
		name := rapid.StringMatching(`[añnÑoÓ ]{0,6}`).Draw(t, "name")
		one := plaza(fmt.Sprint(i), name, rapid.SampledFrom([]string{"ÁNCASH", "PUNO"}).Draw(t, "region"), 1)
		offer.Plazas = append(offer.Plazas, one)
		if rapid.Bool().Draw(t, "another") { // of the same establishment
			one.Profession = "OBSTETRICIA"
			offer.Plazas = append(offer.Plazas, one)
		}
	}
	return New(offer)
}

func drawQuery(t *rapid.T) string {
	return rapid.StringMatching(`!?[añnuo1\x{303}]{0,4}( !?[áñnzp1o]{0,4})?`).Draw(t, "query")
}

func rowsOf(c *Catalog, s *RowSet) []int {
	return slices.DeleteFunc(slices.Clone(c.All()), func(row int) bool { return !s.Has(row) })
}

// Find reads only the words that the texts are made of; match, every text.
func TestFindEqualsMatchingRowByRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, text := drawCatalog(t), drawQuery(t)
		want := c.match(c.All(), text)
		if got := rowsOf(c, c.Find(nil, text)); !slices.Equal(got, want) {
			t.Fatalf("%q: %v, row by row %v", text, got, want)
		}
		among := c.SetOf(slices.DeleteFunc(slices.Clone(c.All()), func(int) bool { return rapid.Bool().Draw(t, "out") }))
		want = slices.DeleteFunc(slices.Clone(want), func(row int) bool { return !among.Has(row) })
		if got := rowsOf(c, c.Find(among, text)); !slices.Equal(got, want) {
			t.Fatalf("%q among %v: %v, row by row %v", text, rowsOf(c, among), got, want)
		}
	})
}

// FuzzFind gives any text as a query.
func FuzzFind(f *testing.F) {
	for _, text := range []string{"", "ñusta", "posta !puno", "n\u0303", "!", "\xff", "1 !1 á"} {
		f.Add(text)
	}
	c := sample()
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := rowsOf(c, c.Find(nil, text)), c.match(c.All(), text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, row by row %v", text, got, want)
		}
	})
}

func TestRankGivesUpWithItsContext(t *testing.T) {
	c := sample()
	ctx, stop := context.WithCancel(t.Context())
	if got := c.Similar(ctx, c.All(), Filter{Text: "psta"}, nil); len(got.Rows) == 0 {
		t.Fatal("nothing to give up")
	}
	stop()
	if got := c.Similar(ctx, c.All(), Filter{Text: "psta"}, nil); len(got.Rows) != 0 {
		t.Errorf("%v", got.Rows)
	}
}

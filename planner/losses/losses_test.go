package losses

import (
	"context"
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/sample"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/turn"
)

func itemOf(offer *data.Offer) library.Item {
	return library.Item{
		Info: data.ListInfo{
			Kind: data.KindOffer, Process: offer.Process, Modality: offer.Modality, File: "oferta.csv", Imported: time.Unix(0, 0).UTC(),
			Rows: len(offer.Plazas), Plazas: len(offer.Plazas), Seats: offer.Seats(),
		},
		Offer: offer,
	}
}

// without returns the offer less the plazas at some places.
func without(offer *data.Offer, drop func(i int) bool) *data.Offer {
	less := *offer
	less.Plazas = nil
	for i := range offer.Plazas {
		if !drop(i) {
			less.Plazas = append(less.Plazas, offer.Plazas[i])
		}
	}
	return &less
}

// What an import takes away is asked about: more than a fifth of a list, a line of a
// plan, a seat that is struck in an act under way; less of a list, and more, is not.
func TestOf(t *testing.T) {
	offer := sample.Offer("2031-I", data.Remunerada, 100, 1)
	mine, taken := offer.Plazas[10].PlazaID, offer.Plazas[20].PlazaID
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Commit(t.Context(), []library.Item{itemOf(offer)}); err != nil {
		t.Fatal(err)
	}
	stored := plan.Plan{Name: "B", Entries: []plan.Entry{{ID: mine}}}
	if err := storage.SavePlan(lib, &stored); err != nil {
		t.Fatal(err)
	}
	book, _, err := turn.Open(lib, taken.Line())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []turn.Event{{Kind: turn.Start, Line: taken.Line(), N: 1}, {Kind: turn.Cross, Renipress: taken.Renipress}} {
		if err := book.Write(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	open := []plan.Plan{{Name: "A", Entries: []plan.Entry{{ID: offer.Plazas[30].PlazaID}}}}
	for name, tt := range map[string]struct {
		drop func(i int) bool
		want []string
	}{
		"the same":     {func(int) bool { return false }, nil},
		"a few others": {func(i int) bool { return i == 1 || i == 2 }, nil},
		"a good part":  {func(i int) bool { return i >= 40 && i < 70 }, []string{"plazas de la oferta 2031-I remunerada"}},
		"stored plan":  {func(i int) bool { return i == 10 }, []string{"1 línea de su plan B"}},
		"open plan":    {func(i int) bool { return i == 30 }, []string{"1 línea de su plan A"}},
		"struck":       {func(i int) bool { return i == 20 }, []string{"1 cupo tachado en el acto de " + taken.Profession}},
		"nearly all":   {func(i int) bool { return i > 0 }, []string{"oferta 2031-I", "plan A", "plan B", "cupo tachado"}},
	} {
		items := []library.Item{itemOf(without(offer, tt.drop))}
		changes, err := lib.Plan(items)
		if err != nil {
			t.Fatal(err)
		}
		loss, err := Of(context.Background(), lib, items, changes, open)
		if err != nil || loss.None() != (tt.want == nil) {
			t.Errorf("%s: %+v %v", name, loss, err)
		}
		for _, want := range tt.want {
			if !strings.Contains(loss.Text(), want) {
				t.Errorf("%s: %q lacks %q", name, loss.Text(), want)
			}
		}
	}
}

package workspace_test

import (
	"math"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner/storage"
)

// A place that no list of coordinates has is about where its district or
// province is; one of which nothing is known is not said to be anywhere.
func TestDistancesOfPlacesThatAreNotListed(t *testing.T) {
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	plaza := func(code, region, province, district string) data.Plaza {
		return data.Plaza{
			PlazaID: data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: code},
			Region:  region, Province: province, District: district, Seats: 1,
		}
	}
	offer := &data.Offer{Process: "2026-I", Modality: data.Remunerada, Plazas: []data.Plaza{
		plaza("00000001", "PUNO", "SAN ROMAN", "JULIACA"), // listed
		plaza("00000002", "PUNO", "SAN ROMAN", "JULIACA"), // its district is known
		plaza("00000003", "PUNO", "SAN ROMAN", "CABANA"),  // its province is
		plaza("00000004", "CUSCO", "CUSCO", "POROY"),      // named after a city of the rules
		plaza("00000005", "LORETO", "DATEM DEL MARAÑON", "PASTAZA"),
	}}
	_, err = lib.Commit(t.Context(), []library.Item{
		{Offer: offer, Info: data.ListInfo{Kind: data.KindOffer, Process: "2026-I", Modality: data.Remunerada, File: "x.csv", SHA256: "01", Rows: 5}},
		{Info: data.ListInfo{Kind: data.KindCoordinates, File: "c.csv", SHA256: "02", Rows: 1}, Table: &library.Table{
			Head: []string{"renipress", "latitud", "longitud"}, Rows: [][]string{{"00000001", "-15.50", "-70.13"}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	w, err := storage.Load(t.Context(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	from, err := w.Near("cusco")
	if err != nil {
		t.Fatal(err)
	}
	km, about := w.Distances(from)
	for row := range w.Catalog.Len() {
		code := w.Catalog.Plaza(row).Renipress
		wantAbout, unknown := code > "00000001" && code < "00000005", code == "00000005"
		if about[row] != wantAbout || math.IsNaN(km[row]) != unknown {
			t.Errorf("%s: %v km, about %v", code, km[row], about[row])
		}
		if code == "00000004" && km[row] > 1 {
			t.Errorf("a post of the province of Cusco is %v km from Cusco", km[row])
		}
	}
}

package catalog

import (
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
)

// Rows are found as in a map of names: the last plaza of a name wins, and one that is
// in no offer is not found.
func TestRowsAreFoundAsInAMap(t *testing.T) {
	id := rapid.Custom(func(t *rapid.T) data.PlazaID {
		return data.PlazaID{
			Process:    data.Process(rapid.SampledFrom([]string{"2025-I", "2026-I"}).Draw(t, "process")),
			Profession: rapid.SampledFrom([]string{"MEDICINA", "MEDICINA VETERINARIA"}).Draw(t, "profession"),
			Modality:   rapid.SampledFrom(data.Modalities()).Draw(t, "modality"),
			Renipress:  rapid.StringMatching("[0-3]{1,3}").Draw(t, "renipress"),
		}
	})
	rapid.Check(t, func(rt *rapid.T) {
		offer := &data.Offer{}
		last := map[data.PlazaID]int{}
		for i, one := range rapid.SliceOfN(id, 0, 80).Draw(rt, "plazas") {
			offer.Plazas = append(offer.Plazas, data.Plaza{PlazaID: one, Seats: i})
			last[one] = i
		}
		c := New(offer)
		if c.Len() != len(last) {
			rt.Fatalf("%d rows of %d plazas", c.Len(), len(last))
		}
		for _, asked := range append(rapid.SliceOfN(id, 0, 20).Draw(rt, "asked"), id.Draw(rt, "one")) {
			row, ok := c.Row(asked)
			seats, known := last[asked]
			if ok != known || ok && (c.Plaza(row).PlazaID != asked || c.Plaza(row).Seats != seats) {
				rt.Fatalf("%v: row %d, %v", asked, row, ok)
			}
		}
	})
}

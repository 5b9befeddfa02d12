package tuitest

import (
	"fmt"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/planner/geo"
	"brujula/planner/workspace"
)

// pastSeats is how many seats each process of TwoPasts has.
const pastSeats = 40

// TwoPasts is lists of three processes of medicine, remunerada: of 2024-I and 2025-I it
// is known who took what, in a place of the process's own name each, by ranks; of 2026-I
// there is the offer. The library has the profile alone: medicine, rank 20.
func TwoPasts(tb testing.TB) (*library.Library, *workspace.Workspace) {
	tb.Helper()
	lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
	if err != nil {
		tb.Fatal(err)
	}
	c := workspace.Contents{Rules: rules.Default(), Reports: notes.NewBook(), Listed: geo.New(nil)}
	for _, process := range []data.Process{"2024-I", "2025-I", "2026-I"} {
		o := &data.Offer{Process: process, Modality: data.Remunerada}
		taken := &data.Adjudication{Process: process, Modality: data.Remunerada}
		for i := range pastSeats {
			p := data.Plaza{
				PlazaID:       data.PlazaID{Process: process, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: fmt.Sprintf("000000%02d", i+1)},
				Establishment: fmt.Sprintf("POSTA DE %s N° %d", process, i+1), Region: "PUNO", Province: "PUNO", District: "ACORA", Grade: 1 + i%5, Seats: 1, Category: "I-2", Institution: "GOBIERNO REGIONAL",
			}
			o.Plazas = append(o.Plazas, p)
			taken.Picks = append(taken.Picks, data.Pick{Profession: "MEDICINA", Renipress: p.Renipress, Rank: i + 1})
		}
		c.Offers = append(c.Offers, o)
		if process != "2026-I" {
			c.Adjudications = append(c.Adjudications, taken)
		}
	}
	if err := lib.SaveProfile(library.Profile{Process: "2026-I", Modality: data.Remunerada, Profession: "MEDICINA", Rank: 20}); err != nil {
		tb.Fatal(err)
	}
	return lib, workspace.New(&c, "")
}

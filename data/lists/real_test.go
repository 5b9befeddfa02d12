package lists

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"brujula/data"
)

// realList gives the path of a list of the ministry, which the project does
// not ship, or skips the test.
func realList(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs the ministry's list %s", name)
	}
	return path
}

func readRealOffer(t testing.TB, name string, process data.Process) []Draft {
	t.Helper()
	drafts, err := ReadOffer(context.Background(), realList(t, name), Options{Process: process})
	if err != nil {
		t.Fatal(err)
	}
	return drafts
}

// Totals: README of the folder of the ministry's lists.
func TestRealOffersHaveTheirTrueTotals(t *testing.T) {
	for _, c := range []struct {
		file        string
		process     data.Process
		modality    data.Modality
		rows, seats int
		medicine    int // seats; 0 where the README does not say
	}{
		{"2025-i-remunerado.csv", "2025-I", data.Remunerada, 7383, 7488, 2170},
		{"2025-i-equivalente.csv", "2025-I", data.Equivalente, 10617, 14669, 1885},
		{"2026-i-remunerado.csv", "2026-I", data.Remunerada, 7323, 7489, 2175},
		{"2026-i-remunerado.xlsx", "2026-I", data.Remunerada, 7323, 7489, 2175},
		{"2026-i-equivalente.csv", "2026-I", data.Equivalente, 8695, 12604, 0},
	} {
		t.Run(c.file, func(t *testing.T) {
			drafts := readRealOffer(t, c.file, c.process)
			if len(drafts) != 1 {
				t.Fatalf("%d drafts", len(drafts))
			}
			d := drafts[0]
			if d.Info.Rows != c.rows || d.Info.Seats != c.seats || d.Info.Modality != c.modality || d.Info.Rejected != 0 || d.Offer.Seats() != c.seats {
				t.Errorf("%+v", d.Info)
			}
			medicine := 0
			for _, p := range d.Offer.Plazas {
				if p.Profession == "MEDICINA" {
					medicine += p.Seats
				}
			}
			if c.medicine > 0 && medicine != c.medicine {
				t.Errorf("medicine: %d seats", medicine)
			}
			t.Logf("%+v", d.Info)
			for _, p := range d.Problems {
				t.Logf("%s %q %s", p.Where(), p.Value, p.Reason)
			}
		})
	}
}

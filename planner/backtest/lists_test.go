package backtest

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"brujula/data"
	"brujula/data/lists/liststest"
	"brujula/planner/availability"
)

// realHistory is what happened in 2025-I; without the real lists the test skips.
func realHistory(tb testing.TB, modality data.Modality) availability.History {
	tb.Helper()
	return realHistoryOf(tb, "2025-I", modality)
}

// realHistoryOf is what happened in 2024-I, of which remunerada alone is known,
// or in 2025-I.
func realHistoryOf(tb testing.TB, process data.Process, modality data.Modality) availability.History {
	tb.Helper()
	h := availability.History{Offer: liststest.Offer(tb, process, modality)}
	for _, a := range liststest.AdjudicationsOf(tb, process, h.Offer) {
		if a.Modality == modality {
			h.Adjudication = a
		}
	}
	return h
}

// withCoordinates fills in where the establishments lie.
func withCoordinates(t testing.TB, offer *data.Offer) {
	t.Helper()
	file, err := os.Open(filepath.Join(liststest.Folder(t), "coordenadas-renipress.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	places := make(map[string][2]float64, len(rows))
	for _, row := range rows {
		lat, err1 := strconv.ParseFloat(row[1], 64)
		lon, err2 := strconv.ParseFloat(row[2], 64)
		if err1 == nil && err2 == nil && lat > -19 && lat < 1 && lon > -82 && lon < -68 { // within Peru
			places[row[0]] = [2]float64{lat, lon}
		}
	}
	for i := range offer.Plazas {
		p := &offer.Plazas[i]
		if at, ok := places[p.Renipress]; ok {
			p.Lat, p.Lon = at[0], at[1]
		}
	}
}

package backtest

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/fold"
	"brujula/planner/availability"
)

// sharedLists is the folder of the real lists, beside the repository; tests
// that need them skip where it is absent.
const sharedLists = "../../../shared/data"

// readHistory reads a real past process. It is a plain reader for tests, which
// takes the columns of these very files by their place; package lists has the
// real one.
func readHistory(t testing.TB, process data.Process, modality data.Modality) availability.History {
	t.Helper()
	name := map[data.Modality]string{data.Remunerada: "remunerado", data.Equivalente: "equivalente"}[modality]
	prefix := strings.ToLower(string(process))
	h := availability.History{Offer: readOffer(t, prefix+"-"+name+".csv", process, modality)}
	h.Adjudication = &data.Adjudication{Process: process, Modality: modality}
	for _, row := range readTable(t, prefix+"-adjudicados.csv") {
		if m, ok := data.ParseModality(row["MODALIDAD"]); !ok || m != modality {
			continue
		}
		mark, _ := strconv.ParseFloat(row["NOTA"], 64)
		h.Adjudication.Picks = append(h.Adjudication.Picks, data.Pick{
			Profession: row["PROFESION"], Renipress: renipress(row["CODIGO RENIPRESS"]), Mark: mark,
		})
	}
	return h
}

func readOffer(t testing.TB, file string, process data.Process, modality data.Modality) *data.Offer {
	t.Helper()
	offer := &data.Offer{Process: process, Modality: modality}
	index := make(map[data.PlazaID]int)
	for _, row := range readTable(t, file) {
		seats, err := strconv.Atoi(row["NO PLAZAS"])
		if err != nil {
			continue // notes and repeated headings
		}
		code := row["CODIGO RENIPRESS MODULAR"]
		for _, heading := range []string{"CODIGO", "CODIGO RENIPRESS"} {
			if row[heading] != "" {
				code = row[heading]
			}
		}
		grade, _ := strconv.Atoi(strings.TrimPrefix(row["GRADO DE DIFICULTAD"], "GD-"))
		plaza := data.Plaza{
			PlazaID:       data.PlazaID{Process: process, Profession: row["PROFESION"], Modality: modality, Renipress: renipress(code)},
			Establishment: row["NOMBRE DE ESTABLECIMIENTO"],
			Region:        row["DEPARTAMENTO"], Province: row["PROVINCIA"], District: row["DISTRITO"],
			Institution: row["INSTITUCION"], Category: row["CATEGORIA"], Grade: grade, Seats: seats,
			Diresa:  row["DIRESA GERESA DIRIS"],
			ZAF:     row["ZAF (*)"] == "SI" || row["ZAF"] == "SI",
			ZE:      row["ZE (**)"] == "SI" || row["ZE"] == "SI",
			Budgets: []data.Budget{{Name: row["PRESUPUESTO"], Seats: seats}},
		}
		if at, ok := index[plaza.PlazaID]; ok {
			offer.Plazas[at].Seats += seats
			offer.Plazas[at].Budgets = append(offer.Plazas[at].Budgets, plaza.Budgets...)
			continue
		}
		index[plaza.PlazaID] = len(offer.Plazas)
		offer.Plazas = append(offer.Plazas, plaza)
	}
	return offer
}

// readTable reads a ;-separated file into rows by canonical heading.
func readTable(t testing.TB, file string) []map[string]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(sharedLists, file))
	if err != nil {
		t.Skipf("the real lists are not here: %v", err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(raw), "\ufeff")))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = ';', -1, true
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var heading []string
	var rows []map[string]string
	for _, record := range records {
		for i := range record {
			record[i] = fold.Upper(strings.Join(strings.Fields(record[i]), " "))
		}
		switch {
		case len(record) < 5:
		case heading == nil:
			if slices.Contains(record, "PROFESION") {
				heading = record
			}
		default:
			row := make(map[string]string, len(heading))
			for i, name := range heading {
				if i < len(record) {
					row[name] = record[i]
				}
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func renipress(code string) string {
	if len(code) < 8 {
		return strings.Repeat("0", 8-len(code)) + code
	}
	return code
}

// withCoordinates fills in where the establishments lie.
func withCoordinates(t testing.TB, offer *data.Offer) {
	t.Helper()
	file, err := os.Open(filepath.Join(sharedLists, "coordenadas-renipress.csv"))
	if err != nil {
		t.Skipf("the real coordinates are not here: %v", err)
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

package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"brujula/planner/report"
)

// realLists is where the ministry's lists are for development; they are no
// part of the project.
const realLists = "../../../shared/data"

func needRealLists(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(realLists); err != nil {
		t.Skipf("the real lists are not here (%s)", realLists)
	}
	if testing.Short() {
		t.Skip("real lists take long")
	}
}

// command runs one command line in a library and gives what it printed.
func command(t *testing.T, dir string, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	a := &app{
		in: &bytes.Buffer{}, out: &out, err: &errs, now: time.Now, interactive: func() bool { return false },
		env: func(string) string { return "" },
	}
	if code := a.run(t.Context(), append([]string{"--datos", dir}, args...)); code != exitOK {
		t.Fatalf("serums %v: exit code %d: %s", args, code, errs.String())
	}
	return out.Bytes()
}

// The main job on real lists. Totals are those of data/lists/README.md; medicine,
// remunerada, 2026-I has 2,073 plazas.
func TestMainJobOnRealLists(t *testing.T) {
	needRealLists(t)
	dir := t.TempDir()
	for _, step := range []struct {
		kind, file, process string
		rows, seats         int
	}{
		{"oferta", "2025-i-remunerado.csv", "2025-I", 7383, 7488},
		{"adjudicados", "2025-i-adjudicados.csv", "2025-I", 12588, 12588},
		{"oferta", "2026-i-remunerado.csv", "2026-I", 7323, 7489},
		{"oferta", "2026-i-equivalente.csv", "2026-I", 8695, 12604},
	} {
		var got []importRecord
		raw := command(t, dir, "importar", step.kind, filepath.Join(realLists, step.file), "--proceso", step.process, "--json")
		if err := json.Unmarshal(raw, &got); err != nil {
			t.Fatal(err)
		}
		rows, seats, rejected := 0, 0, 0
		for _, g := range got {
			rows, seats, rejected = rows+g.Rows, seats+g.Seats, rejected+g.Rejected
		}
		if rows != step.rows || seats != step.seats || rejected != 0 {
			t.Errorf("%s: %d rows, %d seats, %d rejected; want %d and %d", step.file, rows, seats, rejected, step.rows, step.seats)
		}
	}
	var before map[string]float64
	for _, rank := range []string{"1", "812", "1500", "2000", "2175", "3000"} {
		var got report.Listing
		raw := command(t, dir, "listar", "--proceso", "2026-I", "--profesion", "MEDICINA", "--modalidad", "remunerada", "--puesto", rank, "--json")
		if err := json.Unmarshal(raw, &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Plazas) != 2073 || got.Model == nil || got.Model.Base != "listas" {
			t.Fatalf("rank %s: %d plazas, model %+v", rank, len(got.Plazas), got.Model)
		}
		before = checkChances(t, rank, &got, before)
	}
}

// checkChances holds a listing to the model's promises against the one from a
// better rank.
func checkChances(t *testing.T, rank string, l *report.Listing, before map[string]float64) map[string]float64 {
	t.Helper()
	now, gone, seats := map[string]float64{}, 0.0, 0
	for i := range l.Plazas {
		p := &l.Plazas[i]
		if p.Chance == nil || p.FreeSeats == nil || p.Evidence == nil || p.Lo == nil || p.Hi == nil {
			t.Fatalf("rank %s: %s has no full estimate", rank, p.Renipress)
		}
		if *p.Lo > *p.Chance || *p.Chance > *p.Hi {
			t.Errorf("rank %s: %s: %v outside %v–%v", rank, p.Renipress, *p.Chance, *p.Lo, *p.Hi)
		}
		now[p.Renipress] = *p.Chance
		if was, ok := before[p.Renipress]; ok && *p.Chance > was+1e-12 {
			t.Errorf("rank %s: the chance of %s rose from %v to %v", rank, p.Renipress, was, *p.Chance)
		}
		gone += float64(p.Seats) - *p.FreeSeats
		seats += p.Seats
	}
	if want := math.Min(*l.K, float64(seats)); math.Abs(gone-want) > 1e-6 {
		t.Errorf("rank %s: %v seats gone, k = %v", rank, gone, want)
	}
	return now
}

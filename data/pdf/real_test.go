package pdf

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/cells"
)

// realData is where the real lists lie, seen from this package; they are no
// part of the project.
const realData = "../../../shared/data"

func needReal(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join(realData, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the real list %s is not at hand: %v", name, err)
	}
	return path
}

func squash(s string) string { return strings.Join(strings.Fields(s), "") }

// truth reads the data rows of a CSV list, blanks taken out.
func truth(t testing.TB, path string) [][]string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(raw), "\ufeff")))
	r.Comma = ';'
	r.FieldsPerRecord = -1
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return dataRows(records)
}

// dataRows keeps the rows of 16 cells whose fourth is a number of seats.
func dataRows(records [][]string) [][]string {
	var out [][]string
	for _, rec := range records {
		if len(rec) != 16 || !digits(squash(rec[3])) {
			continue
		}
		row := make([]string, len(rec))
		for i := range rec {
			row[i] = squash(rec[i])
		}
		out = append(out, row)
	}
	return out
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func readAll(t testing.TB, path string) []cells.Row {
	t.Helper()
	r, err := First(0)(context.Background(), path, cells.DefaultLimits(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var rows []cells.Row
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
}

func cellsOf(rows []cells.Row) [][]string {
	out := make([][]string, len(rows))
	for i := range rows {
		out[i] = rows[i].Cells
	}
	return out
}

// TestRealList compares all cells of the printed list with the CSV of the same
// list: 7,323 rows (README of the data). In one cell the program that printed
// the list left out the first and last of four lines, which did not fit in
// their row: they are nowhere in the file (pdftotext and mutool agree).
func TestRealList(t *testing.T) {
	want := truth(t, needReal(t, "2026-i-remunerado.csv"))
	if len(want) != 7323 {
		t.Fatalf("%d rows in the CSV", len(want))
	}
	got := dataRows(cellsOf(readAll(t, needReal(t, "2026-i-remunerado.pdf"))))
	cut := 0
	for i := range min(len(want), len(got)) {
		for c := range want[i] {
			if w, g := want[i][c], got[i][c]; w != g && g != "" && strings.Contains(w, g) {
				got[i][c] = w
				cut++
			}
		}
	}
	if cut > 1 {
		t.Errorf("%d cells lack text, 1 does in the file", cut)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%d rows, want %d; (-csv +pdf):\n%.4000s", len(got), len(want), diff)
	}
}

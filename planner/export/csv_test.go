package export

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/planner/plan"
	"brujula/planner/report"
)

// Notes of any text survive; blanks at the ends and control characters are
// cleaned by plan.ParseEntry and are left out here.
func TestAnyNoteSurvives(t *testing.T) {
	_, out := demoPlan(t)
	rapid.Check(t, func(rt *rapid.T) {
		note := rapid.StringMatching(`[-=+@'",;|<>&a-zñÑ0-9#]?[-=+@'",;|<>&a-zñÑ0-9 ]{0,20}[a-z0-9]`).Draw(rt, "note")
		one := *out
		one.Lines = []report.PlanLine{out.Lines[0]}
		one.Lines[0].Note = note
		for _, f := range []Format{CSV, JSON} {
			content, err := Bytes(f, &one, Options{Notes: true})
			if err != nil {
				rt.Fatal(err)
			}
			read, err := Read(f, content)
			if err != nil || len(read.Entries) != 1 || read.Entries[0].Note != note {
				rt.Fatalf("%s: wrote %q, read %+v, %v", f, note, read.Entries, err)
			}
		}
	})
}

// No cell of a CSV begins as a formula does.
func TestFormulaGuard(t *testing.T) {
	_, out := demoPlan(t)
	content, err := Bytes(CSV, out, Options{Notes: true})
	if err != nil {
		t.Fatal(err)
	}
	in := csv.NewReader(bytes.NewReader(content))
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !isNumber(cell) {
				t.Errorf("%q begins as a formula", cell)
			}
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("proceso,renipress,profesion,modalidad,nota\n2026-I,7,medicina,remunerada,'=x\n# fin\n"))
	f.Add([]byte(BOM + "proceso;renipress;profesion;modalidad\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Read(CSV, b)
		if err != nil {
			return
		}
		if _, err := plan.Encode(p); err != nil { // what is read can be stored
			t.Fatal(err)
		}
	})
}

// A CSV keeps four decimals, none of which makes a chance certain, and its cells
// are parted as asked for.
func TestFiguresAndCellsOfCSV(t *testing.T) {
	_, out := demoPlan(t)
	for _, semicolons := range []bool{false, true} {
		content, err := Bytes(CSV, out, Options{Semicolons: semicolons})
		if err != nil {
			t.Fatal(err)
		}
		read := csv.NewReader(bytes.NewReader(content))
		if read.FieldsPerRecord = -1; semicolons {
			read.Comma = ';'
		}
		rows, err := read.ReadAll()
		if err != nil || len(rows[0]) < 20 {
			t.Fatalf("semicolons %v: %v, %v", semicolons, rows[0], err)
		}
		prob := slices.Index(rows[0], "prob")
		for i := range out.Lines {
			cell := rows[i+1][prob]
			if _, digits, _ := strings.Cut(cell, "."); len(digits) > 4 || cell == "0" || cell == "1" {
				t.Errorf("a chance of %q", cell)
			}
		}
		path := filepath.Join(t.TempDir(), "plan.csv")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if p, err := ReadFile(t.Context(), path); err != nil || len(p.Entries) != len(out.Lines) {
			t.Errorf("semicolons %v: %d lines read back, %v", semicolons, len(p.Entries), err)
		}
	}
	for x, want := range map[float64]string{0.99999: "0.9999", 0.00001: "0.0001", 0.12345: "0.1235", 812: "812", 1: "1", 0: "0"} {
		if got := number(&x); got != want {
			t.Errorf("%v as %q, want %q", x, got, want)
		}
	}
}

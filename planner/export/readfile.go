package export

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/lists"
	"brujula/planner/own"
	"brujula/planner/plan"
)

// mostRows bounds the rows of a table that is read as a plan.
const mostRows = 100_000

var errRows = errors.New("export: too many rows for a plan")

// ReadFile reads a plan out of a file, whatever its name: the JSON, CSV or XLSX
// that Write wrote, also after a spreadsheet has saved it again with semicolons or in
// another encoding, and a plan of the library. It fails with ErrNotAPlan or as
// plan.Decode does, and with the errors of reading a file.
func ReadFile(ctx context.Context, path string) (plan.Plan, error) {
	content, err := start(path)
	if err != nil {
		return plan.Plan{}, err
	}
	if text := strings.TrimLeft(strings.TrimPrefix(string(content), BOM), " \t\r\n"); strings.HasPrefix(text, "{") {
		return readJSON([]byte(text))
	}
	var rows [][]string
	sheet := ""
	_, _, err = lists.EachRow(ctx, path, lists.Options{}, func(row cells.Row) error {
		switch {
		case len(rows) >= mostRows:
			return errRows
		case len(rows) == 0 && isPlanHeading(row.Cells):
			sheet = row.Sheet
		case len(rows) == 0, row.Sheet != sheet:
			return nil
		}
		rows = append(rows, row.Cells)
		return nil
	})
	switch {
	case ctx.Err() != nil:
		return plan.Plan{}, ctx.Err()
	case err != nil, len(rows) == 0:
		return plan.Plan{}, fmt.Errorf("%w: %w", ErrNotAPlan, err)
	}
	return readTable(rows, cleaner(rows[0]))
}

// start returns the beginning of a file, all of it where it is no longer than a plan.
func start(path string) (content []byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return io.ReadAll(io.LimitReader(f, own.MaxFile))
}

// readJSON reads an export, or the document of a library, which holds a plan.
func readJSON(text []byte) (plan.Plan, error) {
	var stored struct {
		Kind string          `json:"serums"`
		Body json.RawMessage `json:"contenido"`
	}
	if json.Unmarshal(text, &stored) == nil && stored.Kind == "plan" {
		return plan.Decode(stored.Body)
	}
	return plan.Decode(text)
}

// isPlanHeading reports whether a row has the columns that a plan is read by.
func isPlanHeading(row []string) bool {
	found := 0
	for _, cell := range row {
		switch fold.Fold(strings.TrimSpace(cell)) {
		case "proceso", "renipress", "profesion", "modalidad":
			found++
		}
	}
	return found == 4
}

// cleaner returns what undoes the guard against formulas, which a CSV has and a
// workbook of ours has not; their headings tell them apart, whoever saved them.
func cleaner(heading []string) func(string) string {
	for _, cell := range heading {
		if fold.Fold(strings.TrimSpace(cell)) == "mi nota" {
			return func(cell string) string { return cell }
		}
	}
	return Unguard
}

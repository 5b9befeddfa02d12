package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"brujula/planner/plan"
)

// Read reads a plan back out of the JSON, CSV or XLSX that Write wrote, or a
// table made by hand with at least the columns renipress, profesion, modalidad
// and proceso. The order of the rows is the order of the plan. The other
// formats are for people and cannot be read back.
func Read(f Format, content []byte) (plan.Plan, error) {
	switch f {
	case CSV:
		return readCSV(content)
	case XLSX:
		return readXLSX(content)
	case JSON:
		return plan.Decode(content)
	case Markdown, HTML, Text:
	}
	return plan.Plan{}, ErrNotAPlan
}

func readCSV(content []byte) (plan.Plan, error) {
	content = bytes.TrimPrefix(content, []byte(BOM))
	in := csv.NewReader(bytes.NewReader(content))
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	if first, _, _ := bytes.Cut(content, []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		in.Comma = ';'
	}
	rows, err := in.ReadAll()
	if err != nil || len(rows) == 0 {
		return plan.Plan{}, fmt.Errorf("%w: %w", ErrNotAPlan, err)
	}
	return readTable(rows, Unguard)
}

func readXLSX(content []byte) (p plan.Plan, err error) {
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{})
	if err != nil {
		return plan.Plan{}, fmt.Errorf("%w: %w", ErrNotAPlan, err)
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil || len(rows) == 0 {
		return plan.Plan{}, ErrNotAPlan
	}
	return readTable(rows, func(cell string) string { return cell })
}

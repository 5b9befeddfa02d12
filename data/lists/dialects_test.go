package lists

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/lists/csvtable"
)

// fixtureRows reads the cells of oferta.csv.
func fixtureRows(t testing.TB) [][]string {
	t.Helper()
	reader, err := csvtable.Dialect{}.Open(context.Background(), fixture("oferta.csv"), cells.DefaultLimits(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	var rows [][]string
	for {
		row, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row.Cells)
	}
}

// only keeps the first heading and the records.
func only(rows [][]string) [][]string {
	return slices.Concat(rows[2:6], rows[8:11])
}

func mapCells(rows [][]string, change func(row, column int, text string) string) [][]string {
	out := make([][]string, len(rows))
	for r, row := range rows {
		out[r] = make([]string, len(row))
		for c, text := range row {
			out[r][c] = change(r, c, text)
		}
	}
	return out
}

func reorder(rows [][]string, order []int) [][]string {
	out := make([][]string, len(rows))
	for r, row := range rows {
		for _, c := range order {
			if c < len(row) {
				out[r] = append(out[r], row[c])
			}
		}
	}
	return out
}

func toCSV(t testing.TB, rows [][]string, comma rune, crlf bool) string {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = comma, crlf
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func toUTF16(text string, high bool, mark bool) string {
	var b strings.Builder
	units := utf16.Encode([]rune(text))
	if mark {
		units = append([]uint16{0xfeff}, units...)
	}
	for _, u := range units {
		if high {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}

func toCP1252(t testing.TB, text string) string {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func english(heading string) string {
	return map[string]string{
		"profesion": "Profession", "noplazas": "Seats", "departamento": "Department", "provincia": "Province",
		"distrito": "District", "gradodedificultad": "Difficulty grade", "codigorenipress": "RENIPRESS code",
		"nombredeestablecimiento": "Establishment", "categoria": "Category", "presupuesto": "Budget",
		"institucion": "Institution", "institucionofertante": "Offering institution",
	}[fold.Squash(heading)]
}

// One truth in many dialects of text must load equal.
func TestDialectsOfCSVLoadEqual(t *testing.T) {
	rows := fixtureRows(t)
	reversed := make([]int, 16)
	for i := range reversed {
		reversed[i] = 15 - i
	}
	text := toCSV(t, rows, ';', false)
	for name, content := range map[string]string{
		"comma":         toCSV(t, rows, ',', false),
		"tab":           toCSV(t, rows, '\t', false),
		"pipe":          toCSV(t, rows, '|', false),
		"CRLF":          toCSV(t, rows, ';', true),
		"CR":            strings.ReplaceAll(text, "\n", "\r"),
		"BOM":           "\ufeff" + text,
		"UTF-16 LE":     toUTF16(text, false, true),
		"UTF-16 BE":     toUTF16(text, true, true),
		"UTF-16 LE raw": toUTF16(text, false, false),
		"UTF-16 BE raw": toUTF16(text, true, false),
		"cp1252":        toCP1252(t, text),
		"no last break": strings.TrimSuffix(text, "\n"),
		"blank tail":    text + strings.Repeat(";;;;;;;;;;;;;;;\n", 9),
		"trailing columns": toCSV(t, mapCells(rows, func(_, c int, text string) string {
			if c == 15 {
				return text + "§"
			}
			return text
		}), ';', false),
		"reversed columns": toCSV(t, reorder(rows, reversed), ';', false),
		"bare headings": toCSV(t, mapCells(rows, func(r, _ int, text string) string {
			if r == 2 || r == 7 {
				return strings.ToLower(fold.Upper(text))
			}
			return text
		}), ';', false),
		"English headings": toCSV(t, mapCells(rows, func(r, _ int, text string) string {
			if (r == 2 || r == 7) && english(text) != "" {
				return english(text)
			}
			return text
		}), ';', false),
		"lower case": toCSV(t, mapCells(rows, func(r, c int, text string) string {
			if r > 2 && r != 7 && c != 11 {
				return strings.ToLower(text)
			}
			return text
		}), ';', false),
		"decimal numbers": toCSV(t, mapCells(rows, func(r, c int, text string) string {
			if n, err := strconv.Atoi(text); err == nil && (c == 3 || c == 10) {
				return fmt.Sprintf("%d.0", n)
			}
			return text
		}), ';', false),
		"breaks as blanks": toCSV(t, mapCells(rows, func(r, _ int, text string) string { return strings.ReplaceAll(text, "\n", " ") }), ';', false),
		"notes at the end": toCSV(t, append(slices.Clone(rows), []string{"NOTA: fin de la lista"}, []string{"Página 1 de 1"}), ';', false),
	} {
		t.Run(name, func(t *testing.T) {
			content = strings.ReplaceAll(content, "§", strings.Repeat(";", 5))
			d := readOffer(t, write(t, "lista.bin", content), Options{})
			if diff := cmp.Diff(truth(), d.Offer.Plazas, butSources); diff != "" {
				t.Error(diff)
			}
			if len(d.Problems) != 0 {
				t.Errorf("%+v", d.Problems)
			}
		})
	}
}

// workbook writes rows from the given cell on; change may do more to it.
func workbook(t testing.TB, rows [][]string, change func(*excelize.File)) string {
	t.Helper()
	book := excelize.NewFile()
	fill(t, book, "Sheet1", rows)
	if change != nil {
		change(book)
	}
	path := filepath.Join(t.TempDir(), "lista.dat")
	file, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return write(t, filepath.Base(path), file.String())
}

func fill(t testing.TB, book *excelize.File, sheet string, rows [][]string) {
	t.Helper()
	for r, row := range rows {
		for c, text := range row {
			name, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err == nil && text != "" {
				err = book.SetCellStr(sheet, name, text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

func must(t testing.TB, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// The same truth in workbooks must load equal, and what may surprise is said.
func TestDialectsOfXLSXLoadEqual(t *testing.T) {
	rows := fixtureRows(t)
	for _, c := range []struct {
		name    string
		rows    [][]string
		change  func(*excelize.File)
		avisos  int
		options Options
	}{
		{name: "text", rows: rows},
		{name: "numbers", rows: rows, change: func(f *excelize.File) {
			for r := 4; r <= 11; r++ {
				for _, column := range []string{"D", "K"} {
					cell := column + strconv.Itoa(r)
					text, _ := f.GetCellValue("Sheet1", cell)
					if n, err := strconv.Atoi(text); err == nil {
						must(t, f.SetCellInt("Sheet1", cell, int64(n)))
					}
				}
			}
		}},
		{name: "formula", rows: rows, change: func(f *excelize.File) {
			must(t, f.SetCellFormula("Sheet1", "D12", "SUM(D4:D11)"), f.SetCellInt("Sheet1", "D12", 7))
		}},
		{name: "merged title", rows: rows, change: func(f *excelize.File) { must(t, f.MergeCell("Sheet1", "A1", "P1")) }},
		{name: "merged down", rows: rows, avisos: 1, change: func(f *excelize.File) {
			must(t, f.SetCellStr("Sheet1", "F10", "GOBIERNO REGIONAL"), f.SetCellStr("Sheet1", "F10", "ESSALUD"),
				f.MergeCell("Sheet1", "F4", "F6"))
		}},
		{name: "hidden", rows: rows, avisos: 2, change: func(f *excelize.File) {
			must(t, f.SetRowVisible("Sheet1", 5, false), f.SetColVisible("Sheet1", "K", false))
		}},
		{name: "other sheets", rows: rows, avisos: 2, change: func(f *excelize.File) {
			_, err := f.NewSheet("Leyenda")
			must(t, err, f.SetCellStr("Leyenda", "A1", "Leyenda de la lista"))
			_, err = f.NewSheet("Oculta")
			must(t, err, f.SetSheetVisible("Oculta", false))
			fill(t, f, "Oculta", rows)
		}},
		{name: "named sheet", rows: nil, options: Options{Sheet: "la lista"}, change: func(f *excelize.File) {
			_, err := f.NewSheet("La Lista")
			must(t, err)
			fill(t, f, "La Lista", rows)
			fill(t, f, "Sheet1", only(rows))
		}},
		{name: "blank tail", rows: rows, change: func(f *excelize.File) {
			style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
			must(t, err, f.SetCellStyle("Sheet1", "A13", "ZZ40", style), f.SetCellStr("Sheet1", "A900", " "))
		}},
		{name: "rows apart", rows: rows, change: func(f *excelize.File) { must(t, f.InsertRows("Sheet1", 5, 40)) }},
		{name: "heading in two rows", rows: rows, change: func(f *excelize.File) {
			must(t, f.InsertRows("Sheet1", 4, 1))
			for _, half := range []struct{ cell, upper, lower string }{{"D", "N°", "PLAZAS"}, {"J", "GRADO DE", "DIFICULTAD"}, {"K", "CÓDIGO", "RENIPRESS"}} {
				must(t, f.SetCellStr("Sheet1", half.cell+"3", half.upper), f.SetCellStr("Sheet1", half.cell+"4", half.lower))
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOffer(t, workbook(t, c.rows, c.change), c.options)
			if diff := cmp.Diff(truth(), d.Offer.Plazas, butSources); diff != "" {
				t.Error(diff)
			}
			if len(d.Problems) != c.avisos {
				t.Errorf("%+v", d.Problems)
			}
		})
	}
}

// Sheets named after the modalities are two lists.
func TestOneWorkbookMayHoldSeveralLists(t *testing.T) {
	rows := only(fixtureRows(t))
	for i, row := range rows {
		rows[i] = slices.Delete(slices.Clone(row), 13, 14) // no PRESUPUESTO
	}
	path := workbook(t, [][]string{{"SERUMS 2031-II"}}, func(f *excelize.File) {
		for _, name := range []string{"EQUIVALENTES 2031-II", "REMUNERADAS 2031-II"} {
			_, err := f.NewSheet(name)
			must(t, err)
			fill(t, f, name, rows)
		}
	})
	drafts, err := ReadOffer(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(drafts) != 2 || drafts[0].Info.Modality != data.Remunerada || drafts[1].Info.Modality != data.Equivalente ||
		drafts[0].Info.Process != "2031-II" || drafts[0].Info.Rows != 6 || drafts[1].Info.Seats != 7 {
		t.Errorf("%+v", drafts)
	}
}

// A copy of the list in a second sheet doubles the seats: that is said.
func TestRepeatedSheetIsSaid(t *testing.T) {
	rows := fixtureRows(t)
	d := readOffer(t, workbook(t, rows[:11], func(f *excelize.File) {
		_, err := f.NewSheet("Copia")
		must(t, err)
		fill(t, f, "Copia", rows[:11])
	}), Options{})
	if d.Info.Seats != 14 || len(d.Problems) != 1 || d.Problems[0].Sheet != "Copia" {
		t.Errorf("%+v %+v", d.Info, d.Problems)
	}
}

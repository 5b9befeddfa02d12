package export

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"brujula/data/texts"
)

// A chance near an end is shown as elsewhere, never as 0 % or 100 %, and keeps
// its value in the cell.
func TestSheetNeverShowsCertainty(t *testing.T) {
	_, out := demoPlan(t)
	one := *out
	one.Lines = nil
	for _, chance := range []float64{0, 0.0000176, 0.0099, 0.01, 0.421, 0.99, 0.9901, 0.9993, 1} {
		line := out.Lines[0]
		line.Chance = &chance
		one.Lines = append(one.Lines, line)
	}
	book := openBook(t, exported(t, XLSX, &one))
	for i := range one.Lines {
		cell := fmt.Sprintf("B%d", i+2)
		if shown, want := asExcelShows(t, book, cell, *one.Lines[i].Chance), texts.Chance(one.Lines[i].Chance); shown != want {
			t.Errorf("%s shows %q, want %q", cell, shown, want)
		}
		kept, err := book.GetCellValue(texts.ExportSheetPlan, cell, excelize.Options{RawCellValue: true})
		if value, parseErr := strconv.ParseFloat(kept, 64); err != nil || parseErr != nil || value != *one.Lines[i].Chance {
			t.Errorf("%s keeps %q, want %v", cell, kept, *one.Lines[i].Chance)
		}
	}
}

// asExcelShows reads the conditional sections of a cell's number format, which
// excelize itself does not follow.
func asExcelShows(t *testing.T, book *excelize.File, cell string, value float64) string {
	t.Helper()
	id, err := book.GetCellStyle(texts.ExportSheetPlan, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := book.GetStyle(id)
	if err != nil || style.CustomNumFmt == nil {
		t.Fatalf("%s has no format of its own: %v", cell, err)
	}
	for _, section := range strings.Split(*style.CustomNumFmt, ";") {
		condition, text, found := strings.Cut(strings.TrimPrefix(section, "["), "]")
		if !found {
			return strings.Replace(section, "0", strconv.Itoa(int(math.Round(value*100))), 1)
		}
		limit, err := strconv.ParseFloat(condition[1:], 64)
		if err != nil {
			t.Fatal(err)
		}
		if condition[0] == '<' && value < limit || condition[0] == '>' && value > limit {
			return strings.Trim(text, `"`)
		}
	}
	return ""
}

func openBook(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

func sheetText(t *testing.T, content []byte) string {
	t.Helper()
	book := openBook(t, content)
	var b strings.Builder
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			b.WriteString(strings.Join(row, "\t") + "\n")
		}
	}
	return b.String()
}

func TestWorkbook(t *testing.T) {
	_, out := demoPlan(t)
	book := openBook(t, exported(t, XLSX, out))
	if diff := cmp.Diff([]string{texts.ExportSheetPlan, texts.ExportSheetSources}, book.GetSheetList()); diff != "" {
		t.Errorf("sheets:\n%s", diff)
	}
	if len(sheetWidths) != len(texts.PlanSheetHeading()) || len(sheetRow(&out.Lines[0])) != len(sheetWidths) {
		t.Error("headings, widths and cells are not as many")
	}
	// A chance is a number shown as a percentage, a code a text with its zeros, a
	// note never a formula.
	shown, _ := book.GetCellValue(texts.ExportSheetPlan, "B2")
	raw, _ := book.GetCellValue(texts.ExportSheetPlan, "B2", excelize.Options{RawCellValue: true})
	if !strings.HasSuffix(shown, "%") || !strings.HasPrefix(raw, "0.") && raw != "1" {
		t.Errorf("chance shown %q, stored %q", shown, raw)
	}
	kind, _ := book.GetCellType(texts.ExportSheetPlan, "N2")
	code, _ := book.GetCellValue(texts.ExportSheetPlan, "N2")
	if kind != excelize.CellTypeSharedString || code != out.Lines[0].Renipress {
		t.Errorf("code %q of type %v", code, kind)
	}
	if formula, _ := book.GetCellFormula(texts.ExportSheetPlan, "AB2"); formula != "" {
		t.Errorf("the note became the formula %q", formula)
	}
}

// The sheet is ready to work with: filters, a heading on every printed page and
// as high as its words, bands in colour, secondary columns folded, one page wide.
func TestSheetIsReadyToWorkWith(t *testing.T) {
	_, out := demoPlan(t)
	book := openBook(t, exported(t, XLSX, out))
	sheet := texts.ExportSheetPlan
	names := map[string]string{}
	for _, n := range book.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	if names["_xlnm.Print_Titles"] != "'Plan'!$1:$1" || !strings.Contains(names["_xlnm._FilterDatabase"], "$A$1") {
		t.Errorf("no heading on every page, or no filter: %v", names)
	}
	if height, err := book.GetRowHeight(sheet, 1); err != nil || height < 30 {
		t.Errorf("the heading is %v high: %v", height, err)
	}
	for i, heading := range texts.PlanSheetHeading() {
		name, _ := excelize.ColumnNumberToName(i + 1)
		visible, err := book.GetColVisible(sheet, name)
		if folded := slices.Contains([]string{"Desde", "Hasta", "Peor orden", "Mejor orden", "Certeza", "DIRESA", "Profesión", "Proceso"}, heading); err != nil || visible == folded {
			t.Errorf("column %s: visible %v, %v", heading, visible, err)
		}
	}
	fills := map[string]string{}
	for i := range out.Lines {
		id, err := book.GetCellStyle(sheet, fmt.Sprintf("B%d", i+2))
		if err != nil {
			t.Fatal(err)
		}
		style, err := book.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if band := out.Lines[i].Band; band != nil {
			if len(style.Fill.Color) != 1 || fills[*band] != "" && fills[*band] != style.Fill.Color[0] {
				t.Fatalf("line %d, %s: filled with %v", i+1, *band, style.Fill.Color)
			}
			fills[*band] = style.Fill.Color[0]
		}
	}
	if len(fills) < 3 {
		t.Errorf("only %v", fills)
	}
	layout, err := book.GetPageLayout(sheet)
	if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 {
		t.Errorf("%v, %v", layout, err)
	}
	if props, err := book.GetSheetProps(texts.ExportSheetPlan); err != nil || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("the sheet is printed at its own width: %+v, %v", props, err)
	}
}

package xlsxtable

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/cells"
)

// Excel reads rows and cells by their numbers, whatever their order.
func TestRowsAndCellsAreReadByTheirNumbers(t *testing.T) {
	row := func(number int, cells ...string) string {
		return fmt.Sprintf(`<row spans="1:2" r="%d" ht="12">%s</row>`, number, strings.Join(cells, "\n"))
	}
	for name, c := range map[string]struct {
		sheet string
		want  string // the cells of each row, by comma
	}{
		"rows":            {row(1, inline("A1", "h")) + row(3, inline("A3", "b")) + row(2, inline("A2", "a")), "h|a|b"},
		"last row first":  {row(3, inline("A3", "b")) + row(1, inline("A1", "h")) + row(2, inline("A2", "a")), "h|a|b"},
		"cells":           {row(1, inline("C1", "z"), inline("A1", "x"), inline("B1", "y")) + row(2, inline("B2", "q"), inline("A2", "p")), "x,y,z|p,q"},
		"both":            {row(2, inline("B2", "q"), inline("A2", "p")) + row(1, inline("B1", "y"), inline("A1", "x")), "x,y|p,q"},
		"a number twice":  {row(1, inline("A1", "h")) + row(2, inline("A2", "a")) + row(2, inline("A2", "b")) + row(3, inline("A3", "c")), "h|a|b|c"},
		"without numbers": {`<row>` + inline("A1", "h") + `</row><row><c t="inlineStr"><is><t>a</t></is></c></row><row r="1">` + inline("A1", "b") + `</row>`, "h|b|a"},
		"empty elements":  {`<row r="2"/>` + row(1, `<c r="B1"/>`, inline("A1", "h")) + row(3, inline("A3", "c")), "h||c"},
	} {
		rows, _, err := readBook(book(t, sheetHead+c.sheet+sheetTail), cells.DefaultLimits())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for i, row := range rows {
			if row.Number != i+1 {
				t.Errorf("%s: row %d has the number %d", name, i+1, row.Number)
			}
			got = append(got, strings.Join(row.Cells, ","))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// The relations inside tell where the parts are; excelize itself looks for the
// texts under one name only.
func TestPartsAreFoundByTheirRelations(t *testing.T) {
	rels := func(pairs ...string) string {
		var b strings.Builder
		b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
		for i := 0; i < len(pairs); i += 2 {
			fmt.Fprintf(&b, `<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, i/2+1, pairs[i], pairs[i+1])
		}
		return b.String() + `</Relationships>`
	}
	sheet := sheetHead + `<row r="1"><c r="A1" t="s"><v>1</v></c></row>` + sheetTail
	texts := `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2"><si><t>x</t></si><si><t>CAÑETE</t></si></sst>`
	for name, parts := range map[string][]part{
		"all as usual": {
			{"_rels/.rels", rels("officeDocument", "xl/workbook.xml")},
			{"xl/workbook.xml", bookPart},
			{"xl/_rels/workbook.xml.rels", rels("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml")},
			{"xl/worksheets/sheet1.xml", sheet},
			{"xl/sharedStrings.xml", texts},
		},
		"the workbook elsewhere": {
			{"libro/wb.xml", bookPart},
			{"libro/_rels/wb.xml.rels", rels("worksheet", "/xl/worksheets/sheet1.xml", "sharedStrings", "../xl/sharedStrings.xml")},
			{"xl/worksheets/sheet1.xml", sheet},
			{"xl/sharedStrings.xml", texts},
			{"_rels/.rels", rels("officeDocument", "/libro/wb.xml")},
		},
		"sheets and texts elsewhere": {
			{"_rels/.rels", rels("officeDocument", "xl/workbook.xml")},
			{"xl/workbook.xml", bookPart},
			{"xl/_rels/workbook.xml.rels", rels("worksheet", "hojas/una.xml", "sharedStrings", "textos/t.xml")},
			{"xl/hojas/una.xml", sheet},
			{"xl/textos/t.xml", texts},
		},
		"all in one folder": {
			{"_rels/.rels", rels("officeDocument", "book.xml")},
			{"book.xml", bookPart},
			{"_rels/book.xml.rels", rels("worksheet", "sheet.xml", "sharedStrings", "strings.xml")},
			{"sheet.xml", sheet},
			{"strings.xml", texts},
		},
		"names with backslashes": {
			{"_rels/.rels", rels("officeDocument", "xl/workbook.xml")},
			{"xl\\workbook.xml", bookPart},
			{"xl\\_rels\\workbook.xml.rels", rels("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml")},
			{"xl\\worksheets\\sheet1.xml", sheet},
			{"xl\\sharedStrings.xml", texts},
		},
	} {
		rows, _, err := readBook(zipped(t, append(parts, part{"[Content_Types].xml", typesPart})...), cells.DefaultLimits())
		if err != nil || len(rows) != 1 || rows[0].Cells[0] != "CAÑETE" {
			t.Errorf("%s: %v %v", name, rows, err)
		}
	}
}

package xlsxtable

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"brujula/data/cells"
	"brujula/data/cells/cellstest"
)

// hostileBook is a workbook that means harm: it is refused with the error, or
// read to its end (io.EOF).
type hostileBook struct {
	name string
	make func() (sheet string, more []part)
	want error
}

// sheetOf is a hostile workbook by its sheet alone.
func sheetOf(name string, want error, content func() string) hostileBook {
	return hostileBook{name, func() (string, []part) { return content(), nil }, want}
}

// partOf is a hostile workbook by a part beside a sheet of one row.
func partOf(name string, want error, file string, content func() string) hostileBook {
	return hostileBook{name, func() (string, []part) {
		return sheetHead + `<row r="1">` + inline("A1", "x") + `<c r="B1" s="3" t="s"><v>3</v></c></row>` + sheetTail, []part{{file, content()}}
	}, want}
}

// filled repeats a row of that many cells until the sheet has as many elements
// or bytes as are let pass, or the usual share of them.
func filled(cell string, perRow int) string {
	row := "<row>" + strings.Repeat(cell, perRow) + "</row>"
	elements := strings.Count(row, "<") - strings.Count(row, "</")
	n := min((maxElements-100)/elements, (maxInflate-10_000)/len(row))
	return sheetHead + strings.Repeat(row, n/cellstest.Share()) + sheetTail
}

const mainSpace = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`

func hostileBooks() []hostileBook {
	deep := func() string { return strings.Repeat("<a>", 300_000) }
	row := func(cell string) func() string {
		return func() string { return sheetHead + `<row r="1">` + cell + `</row>` + sheetTail }
	}
	repeated := func(head, unit string, n int, tail string) func() string {
		return func() string { return head + strings.Repeat(unit, n) + tail }
	}
	cell := func(cell string, perRow int) func() string {
		return func() string { return filled(cell, perRow) }
	}
	rich := `<c t="inlineStr"><is>` + strings.Repeat("<r><t>x</t></r>", 300) + `</is></c>`
	return []hostileBook{
		sheetOf("bomb", cells.ErrTooLarge, repeated(sheetHead, " ", maxInflate+1, sheetTail)),
		partOf("bomb beside", cells.ErrTooLarge, "xl/media/a.png", repeated("", "\x00", maxInflate+1, "")),
		sheetOf("deep", cells.ErrTooLarge, func() string { return sheetHead + deep() }),
		partOf("deep styles", cells.ErrTooLarge, "xl/styles.xml", deep),
		partOf("many strings", cells.ErrTooLarge, "xl/sharedStrings.xml", repeated("<sst>", "<si/>", maxStrings+1, "</sst>")),
		partOf("large styles", cells.ErrTooLarge, "xl/styles.xml", repeated("<a>", " ", maxSmall, "</a>")),
		sheetOf("many merges", cells.ErrTooLarge, repeated(sheetHead+"</sheetData>", `<mergeCell ref="A1:A2"/>`, maxMerges+1, "</worksheet>")),
		sheetOf("long tag", cells.ErrTooLarge, repeated(sheetHead+`<row x="`, "y", 200<<10, `"/>`+sheetTail)),
		sheetOf("wide row", cells.ErrTooLarge, row(inline("XFD1", "x"))),
		sheetOf("long cell", cells.ErrTooLarge, row(inline("A1", strings.Repeat("x", 40<<10)))),
		sheetOf("very long cell", cells.ErrTooLarge, func() string {
			return sheetHead + "<row>" + inline("A1", strings.Repeat("x", 20<<20)) + "</row>" + sheetTail
		}),
		sheetOf("very long cell of sections", cells.ErrTooLarge, func() string {
			return sheetHead + `<row><c t="inlineStr"><is><t>` + strings.Repeat("<![CDATA["+strings.Repeat("x", 32<<10)+"]]>", 640) + "</t></is></c></row>" + sheetTail
		}),
		sheetOf("very long rich cell", cells.ErrTooLarge, func() string {
			return sheetHead + `<row><c t="inlineStr"><is>` + strings.Repeat("<r><t>"+strings.Repeat("x", 32<<10)+"</t></r>", 640) + "</is></c></row>" + sheetTail
		}),
		partOf("very long string", cells.ErrTooLarge, "xl/sharedStrings.xml", repeated("<sst"+mainSpace+"<si><t>", "x", 20<<20, "</t></si></sst>")),
		sheetOf("cut", cells.ErrFormat, func() string { return sheetHead + `<row r="1">` + inline("A1", "x") }),
		sheetOf("bad XML", cells.ErrFormat, func() string {
			return sheetHead + `<row r="1">` + inline("A1", "x") + `</row><row r="2"><c r="A2"><v>1</w></c></row><row r="3"></row>` + sheetTail
		}),
		sheetOf("bad reference", cells.ErrFormat, row(inline("A1", "x")+inline("??", "y"))),
		sheetOf("row beyond the last", cells.ErrPastLastRow, numbered("1048577")),
		sheetOf("row far beyond the last", cells.ErrPastLastRow, numbered("4000000000")),
		sheetOf("row beyond all numbers", cells.ErrPastLastRow, numbered("99999999999999999999")),
		sheetOf("the last row", io.EOF, numbered("1048576")),
		sheetOf("blank rows", cells.ErrPastLastRow, repeated(sheetHead, "<row/>", cells.LastRow+1, sheetTail)),

		sheetOf("elements", cells.ErrTooLarge, repeated(sheetHead+"<row>", "<c/>", maxElements, "</row>"+sheetTail)),
		partOf("cell formats", cells.ErrTooLarge, "xl/styles.xml", repeated("<styleSheet"+mainSpace+"<cellXfs>", "<xf/>", maxSmallElements, "</cellXfs></styleSheet>")),

		sheetOf("short rows", cells.ErrTooLarge, cell("<c><v>1</v></c>", 1)),
		sheetOf("texts", io.EOF, cell(`<c t="inlineStr"><is><t>x</t></is></c>`, 500)),
		sheetOf("rich text", io.EOF, cell(rich, 16)),
		sheetOf("attributes", io.EOF, cell("<c "+strings.Repeat(`a="" `, 1000)+"/>", 16)),
		sheetOf("long texts", io.EOF, cell(`<c t="inlineStr"><is><t>`+strings.Repeat("&lt;", 6000)+`</t></is></c>`, 16)),
		partOf("rich shared strings", io.EOF, "xl/sharedStrings.xml",
			repeated("<sst"+mainSpace, "<si><r><rPr><b/></rPr><t/></r></si>", (maxElements/5-10)/cellstest.Share(), "</sst>")),
		partOf("formats", io.EOF, "xl/styles.xml", repeated("<styleSheet"+mainSpace+"<cellXfs>", "<xf/>", (maxSmallElements-10)/cellstest.Share(), "</cellXfs></styleSheet>")),
	}
}

// numbered is a sheet of one row of that number.
func numbered(number string) func() string {
	return func() string { return sheetHead + `<row r="` + number + `"><c><v>1</v></c></row>` + sheetTail }
}

// Each hostile workbook meets its error, or is read, in bounded time and
// memory.
func TestHostileWorkbooks(t *testing.T) {
	for _, c := range hostileBooks() {
		t.Run(c.name, func(t *testing.T) {
			sheet, more := c.make()
			content := book(t, sheet, more...)
			share := cellstest.Share()
			err := cellstest.BoundedBy(t, share, func() error { return readThrough(content, share) })
			if !errors.Is(err, c.want) {
				t.Errorf("%v", err)
			}
		})
	}
}

// readThrough reads every row and keeps none, under that share of the rows.
func readThrough(content []byte, share int) error {
	limits := cells.DefaultLimits()
	limits.Rows /= share
	r, err := open(context.Background(), content, "", limits, nil)
	if err != nil {
		return err
	}
	defer r.Close()
	for {
		if _, err := r.Next(); err != nil {
			return err
		}
	}
}

// A list twice as long as the longest of the ministry, with its texts inside
// as the widest workbooks have them, is far from the limits.
func TestLongListsAreLetPass(t *testing.T) {
	var sheet strings.Builder
	sheet.WriteString(sheetHead)
	const rows = 21_000
	for i := 1; i <= rows; i++ {
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:20" ht="15" customHeight="1">`, i)
		for c := range 20 {
			ref := fmt.Sprintf("%c%d", 'A'+c, i)
			fmt.Fprintf(&sheet, `<c r=%q s="4" t="inlineStr"><is><t>GOBIERNO REGIONAL DE PRUEBA</t></is></c>`, ref)
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString(sheetTail)
	found, err := surveyArchive(context.Background(), book(t, sheet.String()), maxInflate)
	if err != nil || found.sheets["Lista"].rows != rows {
		t.Error(err)
	}
}

package xlsxtable

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"brujula/data/cells"
)

// part is one file of a workbook made by hand.
type part struct{ name, content string }

const (
	typesPart = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
	rootRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookPart = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<sheets><sheet name="Lista" sheetId="1" r:id="r1"/></sheets></workbook>`
	bookRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	sheetHead = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	sheetTail = `</sheetData></worksheet>`
)

// book zips a workbook whose only sheet is the given one.
func book(t testing.TB, sheet string, more ...part) []byte {
	t.Helper()
	return zipped(t, append([]part{
		{"[Content_Types].xml", typesPart},
		{"_rels/.rels", rootRels},
		{"xl/workbook.xml", bookPart},
		{"xl/_rels/workbook.xml.rels", bookRels},
		{"xl/worksheets/sheet1.xml", sheet},
	}, more...)...)
}

// mostPlain is up to where a part is not packed: what packs one takes a megabyte,
// which would be most of the time of a fuzz target.
const mostPlain = 1 << 14

func zipped(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestSpeed) })
	for _, p := range parts {
		header := &zip.FileHeader{Name: p.name, Method: zip.Deflate}
		if len(p.content) <= mostPlain {
			header.Method = zip.Store
		}
		f, err := w.CreateHeader(header)
		if err == nil {
			_, err = io.WriteString(f, p.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readBook(content []byte, limits cells.Limits) ([]cells.Row, []cells.Notice, error) {
	r, err := open(context.Background(), content, "", limits, nil)
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	var rows []cells.Row
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return rows, r.Notices(), nil
		}
		if err != nil {
			return rows, nil, err
		}
		rows = append(rows, row)
	}
}

func inline(ref, text string) string {
	return fmt.Sprintf(`<c r=%q t="inlineStr"><is><t>%s</t></is></c>`, ref, text)
}

func TestRowsKeepTheirNumbers(t *testing.T) {
	rows, _, err := readBook(book(t, sheetHead+`<row r="2">`+inline("B2", "x")+`</row><row r="4">`+inline("A4", "a\ny")+`</row><row r="900"></row>`+sheetTail), cells.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	want := []cells.Row{
		{Sheet: "Lista", Number: 1},
		{Sheet: "Lista", Number: 2, Cells: []string{"", "x"}},
		{Sheet: "Lista", Number: 3},
		{Sheet: "Lista", Number: 4, Cells: []string{"a\ny"}},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

func TestFormulasWithoutResultAreSaid(t *testing.T) {
	_, notices, err := readBook(book(t, sheetHead+`<row r="1">`+inline("A1", "x")+`<c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v>2</v></c></row>`+sheetTail), cells.DefaultLimits())
	if err != nil || len(notices) != 1 || notices[0] != (cells.Notice{Kind: cells.UncachedFormula, Sheet: "Lista", Count: 1}) {
		t.Errorf("%v %v", notices, err)
	}
}

func TestTooManyRows(t *testing.T) {
	limits := cells.DefaultLimits()
	limits.Rows = 3
	var b strings.Builder
	for i := 1; i <= 4; i++ {
		fmt.Fprintf(&b, `<row r="%d">%s</row>`, i, inline(fmt.Sprintf("A%d", i), "x"))
	}
	if _, _, err := readBook(book(t, sheetHead+b.String()+sheetTail), limits); !errors.Is(err, cells.ErrTooLarge) {
		t.Error(err)
	}
}

func TestEncryptedWorkbookIsToldApart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.xlsx")
	if err := excelize.NewFile().SaveAs(path, excelize.Options{Password: "x"}); err != nil {
		t.Fatal(err)
	}
	if _, err := Sheet("")(context.Background(), path, cells.DefaultLimits(), nil); !errors.Is(err, cells.ErrEncrypted) {
		t.Error(err)
	}
}

func TestMissingSheetNamesTheOthers(t *testing.T) {
	_, err := open(context.Background(), book(t, sheetHead+sheetTail), "Otra", cells.DefaultLimits(), nil)
	var none *NoSheetError
	if !errors.As(err, &none) || !slices.Contains(none.Sheets, "Lista") {
		t.Error(err)
	}
}

// A download that was damaged or cut is told as such, wherever the fault lies
// and whatever the damaged tags would amount to.
func TestDamageIsToldAsDamage(t *testing.T) {
	sheet := sheetHead + "<row>" + strings.Repeat(inline("A1", "x"), 20_000) + "</row>" + sheetTail
	whole := book(t, sheet)
	flipped := slices.Clone(whole)
	at := bytes.Index(flipped, []byte("sheet1.xml"))
	for i := at + 200; i < at+260; i++ {
		flipped[i] ^= 0x5a
	}
	stored := bytes.Replace(plainBook(t, sheetHead+strings.Repeat(" ", 200<<10)+sheetTail), []byte("<sheetData>"), []byte("<sheetDataa"), 1)
	noSheets := zipped(t, part{"[Content_Types].xml", typesPart}, part{"_rels/.rels", rootRels}, part{"xl/workbook.xml", bookPart}, part{"xl/_rels/workbook.xml.rels", bookRels})
	for name, content := range map[string][]byte{
		"flipped bytes": flipped, "a tag without end": stored, "cut": whole[:len(whole)*2/3], "no directory": whole[:len(whole)-30], "no sheets": noSheets,
	} {
		if _, _, err := readBook(content, cells.DefaultLimits()); !errors.Is(err, cells.ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// plainBook is a workbook whose parts are stored as they are, so that a test
// can damage its text.
func plainBook(t *testing.T, sheet string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book(t, sheet)), int64(len(book(t, sheet))))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, file := range in.File {
		content, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		out, err := w.CreateHeader(&zip.FileHeader{Name: file.Name, Method: zip.Store})
		if err == nil {
			_, err = io.Copy(out, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHiddenSheetsAloneAreSaid(t *testing.T) {
	_, err := open(context.Background(), book(t, sheetHead+sheetTail, part{"xl/workbook.xml", strings.Replace(bookPart, "<sheet ", `<sheet state="hidden" `, 1)}), "", cells.DefaultLimits(), nil)
	var none *NoSheetError
	if !errors.As(err, &none) || none.Wanted != "" {
		t.Error(err)
	}
}

// No workbook may panic, hang or give cells beyond the limits.
func FuzzSheet(f *testing.F) {
	f.Add(sheetHead+`<row r="1">`+inline("A1", "x")+`</row>`+sheetTail, "")
	f.Add(sheetHead+`<row><c t="s"><v>0</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>`+sheetTail, "<sst><si><t>x</t></si></sst>")
	f.Add(sheetHead+`<row r="3"><c r="C3"><f>A1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells></worksheet>`, "")
	f.Fuzz(func(t *testing.T, sheet, shared string) {
		if len(sheet)+len(shared) > 1<<14 {
			return
		}
		limits := cells.Limits{Bytes: 1 << 20, Rows: 1000, Columns: 64, Cell: 1 << 10, Inflate: 1 << 20}
		var more []part
		if shared != "" {
			more = []part{{"xl/sharedStrings.xml", shared}}
		}
		rows, _, err := readBook(book(t, sheet, more...), limits)
		if err != nil {
			return
		}
		for _, row := range rows {
			if len(row.Cells) > limits.Columns || row.Number < 1 {
				t.Fatalf("%+v", row)
			}
		}
	})
}

func FuzzBytes(f *testing.F) {
	var b bytes.Buffer
	if err := excelize.NewFile().Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(_ *testing.T, content []byte) {
		if len(content) > 1<<16 {
			return
		}
		_, _, _ = readBook(content, cells.Limits{Bytes: 1 << 20, Rows: 1000, Columns: 64, Cell: 1 << 10, Inflate: 1 << 22})
	})
}

// BenchmarkRead reads 7,000 rows of 16 cells: the size of the ministry's list.
func BenchmarkRead(b *testing.B) {
	var sheet strings.Builder
	sheet.WriteString(sheetHead)
	for i := 1; i <= 7000; i++ {
		fmt.Fprintf(&sheet, `<row r="%d">`, i)
		for c := range 16 {
			sheet.WriteString(inline(fmt.Sprintf("%c%d", 'A'+c, i), "GOBIERNO REGIONAL"))
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString(sheetTail)
	path := filepath.Join(b.TempDir(), "x.xlsx")
	if err := os.WriteFile(path, book(b, sheet.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		r, err := Sheet("")(context.Background(), path, cells.DefaultLimits(), nil)
		if err != nil {
			b.Fatal(err)
		}
		for err == nil {
			_, err = r.Next()
		}
		if err := r.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

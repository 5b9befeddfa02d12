package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"brujula/data/cells"
	"brujula/data/cells/cellstest"
	"brujula/data/testsize"
)

// rawPDF builds a file object by object; object 1 is the catalog.
type rawPDF struct {
	out     bytes.Buffer
	offsets []int
}

func newRaw() *rawPDF {
	r := &rawPDF{}
	r.out.WriteString("%PDF-1.7\n")
	return r
}

func (r *rawPDF) add(body string) *rawPDF {
	r.offsets = append(r.offsets, r.out.Len())
	fmt.Fprintf(&r.out, "%d 0 obj\n%s\nendobj\n", len(r.offsets), body)
	return r
}

func (r *rawPDF) stream(dict string, data []byte) *rawPDF {
	return r.add(fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
}

func (r *rawPDF) end(trailer string) []byte {
	at := r.out.Len()
	fmt.Fprintf(&r.out, "xref\n0 %d\n0000000000 65535 f \n", len(r.offsets)+1)
	for _, o := range r.offsets {
		fmt.Fprintf(&r.out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&r.out, "trailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n", len(r.offsets)+1, trailer, at)
	return r.out.Bytes()
}

// onePage is a document whose page has object 4 as its content; the caller
// adds that and what it refers to.
func onePage(resources string) *rawPDF {
	return newRaw().
		add("<</Type/Catalog /Pages 2 0 R>>").
		add("<</Type/Pages /Kids[3 0 R] /Count 1>>").
		add("<</Type/Page /Parent 2 0 R /MediaBox[0 0 842 595] /Contents 4 0 R /Resources<<" + resources + ">>>>")
}

func deflate(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	w.Write(data)
	w.Close()
	return out.Bytes()
}

// bomb deflates n times the text, without holding it.
func bomb(text string, n int) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	chunk := []byte(strings.Repeat(text, 1000))
	for range n / 1000 {
		w.Write(chunk)
	}
	w.Close()
	return out.Bytes()
}

const helvetica = "/Font<</F 5 0 R>>"

func withFont(r *rawPDF, content string) *rawPDF {
	return r.stream("", []byte(content)).add("<</Type/Font /Subtype/Type1 /BaseFont/Helvetica /Encoding/WinAnsiEncoding>>")
}

// xrefStreamFile is a file whose only cross-reference is the stream given.
func xrefStreamFile(dict string, data []byte) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := b.Len()
	fmt.Fprintf(&b, "1 0 obj\n<</Type/XRef %s /Root 2 0 R /Length %d>>\nstream\n", dict, len(data))
	b.Write(data)
	fmt.Fprintf(&b, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
	return b.Bytes()
}

type hostileCase struct {
	name string
	data []byte
	want error // nil: any outcome, as long as it comes in time
}

func hostileCases() []hostileCase {
	exponential := onePage("/XObject<</A 5 0 R>>").stream("", []byte("/A Do"))
	for i := 5; i < 17; i++ {
		exponential.stream(fmt.Sprintf("/Type/XObject /Subtype/Form /Resources<</XObject<</A %d 0 R>>>>", i+1), []byte(strings.Repeat("/A Do ", 40)))
	}
	exponential.stream("/Type/XObject /Subtype/Form", []byte("0 0 m 1 1 l S"))
	manyPages := newRaw().add("<</Type/Catalog /Pages 2 0 R>>").add("<</Type/Pages /Count 300 /Kids["+strings.Repeat("<</Type/Page /Contents 3 0 R>> ", 300)+"]>>").
		stream("/Filter/FlateDecode", bomb("q Q q Q q Q q Q\n", 2_000_000))
	cmap := "/CIDInit begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange " +
		strings.Repeat("beginbfrange <0000> <ffffffff> <0041> endbfrange ", 200_000)
	return []hostileCase{
		{"empty", nil, cells.ErrFormat},
		{"not a pdf", []byte("<html><table><tr><td>1</td></tr></table></html>"), cells.ErrFormat},
		{"header alone", []byte("%PDF-1.7\n%%EOF\n"), cells.ErrFormat},
		{"length in itself", []byte("%PDF-1.5\n1 0 obj\n<</Type/XRef /Size 3 /W[1 2 1] /Root 2 0 R /Length 1 0 R>>\nstream\n\x01\x00\x09\x00\nendstream\nendobj\nstartxref\n9\n%%EOF"), cells.ErrFormat},
		{"xref stream of 10^12", xrefStreamFile("/Size 1000000000000 /W[1 2 1]", []byte("\x01\x00\x09\x00")), cells.ErrFormat},
		{"xref stream of nothing", xrefStreamFile("/Size 2000000000 /W[0 0 0]", nil), cells.ErrFormat},
		{"xref bomb", xrefStreamFile("/Size 2000000000 /W[1 1 1] /Filter/FlateDecode", bomb("\x01\x09\x00", 2_200_000)), cells.ErrTooLarge},
		{"xref predictor of 10^9", xrefStreamFile("/Size 9 /W[1 2 1] /Filter/FlateDecode /DecodeParms<</Predictor 12 /Columns 1000000000>>", deflate([]byte("123456"))), cells.ErrFormat},
		{"xref in a circle", newRaw().add("<</Type/Catalog /Pages 2 0 R>>").add("<</Type/Pages /Kids[]>>").end("/Prev 9"), nil},
		{"object streams in each other", objectStreamsInACircle(), cells.ErrFormat},
		{"page tree in a circle", newRaw().add("<</Type/Catalog /Pages 2 0 R>>").add("<</Type/Pages /Kids[2 0 R 2 0 R] /Count 9>>").end(""), cells.ErrFormat},
		{"pages without end", newRaw().add("<</Type/Catalog /Pages 2 0 R>>").add("<</Type/Pages /Count 1000000000 /Kids[3 0 R]>>").add("<</Type/Page>>").end(""), cells.ErrFormat},
		{"too many pages", newRaw().add("<</Type/Catalog /Pages 2 0 R>>").add("<</Type/Pages /Count 6000 /Kids[" + strings.Repeat("<</Type/Page>>", 6000) + "]>>").end(""), cells.ErrTooLarge},
		{"deep arrays", newRaw().add("<</Type/Catalog /Pages " + strings.Repeat("[", 2_000_000) + ">>").end(""), cells.ErrFormat},
		{"deep dictionaries", newRaw().add("<</Type/Catalog /Pages " + strings.Repeat("<</A", 1_000_000) + ">>").end(""), cells.ErrFormat},
		{"ten million objects in one", newRaw().add("<</Type/Catalog /Pages[" + strings.Repeat("0 ", 10_000_000) + "]>>").end(""), cells.ErrTooLarge},
		{"unclosed strings", append([]byte("%PDF-1.7\n"), strings.Repeat("1 0 obj (", 1_000_000)...), nil},
		{"unclosed hex", newRaw().add("<</Type/Catalog /Pages 2 0 R /A <41").end(""), cells.ErrFormat},
		{"trailers", append([]byte("%PDF-1.7\n"), strings.Repeat("trailer (", 1_000_000)...), nil},
		{"references in a circle", newRaw().add("<</Type/Catalog /Pages 2 0 R>>").add("3 0 R").add("2 0 R").end(""), cells.ErrFormat},
		{"content missing", onePage("").end(""), cells.ErrFormat},
		{"content bomb", onePage("").stream("/Filter/FlateDecode", bomb("0 0 m 9 9 l S\n", 4_000_000)).end(""), cells.ErrTooLarge},
		{"bomb in a bomb", onePage("").stream("/Filter[/FlateDecode/FlateDecode]", deflate(bomb("\x00", 52_000_000))).end(""), cells.ErrTooLarge},
		{"filters without end", onePage("").stream("/Filter["+strings.Repeat("/ASCIIHexDecode", 100_000)+"]", []byte("41>")).end(""), cells.ErrFormat},
		{"one content, many pages", manyPages.end(""), cells.ErrTooLarge},
		{"form draws itself", onePage("/XObject<</A 5 0 R>>").stream("", []byte("/A Do")).stream("/Type/XObject /Subtype/Form /Resources<</XObject<</A 5 0 R>>>>", []byte("/A Do")).end(""), cells.ErrNoText},
		{"forms by forms by forms", exponential.end(""), cells.ErrTooLarge},
		{"font in a circle", onePage(helvetica).stream("", []byte("BT /F 9 Tf (a) Tj ET")).add("<</Type/Font /Subtype/Type0 /DescendantFonts[5 0 R] /ToUnicode 5 0 R /Encoding 5 0 R /W 5 0 R>>").end(""), cells.ErrNoText},
		{"widths to 2^31", onePage(helvetica).stream("", []byte("BT /F 9 Tf (aaaa) Tj ET")).add("<</Type/Font /Subtype/Type0 /Encoding/Identity-H /DescendantFonts[<</W[" + strings.Repeat("0 2147483647 500 ", 10_000) + "]>>]>>").end(""), cells.ErrTooLarge},
		{"map of all letters", onePage(helvetica).stream("", []byte("BT /F 9 Tf (aaaa) Tj ET")).add("<</Type/Font /Subtype/Type0 /Encoding/Identity-H /ToUnicode 6 0 R>>").stream("", []byte(cmap)).end(""), nil},
		{"a million words", withFont(onePage(helvetica), "BT /F 9 Tf "+strings.Repeat("1 0 Td (a b) Tj ", 500_000)+"ET").end(""), cells.ErrTooLarge},
		{"a million words in one place", withFont(onePage(helvetica), "BT /F 9 Tf "+strings.Repeat("1 0 0 1 9 9 Tm (a) Tj ", 150_000)+"ET").end(""), nil},
		{"a million rules", onePage("").stream("", []byte(strings.Repeat("0 0 m 500 0 l S 0 0 m 0 500 l S 1 0 0 1 .01 .01 cm ", 300_000))).end(""), cells.ErrNoText},
		{"rules over rules", withFont(onePage(helvetica), crossHatch(1900)+"BT /F 9 Tf 100 100 Td (a) Tj ET").end(""), nil},
		{"numbers out of range", withFont(onePage(helvetica), "1e9 0 0 1e99 99999999999999999999999999999999 0 cm BT /F 1e30 Tf 1 0 0 1 -99999999999 9 Tm (a) Tj 0 Tz (b) Tj ET").end(""), nil},
		{"unbalanced", withFont(onePage(helvetica), strings.Repeat("q ", 200_000)+strings.Repeat("Q ", 400_000)+strings.Repeat("/A BMC ", 100_000)+strings.Repeat("[", 100_000)+" ET EMC BI ID").end(""), nil},
	}
}

func crossHatch(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%g 0 m %g 590 l S 0 %g m 840 %g l S\n", float64(i)*4, float64(i)*4, float64(i)*4, float64(i)*4)
	}
	return b.String()
}

// objectStreamsInACircle has two object streams, each said to be in the other.
func objectStreamsInACircle() []byte {
	// Entries 0 to 3: free, this stream at 9, 2 in stream 3, 3 in stream 2.
	return xrefStreamFile("/Size 4 /W[1 1 1]", []byte("\x00\x00\x00\x01\x09\x00\x02\x03\x00\x02\x02\x00"))
}

// slow are the cases that take a second and more each.
var slow = []string{
	"one content, many pages", "ten million objects in one", "xref bomb", "content bomb", "bomb in a bomb",
	"a million words", "a million rules",
}

func TestHostile(t *testing.T) {
	for _, c := range hostileCases() {
		t.Run(c.name, func(t *testing.T) {
			if slices.Contains(slow, c.name) && !testsize.Full() {
				t.Skip("takes long; SERUMS_PRUEBAS=largas runs it")
			}
			path := filepath.Join(t.TempDir(), "x.pdf")
			if err := os.WriteFile(path, c.data, 0o600); err != nil {
				t.Fatal(err)
			}
			err := cellstest.Bounded(t, func() error {
				_, err := First(0)(context.Background(), path, cells.DefaultLimits(), nil)
				return err
			})
			if c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
		})
	}
}

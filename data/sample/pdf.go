package sample

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// The measures of a printed page, in points; the widths of the columns are
// those of the ministry's list in 2026, in percent of the table.
const (
	rowsOfPage          = 60
	pageWidth           = 842.0
	pageHeight          = 595.0
	margin              = 10.0
	rowHeight           = 9.2
	fontSize            = 3.4
	wideLetter          = 0.72 // of the font size: capitals of Helvetica, on the safe side
	cellGap             = 1.0
	tableWidth          = pageWidth - 2*margin
	firstLine, nextLine = 3.6, 3.9 // below the upper rule, and below the line before
)

func columnWidths() []float64 {
	return []float64{7, 7, 6, 4, 7, 7, 7, 7, 7, 5, 6, 11, 5, 6.5, 3.2, 4.3}
}

// drawRow draws the cells of a row with their rules.
func drawRow(page *bytes.Buffer, row int, texts []string) {
	x, y := margin, pageHeight-margin-float64(row)*rowHeight
	for i, percent := range columnWidths() {
		width := tableWidth * percent / 100
		fmt.Fprintf(page, "%.2f %.2f %.2f %.2f re S\n", x, y-rowHeight, width, rowHeight)
		for n, line := range wrap(texts[i], int((width-2*cellGap)/(fontSize*wideLetter))) {
			fmt.Fprintf(page, "BT /F %.1f Tf %.2f %.2f Td (%s) Tj ET\n", fontSize, x+cellGap, y-firstLine-float64(n)*nextLine, escape(line))
		}
		x += width
	}
}

// wrap breaks a text at blanks into lines of so many letters.
func wrap(text string, room int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case len(line)+1+len(word) <= room:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}

// escape writes a text in the font's encoding, as the inside of a PDF string.
func escape(text string) string {
	encoded, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		encoded = "?"
	}
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(encoded)
}

// writePages makes a file of the contents of its pages.
func writePages(w io.Writer, pages [][]byte) error {
	const catalog, tree, font, first = 1, 2, 3, 4
	file := &objects{}
	file.b.WriteString("%PDF-1.7\n")
	file.addf("<</Type/Catalog /Pages %d 0 R>>", tree)
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", first+2*i)
	}
	file.addf("<</Type/Pages /Count %d /Kids[%s] /MediaBox[0 0 %g %g] /Resources<</Font<</F %d 0 R>>>>>>", len(pages), kids.String(), pageWidth, pageHeight, font)
	file.addf("<</Type/Font /Subtype/Type1 /BaseFont/Helvetica /Encoding/WinAnsiEncoding>>")
	for i, page := range pages {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		if _, err := z.Write(page); err != nil {
			return err
		}
		if err := z.Close(); err != nil {
			return err
		}
		file.addf("<</Type/Page /Parent %d 0 R /Contents %d 0 R>>", tree, first+2*i+1)
		file.addf("<</Filter/FlateDecode /Length %d>>\nstream\n%s\nendstream", packed.Len(), packed.Bytes())
	}
	_, err := w.Write(file.end(catalog))
	return err
}

// objects is a PDF file that grows by an object after the other, from 1.
type objects struct {
	b  bytes.Buffer
	at []int
}

func (o *objects) addf(format string, args ...any) {
	o.at = append(o.at, o.b.Len())
	fmt.Fprintf(&o.b, "%d 0 obj\n", len(o.at))
	fmt.Fprintf(&o.b, format, args...)
	o.b.WriteString("\nendobj\n")
}

func (o *objects) end(root int) []byte {
	table := o.b.Len()
	fmt.Fprintf(&o.b, "xref\n0 %d\n0000000000 65535 f \n", len(o.at)+1)
	for _, at := range o.at {
		fmt.Fprintf(&o.b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&o.b, "trailer\n<</Size %d /Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(o.at)+1, root, table)
	return o.b.Bytes()
}

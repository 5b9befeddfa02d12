package pdf

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"brujula/data/cells"
)

// FuzzRead: no bytes make it panic, hang or give rows beyond the limits. The
// recover in read would hide a panic, so its mark is looked for.
func FuzzRead(f *testing.F) {
	for _, c := range hostileCases() {
		if len(c.data) < 2_000 { // longer ones take seconds, and TestHostile has them
			f.Add(c.data)
		}
	}
	for _, content := range []string{
		"BT /F 9 Tf 10 500 Td (uno) Tj 90 0 Td (dos) Tj 90 0 Td (tres) Tj ET 0 490 m 300 490 l S",
		"q 1 0 0 1 5 5 cm 0 0 100 20 re S Q BT /F 8 Tf 0 1 -1 0 9 9 Tm [(a)-900(b)] TJ T* (c) ' ET /F Do BI /W 1 ID xx EI",
	} {
		f.Add(withFont(onePage(helvetica), content).end(""))
	}
	if small, err := os.ReadFile(filepath.Join(fixtures, "bandas.pdf")); err == nil {
		f.Add(small)
	}
	limits := cells.DefaultLimits()
	limits.Inflate, limits.Pages = 8<<20, 50
	f.Fuzz(func(t *testing.T, data []byte) {
		start := time.Now()
		rows, err := readChecked(data, limits)
		if took := time.Since(start); took > 10*time.Second {
			t.Fatalf("took %v", took)
		}
		if err != nil && rows != nil {
			t.Fatal("rows and an error")
		}
		for _, r := range rows {
			if r.Page < 1 || r.Number < 1 || len(r.Cells) == 0 || len(r.Cells) > limits.Columns {
				t.Fatalf("row %+v", r)
			}
		}
	})
}

// FuzzContent draws any content on a page with two fonts and a form.
func FuzzContent(f *testing.F) {
	for _, content := range []string{
		"BT /F 9 Tf 10 500 Td (uno) Tj 90 0 Td (dos) Tj 90 0 Td (tres) Tj ET 0 490 m 300 490 l S",
		"q .5 0 0 .5 5 5 cm 0 0 100 20 re S 5 5 90 10 re W n BT /G 8 Tf 0 1 -1 0 9 9 Tm [<0041>-900<0042>] TJ T* <0043> ' ET Q /A Do",
		"BI /W 1 /H 1 ID xx EI /Span<</ActualText(fi)>>BDC BT /F 9 Tf 12 TL 1 Tc 2 Tw 50 Tz 3 Ts (f) Tj 1 2 (x) \" ET EMC",
		crossHatch(6) + "BT /F 3 Tf 1 1 Td (a) Tj 4 4 Td (b) Tj 4 0 Td (c) Tj ET",
	} {
		f.Add([]byte(content))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		file := onePage("/Font<</F 5 0 R /G 6 0 R>> /XObject<</A 8 0 R>>").stream("", content).
			add("<</Type/Font /Subtype/Type1 /BaseFont/Helvetica>>").
			add("<</Type/Font /Subtype/Type0 /Encoding/Identity-H /ToUnicode 7 0 R /DescendantFonts[<</DW 500 /W[65[600 700]]>>]>>").
			stream("", []byte("1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <00ff> <0000> endbfrange")).
			stream("/Type/XObject /Subtype/Form /Matrix[1 0 0 1 9 9]", []byte("0 0 50 9 re f BT /F 7 Tf (forma) Tj ET")).
			end("")
		start := time.Now()
		rows, err := readChecked(file, cells.DefaultLimits())
		if took := time.Since(start); took > 10*time.Second {
			t.Fatalf("took %v", took)
		}
		for _, r := range rows {
			if len(r.Cells) == 0 || err != nil {
				t.Fatalf("row %+v, error %v", r, err)
			}
		}
	})
}

// readChecked is read without the recover of its goroutine; a panic in a
// worker comes as an error of its own type.
func readChecked(data []byte, limits cells.Limits) ([]cells.Row, error) {
	r, err := readUnguarded(context.Background(), data, 0, limits, nil)
	if p := (*panicError)(nil); errors.As(err, &p) {
		panic(p)
	}
	if err != nil {
		return nil, err
	}
	return r.rows, nil
}

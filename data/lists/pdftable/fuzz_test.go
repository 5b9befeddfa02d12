package pdftable

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
		if len(c.data) < 20_000 {
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

// readChecked is read without the recover of its goroutine; a panic in a
// worker comes as an error of its own type.
func readChecked(data []byte, limits cells.Limits) ([]cells.Row, error) {
	rows, err := readUnguarded(context.Background(), data, limits, nil)
	if p := (*panicError)(nil); errors.As(err, &p) {
		panic(p)
	}
	return rows, err
}

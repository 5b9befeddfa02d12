package pdf

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/cells"
	"brujula/data/cells/cellstest"
)

func open(path string) error {
	_, err := First(0)(context.Background(), path, cells.DefaultLimits(), nil)
	return err
}

func TestRefused(t *testing.T) {
	dir := t.TempDir()
	if err := open(filepath.Join(fixtures, "malos/con-clave.pdf")); !errors.Is(err, cells.ErrEncrypted) {
		t.Errorf("password: %v", err)
	}
	if err := open(filepath.Join(fixtures, "malos/escaneada.pdf")); !errors.Is(err, cells.ErrNoText) {
		t.Errorf("scan: %v", err)
	}
	if err := open(dir); !errors.Is(err, cells.ErrFormat) {
		t.Errorf("folder: %v", err)
	}
	if err := open(filepath.Join(dir, "nada.pdf")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	tests := []struct {
		name   string
		change func(*cells.Limits)
	}{
		{"bytes", func(l *cells.Limits) { l.Bytes = 1000 }},
		{"pages", func(l *cells.Limits) { l.Pages = 2 }},
		{"rows", func(l *cells.Limits) { l.Rows = 50 }},
		{"columns", func(l *cells.Limits) { l.Columns = 15 }},
		{"cell", func(l *cells.Limits) { l.Cell = 8 }},
		{"inflate", func(l *cells.Limits) { l.Inflate = 10_000 }},
	}
	for _, test := range tests {
		limits := cells.DefaultLimits()
		test.change(&limits)
		if _, err := First(0)(context.Background(), filepath.Join(fixtures, "reglas.pdf"), limits, nil); !errors.Is(err, cells.ErrTooLarge) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// TestTruncated cuts a file at many places. Either all rows are there, as when
// only the end of the table of objects is missing, or there is an error: never
// fewer rows without a word.
func TestTruncated(t *testing.T) {
	for _, name := range []string{"bandas.pdf", "reglas_linealizada.pdf", "bandas_writer.pdf"} {
		whole, err := os.ReadFile(filepath.Join(fixtures, name))
		if err != nil {
			t.Fatal(err)
		}
		want := len(readAll(t, filepath.Join(fixtures, name)))
		path := filepath.Join(t.TempDir(), "x.pdf")
		for i := 1; i <= 40; i++ {
			cut := whole[:len(whole)*i/41]
			if i > 30 {
				cut = whole[:len(whole)-(41-i)*(41-i)*3]
			}
			if err := os.WriteFile(path, cut, 0o600); err != nil {
				t.Fatal(err)
			}
			r, err := First(0)(context.Background(), path, cells.DefaultLimits(), nil)
			if err != nil {
				if !errors.Is(err, cells.ErrFormat) && !errors.Is(err, cells.ErrNoText) {
					t.Errorf("%s at %d: %v", name, len(cut), err)
				}
				continue
			}
			if got := count(r); got != want {
				t.Errorf("%s at %d of %d bytes: %d rows, want %d", name, len(cut), len(whole), got, want)
			}
		}
	}
}

func count(r cells.Reader) int {
	n := 0
	for {
		if _, err := r.Next(); err != nil {
			return n
		}
		n++
	}
}

// TestDamagedTable spoils the cross-reference table: the objects are found by
// looking for them.
func TestDamagedTable(t *testing.T) {
	path := filepath.Join(fixtures, "bandas.pdf")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join(t.TempDir(), "x.pdf")
	damaged := strings.Replace(string(whole), "%PDF-", "%PDF-1.4 \n%moved by some bytes, as editors do\n%PDF-", 1)
	damaged = strings.Replace(damaged, "startxref", "startxref 7", 1)
	if err := os.WriteFile(moved, []byte(damaged), 0o600); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(readAll(t, path), readAll(t, moved)); diff != "" {
		t.Error(diff)
	}
}

func TestCancel(t *testing.T) {
	path := filepath.Join(fixtures, "cortadas.pdf")
	ctx, cancel := context.WithCancel(context.Background())
	_, err := First(0)(ctx, path, cells.DefaultLimits(), func(done, _ int) {
		if done == 2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestProgressAndOrder(t *testing.T) {
	path := filepath.Join(fixtures, "cortadas.pdf")
	var steps []int
	r, err := First(0)(context.Background(), path, cells.DefaultLimits(), func(done, total int) {
		steps = append(steps, done*1000+total)
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range steps {
		if s != (i+1)*1000+len(steps) {
			t.Errorf("step %d is %d", i, s)
		}
	}
	page, number := 0, 0
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if row.Page != page {
			page, number = page+1, 0
		}
		number++
		if row.Page != page || row.Number != number {
			t.Fatalf("page %d row %d, want %d and %d", row.Page, row.Number, page, number)
		}
	}
	if page != len(steps) {
		t.Errorf("%d pages of rows, %d of progress", page, len(steps))
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, err := r.Next(); !errors.Is(err, io.EOF) {
		t.Errorf("after Close: %v", err)
	}
}

// TestSameEveryTime reads with one and with many workers.
func TestSameEveryTime(t *testing.T) {
	path := filepath.Join(fixtures, "sin-reglas_ghostscript.pdf")
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	want := readAll(t, path)
	runtime.GOMAXPROCS(4)
	for range 5 {
		if diff := cmp.Diff(want, readAll(t, path)); diff != "" {
			t.Fatal(diff)
		}
	}
}

// The first pages alone read as they do among all.
func TestFirstPages(t *testing.T) {
	path := filepath.Join(fixtures, "reglas.pdf")
	all := readAll(t, path)
	if last := all[len(all)-1].Page; last < 3 {
		t.Fatalf("%d pages", last)
	}
	r, err := First(2)(context.Background(), path, cells.DefaultLimits(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; ; i++ {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			if all[i].Page != 3 || i == 0 {
				t.Errorf("it ends after %d rows", i)
			}
			return
		}
		if diff := cmp.Diff(all[i], row); diff != "" {
			t.Fatal(diff)
		}
	}
}

// TestRealListBounds keeps the memory of the 123 pages below 300 MB (issue).
func TestRealListBounds(t *testing.T) {
	path := needReal(t, "2026-i-remunerado.pdf")
	n := 0
	if most := cellstest.PeakHeap(func() { n = len(readAll(t, path)) }); most > 300<<20 {
		t.Errorf("%d MB for %d rows", most>>20, n)
	}
}

func BenchmarkRealList(b *testing.B) {
	path := needReal(b, "2026-i-remunerado.pdf")
	b.ReportAllocs()
	for b.Loop() {
		if err := open(path); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/123, "ms/page")
}

func BenchmarkPrinted(b *testing.B) {
	for _, name := range []string{"reglas", "sin-reglas"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := open(filepath.Join(fixtures, name+".pdf")); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

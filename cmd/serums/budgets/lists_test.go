package budgets

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/sample"
)

// imports reads a list of an offer into records. Budget, at the 7,323 rows of
// 2026-I: CSV 0.1 s, workbook 1.2 s, PDF of 123 pages 6 s.
func (s *stage) imports(b *testing.B) {
	long := []int{rows2026Paid, 17_000, 50_000} // a reader takes 60,000 rows at most
	for _, f := range []struct {
		format string
		write  func(io.Writer, *data.Offer) error
		rows   []int
	}{
		{"csv", sample.WriteCSV, long},
		{"xlsx", sample.WriteXLSX, long[:2]}, // 50,000 rows have more elements than a workbook may have
		{"pdf", sample.WritePDF, []int{rows2026Paid / 4, rows2026Paid}},
	} {
		for _, n := range f.rows {
			b.Run(fmt.Sprintf("%s/%d", f.format, n), func(b *testing.B) {
				path := filepath.Join(b.TempDir(), "oferta."+f.format)
				file, err := os.Create(path)
				if err != nil {
					b.Fatal(err)
				}
				offer := sample.Offer("2026-I", data.Remunerada, n, 1)
				if err := f.write(file, offer); err != nil {
					b.Fatal(err)
				}
				if err := file.Close(); err != nil {
					b.Fatal(err)
				}
				b.ReportAllocs()
				for b.Loop() {
					drafts, err := lists.ReadOffer(b.Context(), path, lists.Options{Process: "2026-I", Modality: data.Remunerada})
					if err != nil || len(drafts) != 1 || len(drafts[0].Offer.Plazas) != n {
						b.Fatalf("%d drafts: %v", len(drafts), err)
					}
				}
				reportPerRow(b, n)
			})
		}
	}
}

// load opens the library and makes of it all that the screens and commands work
// with. At 17,000 plazas a process it has the four offers and two adjudications.
func (s *stage) load(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := s.library(b, n)
			rows := 0
			b.ReportAllocs()
			for b.Loop() {
				rows = loadSpace(b, openLibrary(b, dir)).Catalog.Len()
			}
			reportPerRow(b, rows)
		})
	}
}

// reportPerRow tells the cost of a row, which stays the same where the whole
// grows with the rows and no faster.
func reportPerRow(b *testing.B, rows int) {
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(rows), "µs/row")
}

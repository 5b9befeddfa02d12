package sample_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/sample"
)

// What is written as a list of the ministry is read as the offer it was made of.
func TestFilesReadBack(t *testing.T) {
	offer := sample.Offer("2026-I", data.Remunerada, 150, 3)
	want := names(offer)
	for name, write := range map[string]func(io.Writer, *data.Offer) error{
		"lista.csv": sample.WriteCSV, "lista.xlsx": sample.WriteXLSX, "lista.pdf": sample.WritePDF,
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			file, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := write(file, offer); err != nil {
				t.Fatal(err)
			}
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
			drafts, err := lists.ReadOffer(t.Context(), path, lists.Options{Process: "2026-I", Modality: data.Remunerada})
			if err != nil {
				t.Fatal(err)
			}
			if len(drafts) != 1 {
				t.Fatalf("%d offers, want 1", len(drafts))
			}
			if diff := cmp.Diff(want, names(drafts[0].Offer)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// names returns what a plaza is known by and counted by, by its code.
func names(o *data.Offer) map[string][]any {
	out := map[string][]any{}
	for i := range o.Plazas {
		p := &o.Plazas[i]
		out[p.Renipress+p.Profession] = []any{p.Establishment, p.Region, p.Province, p.District, p.Institution, p.Grade, p.Category, p.Seats, p.ZAF, p.ZE}
	}
	return out
}

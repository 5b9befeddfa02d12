package lists

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"brujula/data"
)

// printed makes a PDF of pages that hold one line of text a row, its cells 100
// points apart.
func printed(pages ...[][]string) string {
	var out bytes.Buffer
	var offsets []int
	add := func(body string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	out.WriteString("%PDF-1.7\n")
	kids := make([]string, len(pages))
	for i := range pages {
		kids[i] = fmt.Sprintf("%d 0 R", 4+2*i)
	}
	add("<</Type/Catalog /Pages 2 0 R>>")
	add(fmt.Sprintf("<</Type/Pages /Kids[%s] /Count %d>>", strings.Join(kids, " "), len(pages)))
	add("<</Type/Font /Subtype/Type1 /BaseFont/Helvetica /Encoding/WinAnsiEncoding>>")
	for i, rows := range pages {
		var content strings.Builder
		for y, row := range rows {
			for x, cell := range row {
				fmt.Fprintf(&content, "BT /F 8 Tf %d %d Td (%s) Tj ET\n", 40+100*x, 560-12*y, cell)
			}
		}
		add(fmt.Sprintf("<</Type/Page /Parent 2 0 R /MediaBox[0 0 842 595] /Contents %d 0 R /Resources<</Font<</F 3 0 R>>>>>>", 5+2*i))
		add(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", content.Len(), content.String()))
	}
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, at)
	return out.String()
}

// detect looks at a file of which nothing is said.
func detect(path string) (Guess, error) { return Look(context.Background(), path, Options{}) }

// A list is recognised by its first pages, and behind a preface that is longer
// than these too.
func TestDetectLooksBehindAPreface(t *testing.T) {
	table := [][]string{
		{"OFERTA DE PLAZAS SERUMS 2031-I"},
		{"PROFESION", "RENIPRESS", "ESTABLECIMIENTO", "DEPARTAMENTO", "GD", "PRESUPUESTO"},
	}
	for i := range 20 {
		table = append(table, []string{"MEDICINA", fmt.Sprintf("%08d", i+1), fmt.Sprintf("POSTA %d", i), "PUNO", "GD-3", "NACIONAL"})
	}
	for _, preface := range []int{0, 2, detectPages + 2} {
		var pages [][][]string
		for range preface {
			pages = append(pages, [][]string{{"Se pone en conocimiento de los postulantes lo que sigue."}})
		}
		guess, err := detect(write(t, "x.pdf", printed(append(pages, table)...)))
		if err != nil {
			t.Fatalf("%d pages before: %v", preface, err)
		}
		if guess.Kind != data.KindOffer || guess.Format != "PDF" || len(guess.Processes) != 1 || guess.Processes[0] != "2031-I" ||
			len(guess.Modalities) != 1 || guess.Modalities[0] != data.Remunerada {
			t.Errorf("%d pages before: %+v", preface, guess)
		}
	}
}

func BenchmarkDetectPDF(b *testing.B) {
	path := realList(b, "2026-i-remunerado.pdf")
	for b.Loop() {
		if _, err := detect(path); err != nil {
			b.Fatal(err)
		}
	}
}

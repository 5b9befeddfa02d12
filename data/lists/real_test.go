package lists

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/places"
)

// realList returns the path of a list of the ministry, which the project does
// not ship, or skips the test.
func realList(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs the ministry's list %s", name)
	}
	return path
}

func readRealOffer(t testing.TB, name string, process data.Process) Draft {
	t.Helper()
	return readOffer(t, realList(t, name), Options{Process: process})
}

// Totals: README.md. Avisos: counted and
// looked at one by one; those of 2025-I are plazas whose second row names
// another establishment under the same code, and how many rows are alike.
func TestRealOffersHaveTheirTrueTotals(t *testing.T) {
	for _, c := range []struct {
		file        string
		process     data.Process
		modality    data.Modality
		rows, seats int
		medicine    [2]int // plazas and seats; 0 where they are not documented
		avisos      int
	}{
		{"2024-i-remunerado.csv", "2024-I", data.Remunerada, 6141, 6240, [2]int{0, 2094}, 1}, // and two of specialists
		{"2025-i-remunerado.csv", "2025-I", data.Remunerada, 7383, 7488, [2]int{0, 2170}, 13},
		{"2025-i-equivalente.csv", "2025-I", data.Equivalente, 10617, 14669, [2]int{0, 1885}, 1},
		{"2026-i-remunerado.csv", "2026-I", data.Remunerada, 7323, 7489, [2]int{2073, 2175}, 1},
		{"2026-i-remunerado.xlsx", "2026-I", data.Remunerada, 7323, 7489, [2]int{2073, 2175}, 0},
		{"2026-i-equivalente.csv", "2026-I", data.Equivalente, 8695, 12604, [2]int{}, 1},
	} {
		t.Run(c.file, func(t *testing.T) {
			d := readRealOffer(t, c.file, c.process)
			if d.Info.Rows != c.rows || d.Info.Seats != c.seats || d.Info.Modality != c.modality || d.Info.Rejected != 0 || d.Offer.Seats() != c.seats {
				t.Errorf("%+v", d.Info)
			}
			var medicine [2]int
			for i := range d.Offer.Plazas {
				if p := &d.Offer.Plazas[i]; p.Profession == "MEDICINA" {
					medicine[0]++
					medicine[1] += p.Seats
				}
			}
			if c.medicine[0] > 0 && medicine[0] != c.medicine[0] || c.medicine[1] > 0 && medicine[1] != c.medicine[1] {
				t.Errorf("medicine: %v", medicine)
			}
			joinDistricts(t, d.Offer)
			if len(d.Problems) != c.avisos {
				for _, p := range d.Problems {
					t.Errorf("%s %q %s", p.Where(), p.Value, p.Reason)
				}
			}
		})
	}
}

// joinDistricts makes sure that every district of an offer is one of the table of
// INEI's, by the names that the program uses, or one of those created since.
func joinDistricts(t *testing.T, offer *data.Offer) {
	t.Helper()
	newer := map[string]bool{"LA LIBERTAD|TRUJILLO|ALTO TRUJILLO": true}
	file, err := os.Open(realList(t, "distritos.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known, peru := map[string]bool{}, places.Peru()
	for _, row := range rows[1:] {
		region, _ := peru.Region(row[2])
		province, _ := peru.Province(region, row[3])
		if row[2] == "LORETO" && (row[4] == "PUTUMAYO" || row[4] == "TENIENTE MANUEL CLAVERO") {
			province = "PUTUMAYO" // which the table still counts to Maynas
		}
		district, ok := peru.District(region, province, row[4])
		if !ok {
			t.Errorf("the index does not have %q", row[2:5])
		}
		known[region+"|"+province+"|"+district] = true
	}
	for i := range offer.Plazas {
		p := &offer.Plazas[i]
		if name := p.Region + "|" + p.Province + "|" + p.District; !known[name] && !newer[name] {
			known[name] = true
			t.Errorf("%s is no district", name)
		}
	}
}

func TestRealAdjudicationsHaveTheirTrueTotal(t *testing.T) {
	drafts, err := ReadAdjudications(context.Background(), realList(t, "2025-i-adjudicados.csv"), Options{Process: "2025-I"})
	if err != nil {
		t.Fatal(err)
	}
	rows, bare := 0, 0
	for _, d := range drafts {
		rows += d.Info.Rows
		if d.Info.Rejected+len(d.Problems) > 0 {
			t.Errorf("%+v", d.Problems)
		}
		for i := range d.Adjudication.Picks {
			if !d.Adjudication.Picks[i].HasMark() {
				bare++
			}
		}
	}
	if rows != 12588 || bare != 56 || len(drafts) != 2 || drafts[0].Info.Seats != 7488 {
		t.Errorf("%d rows, %d without a mark, %+v", rows, bare, drafts[0].Info)
	}
}

// 2026-I comes out canonical: no line break, no broken word, one spelling.
func TestRealValuesAreCanonical(t *testing.T) {
	spellings := map[Field]map[string]string{}
	regions := map[string]bool{}
	check := func(field Field, scope, text string) {
		if text == "" || text != fold.Upper(text) {
			t.Errorf("%s %q", field, text)
		}
		if spellings[field] == nil {
			spellings[field] = map[string]string{}
		}
		key := scope + "/" + fold.Squash(text)
		if other, seen := spellings[field][key]; seen && other != text {
			t.Errorf("%s: %q and %q", field, other, text)
		}
		spellings[field][key] = text
	}
	for _, file := range []string{"2026-i-remunerado.csv", "2026-i-equivalente.csv"} {
		d := readRealOffer(t, file, "2026-I")
		for i := range d.Offer.Plazas {
			p := &d.Offer.Plazas[i]
			regions[p.Region] = true
			check(FieldProfession, "", p.Profession)
			check(FieldRegion, "", p.Region)
			check(FieldProvince, p.Region, p.Province)
			check(FieldDistrict, p.Region+p.Province, p.District)
			check(FieldDiresa, "", p.Diresa)
			check(FieldOffering, "", p.Offering)
			check(FieldInstitution, "", p.Institution)
			check(FieldCategory, "", p.Category)
			if strings.ContainsAny(p.Establishment, "\n\r") || strings.Contains(p.Establishment, "  ") {
				t.Errorf("%q", p.Establishment)
			}
		}
	}
	counts := map[Field]int{FieldRegion: 25, FieldProfession: 17, FieldInstitution: 9, FieldCategory: 8}
	for field, want := range counts {
		if got := len(spellings[field]); got != want {
			t.Errorf("%d values of %s: %v", got, field, spellings[field])
		}
	}
	if len(regions) != 25 {
		t.Errorf("%d regions", len(regions))
	}
}

var butPlace = cmpopts.IgnoreFields(data.Plaza{}, "Sources") //nolint:gochecknoglobals // an option of comparison

func TestRealWorkbookEqualsTheCSV(t *testing.T) {
	text := readRealOffer(t, "2026-i-remunerado.csv", "2026-I")
	book := readRealOffer(t, "2026-i-remunerado.xlsx", "2026-I")
	if diff := cmp.Diff(text.Offer, book.Offer, butPlace); diff != "" {
		t.Error(diff)
	}
}

// wrap breaks a text as a column of the width does, only over-long words
// inside.
func wrap(text string, width int) string {
	var lines []string
	current := ""
	for word := range strings.FieldsSeq(text) {
		runes := []rune(word)
		if current != "" && len([]rune(current))+1+len(runes) <= width {
			current += " " + word
			continue
		}
		if current != "" {
			lines = append(lines, current)
		}
		for ; len(runes) > width; runes = runes[width:] {
			lines = append(lines, string(runes[:width]))
		}
		current = string(runes)
	}
	return strings.Join(append(lines, current), "\n")
}

// tear breaks a text anywhere.
func tear(text string, width int) string {
	var lines []string
	runes := []rune(oneLine(text))
	for ; len(runes) > width; runes = []rune(strings.TrimLeft(string(runes[width:]), " ")) {
		lines = append(lines, strings.TrimSpace(string(runes[:width])))
	}
	return strings.Join(append(lines, string(runes)), "\n")
}

// The list reads the same wherever the columns of a table break its words.
// Columns that are narrower than the ministry's (about 14 letters) or that
// break lines anywhere hide some names of establishments, and nothing else.
func TestRealListReadsTheSameHoweverItIsWrapped(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	want := readRealOffer(t, "2026-i-remunerado.xlsx", "2026-I").Offer
	s, err := inspect(realList(t, "2026-i-remunerado.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	original, err := s.table(context.Background(), Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		fold  func(string, int) string
		width int
		names int // at most so many names differ, of 7,297
	}{
		{"words", wrap, 24, 0},
		{"words", wrap, 14, 0},
		{"words", wrap, 12, 60},
		{"words", wrap, 9, 900},
		{"anywhere", tear, 24, 400},
		{"anywhere", tear, 12, 820},
	} {
		wrapped := *original
		wrapped.lines = nil
		for _, l := range original.lines {
			row := make([]string, len(l.row.Cells))
			for i, cell := range l.row.Cells {
				row[i] = c.fold(cell, c.width)
			}
			l.row = cells.Row{Sheet: l.row.Sheet, Number: l.row.Number, Cells: row}
			wrapped.lines = append(wrapped.lines, l)
		}
		s.startHash()
		drafts, err := offers(context.Background(), s, newMapper(Options{Process: "2026-I"}, s.base, &wrapped, false))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, drafts[0].Offer, butPlace, cmpopts.IgnoreFields(data.Plaza{}, "Establishment")); diff != "" {
			t.Errorf("%s %d: %s", c.name, c.width, diff)
		}
		differ := 0
		for i := range want.Plazas {
			if want.Plazas[i].Establishment != drafts[0].Offer.Plazas[i].Establishment {
				differ++
			}
		}
		if differ > c.names {
			t.Errorf("%s %d: %d names differ", c.name, c.width, differ)
		}
	}
}

func benchmarkImport(b *testing.B, file string, known ...string) {
	b.Helper()
	o := Options{Process: "2026-I"}
	for _, name := range known {
		o.Known.Offers = append(o.Known.Offers, readRealOffer(b, name, "2025-I").Offer)
	}
	path := realList(b, file)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadOffer(context.Background(), path, o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkImportCSV(b *testing.B)  { benchmarkImport(b, "2026-i-remunerado.csv") }
func BenchmarkImportXLSX(b *testing.B) { benchmarkImport(b, "2026-i-remunerado.xlsx") }
func BenchmarkImportPDF(b *testing.B)  { benchmarkImport(b, "2026-i-remunerado.pdf") }
func BenchmarkImportCSVIntoLibrary(b *testing.B) {
	benchmarkImport(b, "2026-i-remunerado.csv", "2025-i-remunerado.csv", "2025-i-equivalente.csv", "2026-i-equivalente.csv")
}

// One name of 7,297 has two lines that its cell is too low for: they are not
// in the PDF at all (pdftotext does not find them either).
func TestRealPDFEqualsTheCSV(t *testing.T) {
	text := readRealOffer(t, "2026-i-remunerado.csv", "2026-I")
	printed := readRealOffer(t, "2026-i-remunerado.pdf", "2026-I")
	for i := range printed.Offer.Plazas {
		clipped, whole := &printed.Offer.Plazas[i], &text.Offer.Plazas[i]
		if clipped.Renipress == "00519645" && strings.Contains(whole.Establishment, clipped.Establishment) {
			clipped.Establishment = whole.Establishment
		}
	}
	if diff := cmp.Diff(text.Offer, printed.Offer, butPlace); diff != "" {
		t.Error(diff)
	}
}

package lists

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
)

// rowsReader is a reader of rows at hand.
type rowsReader struct {
	rows []cells.Row
	next int
}

func (r *rowsReader) Next() (cells.Row, error) {
	if r.next == len(r.rows) {
		return cells.Row{}, io.EOF
	}
	r.next++
	return r.rows[r.next-1], nil
}

func (r *rowsReader) Close() error { return nil }

func readerOf(rows [][]string) *rowsReader {
	r := &rowsReader{}
	for i, row := range rows {
		r.rows = append(r.rows, cells.Row{Number: i + 1, Cells: row})
	}
	return r
}

// mapOffer maps rows as ReadOffer does those of a file.
func mapOffer(t testing.TB, rows [][]string, o Options) ([]Draft, error) {
	t.Helper()
	table, err := readTable(readerOf(rows))
	if err != nil {
		t.Fatal(err)
	}
	s := &source{base: "x", hashed: make(chan hashResult, 1)}
	s.hashed <- hashResult{}
	if err := s.expect(table, data.KindOffer, &Options{}); err != nil {
		return nil, err
	}
	return offers(context.Background(), s, newMapper(o, s.base, table, false))
}

// anyCell draws what stands in lists, and what does not.
func anyCell() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{
			"", " ", "1", "2", "dos", "00005055", "5055.0", "A1", "GD-1", "GD-9", "MEDICINA", "MEDICI\nNA", "TOTAL", "7", "NOTA: x",
			"PROFESION", "RENIPRESS", "N° PLAZAS", "NACIONAL", "SIN PRESUPUESTO", "AMAZONAS", "CONDORCANQU\nI", "NIEVA", "SI", "NO", "X",
			"SERUMS 2031-I", "REMUNERADO", "equivalente", "SAN\nTIAGO", "PUESTO -\nX", "\"", "I-3", "#N/D",
		}),
		rapid.StringN(0, 12, 40),
	)
}

// No row but the heading is lost: each is accepted, passed over or rejected, and
// each rejected row has its problem.
func TestEveryRowIsAccountedFor(t *testing.T) {
	heading := strings.Split(strings.TrimSpace(offerHeading), ";")
	rapid.Check(t, func(t *rapid.T) {
		rows := [][]string{{"SERUMS 2031-I REMUNERADAS"}, heading, {"MEDICINA", "1", "PUNO", "PUNO", "PUNO", "3", "9"}}
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			row := []string{"MEDICINA", "1", "AMAZONAS", "CONDORCANQUI", "NIEVA", "GD-1", "5", "X", "I-3", "MINSA", "NACIONAL", "NO", "NO"}
			for range rapid.IntRange(0, 14).Draw(t, "changes") {
				at := rapid.IntRange(0, 14).Draw(t, "at")
				for len(row) <= at {
					row = append(row, "")
				}
				row[at] = anyCell().Draw(t, "cell")
			}
			rows = append(rows, row)
		}
		table, err := readTable(readerOf(rows))
		if err != nil {
			t.Fatal(err)
		}
		s := &source{base: "x", hashed: make(chan hashResult, 1)}
		s.hashed <- hashResult{}
		drafts, err := offers(context.Background(), s, newMapper(Options{Process: "2031-I", Modality: data.Remunerada}, "x", table, false))
		if err != nil {
			t.Fatal(err)
		}
		accounted, seats, rejected := 0, 0, 0
		for _, d := range drafts {
			accounted += d.Info.Rows + d.Info.Skipped + d.Info.Rejected
			seats += d.Info.Seats - d.Offer.Seats()
			for _, p := range d.Problems {
				if p.Level == data.Rejected {
					rejected++
				}
			}
			rejected -= d.Info.Rejected
			if d.Info.Plazas != len(d.Offer.Plazas) {
				t.Fatalf("%+v", d.Info)
			}
		}
		if accounted != len(rows)-1 || seats != 0 || rejected != 0 {
			t.Fatalf("%d of %d rows, %d seats, %d rejections: %q", accounted, len(rows)-1, seats, rejected, rows)
		}
	})
}

// What is stored is clean and canonical whatever the cells hold.
func FuzzMapper(f *testing.F) {
	f.Add("MEDICINA;1;PUNO;PUNO;PUNO;3;9\nENFER\rMERIA;1;ÁNCASH;;;V;10", "PUNO")
	f.Add("\x1b[31mX;1;A;B;C;1;1", "SAN\nTIAGO")
	f.Fuzz(func(t *testing.T, table, extra string) {
		if len(table) > 1<<12 || len(extra) > 200 {
			return
		}
		rows := [][]string{strings.Split(strings.TrimSpace(offerHeading), ";")}
		for line := range strings.SplitSeq(table, "\n") {
			rows = append(rows, append(strings.Split(strings.ReplaceAll(line, "\r", "\n"), ";"), extra))
		}
		drafts, err := mapOffer(t, rows, Options{Process: "2031-I", Modality: data.Remunerada})
		if err != nil {
			return
		}
		for _, d := range drafts {
			for _, p := range d.Offer.Plazas {
				for _, text := range []string{p.Profession, p.Region, p.Province, p.District, p.Diresa, p.Institution, p.Category} {
					if text != fold.Upper(text) {
						t.Errorf("%q", text)
					}
				}
				if text := fmt.Sprint(p); strings.ContainsAny(text, "\n\r\x1b\u202e") || len(p.Renipress) != 8 || p.Seats < 1 || p.Grade < 0 || p.Grade > 5 {
					t.Errorf("%q", text)
				}
			}
		}
	})
}

// readTable collects the rows of a reader and settles their columns.
func readTable(reader cells.Reader) (*table, error) {
	t, err := newCollector(nil).collect(context.Background(), reader, 0)
	if err == nil {
		t.understand(&Options{})
	}
	return t, err
}

func TestHeadingsAreFoundByMeaning(t *testing.T) {
	for _, c := range []struct {
		heading string
		kind    data.Kind
		fields  string
	}{
		{"PROFESIÓN;SEDE DE ADJUDICACIÓN;N° PLAZAS;CODIGO\nRENIPRESS\nMODULAR", data.KindOffer, "profesion sede cupos renipress"},
		{"INSTITUCION;CODIGO;CATEGORIA;NOMBRE DE ESTABLECIMIENTO", data.KindOffer, "institucion renipress categoria establecimiento"},
		{"codigo;código renipress;profesión;gd", data.KindOffer, " renipress profesion gd"},
		{"N°;APELLIDOS Y NOMBRES;PUNTAJE;NOTA;PUNTAJE FINAL", KindMerit, "    nota"},
		{"PUESTO;NOTA", KindMerit, "puesto nota"},
		{"PROFESION;NOTA;IPRESS;PROCESO", data.KindAdjudication, "profesion nota renipress proceso"},
		{"MEDICINA;00005055;GD-1;1", "", ""},
		{"PROVINCIA;PUNO;PUNO;PUNO;PUNO", "", ""},
	} {
		h := readHeading(headings(), strings.Split(c.heading, ";"))
		if h == nil {
			if c.kind != "" {
				t.Errorf("%q is no heading", c.heading)
			}
			continue
		}
		var fields []string
		for _, field := range h.fields {
			if field == fieldPerson {
				field = ""
			}
			fields = append(fields, string(field))
		}
		if got := strings.Join(fields, " "); h.kind(nil).kind != c.kind || got != c.fields {
			t.Errorf("%q: %s %q", c.heading, h.kind(nil).kind, got)
		}
	}
}

// No two fields may claim the same heading.
func TestHeadingWordsAreUnambiguous(t *testing.T) {
	seen := map[string]Field{}
	for field, words := range headingWords() {
		for word := range strings.SplitSeq(words, "|") {
			key := fold.Squash(word)
			if other, twice := seen[key]; twice && other != field {
				t.Errorf("%q claims %s and %s", word, field, other)
			}
			seen[key] = field
		}
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := letters(column); got != want {
			t.Errorf("%d: %s", column, got)
		}
	}
}

func TestValues(t *testing.T) {
	for text, want := range map[string]string{
		"00005055": "00005055", "5055": "00005055", "5055.0": "00005055", `="00005055"`: "00005055", "'00005055": "00005055", "0000\n5055": "00005055",
		"": "", "0": "", "00000000": "", "123456789": "", "5055A": "", "50.55": "", "-5055": "",
		"7.000": "00007000", "6,021": "00006021", "15.000": "00015000", "6 021": "00006021", "90.001": "00090001", "5055.000": "00005055", "90001,00": "00090001",
		"1.234,00": "00001234", "1.234.00": "", "1.23.456": "", "7.0000": "00000007", "0.700": "", ".700": "", "1234.567": "",
		"9.0001E+04": "00090001", "9,0001e4": "00090001", "9.00010E4": "00090001", "9.0001E+03": "", "9.00E+04": "", "9E4": "", "9.0001E-4": "", "90.001E+3": "",
		"7'000": "00007000", "7’000": "00007000", "7\u00a0000": "00007000", "7\u2009000": "00007000", "1'23": "",
	} {
		if got, ok := parseRenipress(text); got != want || ok != (want != "") {
			t.Errorf("code %q: %q", text, got)
		}
	}
	for text, want := range map[string]int{"1": 1, " 2\n": 2, "3.0": 3, "4,00": 4, "05": 5, "6°": 6, "": 0, "0": 0, "1.5": 0, "dos": 0, "-1": 0, "1e2": 0, "1e9": 0, "1.0000E+00": 1, "2,0E0": 2, "1E": 0, "201": 0, "1.000": 0, "1,000": 0, "1 000": 0, "1,00,0": 0, "2,5": 0, "٣": 0, "99999999999999999999": 0} {
		if got, ok := parseCount(text, maxSeats); got*flag(ok) != want {
			t.Errorf("count %q: %d", text, got)
		}
	}
	for text, want := range map[string]int{"1.000": 1000, "12,345": 12345, "3.0": 3, "3-A": 0} {
		if got, ok := parseCount(text, maxRank); got*flag(ok) != want {
			t.Errorf("rank %q: %d", text, got)
		}
	}
	for text, want := range map[string]bool{
		"-": true, "--": true, "—": true, "N/A": true, "n.a.": true, "#N/A": true, "#¡REF!": true, "S/D": true, "NULL": true, "No aplica": true,
		"": false, "NA": false, "S/C": false, "S/P": false, "0": false, "NO": false, "SI": false, "#1": false, "-1": false, "A": false,
	} {
		if got := isBlankWord(text); got != want {
			t.Errorf("blank %q: %v", text, got)
		}
	}
	for text, want := range map[string]float64{"17.20": 17.2, "17,2": 17.2, "17.199999999999999": 17.2, "20": 20, "1.72e1": 17.2, "20.1": 0, "-1": 0, "NaN": 0, "Inf": 0, "x": 0, "1.2.3": 0, "e": 0} {
		if got, ok := parseMark(text); got*float64(flag(ok)) != want {
			t.Errorf("mark %q: %v", text, got)
		}
	}
	for text, want := range map[string]int{"GD-1": 1, "gd 2": 2, "3": 3, "GD-IV": 4, "V": 5, "5.0": 5, "Grado 4": 4, "GD-\n5": 5, "GD-9": 0, "0": 0, "6": 0, "GD": 0, "VI": 0, "I-1": 0} {
		if got, _ := parseGrade(text); got != want {
			t.Errorf("grade %q: %d", text, got)
		}
	}
	for text, want := range map[string]string{"SI": "yes", "Sí": "yes", "x": "yes", "1": "yes", "NO": "no", "": "no", "0": "no", "quizá": "none"} {
		yes, ok := parseFlag(text)
		if got := map[[2]bool]string{{true, true}: "yes", {false, true}: "no", {false, false}: "none"}[[2]bool{yes, ok}]; got != want {
			t.Errorf("flag %q: %s", text, got)
		}
	}
}

func flag(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

func TestMendingWords(t *testing.T) {
	x := newLexicon(Vocabulary{})
	for _, text := range []string{"QUINCHAMALCA ALTA", "QUINCHAMALC\nA", "LAS PALMERAS", "PUESTO DE SALUD\nLAS PALMERAS", "CENTRO DE SALUD LARGO"} {
		x.learn(text)
	}
	x.close()
	for _, c := range []struct{ in, want string }{
		{"QUINCHAMALC A", "QUINCHAMALCA"},
		{"QUINCHAMALC\nA", "QUINCHAMALCA"},
		{"QUINCHA\nMALC\nA", "QUINCHA MALC A"}, // short lines break no word
		{"SAN\nPEDRO", "SAN PEDRO"},
		{"PUESTO DE SALUD\nCAMPORREDOND O", "PUESTO DE SALUD CAMPORREDONDO"},
		{"HUAC-\nHUAS", "HUAC-HUAS"},
		{"LAS PALMERAS -ESSALUD", "LAS PALMERAS - ESSALUD"},
		{"C.S. \"SAN PEDRO\n\" N° 3", "C.S. \"SAN PEDRO\" N° 3"},
		{"LA VICTORIA ; X", "LA VICTORIA; X"},
		{"  A \t B\n\nC ", "A B C"},
	} {
		if got, _ := x.mend(c.in); got != c.want {
			t.Errorf("%q: %q", c.in, got)
		}
	}
}

// Where every other line break has a blank beside it, one without parts a word.
func TestBlanksBesideBreaksAreEvidence(t *testing.T) {
	x := newLexicon(Vocabulary{})
	for i := range 20 {
		x.learn(fmt.Sprintf("PUESTO %d \nDE SALUD", i))
	}
	x.close()
	if got, _ := x.mend("XQWZT\nYVKJ"); got != "XQWZTYVKJ" {
		t.Errorf("%q", got)
	}
	if got, _ := x.mend("XQWZT \nYVKJ"); got != "XQWZT YVKJ" {
		t.Errorf("%q", got)
	}
}

func TestColumnsMayMoveBetweenPages(t *testing.T) {
	heading := strings.Split(strings.TrimSpace(offerHeading), ";")
	row := strings.Split(strings.TrimSpace(good(1)), ";")
	other := strings.Split(strings.TrimSpace(good(2)), ";")
	slices.Reverse(other)
	back := slices.Clone(heading)
	slices.Reverse(back)
	drafts, err := mapOffer(t, [][]string{heading, row, back, other}, Options{Process: "2031-I"})
	if err != nil {
		t.Fatal(err)
	}
	plazas := drafts[0].Offer.Plazas
	plazas[1].PlazaID, plazas[1].Sources = plazas[0].PlazaID, plazas[0].Sources
	if diff := cmp.Diff(plazas[0], plazas[1]); diff != "" {
		t.Error(diff)
	}
}

// A name that the library only writes otherwise stays as the file has it, so
// that the order of imports does not matter; one that the file broke is mended.
func TestLibraryMendsNamesAndLeavesSpellings(t *testing.T) {
	for _, c := range []struct{ file, library, want string }{
		{"QUIMERA-LA FICTICIA", "QUIMERA - LA FICTICIA", "QUIMERA-LA FICTICIA"},
		{"QUIMERA - LA FICTICIA", "QUIMERA-LA FICTICIA", "QUIMERA - LA FICTICIA"},
		{"ENFERMERIA B.C.T. N° 31", "ENFERMERIA BCT N°31", "ENFERMERIA B.C.T. N° 31"},
		{"CENTRO VIRGEN DE PAPEL", "CENTRO - VIRGEN DE PAPEL", "CENTRO VIRGEN DE PAPEL"},
		{"ZZYXWVUTSRQP O", "ZZYXWVUTSRQPO", "ZZYXWVUTSRQPO"},
		{"ZZYXWVUTSRQP O - DOS", "ZZYXWVUTSRQPO-DOS", "ZZYXWVUTSRQPO - DOS"},
	} {
		known := Vocabulary{Offers: []*data.Offer{{Plazas: []data.Plaza{{PlazaID: data.PlazaID{Renipress: "00000001"}, Establishment: c.library}}}}}
		path := write(t, "x.csv", offerHeading+strings.Replace(good(1), "POSTA INVENTADA", c.file, 1))
		if got := readOffer(t, path, Options{Process: "2031-I", Known: known}).Offer.Plazas[0].Establishment; got != c.want {
			t.Errorf("%q with %q: %q", c.file, c.library, got)
		}
	}
}

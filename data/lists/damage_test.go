package lists

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/sample"
	"brujula/data/testsize"
)

// pdfOf makes a file of one font of the contents of its pages, as they are.
func pdfOf(pages ...string) string {
	var b bytes.Buffer
	var at []int
	object := func(format string, args ...any) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(at)}, args...)...)
	}
	b.WriteString("%PDF-1.4\n")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
	}
	object("<</Type/Catalog /Pages 2 0 R>>")
	object("<</Type/Pages /Count %d /Kids[%s] /MediaBox[0 0 842 595] /Resources<</Font<</F 3 0 R>>>>>>", len(pages), kids)
	object("<</Type/Font /Subtype/Type1 /BaseFont/Helvetica /Encoding/WinAnsiEncoding>>")
	for i, page := range pages {
		object("<</Type/Page /Parent 2 0 R /Contents %d 0 R>>", 5+2*i)
		object("<</Length %d>>\nstream\n%s\nendstream", len(page), page)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table)
	return b.String()
}

// pageOfRows prints n rows of an offer, from number first, under a heading.
func pageOfRows(first, n int) string {
	var b strings.Builder
	row := func(k int, cells ...string) {
		for c, x := range []int{20, 110, 170, 250, 330, 410, 450, 520, 700} {
			fmt.Fprintf(&b, "BT /F 7 Tf %d %d Td (%s) Tj ET\n", x, 560-12*k, cells[c])
		}
	}
	row(0, "PROFESION", "N PLAZAS", "DEPARTAMENTO", "PROVINCIA", "DISTRITO", "GD", "RENIPRESS", "ESTABLECIMIENTO", "CATEGORIA")
	for i := range n {
		row(i+1, "MEDICINA", "1", "PUNO", "PUNO", "PUNO", "GD-3", fmt.Sprintf("%08d", 90000+first+i), fmt.Sprintf("POSTA INVENTADA %d", first+i), "I-2")
	}
	return b.String()
}

var printedOffer = Options{Process: "2031-I", Modality: data.Remunerada}

// A page amid the list that gives no row, and one whose text may be missing, are
// named, and make the list doubtful. Not so a blank page at the end.
func TestPagesThatMayHoldRowsAreNamed(t *testing.T) {
	const inline = "q 60 0 0 60 9 9 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \xff EI \xff (\x00 EI Q\n"
	for name, c := range map[string]struct {
		pages []string
		rows  int
		doubt string // "" for a list without doubts
	}{
		"picture":            {[]string{pageOfRows(0, 9), "q 800 0 0 500 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q", pageOfRows(9, 9)}, 18, "página 2: sin texto que se pueda leer: es una imagen"},
		"pictures at ends":   {[]string{inline, pageOfRows(0, 9), inline}, 9, "páginas 1 y 3: sin texto que se pueda leer: son imágenes"},
		"blank amid":         {[]string{pageOfRows(0, 9), " ", pageOfRows(9, 9)}, 18, "página 2: en blanco, en medio de la lista"},
		"blank at the end":   {[]string{pageOfRows(0, 9), " "}, 9, ""},
		"no such font":       {[]string{pageOfRows(0, 9), strings.ReplaceAll(pageOfRows(9, 9), "/F ", "/G ")}, 18, "página 2: sin texto que se pueda leer: el archivo no dice"},
		"text and no row":    {[]string{pageOfRows(0, 9), "BT /F 9 Tf 20 300 Td (Aviso: vea la pizarra.) Tj ET", pageOfRows(9, 9)}, 18, "página 2: tiene texto, pero ninguna fila de la lista"},
		"EI inside an image": {[]string{inline + pageOfRows(0, 9), pageOfRows(9, 9)}, 18, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := readOffer(t, write(t, "x.pdf", pdfOf(c.pages...)), printedOffer)
			if d.Info.Rows != c.rows {
				t.Errorf("%d rows, want %d", d.Info.Rows, c.rows)
			}
			if told := strings.Join(d.Doubts, "; "); (told == "") != (c.doubt == "") || !strings.Contains(told, c.doubt) {
				t.Errorf("doubts %q, want %q", told, c.doubt)
			}
			if len(d.Doubts) > 0 && !strings.Contains(fmt.Sprint(d.Problems), d.Doubts[0]) {
				t.Errorf("not among the problems: %v", d.Problems)
			}
		})
	}
	_, err := ReadOffer(context.Background(), write(t, "x.pdf", pdfOf(pageOfRows(0, 9), "BI /W 1 ID x (EI) "+pageOfRows(9, 9))), printedOffer)
	var told *Error
	if !errors.As(err, &told) || told.Page != 2 {
		t.Errorf("an image without end: %v", err)
	}
}

// sampleList prints an offer of three pages.
func sampleList(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := sample.WritePDF(&b, sample.Offer("2031-I", data.Remunerada, 150, 1)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A flipped bit of a page's compressed content refuses the file, whatever words
// and numbers it makes: the page is named.
func TestDamagedPageIsNamed(t *testing.T) {
	file := sampleList(t)
	for page := 1; page <= 3; page++ {
		damaged := bytes.Clone(file)
		at := -1
		for range page {
			at += 1 + bytes.Index(damaged[at+1:], []byte("\nstream\n"))
		}
		damaged[at+2000] ^= 1 << 4
		_, err := ReadOffer(context.Background(), write(t, "x.pdf", string(damaged)), printedOffer)
		var told *Error
		if !errors.Is(err, cells.ErrFormat) || !errors.As(err, &told) || told.Page != page || !strings.Contains(told.Text, fmt.Sprintf("la página %d está dañada", page)) {
			t.Errorf("page %d: %v", page, err)
		}
	}
}

// One flipped bit anywhere in a printed list, or its end cut off, never gives
// another list without a word. At b23b208 four of five flips did in the
// ministry's list (the same test over it: TestRealListDamaged).
func TestDamagedListIsNeverAnotherOne(t *testing.T) {
	flips := 100
	if testing.Short() {
		flips = 40
	}
	damageTest(t, sampleList(t), flips, flips/4)
}

func TestRealListDamaged(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	file, err := os.ReadFile(realList(t, "2026-i-remunerado.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	damageTest(t, file, testsize.Of(5, 20), testsize.Of(2, 5))
}

func damageTest(t *testing.T, file []byte, flips, cuts int) {
	t.Helper()
	whole := plazasOf(readOffer(t, write(t, "x.pdf", string(file)), printedOffer))
	random := rand.New(rand.NewPCG(7, uint64(len(file))))
	count := map[string]int{}
	try := func(what string, damaged []byte) {
		drafts, err := ReadOffer(context.Background(), write(t, "x.pdf", string(damaged)), printedOffer)
		switch {
		case err != nil:
			count["refused"]++
		case len(drafts[0].Doubts) > 0:
			count["asked"]++
		case reflect.DeepEqual(plazasOf(drafts[0]), whole):
			count["whole"]++
		default:
			t.Errorf("%s: %d rows, %d seats without a word", what, drafts[0].Info.Rows, drafts[0].Info.Seats)
		}
	}
	for range flips {
		at, bit := random.IntN(len(file)), random.IntN(8)
		damaged := bytes.Clone(file)
		damaged[at] ^= 1 << bit
		try(fmt.Sprintf("bit %d of byte %d, %q", bit, at, file[max(0, at-12):min(len(file), at+12)]), damaged)
	}
	for range cuts {
		at := random.IntN(len(file))
		try(fmt.Sprintf("cut at %d", at), file[:at])
	}
	t.Log(count)
}

// plazasOf returns the plazas of a draft, wherever they stood.
func plazasOf(d Draft) []data.Plaza {
	out := make([]data.Plaza, len(d.Offer.Plazas))
	for i := range out {
		out[i] = d.Offer.Plazas[i]
		out[i].Sources = nil
	}
	return out
}

// A print that cuts texts short is read by their beginnings where these can
// mean one thing, keeps its seats, and makes the list doubtful.
func TestClippedPrint(t *testing.T) {
	var b strings.Builder
	row := func(k int, cells ...string) {
		for c, text := range cells {
			if text != "" {
				fmt.Fprintf(&b, "BT /F 6 Tf %d %d Td (%s) Tj ET\n", 20+62*c, 560-12*k, text)
			}
		}
	}
	row(0, "INSTITUCI", "PROFESION", "SEDE DE AD", "N", "DIRESA", "INSTITUCION", "DEPARTAM", "PROVINCIA", "DISTRITO", "GRADO", "CODIGO REN", "NOMBRE DE", "CATEGORIA")
	professions := []string{"MEDICINA", "QUIMICO FAR", "TM - LAB", "TM -"}
	for i := range 40 {
		row(i+1, "PUNO", professions[i%4], "SEDE CENTR", fmt.Sprint(1+i%2), "PUNO", "MINSA", "PUNO", "PUNO", "PUNO", "GD-3", fmt.Sprintf("%08d", 90000+i), "POSTA INVEN", "I-2")
	}
	d := readOffer(t, write(t, "x.pdf", pdfOf(b.String())), printedOffer)
	if d.Info.Rows != 30 || d.Info.Rejected != 10 || d.Info.Seats != 40 {
		t.Errorf("%+v", d.Info)
	}
	got := map[string]int{}
	for _, p := range d.Offer.Plazas {
		got[p.Profession]++
	}
	if want := map[string]int{"MEDICINA": 10, "QUIMICO FARMACEUTICO": 10, "TM - LABORATORIO CLINICO": 10}; !reflect.DeepEqual(got, want) {
		t.Errorf("professions %v", got)
	}
	if len(d.Doubts) != 1 || !strings.Contains(d.Doubts[0], "cortados (INSTITUCI, SEDE DE AD, N, DEPARTAM, CODIGO REN, NOMBRE DE)") {
		t.Errorf("doubts %q", d.Doubts)
	}
}

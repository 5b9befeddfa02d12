package linear_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/store/storetest"
	"brujula/data/texts"
)

// A comparison is read in words: chances and notes as on the card, without the
// letters of bands and brackets.
func TestAComparisonIsReadInWords(t *testing.T) {
	said := flat(converse(t, onDemo(t, nil), "1\n1\n1\n2\n0\n40\n2\n0\n0\n0\n3\nleer todo\n"))
	_, read, _ := strings.Cut(said, "Probabilidad.")
	for _, want := range []string{"Libre al llegar. A: ", " de cada 100", "Gravedad ", "Fuente: "} {
		if !strings.Contains(read, want) {
			t.Errorf("%q was not said:\n%s", want, read)
		}
	}
	for _, sign := range []string{"[", "]", ".;", ". ;", ": I ", ": MP ", ": P "} {
		if strings.Contains(read, sign) {
			t.Errorf("%q was said:\n%s", sign, read)
		}
	}
}

// What Explorar is filtered by does not hide plazas from the comparison.
func TestTheComparisonSearchesAll(t *testing.T) {
	found := map[string]string{}
	for _, filter := range []string{"", "region puno\n"} {
		said := flat(converse(t, onDemo(t, nil), "1\n"+filter+"0\n3\nagregar\nposta\n"))
		_, found[filter], _ = strings.Cut(said, texts.LinearCompareSearch)
	}
	if found[""] == "" || found[""] != found["region puno\n"] {
		t.Errorf("other plazas are found:\n%s\n%s", found[""], found["region puno\n"])
	}
}

// By distance the nearest come first, unless the other way is chosen.
func TestTheNearestComeFirst(t *testing.T) {
	lib := twoOffers(t)
	for answers, want := range map[string]string{"ordenar\nkm\n\n": "de menor a mayor", "ordenar\nkm\n2\n": "de mayor a menor", "ordenar\nnombre\n\n": "de la A a la Z", "ordenar\npuntos\n\n": "de mayor a menor"} {
		said := flat(converse(t, onLibrary(t, lib), "1\ncerca-de juliaca\n"+answers))
		at := strings.LastIndex(said, "Orden: ")
		if at < 0 || !strings.Contains(said[at:], want) {
			t.Errorf("%q: not %s:\n%s", answers, want, said)
		}
	}
}

// Names of files are told as they are: where capitals count, others name another
// file.
func TestFilesAreNamedAsTheyAre(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"oferta-2026-I.csv", "otra-oferta.csv"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("x\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
	if err != nil {
		t.Fatal(err)
	}
	said := converse(t, onDemo(t, lib), "8\n"+folder+"\n0\n")
	if !strings.Contains(said, ". oferta-2026-I.csv\n") || !strings.Contains(said, ". otra-oferta.csv\n") || !strings.Contains(said, ". Carpeta de arriba\n") {
		t.Error(said)
	}
}

// A list without process and modality has no gap where they would stand, and one
// without seats counts none.
func TestListsWithoutAProcess(t *testing.T) {
	for want, info := range map[string]data.ListInfo{
		"Notas, 1 fila. notas.csv.":                           {Kind: data.KindNotes, Rows: 1, File: "notas.csv"},
		"Oferta 2026-I remunerada, 2 filas, 3 plazas. o.csv.": {Kind: data.KindOffer, Process: "2026-I", Modality: data.Remunerada, Rows: 2, Seats: 3, File: "o.csv"},
	} {
		if got := texts.LinearSource(&info); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

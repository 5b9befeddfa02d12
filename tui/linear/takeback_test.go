package linear_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data/library"
	"brujula/data/store/storetest"
)

// offerFile writes an offer of so many plazas of a line.
func offerFile(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("PROCESO;PROFESIÓN;MODALIDAD;N° PLAZAS;DEPARTAMENTO;GRADO DE DIFICULTAD;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO\n")
	for i := range n {
		fmt.Fprintf(&b, "2026-I;MEDICINA;REMUNERADA;1;PUNO;GD-5;%08d;POSTA %d\n", 90000001+i, i)
	}
	file := filepath.Join(t.TempDir(), "oferta.csv")
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// An import that takes most of a list away is asked a second time; one that was
// stored all the same is taken back.
func TestAnImportIsAskedTwiceAndTakenBack(t *testing.T) {
	const second = "quitaría 8 de 10 plazas de la oferta 2026-I remunerada. ¿Es la lista correcta"
	large, small := offerFile(t, 10), offerFile(t, 2)
	load := func(file string) string { return "8\n" + file + "\n\n\n\ns\n" }
	for name, tt := range map[string]struct {
		answers string
		plazas  int
		said    string
	}{
		"no":         {load(small) + "n\n", 10, second},
		"yes":        {load(small) + "s\n", 2, second},
		"taken back": {load(small) + "s\ninicio\n8\ndeshacer\n", 10, "«deshacer» vuelve a la lista de antes"},
		"no less":    {load(large), 10, "Igual a la que ya está cargada"},
	} {
		lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
		if err != nil {
			t.Fatal(err)
		}
		said := flat(converse(t, onDemo(t, lib), load(large)+"inicio\n"+tt.answers))
		if lists := lib.Lists(); len(lists) != 1 || lists[0].Plazas != tt.plazas || !strings.Contains(said, tt.said) {
			t.Errorf("%s: %+v\n%s", name, lists, said)
		}
		if name == "no less" && strings.Contains(said, "quitaría") {
			t.Errorf("asked twice for nothing:\n%s", said)
		}
	}
}

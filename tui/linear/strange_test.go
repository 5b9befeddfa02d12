package linear_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/store/storetest"
)

// A list whose headings nobody thought of, under a block of title, in the text of
// MS-DOS, is stored after its columns were said, wrong turns included; the next with
// its headings needs none of them, and is added to the first.
func TestAListWithHeadingsOfItsOwn(t *testing.T) {
	text := "RED DE SALUD DEL ÑUCÑU\nANEXO Nº 3\n\nGRUPO 1;LOCALIDAD DESTINO;ÁMBITO 1;COD. UNIC. 2;CANT. TOTAL 3;TIPO CONTRATO;NIVEL 5\n"
	for i := range 8 {
		text += fmt.Sprintf("%s;C.S. Ñ %d;PUNO;%08d;%d;REMUNERADO;%d\n", []string{"MEDICINA", "ENFERMERÍA"}[i%2], i, 95001+i, 1+i%3, 1+i%5)
	}
	encoded, err := charmap.CodePage850.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	first, next := filepath.Join(folder, "destinos.csv"), filepath.Join(folder, "siguiente.csv")
	for file, content := range map[string]string{first: encoded, next: strings.ReplaceAll(encoded, ";0009500", ";0009600")} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
	if err != nil {
		t.Fatal(err)
	}
	d := onDemo(t, lib)
	open := func(file string) string { return "8\n" + file + "\n" }
	said := flat(converse(t, d, open(first)+"plazas\ncolor=rojo\nplazas=CANT. TOTAL 3\ngrado=G\nestablecimiento=b\n\n"+ // what it misses
		"2026-I\n"+ // asked for when no column tells
		"c\ntipo=adjudicados\n\nc\ntipo=oferta\n\ns\n"+profileAnswers))
	if n := strings.Count(said, "Escriba CAMPO=COLUMNA"); n != 2 {
		t.Errorf("%d answers that say nothing were told, not 2:\n%s", n, said)
	}
	offer, err := lib.Offer(t.Context(), "2026-I", data.Remunerada)
	if err != nil || offer.Seats() != 15 || offer.Plazas[0].Establishment != "C.S. Ñ 0" || offer.Plazas[4].Grade != 5 { // 1+2+3 twice, 1 and 2
		t.Fatalf("%+v %v\n%s", offer, err, said)
	}
	said = flat(converse(t, d, open(next)+"\n2026-I\n\nagregar\ns\n"))
	if strings.Contains(said, "Error") {
		t.Errorf("the next list is refused:\n%s", said)
	}
	if got := lib.Lists(); len(got) != 1 || got[0].Seats != 30 {
		t.Errorf("%+v\n%s", got, said)
	}
}

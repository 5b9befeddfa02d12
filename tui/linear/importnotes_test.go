package linear_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/sample"
	"brujula/data/store/storetest"
)

// Notes alone bring no profession: the form of the profile, which would have
// nothing to choose from, is not opened, and says why when it is asked for. What
// was read is told without a sign for what there is not to tell.
func TestNotesAloneAskForNoProfile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "notas.csv")
	if err := os.WriteFile(file, []byte("renipress,tema,texto,fuente,fecha\n00090001,acceso,cuatro horas a pie,un serumista,2024-11\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
	if err != nil {
		t.Fatal(err)
	}
	said := flat(converse(t, onDemo(t, lib), "8\n"+file+"\ns\ninicio\n7\n"))
	if !strings.Contains(said, "¿Guardar la lista? (s o n; c corrige): s") || len(lib.Lists()) != 1 {
		t.Fatalf("not imported:\n%s", said)
	}
	if strings.Contains(said, "\ufffd") || strings.Contains(said, "0 opciones") {
		t.Errorf("a question without answers, or a sign of nothing:\n%s", said)
	}
	if got := strings.Count(said, "Todavía no hay profesiones"); got != 2 {
		t.Errorf("told %d times why there is no form:\n%s", got, said)
	}
}

// A list of which a page could not be read says so before the question, which
// then asks whether to store it all the same.
func TestHalfReadableListIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "escaneada.pdf")
	var b bytes.Buffer
	if err := errors.Join(sample.WriteScanned(&b, sample.Offer("2031-I", data.Remunerada, 150, 1), 2), os.WriteFile(file, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	for answer, lists := range map[string]int{"n": 0, "s": 1} {
		lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
		if err != nil {
			t.Fatal(err)
		}
		said := flat(converse(t, onDemo(t, lib), "8\n"+file+"\n\n2031-I\nremunerada\n"+answer+"\ninicio\n"))
		if !strings.Contains(said, "página 2: sin texto que se pueda leer: es una imagen") ||
			!strings.Contains(said, "¿Guardarla así de todos modos? (s o n; c corrige): "+answer) || len(lib.Lists()) != lists {
			t.Errorf("%s: %d lists\n%s", answer, len(lib.Lists()), said)
		}
	}
}

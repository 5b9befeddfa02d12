package linear_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data/library"
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
	if !strings.Contains(said, "¿Guardar la lista? (s o n): s") || len(lib.Lists()) != 1 {
		t.Fatalf("not imported:\n%s", said)
	}
	if strings.Contains(said, "\ufffd") || strings.Contains(said, "0 opciones") {
		t.Errorf("a question without answers, or a sign of nothing:\n%s", said)
	}
	if got := strings.Count(said, "Todavía no hay profesiones"); got != 2 {
		t.Errorf("told %d times why there is no form:\n%s", got, said)
	}
}

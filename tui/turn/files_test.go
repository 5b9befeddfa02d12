package turn

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPastedList(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	code := func(n int) string { return s.desk.Plan().Entries[n-1].ID.Renipress }
	text := "1\tPERSONA SECRETA\tMEDICINA\t" + code(1) + "\n2\tPERSONA SECRETA\tENFERMERIA\t" + code(2) + "\n3\tPERSONA SECRETA\t" + code(3) + "\n"
	s.Press("I").Contains("Pegue aquí").Paste(text).Contains("2 cupos tomados en 2 plazas", "otras líneas")
	s.Press("n")
	if n := len(s.events()); n != 1 {
		t.Fatalf("refused, and still %d events", n-1)
	}
	s.Paste(text).Press("s").Contains("Registrado: lista pegada: 2 cupos tomados en 2 plazas", "Van por el puesto 3")
	s.Press("u").Contains("Deshecho: lista pegada")
	raw := readLogs(t, s.lib.Path())
	if strings.Contains(raw, "SECRETA") {
		t.Error("a name reached the disk")
	}
}

func TestImportedFile(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	file := filepath.Join(t.TempDir(), "adjudicados.csv")
	code := s.desk.Plan().Entries[0].ID.Renipress
	content := "PUESTO;PROFESIÓN;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;NOTA\n1;MEDICINA;" + code + ";X;17.2\n4;MEDICINA;" + s.desk.Plan().Entries[1].ID.Renipress + ";X;17.1\n"
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Press("I").Type(file).Press("enter").Contains("2 cupos tomados en 2 plazas", "puesto 4").Press("s").Contains("adjudicados.csv: 2 cupos", "Van por el puesto 5")
	s.Press("I").Type(file + ".no").Press("enter").Contains("Error: ")
}

func TestExportedLog(t *testing.T) {
	s := newStage(t, 80, 24).begin("1")
	s.Press("n", "u")
	file := filepath.Join(t.TempDir(), "acto.csv")
	s.Press("E", "ctrl+u").Type("acto.txt").Press("enter").Contains(".csv o .json")
	s.Press("ctrl+u").Type(file).Press("enter").Contains("Registro del turno (2 actos)")
	raw, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(raw), "uno pasó sin elegir") || !strings.Contains(string(raw), ",SI,") {
		t.Errorf("%s %v", raw, err)
	}
}

package screens

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"brujula/tui/tuitest"
)

// The planner opens with the files that it was called with, before it asks who
// the applicant is.
func TestOpensWithFiles(t *testing.T) {
	first := filepath.Join(t.TempDir(), "mi oferta.csv")
	second := filepath.Join(filepath.Dir(first), "otra's.csv")
	const offer = "PROFESIÓN;N° PLAZAS;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO\nMEDICINA;1;90000001;POSTA UNO\n"
	for _, path := range []string{first, second} {
		if err := os.WriteFile(path, []byte(offer), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	m, _ := demoPlanner(t, plain(), first, second)
	tuitest.New(t, m, 120, 40).Contains("Archivo: mi oferta.csv", "archivo 1 de 2")
}

// A file that is dropped on any screen opens the import with it; text that only
// looks like a path stays what it was.
func TestDroppedFileOpensTheImport(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths with /")
	}
	path := filepath.Join(t.TempDir(), "mi oferta.csv")
	const offer = "PROFESIÓN;N° PLAZAS;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO\nMEDICINA;1;90000001;POSTA UNO\n"
	if err := os.WriteFile(path, []byte(offer), 0o600); err != nil {
		t.Fatal(err)
	}
	d := start(t, 120, 40)
	for _, screen := range []string{"1", "2", "5"} {
		d.Press(screen).Paste("'"+path+"'").Contains("Archivo: mi oferta.csv", "plazas ofertadas")
		d.Press("esc", "esc").Lacks("Archivo:")
		d.Press("esc").Press("esc")
	}
	d = start(t, 120, 40).Type("/").Paste("/no/hay.csv").Contains("/no/hay.csv").Lacks("Archivo:")
	d.Press("ctrl+u").Paste(path).Contains("Archivo: mi oferta.csv")
	d = start(t, 120, 40).Press(":").Paste("importar " + path).Lacks("Archivo:")
	d.Press("enter").Contains("Archivo: mi oferta.csv")
}

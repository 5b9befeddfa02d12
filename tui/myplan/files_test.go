package myplan_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/tui/screens"
	"brujula/tui/tuitest"
)

func TestExportAsksAndWrites(t *testing.T) {
	dir := t.TempDir()
	d, drive := withPlan(t, plain(), 120, 40)
	file := filepath.Join(dir, "mi plan.json")
	drive.Press("E").Contains("Mensaje de texto", "plan-A.txt", "Imprimir", "Hoja de cálculo", "Copia para volver a cargar", "Carpeta: ")
	drive.Press("6").Contains("plan-A.md").Press("ctrl+u").Type(file).Press("enter").Contains("Plan escrito (")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	read, err := plan.Decode(content)
	if diff := cmp.Diff(d.Plan().Entries, read.Entries); err != nil || diff != "" {
		t.Errorf("read back (-plan +file), %v:\n%s", err, diff)
	}

	drive.Press("d", ":").Type("exportar "+file).Press("enter").Contains("Ya existe", "¿Reemplazarlo?").Press("n")
	if again, _ := os.ReadFile(file); string(again) != string(content) {
		t.Error("no was answered, and the file is another")
	}
	drive.Press(":").Type("exportar " + file).Press("enter").Press("s").Contains("Plan escrito (")
	if again, _ := os.ReadFile(file); string(again) == string(content) {
		t.Error("yes was answered, and the file is the same")
	}
	drive.Press(":").Type("exportar plan.doc").Press("enter").Contains("no se puede exportar en «doc»")
	drive.Press(":").Type("exportar " + filepath.Join(dir, "no", "hay.md")).Press("enter").Contains("Error: no se puede escribir")
}

func TestCopyAndCard(t *testing.T) {
	board := &copied{}
	d := demoDesk(plain())
	drive := tuitest.New(t, screens.New(d, nil, board.put), 120, 40)
	drive.Press("space", "2", "y")
	if !strings.Contains(board.text, d.Plan().Entries[0].ID.Renipress) {
		t.Errorf("copied %q", board.text)
	}
	drive.Press("enter", "G").Contains(texts.CardData) // below the notes
}

// A purpose writes its file into the folder that the menu names; the own notes go
// with it only where the menu was told so.
func TestExportByPurpose(t *testing.T) {
	t.Chdir(t.TempDir())
	_, drive := withPlan(t, plain(), 80, 24)
	drive.Press("e").Type("no decir a nadie").Press("enter")
	for _, c := range []struct {
		keys  []string
		file  string
		notes bool
	}{
		{[]string{"E", "1"}, "plan-A.txt", false},
		{[]string{"E", "down", "n", "enter"}, "plan-A.html", true},
		{[]string{"E", "4"}, "plan-A.json", true}, // to be loaded again
		{[]string{"E", "5"}, "plan-A.csv", false},
	} {
		drive.Press(c.keys...)
		if c.file == "plan-A.html" || c.file == "plan-A.txt" {
			drive.Contains(map[bool]string{true: "con sus notas", false: "sin sus notas"}[c.notes])
		}
		content, err := os.ReadFile(c.file)
		if err != nil || strings.Contains(string(content), "no decir a nadie") != c.notes {
			t.Errorf("%s, notes %v: %v\n%.300s", c.file, c.notes, err, content)
		}
	}
	if content, err := os.ReadFile("plan-A.csv"); err != nil || strings.Count(string(content), ";") < 20 {
		t.Errorf("a CSV for Excel without semicolons: %v\n%.300s", err, content)
	}
	drive.Press("E").Contains("plan-A.json con notas", "Sus notas privadas no van").Press("n").Contains("plan-A.txt con notas").Press("esc").Lacks("Carpeta:")
}

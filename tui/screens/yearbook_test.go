package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data/texts"
)

// E in Panorama writes how the last process went; a file that is there is left alone.
func TestReportOfTheLastProcess(t *testing.T) {
	file := filepath.Join(t.TempDir(), "informe.html")
	write := func() string {
		d := start(t, 120, 40).Press("5", "E")
		d.Contains(texts.YearAsk).Press("ctrl+u").Type(file).Press("enter")
		return d.Text()
	}
	if said := write(); !strings.Contains(said, "Informe en ") {
		t.Fatalf("%s", said)
	}
	page, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(page), "Cómo fue 2025-I: MEDICINA, remunerada") {
		t.Fatalf("%v %.200s", err, page)
	}
	if err := os.WriteFile(file, []byte("mío"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := write(); !strings.Contains(strings.ToLower(said), "ya existe") {
		t.Errorf("%s", said)
	}
	if kept, _ := os.ReadFile(file); string(kept) != "mío" {
		t.Errorf("written over: %.80s", kept)
	}
}

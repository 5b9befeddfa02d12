package backups_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"brujula/data/archive"
	"brujula/data/library"
	"brujula/planner/backups"
)

// Each thing that is named as a backup and is none is called what it is.
func TestWhatIsNoBackupIsCalledWhatItIs(t *testing.T) {
	folder := t.TempDir()
	large, text := filepath.Join(folder, "grande.zip"), filepath.Join(folder, "texto.zip")
	if err := os.WriteFile(text, []byte("hola"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, archive.MaxBytes+1); err != nil {
		t.Skip("no sparse files here")
	}
	for path, want := range map[string]string{
		folder: "es una carpeta", large: "ningún respaldo pasa de 134.2 MB", text: "está incompleto o dañado", filepath.Join(folder, "no.zip"): "no existe",
	} {
		_, err := backups.Open(t.Context(), path)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// A backup into a folder that is not there says which one, and writes nothing.
func TestABackupNamesTheMissingFolder(t *testing.T) {
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Rank: 7}); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for _, name := range []string{"no/mio.zip", "no/tampoco/mio"} {
		file := filepath.Join(folder, filepath.FromSlash(name))
		_, err := backups.Save(t.Context(), lib, backups.Wish{File: file})
		if err == nil || !strings.Contains(err.Error(), "no existe la carpeta "+filepath.Dir(file)+":") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 0 {
		t.Errorf("%v %v", left, err)
	}
}

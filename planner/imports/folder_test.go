package imports

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestFolderShowsNewestListsFirstAndNothingHidden(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"vieja.csv", "nueva.pdf", "foto.jpg", ".oculta.csv", "~$abierta.xlsx", "zona/a.csv", "Árbol/a.csv"} {
		path := filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("x"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	old := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(filepath.Join(folder, "vieja.csv"), old, old); err != nil {
		t.Fatal(err)
	}
	m := ReadFolder(folder)
	var names []string
	for _, e := range m.Entries {
		names = append(names, e.Name)
	}
	if diff := cmp.Diff([]string{"..", "nueva.pdf", "vieja.csv", "Árbol", "zona", "foto.jpg"}, names); diff != "" {
		t.Error(diff)
	}
	if m := ReadFolder(filepath.Join(folder, "no")); m.Err == nil || !strings.Contains(m.Err.Error(), "no existe") {
		t.Errorf("missing folder: %v", m.Err)
	}
}

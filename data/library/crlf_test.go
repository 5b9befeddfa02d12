package library

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An editor or a tool of Windows may end lines otherwise. What the user made
// still opens; a list, whose bytes are checked, says how to mend it.
func TestCRLFInEveryFile(t *testing.T) {
	dir := t.TempDir()
	fill(t, mustOpen(t, dir), 4)
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.Contains(filepath.Ext(path), "json") {
			return err
		}
		edit(t, path, func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	l := mustOpen(t, dir)
	if p, err := l.Profile(); err != nil || p.Rank != 804 || len(l.Notices()) > 0 {
		t.Errorf("%+v %v %v", p, err, l.Notices())
	}
	for _, name := range []string{"A", "Plan 4"} {
		if doc, err := l.LoadPlan(name); err != nil || doc.Restored != "" {
			t.Errorf("%s: %+v %v", name, doc, err)
		}
	}
	if offers, err := l.Offers(context.Background()); err != nil || len(offers) != 1 {
		t.Errorf("%d offers, %v", len(offers), err)
	}
	appendActs(t, l, "turno", "3")
	if acts, notice, err := l.ReadLog("turno"); err != nil || notice != "" || len(acts) != 3 {
		t.Errorf("%v %q %v", acts, notice, err)
	}
	e := l.entries()[0]
	edit(t, l.contentPath(&e), func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) })
	if _, err := l.Offers(context.Background()); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "serums importar") {
		t.Errorf("%v", err)
	}
}

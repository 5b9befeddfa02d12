package main

import (
	"bytes"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"brujula/data/texts"
)

// badFolders are the ways in which a folder cannot hold the library.
func badFolders(t *testing.T) map[string]string {
	t.Helper()
	file := write(t, "archivo", "x")
	return map[string]string{
		"a file":          file,
		"under a file":    filepath.Join(file, "biblioteca"),
		"a very long one": filepath.Join(t.TempDir(), strings.Repeat("a", 300)),
		"a zero byte":     t.TempDir() + "/a\x00b",
	}
}

// needsLibrary are some of the commands that open the library before all else.
var needsLibrary = map[string]bool{"listar": true, "fuentes": true, "plan ver": true, "--lineal": true, "importar --deshacer": true}

// Without a home folder every command that needs one says so, and nothing is
// written at the root of the disk; a folder that cannot hold the library is told
// in Spanish.
func TestNoHome(t *testing.T) {
	file := write(t, "lista.csv", bareOffer)
	calls := [][]string{
		{"importar", "oferta", file, "--si", "--proceso", "2026-I", "--modalidad", "remunerada"},
		{"notas", "agregar", "90001", "--tema", "acceso", "--nota", "x", "--fuente", "y"},
		{"respaldo", "crear", filepath.Join(t.TempDir(), "r.zip")},
		{"--lineal"},
		{"plan", "agregar", "90001"},
		{"turno", "empezar", "--profesion", "medicina", "--modalidad", "remunerada"},
		{"importar", "--deshacer"},
	}
	walk((&app{}).rootCommand(), func(c *cobra.Command) {
		calls = append(calls, strings.Fields(c.CommandPath())[1:])
	})
	try := func(args []string) (said string, code int) {
		var out, errs bytes.Buffer
		a := &app{
			in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }, environ: func() []string { return nil },
			now: func() time.Time { return time.Date(2026, 4, 20, 9, 0, 0, 0, time.UTC) }, interactive: func() bool { return false },
		}
		code = a.run(t.Context(), args)
		return out.String() + errs.String(), code
	}
	if said, code := try([]string{"--lineal", "--demo"}); code != exitOK || !strings.Contains(said, "Hasta luego") {
		t.Errorf("the demonstration, which needs no folder: %d\n%s", code, said)
	}
	told := 0
	for _, call := range calls {
		if len(call) == 0 {
			continue // the planner, which is tried as --lineal
		}
		said, _ := try(call)
		if strings.Contains(said, texts.NoHome) {
			told++
		}
		for name, folder := range badFolders(t) {
			said, _ := try(append([]string{"--datos", folder}, call...))
			for _, word := range []string{"not a directory", "no such file", "file name too long", "invalid argument", "is a directory", "permission denied"} {
				if strings.Contains(said, word) {
					t.Errorf("%q with %s: %s", call, name, said)
				}
			}
			if strings.Contains(said, texts.NoHome) || !needsLibrary[strings.Join(call, " ")] {
				continue
			}
			if !strings.Contains(said, "la biblioteca no puede estar en ") || strings.Contains(said, ".json") || strings.Contains(said, ".toml") {
				t.Errorf("%q with %s does not tell of the folder: %s", call, name, said)
			}
		}
	}
	if told < 20 && runtime.GOOS != "windows" { // which has a home folder without the environment
		t.Errorf("%d commands tell that there is no home folder", told)
	}
}

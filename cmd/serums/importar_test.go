package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// scriptCommands are what the scripts need to make files that a text archive
// cannot hold.
func scriptCommands() map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	return map[string]func(ts *testscript.TestScript, neg bool, args []string){
		"libro":  makeWorkbook,
		"cp1252": makeCP1252,
		"bytes":  makeBytes,
	}
}

// makeWorkbook writes a text file with semicolons as a workbook.
func makeWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	book := excelize.NewFile()
	for y, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[0])), "\n") {
		for x, text := range strings.Split(line, ";") {
			cell, err := excelize.CoordinatesToCellName(x+1, y+1)
			ts.Check(err)
			ts.Check(book.SetCellStr("Sheet1", cell, text))
		}
	}
	ts.Check(book.SaveAs(ts.MkAbs(args[1])))
}

// makeCP1252 writes a text file in the encoding that Excel for Windows gives.
func makeCP1252(ts *testscript.TestScript, _ bool, args []string) {
	text, err := charmap.Windows1252.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o600))
}

// makeBytes writes a text file with <ESC> and the like as the bytes that they
// name: control characters cannot stand in a script.
func makeBytes(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.NewReplacer("<ESC>", "\x1b", "<BEL>", "\a", "<CSI>", "\u009b", "<RLO>", "\u202e", "<PNG>", "\x89PNG\r\n\x1a\n").Replace(ts.ReadFile(args[0]))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o600))
}

// at is an app on a terminal, as far as it can tell, with answers typed ahead.
func at(t *testing.T, answers string) (a *app, out, errs *bytes.Buffer) {
	t.Helper()
	out, errs = &bytes.Buffer{}, &bytes.Buffer{}
	folder := filepath.Join(t.TempDir(), "biblioteca")
	a = &app{
		in: strings.NewReader(answers), out: out, err: errs,
		env: func(name string) string { // the flag --datos would wipe a folder that is set here
			if name == "SERUMS_DATOS" {
				return folder
			}
			return ""
		},
		now:         func() time.Time { return time.Date(2026, 1, 7, 12, 0, 0, 0, time.UTC) },
		interactive: func() bool { return true },
	}
	return a, out, errs
}

const bareOffer = "PROFESIÓN;N° PLAZAS;CÓDIGO RENIPRESS;NOMBRE DE ESTABLECIMIENTO;DEPARTAMENTO;PROVINCIA;DISTRITO\n" +
	"MEDICINA;1;90000001;POSTA INVENTADA;PUNO;PUNO;ACORA\n"

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImportAsksForWhatTheFileDoesNotTell(t *testing.T) {
	cases := []struct {
		name, file, answers string
		code                int
		want                []string
	}{
		{"asks twice, stores", "lista.csv", "2026-I\nremunerada\ns\n", exitOK, []string{"¿De qué proceso es lista.csv?", "¿De qué modalidad es lista.csv?", "Oferta 2026-I remunerada", "Guardado en"}},
		{"the name tells the process", "oferta-2026-ii.csv", "e\nsí\n", exitOK, []string{"el proceso, 2026-II, lo dice solo el nombre del archivo", "Oferta 2026-II equivalente", "Guardado en"}},
		{"asks again", "lista.csv", "ayer\n2026-1\nx\nr\ns\n", exitOK, []string{"«ayer»", "Oferta 2026-I remunerada"}},
		{"no answer", "lista.csv", "", exitUsage, nil},
		{"does not want it", "lista.csv", "2026-I\nr\nn\n", exitOK, []string{"No se guardó nada."}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a, out, errs := at(t, c.answers)
			code := a.run(t.Context(), []string{"importar", "oferta", write(t, c.file, bareOffer)})
			if code != c.code {
				t.Errorf("exit code %d, want %d: %s", code, c.code, errs)
			}
			for _, want := range c.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("%q is missing in:\n%s", want, out)
				}
			}
		})
	}
}

func TestImportDoesNotAskWithJSONOrSi(t *testing.T) {
	for _, flag := range []string{"--json", "--si"} {
		a, out, errs := at(t, "2026-I\nr\ns\n")
		code := a.run(t.Context(), []string{"importar", "oferta", write(t, "lista.csv", bareOffer), flag})
		if code != exitUsage || !strings.Contains(errs.String(), "--proceso") || strings.Contains(out.String(), "¿") {
			t.Errorf("%s: exit code %d, stderr %q, stdout %q", flag, code, errs, out)
		}
	}
}

// Ctrl-C at the question ends the command at once and stores nothing.
func TestImportInterruptedAtTheQuestion(t *testing.T) {
	a, _, errs := at(t, "")
	silent, typist := io.Pipe() // nobody types
	defer typist.Close()
	a.in = silent
	ctx, cancel := context.WithCancel(t.Context())
	a.out = onWrite{cancel} // the interruption comes while the question stands
	code := a.run(ctx, []string{"importar", "oferta", write(t, "lista.csv", bareOffer), "--proceso", "2026-I", "--modalidad", "remunerada"})
	if code != exitFailed || errs.Len() == 0 {
		t.Errorf("exit code %d, stderr %q", code, errs)
	}
	if _, err := os.Stat(a.env("SERUMS_DATOS")); !os.IsNotExist(err) {
		t.Errorf("the library folder was made: %v", err)
	}
}

// onWrite calls a function once a question is printed.
type onWrite struct{ then func() }

func (o onWrite) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte("¿")) {
		o.then()
	}
	return len(p), nil
}

// The bar is drawn for a terminal only, and wiped.
func TestProgressIsWiped(t *testing.T) {
	var out bytes.Buffer
	now := time.Date(2026, 1, 7, 12, 0, 0, 0, time.UTC)
	b := &bar{out: &out, now: func() time.Time { return now }, start: now, label: "lista.pdf", pages: true}
	now = now.Add(time.Second)
	b.update(10, 100)
	b.done()
	if out.Len() != 0 {
		t.Errorf("drawn although no terminal: %q", out.String())
	}
	b.shown = true
	b.update(25, 100)
	if got := out.String(); !strings.Contains(got, "página 25 de 100, faltan unos 3 s") {
		t.Errorf("got %q", got)
	}
	b.done()
	last := out.String()[strings.LastIndex(strings.TrimSuffix(out.String(), "\r"), "\r"):]
	if strings.TrimSpace(last) != "" {
		t.Errorf("left on the line: %q", last)
	}
}

func TestAskerKeepsWhatIsTypedAhead(t *testing.T) {
	var out bytes.Buffer
	q := &asker{app: &app{out: &out}, input: bufio.NewReader(strings.NewReader("uno\ndos"))}
	for _, want := range []string{"uno", "dos"} {
		if got, ok, err := q.line(t.Context(), "? "); got != want || !ok || err != nil {
			t.Errorf("got %q, %v, %v, want %q", got, ok, err, want)
		}
	}
	if _, ok, err := q.line(t.Context(), "? "); ok || err != nil {
		t.Errorf("after the end: %v, %v", ok, err)
	}
}

package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/sample"
)

// scanned prints an offer of three pages, the second of them a picture.
func scanned(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := sample.WriteScanned(&b, sample.Offer("2031-I", data.Remunerada, 150, 1), 2); err != nil {
		t.Fatal(err)
	}
	return write(t, "escaneada.pdf", b.String())
}

// A list of which a page could not be read is stored only when a person who was
// told so, or --incompleta, says it.
func TestImportOfAHalfReadableList(t *testing.T) {
	const page, ask = "página 2: sin texto que se pueda leer: es una imagen", "Puede faltar parte de la lista. ¿Guardarla así de todos modos? [s/N]"
	for _, c := range []struct {
		name, answers string
		flags         []string
		code          int
		stored        bool
		want          string // in what is printed
		wrong         string // on stderr
	}{
		{"asks, no", "\n", nil, exitOK, false, ask, ""},
		{"asks, yes", "s\n", nil, exitOK, true, ask, ""},
		{"--si asks nobody", "", []string{"--si"}, exitFailed, false, "¡OJO! " + page, page + "; busque el archivo completo o, si de verdad está completa, repita con --incompleta"},
		{"--json", "", []string{"--json"}, exitFailed, false, page, "--incompleta"},
		{"told so", "", []string{"--si", "--incompleta"}, exitOK, true, "¡OJO! " + page, ""},
		{"only shown", "", []string{"--revisar"}, exitOK, false, "¡OJO! " + page, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, out, errs := at(t, c.answers)
			code := a.run(t.Context(), append([]string{"importar", "oferta", scanned(t), "--proceso", "2031-I", "--modalidad", "remunerada"}, c.flags...))
			if code != c.code || !strings.Contains(errs.String(), c.wrong) || c.wrong == "" && errs.Len() > 0 {
				t.Errorf("exit code %d, stderr %q", code, errs)
			}
			if !strings.Contains(out.String(), c.want) {
				t.Errorf("%q is missing in:\n%s", c.want, out)
			}
			if _, err := os.Stat(a.env("SERUMS_DATOS")); (err == nil) != c.stored {
				t.Errorf("stored: %v, want %v", err == nil, c.stored)
			}
		})
	}
}

package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestManualHasItsPartsOnce(t *testing.T) {
	text := plainManual(manual)
	for _, markup := range []string{"<!--", "```"} {
		if strings.Contains(text, markup) {
			t.Errorf("the manual shows %q", markup)
		}
	}
	keys := manualParts(text, "TECLAS")
	if !strings.HasPrefix(keys, "## Teclas\n") || !strings.Contains(keys, "### Formulario") {
		t.Errorf("keys: %.60q", keys)
	}
	if explore := manualParts(text, "explorar"); strings.Count(explore, "### Explorar\n") != 2 || strings.Contains(explore, "### Ficha") {
		t.Error("the screen and its keys, and nothing else, are called Explorar")
	}
	if all := manualParts(text, "linea de comandos"); !strings.Contains(all, "serums listar") {
		t.Error("accents matter")
	}
	if got := manualParts(text, "zzz"); got != "" {
		t.Errorf("zzz: %.60q", got)
	}
	titles := manualTitles()
	for i, title := range titles {
		for _, other := range titles[i+1:] {
			if title == other {
				t.Errorf("%q is offered twice", title)
			}
		}
	}
}

func TestPagesAskBetween(t *testing.T) {
	const text = "1\n2\n3\n4\n5\n"
	ask := "— enter sigue · q termina — "
	for in, want := range map[string]string{
		"\n\n\n": "1\n2\n" + ask + "3\n4\n" + ask + "5\n",
		"\nQ\n":  "1\n2\n" + ask + "3\n4\n" + ask + "\n",
		"":       "1\n2\n" + ask + "\n",
	} {
		var out bytes.Buffer
		if err := writePages(strings.NewReader(in), &out, text, 80, 3); err != nil || out.String() != want {
			t.Errorf("%q: %v\n%q\nwant\n%q", in, err, out.String(), want)
		}
	}
	var out bytes.Buffer
	if err := writePages(strings.NewReader(""), &out, "12345678\n9\n", 5, 3); err != nil || out.String() != "12345678\n"+ask+"\n" {
		t.Errorf("a line that is wrapped takes two: %q", out.String())
	}
	out.Reset()
	if err := writePages(strings.NewReader(""), &out, text, 80, 24); err != nil || out.String() != text {
		t.Errorf("a text that fits asks: %q", out.String())
	}
}

//go:build !windows

package main

import (
	"strings"
	"testing"
)

// plainLines fails the test when the output of a run has more than lines of
// text: a terminal gives each line break a carriage return.
func plainLines(t *testing.T, out string) {
	t.Helper()
	for i, r := range out {
		if r < ' ' && r != '\n' && r != '\r' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			t.Fatalf("wrote %q after %q", r, out[max(0, i-60):i])
		}
	}
}

// A dumb terminal gets lines in place of screens, without being asked.
func TestDumbTerminalGetsLines(t *testing.T) {
	for _, env := range [][]string{{"TERM=dumb"}, {"TERM="}, {"TERM=dumb", "LANG=C", "LC_ALL=C"}} {
		term := inTerminal(t, env)
		term.await("modo lineal")
		term.await("medicina 812") // the question of the first start
		term.send("\r")
		term.await("Opci")
		term.send("1\r")
		term.await("establecimientos")
		term.send("1\r")
		term.await("de cada 100")
		term.send("salir\r")
		if code := term.ended(); code != 0 {
			t.Errorf("%v: exit code %d", env, code)
		}
		out := term.output()
		plainLines(t, out)
		if !strings.Contains(out, "DATOS DE DEMOSTRACI") || !strings.Contains(out, "Hasta luego") {
			t.Errorf("%v: %s", env, out)
		}
		if len(env) > 1 {
			for _, b := range []byte(out) {
				if b > 127 {
					t.Fatalf("byte %#x under LANG=C", b)
				}
			}
		}
	}
}

// --lineal writes lines on terminals that could do all.
func TestLinearModeOnAnyTerminal(t *testing.T) {
	for _, key := range []string{"\x03", "\x1c"} { // ctrl+c, ctrl+\, which the terminal turns into signals
		term := inTerminal(t, nil, "--lineal", "--demo")
		term.await("Opci")
		term.send("fuentes\r")
		term.await("listas cargadas")
		term.send(key)
		if code := term.ended(); code != 0 {
			t.Errorf("%q: exit code %d", key, code)
		}
		plainLines(t, term.output())
		if !strings.Contains(term.output(), "Hasta luego") {
			t.Errorf("%q: no end: %q", key, term.output())
		}
	}
}

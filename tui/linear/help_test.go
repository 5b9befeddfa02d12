package linear_test

import (
	"strings"
	"testing"

	"brujula/data/store/storetest"
)

// Help says what holds at the question: 0 is an answer at some, enter repeats no
// options there, and nothing of a form is stored before its end.
func TestHelpHoldsAtItsQuestion(t *testing.T) {
	const stored, form = "Lo que se confirma ya está guardado.", "no se guarda hasta terminar"
	for name, tt := range map[string]struct {
		answers   string
		want, not string
	}{
		"rank":       {"7\n\n\n?\n", "0 dice que no se sabe. «volver» deja estas preguntas", stored},
		"rank, form": {"7\n\n\n?\n", form, "Enter repite las opciones."},
		"profession": {"7\n?\n", "El número o unas letras eligen.", stored},
		"weight":     {"2\npesos\n?\n", "0 es un valor: no cuenta nada.", stored},
		"passes":     {"1\n8\n?\n", "0 supone que no pasa nadie.", form},
		"look":       {"1\n7\n?\n", "Enter sin escribir nada toma el suyo.", form},
		"start":      {"4\n1\n?\n", "Enter sin escribir nada no cambia nada.", stored},
		"menu":       {"?\n", "Enter repite las opciones.", form},
	} {
		lib, space := onDisk(t, storetest.New())
		withProfile(t, lib, space)
		said := flat(converse(t, open(t, lib, space), tt.answers))
		asked := said[strings.LastIndex(said, " ? ")+3:]
		if !strings.Contains(asked, tt.want) || strings.Contains(asked, tt.not) {
			t.Errorf("%s:\n%s", name, asked)
		}
	}
}

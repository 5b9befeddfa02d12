package linear_test

import (
	"strings"
	"testing"

	"brujula/data/store/storetest"
	"brujula/data/texts"
)

// What was answered but not stored is told at the end, never said to be saved:
// the process can end in the midst of any form.
func TestHalfAFormIsToldAsLost(t *testing.T) {
	for name, tt := range map[string]struct {
		answers string
		lost    string // "" where nothing is
	}{
		"profile":                {"7\nenferm\n1\n500\n", "Mi perfil"},
		"profile, nothing said":  {"7\n\n\n\n", ""},
		"profile, done":          {"7\nenferm\n1\n500\n0\n0\n", ""},
		"profile, left":          {"7\nenferm\nsalir\ns\n", "Mi perfil"},
		"profile, given up":      {"7\nenferm\nvolver\nsalir\n", ""},
		"profile, to the start":  {"7\nenferm\ninicio\nsalir\n", "Mi perfil"},
		"weights":                {"2\npesos\n3\n1\n", "los pesos"},
		"pasted rows":            {"4\n1\n10\n66\ntachar una\npegar\n00000001\n00000002\n", "la lista de adjudicados por tachar"},
		"no pasted rows":         {"4\n1\n10\n66\ntachar una\npegar\n", ""},
		"an act that did not":    {"4\n1\n10\n", "empezar el acto"},
		"a seat to be crossed":   {"4\n1\n10\n66\nx posta\n", "tachar un cupo"},
		"a seat that is crossed": {"4\n1\n10\n66\nx posta\n1\n", ""},
		"the calls":              {"4\n1\n10\n66\ncambiar\n45\n", "cambiar segundos y llamados"},
		"a report":               {"1\n1\n1\nnota\nacceso\ncuatro horas\n", "anotar lo que se sabe de este lugar"},
	} {
		lib, space := onDisk(t, storetest.New())
		withProfile(t, lib, space)
		said := flat(converse(t, open(t, lib, space), tt.answers))
		told := strings.Contains(said, "lo que estaba a medias no se guardó: "+tt.lost)
		if told != (tt.lost != "") || strings.Contains(said, texts.LinearBye) == told && !strings.Contains(tt.answers, "inicio") {
			t.Errorf("%s: told %v:\n%s", name, told, said[max(0, len(said)-600):])
		}
	}
}

// Leaving asks before answers are lost, and «no» asks the same question again.
func TestLeavingAFormAsks(t *testing.T) {
	lib, space := onDisk(t, storetest.New())
	withProfile(t, lib, space)
	said := flat(converse(t, open(t, lib, space), "7\nenferm\nsalir\nn\n1\n500\n0\n0\nsalir\n"))
	if p, err := lib.Profile(); err != nil || p.Rank != 500 || !strings.Contains(said, "¿Salir y perderlo?") || !strings.Contains(said, texts.LinearBye) {
		t.Errorf("profile %+v, %v:\n%s", p, err, said)
	}
}

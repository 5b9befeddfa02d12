package linear_test

import (
	"strings"
	"testing"

	"brujula/data/store/storetest"
)

// Chances that follow an act say so wherever they are told, and no longer once
// the act has ended.
func TestChancesThatFollowAnActSaySo(t *testing.T) {
	lib, space := onDisk(t, storetest.New())
	withProfile(t, lib, space)
	const told = "Remunerada, con el acto en curso: van por el puesto 30"
	answers := "1\n1\n1\n1\ninicio\n2\n0\n"
	said := flat(converse(t, open(t, lib, space), answers+"4\n1\n30\n66\n0\n1\n0\n2\n2\n0\n4\nterminar\n0\n1\n0\n2\n"))
	before, rest, _ := strings.Cut(said, "Registrado: ")
	during, after, ended := strings.Cut(rest, "termina el acto")
	if !ended || strings.Contains(before, told) || strings.Contains(after, "con el acto en curso") {
		t.Errorf("told without an act:\n%s", said)
	}
	for _, place := range []string{"Inicio. ", "Explorar. ", "Mi plan. "} {
		_, here, _ := strings.Cut(during, place)
		here, _, _ = strings.Cut(here, "Opción")
		if !strings.Contains(here, told) {
			t.Errorf("not told at %s: %s", place, here)
		}
	}
}

package linear_test

import (
	"path/filepath"
	"strings"
	"testing"

	"brujula/data/library"
	"brujula/data/store/storetest"
)

// At a first start one line says who the applicant is, and the profile is not
// asked for again after the offer was imported; a file may come at once.
func TestFirstStartAsksWhoOneIs(t *testing.T) {
	offer := filepath.Join("..", "..", "testdata", "demo", "oferta-2026-I.csv")
	for name, c := range map[string]struct {
		answers       string
		asked, placed bool
	}{
		"person":  {"alquimia 3\nmedicina 66\n" + offer + "\n\n\n\ns\n", false, true},
		"a file":  {offer + "\n\n\n\ns\n0\n", true, false},
		"nothing": {"\n", false, false},
		"back":    {"0\n", false, false},
		"quit":    {"salir\n", false, false},
	} {
		lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
		if err != nil {
			t.Fatal(err)
		}
		d := onDemo(t, lib)
		said := strings.Join(strings.Fields(converseFirst(t, d, c.answers)), " ")
		if asked := strings.Contains(said, "Mi perfil. Diga"); asked != c.asked {
			t.Errorf("%s: the profile is asked for: %v\n%s", name, asked, said)
		}
		if d.HasLine() != (c.placed || d.Space.Demo) || c.placed && (d.Profile.Profession != "MEDICINA" || d.Profile.Rank != 66) {
			t.Errorf("%s: %+v\n%s", name, d.Profile, said)
		}
		if name == "person" && !strings.Contains(said, "«alquimia» no se entiende") {
			t.Errorf("%s: %s", name, said)
		}
	}
}

package linear_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/store/storetest"
)

// fivePlazas puts the first plazas of Explorar into the plan and goes to it.
const fivePlazas = "1\n1\n1\n1\n0\n2\n1\n0\n3\n1\n0\n4\n1\n0\n5\n1\ninicio\n2\n"

// Several lines are moved and taken out by their numbers, in the order that they
// have, and back in one step; what names no lines is asked for again.
func TestSeveralLinesAreMoved(t *testing.T) {
	first := onDemo(t, nil)
	converse(t, first, fivePlazas)
	ids := first.Plan().IDs()
	if len(ids) != 5 {
		t.Fatalf("%d lines to begin with", len(ids))
	}
	for name, tt := range map[string]struct {
		answers string
		want    []int
		said    []string
	}{
		"to the front":      {"mover\n2, 4-5\n1\n", []int{2, 4, 5, 1, 3}, []string{"Mover 3 líneas al lugar (1 a 5):", "3 plazas movidas al lugar 1."}},
		"back in one step":  {"mover\n2, 4-5\n1\ndeshacer\n", []int{1, 2, 3, 4, 5}, []string{"Deshecho: 3 plazas movidas al lugar 1"}},
		"to the end":        {"mover\n3 y 2\n5\n", []int{1, 4, 5, 2, 3}, []string{"2 plazas movidas al lugar 4."}},
		"asked again":       {"mover\n4 9\n2-\n1 a 2\n5\n", []int{3, 4, 5, 1, 2}, []string{"«4 9» no dice qué líneas: escriba números de 1 a 5, como 1 5 o 1-5", "«2-» no dice"}},
		"one":               {"mover\n3\n2\n", []int{1, 3, 2, 4, 5}, []string{"Mover al lugar (1 a 5):", "del lugar 3 al 2."}},
		"stay":              {"mover\n1-2\n1\n", []int{1, 2, 3, 4, 5}, []string{"Esas líneas ya están ahí"}},
		"stays":             {"mover\n2\n2\n", []int{1, 2, 3, 4, 5}, []string{"Ya está en el lugar 2."}},
		"stays first":       {"mover\n1\n1\n", []int{1, 2, 3, 4, 5}, []string{"Ya es la primera de su modalidad"}},
		"left":              {"mover\n2-3\n0\nmover\n0\n", []int{1, 2, 3, 4, 5}, []string{"2 líneas: "}},
		"taken out":         {"quitar\n1 a 3\n", []int{4, 5}, []string{"3 plazas quitadas."}},
		"one is taken out":  {"quitar\n5\n", []int{1, 2, 3, 4}, []string{" quitada del plan."}},
		"no line has those": {"quitar\n6\n0\n", []int{1, 2, 3, 4, 5}, []string{"«6» no dice qué líneas"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := onDemo(t, nil)
			said := flat(converse(t, d, fivePlazas+tt.answers))
			var want []data.PlazaID
			for _, n := range tt.want {
				want = append(want, ids[n-1])
			}
			if diff := cmp.Diff(want, d.Plan().IDs()); diff != "" {
				t.Error(diff)
			}
			for _, part := range tt.said {
				if !strings.Contains(said, part) {
					t.Errorf("%q was not said:\n%s", part, said[strings.LastIndex(said, "Mi plan."):])
				}
			}
		})
	}
}

// The word of the hint does what the hint says, though another option begins
// with it too; and the plan leads to where it can be done.
func TestAddingByItsWord(t *testing.T) {
	said := flat(converse(t, onDemo(t, nil), "2\nagregar\n1\n1\nagregar\nquitar\nagregar al plan\nagregar a la comparación\n"))
	for part, n := range map[string]int{" agregada en el lugar 1": 2, " quitada del plan": 1, "no dice cuál": 0} {
		if got := strings.Count(said, part); got != n {
			t.Errorf("%q was said %d times:\n%s", part, got, said)
		}
	}
}

// Yes, and the number of the first choice, take what a file says of itself.
func TestYesTakesWhatTheFileSays(t *testing.T) {
	for _, answer := range []string{"", "1", "si", "Sí"} {
		said := flat(converse(t, onDemo(t, emptyLibrary(t)), "8\n../../testdata/lists/oferta.csv\nsi\n"+answer+"\nsi\nn\n"))
		if !strings.Contains(said, "Oferta 2031-I remunerada") || strings.Contains(said, "no es un proceso") {
			t.Errorf("%q:\n%s", answer, said)
		}
	}
	said := flat(converse(t, onDemo(t, emptyLibrary(t)), "8\n../../testdata/lists/oferta.csv\n1\n2\n2031-I\n1\nn\n"))
	if !strings.Contains(said, "«2» no es un proceso") {
		t.Errorf("a number that was not offered is taken:\n%s", said)
	}
}

func emptyLibrary(t *testing.T) *library.Library {
	t.Helper()
	lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

package linear_test

import (
	"strings"
	"testing"

	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/tui/tuitest"
)

// Panorama counts as the screen does: what was taken is that of the process whose
// adjudications are loaded, and a view by process counts all of them.
func TestPanoramaTellsWhatTheScreenDoes(t *testing.T) {
	space := tuitest.Demo()
	scope := panorama.Scope{Process: "2026-I", Profession: "MEDICINA", Modality: "remunerada"}
	table := panorama.View{Kind: panorama.TableView, Dim: catalog.DimRegion, Other: catalog.DimRegion}
	c := panorama.New(space).Count(table, scope, panorama.MeasureSeats, nil, nil)
	amazonas := c.PastCell("AMAZONAS")
	if c.PastProcess != "2025-I" || amazonas.Taken == 0 {
		t.Fatalf("the demonstration has no take-up: %q, %+v", c.PastProcess, amazonas)
	}
	taken := "Tomadas en 2025-I: " + panorama.MeasureTaken.Text(amazonas) + ", "
	for name, tt := range map[string]struct {
		answers string
		want    []string
		not     string
	}{
		"by region":        {"5\nregion\n", []string{"1. Amazonas: ", taken}, "Ninguna lista de adjudicados"},
		"opened":           {"5\nregion\n1\n", []string{"Explorar.", "región Amazonas", "proceso 2026-I"}, "Se muestra la oferta de 2025-I"},
		"by process":       {"5\n1\n", []string{"2026-I: ", "2025-I: ", "Todos los procesos, MEDICINA, remunerada."}, "1 valor."},
		"process, opened":  {"5\n1\n2\n", []string{"Explorar.", "proceso 2025-I", "profesión MEDICINA"}, ""},
		"by modality":      {"5\n2\n", []string{"1. Remunerada: ", "2. Equivalente: "}, "1 valor."},
		"grid, share":      {"5\ncruce\nparte\n", []string{"Parte tomada en 2025-I.", "1. Amazonas: ", "GD-5, "}, "sin dato"},
		"grid, likely":     {"5\ncruce\na su alcance\n1\n1\n", []string{"1. Todas: ", "Explorar.", "región Amazonas", "probabilidad "}, ""},
		"grid, a cell":     {"5\ncruce\nparte\n1\ngd-5\n", []string{"Explorar.", "grado 5", "proceso 2025-I", "Se muestra la oferta de 2025-I", "«Quitar los filtros» vuelve a la suya"}, ""},
		"by institution":   {"5\ninstitución por grado\n1\n", []string{"Institución por grado."}, ""},
		"professions":      {"5\nprofesión por modalidad\n1\n", []string{"Profesión por modalidad.", "MEDICINA: ", "remunerada, "}, ""},
		"curves by region": {"5\ncómo se fueron las plazas, por región\n1\n", []string{"Curvas por región.", "1. Callao, ", "al 10 %, ", "Explorar.", "proceso 2025-I"}, ""},
		"map":              {"5\nmapa\n1\n", []string{"región por región. ", " plazas a su alcance; ", "Lo mejor: ", "Explorar.", "región "}, ""},
		"map, a measure":   {"5\nmedida\nplazas\n1\n", []string{"Plazas en 2026-I. ", "De más a menos. ", "1. ", "Explorar.", "proceso 2026-I"}, ""},
		"map, of the past": {"5\nmedida\nparte\n1\n", []string{"Parte tomada en 2025-I. ", "Explorar.", "proceso 2025-I"}, ""},
		"worth asking for": {"5\npuntos\n1\n", []string{"Lo que conviene pedir", "probable: hasta ", "Ficha", " km de "}, ""},
		"history":          {"5\nqué da\n", []string{"Plazas 2026-I: "}, ""},
	} {
		said := flat(converse(t, onDemo(t, nil), tt.answers))
		for _, want := range tt.want {
			if !strings.Contains(strings.ToLower(said), strings.ToLower(want)) {
				t.Errorf("%s: %q was not said:\n%s", name, want, said[strings.LastIndex(said, "Panorama."):])
			}
		}
		if tt.not != "" && strings.Contains(said, tt.not) {
			t.Errorf("%s: %q was said:\n%s", name, tt.not, said[strings.LastIndex(said, "Panorama."):])
		}
	}
}

// How the last process went is read part by part; so is what changed between two
// offers, down to a plaza.
func TestYearbookAndChangesAreRead(t *testing.T) {
	said := flat(converse(t, onDemo(t, nil), "5\ninforme\n\n2\n0\n"))
	for _, want := range []string{"Cómo fue 2025-I: MEDICINA, remunerada", "Por grado de dificultad", "La última:"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q was not said:\n%s", want, said)
		}
	}
	said = flat(converse(t, onDemo(t, nil), "6\ndiferencias\n1\n1\n"))
	for _, want := range []string{"De 2025-I a 2026-I", "Sin cambio: ", "Nuevas: "} {
		if !strings.Contains(said, want) {
			t.Errorf("%q was not said:\n%s", want, said)
		}
	}
}

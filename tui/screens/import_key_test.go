package screens

import "testing"

// Whoever misses a list asks for it where it is missed, with the same key.
func TestImportFromEveryPageOfPlazas(t *testing.T) {
	for name, page := range map[string][]string{
		"explorar": {"1"}, "comparar, nothing in it": {"3"}, "comparar": {"c", "3"}, "panorama": {"5"}, "fuentes": {"6"},
	} {
		t.Run(name, func(t *testing.T) {
			d := start(t, 120, 60).Press(page...).Press("?").Contains("importar una lista")
			d.Press("esc", "I").Contains("Importar: elija la lista")
		})
	}
}

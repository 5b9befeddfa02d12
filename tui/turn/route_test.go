package turn

import (
	"strings"
	"testing"

	"brujula/data"
	"brujula/tui/layout"
)

func TestRouteKeepsTheCode(t *testing.T) {
	p := &data.Plaza{
		PlazaID: data.PlazaID{Renipress: "90001234"}, Establishment: "PUESTO INVENTADO LA ORQUÍDEA",
		Diresa: "SAN MARTIN", Institution: "SANIDAD DE LA FUERZA AÉREA", Province: "MARISCAL CÁCERES", District: "CAMPANILLA",
	}
	for w := 24; w < 140; w++ {
		got := route(p, w, "…")
		if layout.Width(got) > w || !strings.Contains(got, " › 90001234") {
			t.Errorf("%d cells: %q", w, got)
		}
	}
	if got := route(p, 140, "…"); !strings.HasSuffix(got, "90001234 PUESTO INVENTADO LA ORQUÍDEA") {
		t.Errorf("there is room for all of it: %q", got)
	}
}

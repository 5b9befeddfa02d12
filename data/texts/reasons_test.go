package texts

import "testing"

// Whoever is among the first is not told "unas 1".
func TestWhyTurnAgreesInNumber(t *testing.T) {
	for gone, want := range map[float64]string{
		0:   "cuando llegue no se habrá ido casi ninguna de 8 plazas",
		0.6: "cuando llegue se habrá ido más o menos una de 8 plazas",
		6.7: "cuando llegue se habrán ido unas 7 de 8 plazas",
	} {
		if got := WhyTurn(gone, 8); got != want {
			t.Errorf("%v: %q, want %q", gone, got, want)
		}
	}
	if got, want := TurnMine(1, 8), "a su turno se habrá ido más o menos uno de 8 cupos"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := WhyTurn(0.2, 1), "cuando llegue no se habrá ido casi ninguna de 1 plaza"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

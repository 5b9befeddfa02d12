package names

import "testing"

func TestLikeProfession(t *testing.T) {
	for text, want := range map[string]bool{
		"INGENIERIA AMBIENTAL": true, "TECNOLOGIA MEDICA - OFTALMICA": true, "FONIATRIA": true, "SALUD PUBLICA": false,
		"QUISPE VALERIA": false, "VALERIA": false, "CANARISEIS ROSA": false, "MEDICINA QUISPE": false, "": false, "LEAL SALVADOR": false,
	} {
		if got := LikeProfession(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

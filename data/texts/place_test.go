package texts

import (
	"testing"
	"unicode/utf8"
)

func TestPlaceName(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "MADRE DE DIOS": "Madre de Dios", "LA LIBERTAD": "La Libertad", "JUNIN": "Junín", "ANCASH": "Áncash",
		"TM - TERAPIA FISICA": "TM - Terapia Física", "MEDICINA": "Medicina", "DIRIS LIMA SUR": "DIRIS Lima Sur",
		"CARMEN DE LA LEGUA REYNOSO": "Carmen de la Legua Reynoso", "JOSE CRESPO Y CASTILLO": "Jose Crespo y Castillo",
	} {
		if got := PlaceName(in); got != want || utf8.RuneCountInString(got) != utf8.RuneCountInString(in) {
			t.Errorf("PlaceName(%q) = %q, want %q", in, got, want)
		}
	}
	if got := Where("PACHANGARA", "", "LIMA"); got != "Pachangara, Lima" {
		t.Errorf("Where: %q", got)
	}
}

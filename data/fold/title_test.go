package fold

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestTitle(t *testing.T) {
	for in, want := range map[string]string{
		"":                               "",
		"HUANCAVELICA":                   "Huancavelica",
		"LA LIBERTAD":                    "La Libertad",
		"MADRE DE DIOS":                  "Madre de Dios",
		"CARMEN DE LA LEGUA-REYNOSO":     "Carmen de la Legua-Reynoso",
		"VILLA EL SALVADOR":              "Villa El Salvador",
		"VILLA MARÍA DEL TRIUNFO":        "Villa María del Triunfo",
		"ÁNCASH":                         "Áncash",
		"ÑAHUIMPUQUIO":                   "Ñahuimpuquio",
		"DATEM DEL MARAÑON":              "Datem del Marañon",
		"C.S. SAN JUAN DE DIOS II":       "C.S. San Juan de Dios II",
		"P.S. I-2 LOBOYACU":              "P.S. I-2 Loboyacu",
		"EE.SS. TIPO B":                  "EE.SS. Tipo B",
		"STGO. DE CHUCO":                 "Stgo. de Chuco",
		"CENTRO DE SALUD MINSA (SAN J.)": "Centro de Salud MINSA (San J.)",
		"POLICLINICO PNP IQUITOS":        "Policlinico PNP Iquitos",
		"HOSPITAL ESSALUD III":           "Hospital EsSalud III",
		"D'ORBIGNY":                      "D'Orbigny",
		"Gob. regional":                  "Gob. regional",
		"McDONALD del SUR":               "McDONALD del Sur",
		"Y":                              "Y",
	} {
		if got := Title(in); got != want {
			t.Errorf("Title(%q) = %q, want %q", in, got, want)
		}
	}
}

// What a search found is set off by its place in the text as the list has it.
func TestTitleKeepsPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("AÉÑÜİIVXDELAY .-'(9ß\u0301a中"))).Draw(t, "s")
		got := Title(s)
		if utf8.RuneCountInString(got) != utf8.RuneCountInString(s) || Fold(got) != Fold(s) {
			t.Fatalf("Title(%q) = %q", s, got)
		}
		if again := Title(got); Fold(again) != Fold(s) {
			t.Fatalf("twice: %q", again)
		}
	})
}

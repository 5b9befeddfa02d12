package texts

import "testing"

// The groups of a great number stay together; years and lists of figures do not
// become one.
func TestGrouped(t *testing.T) {
	for text, want := range map[string]string{
		"de las 22 564 notificadas": "de las 22\u00a0564 notificadas",
		"(4 300 m)":                 "(4\u00a0300 m)",
		"en 2010 y 2019":            "en 2010 y 2019",
		"en 2025 300 casos":         "en 2025 300 casos",
		"28.4 % de 10":              "28.4 % de 10",
	} {
		if got := Grouped(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

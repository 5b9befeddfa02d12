package texts

import (
	"strings"
	"testing"
)

// Of picks with one mark nobody knows the order: the middle of them is not told
// as the turn in which a plaza went.
func TestATieIsToldAsATie(t *testing.T) {
	for want, fact := range map[string]TakenFact{
		"en 2025-I se fue con nota 12.80 (entre los turnos 1938 y 2052)": {Process: "2025-I", Pick: 1995, From: 1938, To: 2052, Mark: 12.8, Taken: 1, Seats: 1},
		"en 2025-I se fue con nota 13.50, en el turno 7":                 {Process: "2025-I", Pick: 7, From: 7, To: 7, Mark: 13.5, Taken: 1, Seats: 1},
		"en 2024-I se fue hacia el turno 900 (2 de 3 plazas)":            {Process: "2024-I", Pick: 900, From: 900, To: 900, Taken: 2, Seats: 3},
		"en 2025-I la tomaron":                                           {Process: "2025-I", Taken: 1, Seats: 1},
		"en 2025-I se fue hacia el turno 1995":                           {Process: "2025-I", Pick: 1995, Taken: 1, Seats: 1}, // a model saved before ties were kept
	} {
		if got := strings.ReplaceAll(FactTaken(fact), "\u00a0", " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

package screens

import (
	"strings"
	"testing"

	"brujula/tui/tuitest"
)

// The words of :orden are offered in both directions, each with what it does, that
// which people mean first.
func TestOrderIsOfferedInBothDirections(t *testing.T) {
	for typed, want := range map[string][]string{
		"puntos":        {"-puntos  puntos, de mayor a menor", "puntos   puntos, de menor a mayor"},
		"-pun":          {"-puntos  puntos, de mayor a menor"},
		"riesgos":       {"riesgos   notas de riesgo, de menor a mayor", "-riesgos  notas de riesgo, de mayor a menor"},
		"region,-pro":   {"-prob", "-provincia"},
		"establecimien": {"establecimiento   nombre, de la A a la Z"},
	} {
		d := start(t, 80, 24).Type(":orden " + typed).Contains(want...)
		if strings.HasPrefix(typed, "-") {
			d.Lacks("de menor a mayor")
		}
		if at := strings.Index(d.Text(), want[0]); len(want) > 1 && at > strings.Index(d.Text(), want[1]) {
			t.Errorf("%s: %q must come first", typed, want[0])
		}
	}
	start(t, 80, 24).Type(":orden region,pun").Press("tab", "enter").Contains("Pts▼2")
}

// The words mean what they do in scripts; who asks for the least first is told.
func TestRisingOrderIsSaid(t *testing.T) {
	said := "Puntos: de menor a mayor. Para lo mayor primero: «:orden -puntos»."
	order := func(words string) *tuitest.Driver { return start(t, 80, 24).Type(":orden " + words).Press("enter") }
	order("puntos").Contains(said, "Pts▲")
	order("-puntos").Lacks("Para lo mayor").Contains("Pts▼")
	order("region").Lacks("Para lo mayor")
}

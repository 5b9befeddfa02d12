package screens

import "testing"

// Explorar is home: esc clears the search there and then stays, wherever one was
// before; but one step back from a drill-down leads where it came from.
func TestEscStaysInExplorar(t *testing.T) {
	const stays = "Ya está en Explorar"
	d := start(t, 80, 24).Press("5", "1").Type("/nusta").Press("enter", "esc").Lacks("/nusta", stays)
	d.Press("esc").Contains("[1", "Establecimiento", stays).Press("esc", "esc").Contains("[1")
	d.Press("2").Press("esc").Contains("[1").Lacks(stays)

	d = start(t, 80, 24).Press("5", "enter").Contains("[5", "dentro de").Press("enter").Contains("[1").Press("enter").Contains("Ficha").Press("esc").Contains("[1")
	d.Press("esc").Contains("[5", "dentro de").Press("esc").Contains("[5").Lacks("dentro de")
	d.Press("esc").Contains("[1").Press("esc").Contains("[1", stays)
	d.Press("5", "enter", "enter").Contains("[1").Press("5", "1", "esc").Contains("[1", stays)
}

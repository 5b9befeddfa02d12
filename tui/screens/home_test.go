package screens

import (
	"testing"

	"brujula/data/texts"
)

// A main screen is where esc ends: it clears the search of Explorar, closes what is
// open, and then stays and says what leads on, wherever one was before; but one step
// back from a drill-down leads where it came from.
func TestEscStaysOnAMainScreen(t *testing.T) {
	home, stays := texts.HomeAlready(true), texts.HomeAlready(false)
	d := start(t, 80, 24).Press("5", "1").Type("/nusta").Press("enter", "esc").Lacks("/nusta", home)
	d.Press("esc").Contains("[1", "Establecimiento", home).Press("esc", "esc").Contains("[1")
	d.Press("2").Press("esc").Contains("[2", stays).Press("esc").Contains("[2", stays).Press("1").Contains("[1").Lacks(stays)

	d = start(t, 80, 24).Press("5", "enter").Contains("[5", "dentro de").Press("enter").Contains("[1").Press("enter").Contains("Ficha").Press("esc").Contains("[1")
	d.Press("esc").Contains("[5", "dentro de").Press("esc").Contains("[5").Lacks("dentro de")
	d.Press("esc").Contains("[5", stays).Press("1", "esc").Contains("[1", home)
	d.Press("5", "enter", "enter").Contains("[1").Press("5", "1", "esc").Contains("[1", home)
}

// What closed by itself takes no esc with it: one more leaves nothing.
func TestEscAfterAPopupThatClosedItself(t *testing.T) {
	d := start(t, 120, 40).Press("space", "2", "v", "enter", "esc").Contains("[2 Mi plan", texts.HomeAlready(false))
	d.Press("5", "v").Contains("Vistas", "enter abrir").Lacks("otra vista").Press("enter", "esc").Contains("[5 Panorama")
}

// The footer names the keys of what stands in front.
func TestFooterOfAQuestionAndOfTheHelp(t *testing.T) {
	foot := func(h int, keys ...string) string { return start(t, 80, h).Press(keys...).Line(h - 1) }
	if got := foot(24, "?"); got != "esc ? cerrar  / buscar  ↑ ↓ desplazar  AvPág página abajo" {
		t.Errorf("help: %q", got)
	}
	if got := foot(24, "4", "S", "5", "enter", "S"); got != "s sí  n no" {
		t.Errorf("question: %q", got)
	}
}

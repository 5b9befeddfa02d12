package panorama_test

import (
	"strings"
	"testing"

	"brujula/data/texts"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// The cursor goes through what is worth asking for, the surest first, its mark in
// the picture, and enter opens the card.
func TestProspectsAreAShoppingList(t *testing.T) {
	for _, size := range tuitest.Sizes() {
		d := to(start(t, size.W, size.H), atProspects).Contains("probable: hasta")
		first := d.Text()
		if d.Press("down"); d.Text() == first {
			t.Errorf("%dx%d: the cursor does not move", size.W, size.H)
		}
		if drawn := strings.Contains(d.Text(), "n punto"); size.W >= 80 && !drawn {
			t.Errorf("%dx%d: no picture:\n%s", size.W, size.H, d.Text())
		}
		d.Press("m").Contains(texts.PanoramaNoMeasure)
	}
	d := to(start(t, 120, 40), atProspects).Contains("●")
	_, right, _ := strings.Cut(d.Text(), "▸")
	if right == "" {
		t.Errorf("no plaza is under the cursor:\n%s", d.Text())
	}
}

// Dots need their font: there are blocks and signs for those without.
func TestProspectsInOtherSigns(t *testing.T) {
	for _, o := range []theme.Options{{Variant: theme.Dark, Graphics: theme.Blocks}, {Variant: theme.Mono, Charset: theme.ASCII}} {
		d := to(tuitest.New(t, demo(t, theme.New(o)), 120, 40).Press("5"), atProspects).Contains("n punto")
		if strings.ContainsAny(d.Text(), "⠁⡀⢀⣀⡇") {
			t.Errorf("braille where there is no font for it:\n%s", d.Text())
		}
	}
}

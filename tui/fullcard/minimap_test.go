package fullcard_test

import (
	"regexp"
	"testing"

	"brujula/tui/screens"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
	"brujula/tui/tuitest/own"
)

// The country is drawn beside the curve where both have room, with a mark at the
// place and the nearest city under it.
func TestMiniMap(t *testing.T) {
	near := regexp.MustCompile(`\d.km de\b`)
	for _, c := range []struct {
		w, h     int
		graphics theme.Graphics
		mark     string
		drawn    bool
	}{
		{120, 50, theme.Braille, "◉", true},
		{200, 50, theme.Blocks, "◉", true},
		{120, 50, theme.Signs, "@", true},
		{80, 50, theme.Braille, "◉", false},
	} {
		d, _ := own.Desk(t, t.TempDir(), own.Doctor())
		d.Styles.Draw(c.graphics)
		text := tuitest.New(t, screens.New(d, nil, own.NoClipboard), c.w, c.h).Press("enter").Text()
		if got := near.MatchString(text); got != c.drawn {
			t.Errorf("%dx%d: map drawn %v, want %v:\n%s", c.w, c.h, got, c.drawn, text)
		}
		if c.drawn && !regexp.MustCompile(regexp.QuoteMeta(c.mark)).MatchString(text) {
			t.Errorf("%dx%d: no %s on the map:\n%s", c.w, c.h, c.mark, text)
		}
	}
}

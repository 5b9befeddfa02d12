package changes

import (
	"testing"
	"time"

	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/explore"
	"brujula/tui/fullcard"
	"brujula/tui/root"
	"brujula/tui/screen"
	"brujula/tui/sources"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func page(tb testing.TB, w, h int) *tuitest.Driver {
	tb.Helper()
	st := theme.New(theme.Options{Variant: theme.Plain})
	d, notices := bridge.New(tb.Context(), st, session.Options{Facts: rules.Default(), Space: tuitest.Demo(), Now: func() time.Time { return time.Unix(0, 0) }})
	m := root.New(root.Options{
		Desk: d, Notices: notices, Clipboard: func(string) (string, error) { return "", nil },
		Makers: map[screen.Kind]root.Maker{screen.Explore: explore.New, screen.Sources: sources.New, screen.Changes: New, screen.Card: fullcard.New},
	})
	return tuitest.New(tb, m, w, h).Press("6", "D")
}

// The classes add up on the page; enter goes to the plazas of one, then to a card,
// and esc back.
func TestChangesAreWalked(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {60, 16}} {
		d := page(t, size[0], size[1]).Contains("Diferencias", "De 2025-I a 2026-I", "MEDICINA", "Sin cambio", "En total")
		d.Press("enter").Contains("lugar")
		d.Press("enter").Contains("Ficha").Press("esc").Contains("Diferencias").Press("esc").Contains("En total")
		d.Press("O").Contains("todas las profesiones").Press("down").Press("esc").Contains("Fuentes")
		d.Press(":").Type("diferencias").Press("enter").Contains("En total")
	}
}

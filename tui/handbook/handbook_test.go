package handbook

import (
	"strings"
	"testing"
	"time"

	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/explore"
	"brujula/tui/layout"
	"brujula/tui/root"
	"brujula/tui/screen"
	"brujula/tui/sources"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func page(tb testing.TB, st *theme.Styles, w, h int) *tuitest.Driver {
	tb.Helper()
	d, notices := bridge.New(tb.Context(), st, session.Options{Facts: rules.Default(), Space: tuitest.Demo(), Now: func() time.Time { return time.Unix(0, 0) }})
	m := root.New(root.Options{
		Desk: d, Notices: notices, Clipboard: func(string) (string, error) { return "", nil },
		Makers: map[screen.Kind]root.Maker{screen.Explore: explore.New, screen.Sources: sources.New, screen.Rules: New},
	})
	return tuitest.New(tb, m, w, h).Press("6", "H")
}

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

func TestRulesAreFoundByTheirWords(t *testing.T) {
	d := page(t, plain(), 120, 40).Contains("Hoja de reglas", "El SERUMS", "secundaria; Ley 23330")
	d.Press("/").Type("empates").Contains("«empates»: 2 de", "Desempate", "Orden de mérito").Lacks("Modalidades")
	d.Press("enter").Press("/").Type("zzz").Contains("Ninguna regla ni nota de riesgo tiene «zzz»").Lacks("empateszzz")
	d.Press("esc").Contains("El SERUMS").Press("esc").Contains("Fuentes").Lacks("Hoja de reglas ·")
	d.Press(":").Type("reglas bono ze").Press("enter").Contains("«bono ze»", "zona de emergencia")
	d.Press(":").Type("reglas").Press("enter").Contains("El SERUMS")
}

// ] and [ go from part to part, and [ to the beginning of the one in view first.
func TestPartsAreWalked(t *testing.T) {
	d := page(t, plain(), 80, 24)
	top := func() string { return strings.TrimSpace(strings.Split(d.Text(), "\n")[layout.HeaderLines]) }
	for _, step := range []struct{ key, want string }{
		{"tab", "Modalidades"},
		{"tab", "Orden de mérito"},
		{"shift+tab", "Modalidades"},
		{"shift+tab", "El SERUMS"},
		{"shift+tab", "El SERUMS"},
		{"tab", "Modalidades"},
		{"down", ""},
		{"shift+tab", "Modalidades"},
	} {
		if d.Press(step.key); !strings.HasPrefix(top(), step.want) {
			t.Errorf("%s: %q is at the top, want %q", step.key, top(), step.want)
		}
	}
	d.Press("G").Contains("Certeza: oficial")
}

func TestView(t *testing.T) {
	tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, h int) string {
		lines := strings.Split(page(t, st, w, h).View(), "\n")
		return strings.Join(lines[layout.HeaderLines:len(lines)-layout.FooterLines], "\n")
	})
}

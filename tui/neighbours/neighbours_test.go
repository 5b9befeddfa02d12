package neighbours

import (
	"context"
	"strings"
	"testing"
	"time"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/explore"
	"brujula/tui/layout"
	"brujula/tui/root"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func page(tb testing.TB, st *theme.Styles, w, h int) *tuitest.Driver {
	tb.Helper()
	return pageOf(tb, st, nil, tuitest.Demo(), w, h)
}

func pageOf(tb testing.TB, st *theme.Styles, lib *library.Library, space *workspace.Workspace, w, h int) *tuitest.Driver {
	tb.Helper()
	d, notices := bridge.New(context.Background(), st, session.Options{Lib: lib, Facts: rules.Default(), Space: space, Now: func() time.Time { return time.Unix(0, 0) }})
	m := root.New(root.Options{
		Desk: d, Notices: notices, Clipboard: func(string) (string, error) { return "", nil },
		Makers: map[screen.Kind]root.Maker{screen.Explore: explore.New, screen.Neighbours: New},
	})
	return tuitest.New(tb, m, w, h).Press("Q")
}

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

func TestWidthModalityAndMark(t *testing.T) {
	d := page(t, plain(), 120, 40)
	d.Contains("2025-I remunerada: puesto 66 ± 25", "Por grado", "Por región", "Por institución", "Lo que eligieron")
	d.Press("+").Contains("puesto 66 ± 50").Press("-", "-").Contains("puesto 66 ± 10")
	d.Press("o").Contains("2025-I equivalente").Press("o")
	d.Press("t").Contains("no hay otro proceso cargado")
	d.Press("m").Type("99").Press("enter").Contains("no es una nota").Press("ctrl+u").Type("15,2").Press("enter").Contains("notas 15.20 ± 0.10")
	d.Press("m", "enter").Contains("puesto 66 ± 10")
	d.Press("<").Contains("puesto 65 ± 10")
	d.Press("esc", "esc").Contains("Establecimiento").Lacks("Lo que eligieron")
	d.Press(":").Type("cerca").Press("enter").Contains("Lo que eligieron")
}

// t looks at the process before, going round, and each tells of its own takings.
func TestAnotherProcess(t *testing.T) {
	lib, space := tuitest.TwoPasts(t)
	d := pageOf(t, plain(), lib, space, 120, 60)
	newest, before := []string{"2025-I remunerada: puesto 20 ± 25", "Posta de 2025-I"}, []string{"2024-I remunerada: puesto 20 ± 25", "Posta de 2024-I"}
	d.Contains(newest...).Lacks("Posta de 2024-I")
	d.Press("t").Contains(before...).Lacks("Posta de 2025-I")
	d.Press("-", "-").Contains("2024-I remunerada: puesto 20 ± 5", "Posta de 2024-I N° 25").Lacks("Posta de 2024-I N° 26 ") // the process stays
	d.Press("t").Contains("2025-I remunerada: puesto 20 ± 5", "Posta de 2025-I N° 15").Lacks("Posta de 2024-I")
	d.Press("o").Contains("Ninguna lista de adjudicados").Press("o").Contains("2025-I remunerada")
}

func TestView(t *testing.T) {
	tuitest.Matrix(t, tuitest.Sizes(), func(st *theme.Styles, w, h int) string {
		// Without the root's frame, which has its own goldens.
		lines := strings.Split(page(t, st, w, h).View(), "\n")
		return strings.Join(lines[layout.HeaderLines:len(lines)-layout.FooterLines], "\n")
	})
}

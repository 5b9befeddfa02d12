package panorama

import (
	"context"
	"testing"

	"brujula/data/rules"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func TestStalePastIsNotAskedAbout(t *testing.T) {
	desk, _ := bridge.New(context.Background(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Facts: rules.Default(), Space: tuitest.Demo()})
	for name, meanwhile := range map[string]func(m *Model){
		"nothing":         func(*Model) {},
		"another process": func(m *Model) { m.scope.Process = "2019-I" },
		"other lists":     func(m *Model) { m.setUpScope() },
		"asked again":     func(m *Model) { m.findPast() },
	} {
		m := New(desk, screen.Page{}).(*Model)
		found := m.findPast()()
		desk.Posted()
		meanwhile(m)
		m.Update(found)
		if asked := len(desk.Posted()) > 0; asked != (name == "nothing") {
			t.Errorf("%s: asked %v", name, asked)
		}
	}
}

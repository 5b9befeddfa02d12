package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"brujula/tui/keys"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func versions(st *theme.Styles) *Menu {
	return NewMenu(st, "Mi plan", []MenuItem{
		{Label: "Plan A", Note: "12", Checked: true},
		{Label: "Plan B, solo sierra", Note: "7"},
		{Label: "Comparar dos", Reason: "Solo hay una versión con plazas."},
	}, 0)
}

func TestMenu(t *testing.T) {
	nav := keys.NewNavigation()
	m := versions(plain())
	if m.Update(press(t, "down"), &nav) != Open || m.Update(press(t, "enter"), &nav) != Accepted || m.Cursor() != 1 {
		t.Errorf("cursor %d", m.Cursor())
	}
	if m.Update(press(t, "1"), &nav) != Accepted || m.Cursor() != 0 {
		t.Errorf("the digit chose %d", m.Cursor())
	}
	if m.Update(press(t, "3"), &nav) != Open || !strings.Contains(join(m.Box(60, 20)), "Solo hay una") {
		t.Errorf("an item that cannot be chosen was, or did not say why:\n%s", join(m.Box(60, 20)))
	}
	if m.Update(press(t, "9"), &nav) != Open || m.Cursor() != 2 {
		t.Error("a digit past the end did something")
	}
	if m.Update(press(t, "esc"), &nav) != Cancelled {
		t.Error("esc does not close")
	}
	tuitest.Matrix(t, []tuitest.Size{{W: 60, H: 10}}, func(st *theme.Styles, w, h int) string {
		m := versions(st)
		m.cursor = 2
		return join(m.Box(w, h))
	})
}

func TestMenuFitsAndShowsItsCursor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := make([]MenuItem, rapid.IntRange(0, 30).Draw(t, "n"))
		for i := range items {
			items[i] = MenuItem{Label: "región " + string(rune('a'+i%26)), Note: "9", Checked: i%3 == 0}
		}
		m := NewMenu(plain(), "Lista", items, rapid.IntRange(-1, 40).Draw(t, "at"))
		w, h := rapid.IntRange(0, 40).Draw(t, "w"), rapid.IntRange(0, 20).Draw(t, "h")
		box := m.Box(w, h)
		if len(box) > h {
			t.Fatalf("%d lines of %d", len(box), h)
		}
		for _, line := range box {
			if ansi.StringWidth(line) > w {
				t.Fatalf("%q wider than %d", line, w)
			}
		}
		if len(box) > 0 && !strings.Contains(join(box), "▸") {
			t.Fatalf("no cursor in\n%s", join(box))
		}
	})
}

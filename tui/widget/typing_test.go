package widget

import (
	"strings"
	"testing"
)

func typeAll(f Field, text string) {
	for _, r := range text {
		f.Update(typed(r))
	}
}

// What was chosen before is never taken for what was typed.
func TestASearchThatFindsNothingChoosesNothing(t *testing.T) {
	c := professions()
	c.Set("PSICOLOGIA")
	f := NewForm(plain(), c, NewNumber(plain(), "Orden", 1, 9, true))
	typeAll(c, "xmedicina")
	if c.Value() != "" || !strings.Contains(c.Fault(), "xmedicina") {
		t.Fatalf("chose %q, fault %q", c.Value(), c.Fault())
	}
	f.Update(press(t, "enter"))
	if f.Focused() != 0 || !strings.Contains(join(f.Lines(80)), c.Fault()) {
		t.Errorf("enter went to field %d:\n%s", f.Focused(), join(f.Lines(80)))
	}
	f.Update(press(t, "tab"))
	f.Update(press(t, "shift+tab"))
	typeAll(c, "medicina") // after a return letters begin anew
	if c.Value() != "MEDICINA" {
		t.Errorf("chose %q", c.Value())
	}
	f.Update(press(t, "enter"))
	if f.Focused() != 1 {
		t.Error("enter stays in a field without fault")
	}
}

func TestDeletingASearchGivesTheChoiceBack(t *testing.T) {
	c := professions()
	c.Set("PSICOLOGIA")
	typeAll(c, "zz")
	c.Update(press(t, "backspace"))
	if c.Value() != "" {
		t.Errorf("z chose %q", c.Value())
	}
	c.Update(press(t, "backspace"))
	if c.Value() != "PSICOLOGIA" || c.Fault() != "" {
		t.Errorf("without letters %q is chosen", c.Value())
	}
	typeAll(c, "zzz")
	c.Update(press(t, "ctrl+u")) // all at once
	if c.Value() != "PSICOLOGIA" || c.Fault() != "" {
		t.Errorf("erased, %q is chosen", c.Value())
	}
}

// The first character typed replaces what is offered; other keys edit it.
func TestTypingReplacesWhatIsOffered(t *testing.T) {
	for _, tt := range []struct{ key, want string }{{"", "341"}, {"end", "1341"}, {"backspace", "341"}, {"left", "3411"}} {
		p, n := NewPrompt(plain(), "Lugar: ", "1"), NewNumber(plain(), "Lugar", 1, 9999, false)
		n.Set(1)
		if tt.key != "" {
			p.Update(press(t, tt.key))
			n.Update(press(t, tt.key))
		}
		for _, r := range "341" {
			p.Update(typed(r))
			n.Update(typed(r))
		}
		if p.Value() != tt.want || n.Value() != tt.want {
			t.Errorf("after %q: %s and %s, want %s", tt.key, p.Value(), n.Value(), tt.want)
		}
	}
	p := NewPrompt(plain(), "Lugar: ", "1")
	if a, _ := p.Update(press(t, "enter")); a != Accepted || p.Value() != "1" {
		t.Errorf("enter takes %q", p.Value())
	}
	n := NewNumber(plain(), "Lugar", 1, 9999, false)
	n.Set(12)
	n.Update(typed('x'))
	if n.Value() != "12" {
		t.Errorf("a letter left %q", n.Value())
	}
}

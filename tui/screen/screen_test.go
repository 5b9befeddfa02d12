package screen

import "testing"

func TestOldAnswersAreNotCurrent(t *testing.T) {
	var g Generation
	first := g.Next()
	if !g.Current(first) {
		t.Error("the only question is not current")
	}
	second := g.Next()
	if g.Current(first) || !g.Current(second) {
		t.Error("the answer to an older question counts as current")
	}
}

func TestEveryKindHasATitle(t *testing.T) {
	seen := map[string]bool{}
	for k := Explore; k <= Profile; k++ {
		if k.Title() == "" || seen[k.Title()] {
			t.Errorf("kind %d: title %q", k, k.Title())
		}
		seen[k.Title()] = true
	}
	if Kind(-1).Title() != "" {
		t.Error("no such screen has a title")
	}
}

package linear_test

import (
	"strings"
	"testing"

	"brujula/data/texts"
)

// What is too long is refused whole, also when the input ends where the reader's
// buffer does: a part of an answer is no answer.
func TestTooLongIsNoAnswer(t *testing.T) {
	for _, n := range []int{65 << 10, 68 << 10, 68<<10 + 1} {
		said := converse(t, onDemo(t, nil), strings.Repeat("x", n))
		if !strings.Contains(said, texts.LinearTooLong) || strings.Contains(said, "xxx") {
			t.Errorf("%d letters: %.400s", n, said)
		}
	}
}

func TestLeavingFromANumber(t *testing.T) {
	said := converse(t, onDemo(t, nil), "4\n1\nsalir\nn\n")
	if !strings.Contains(said, "¿Por qué puesto van?") || strings.Contains(said, "«salir» no sirve") {
		t.Error(said)
	}
}

func TestGoingBackKeepsTheSearch(t *testing.T) {
	said := converse(t, onDemo(t, nil), "1\n2\nposta\n0\n2\nvolver\n\n2\n\n\n")
	_, after, found := strings.Cut(said, texts.LinearNothing)
	kept, cleared, again := strings.Cut(after, texts.LinearSearchAsk)
	if shown := "«posta»"; !found || !again || !strings.Contains(kept, shown) || strings.Contains(cleared, shown) {
		t.Error(said)
	}
}

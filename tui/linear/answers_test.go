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
	said := converse(t, onDemo(t, nil), "1\n2\nposta\n0\n2\n0\n\n2\n\n\n")
	_, after, found := strings.Cut(said, texts.LinearNothing)
	kept, cleared, again := strings.Cut(after, "Texto (sin tildes")
	if shown := "«posta»"; !found || !again || !strings.Contains(kept, shown) || strings.Contains(cleared, shown) {
		t.Error(said)
	}
}

// Content is never taken for a command: establishments may be called anything.
func TestContentIsNoCommand(t *testing.T) {
	for _, word := range []string{"q", "salir", "inicio", "volver", "ayuda", "m", "a"} {
		said := converse(t, onDemo(t, nil), "1\n2\n"+word+"\ninicio\n1\n0\n2\nversiones\n3\n"+word+"\n0\n0\n")
		if !strings.Contains(said, "«"+word+"»") || !strings.Contains(said, "Plan "+word+",") {
			t.Errorf("%q was taken for a command:\n%s", word, said)
		}
	}
	// In a list of plazas one letter begins a name.
	said := converse(t, onDemo(t, nil), "1\n1\nq\n0\ninicio\n")
	if !strings.Contains(said, "«q» puede ser") || strings.Count(said, "Inicio.") != 2 {
		t.Errorf("q in a list:\n%s", said)
	}
	if said := converse(t, onDemo(t, nil), "1\n2\n?\n0\n"); !strings.Contains(said, texts.LinearTextHelp[:40]) {
		t.Errorf("no help at a text:\n%s", said)
	}
}

package linear_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"brujula/data/store/storetest"
	"brujula/tui/linear"
)

// answers are what people and chance may type: options, words of the menus,
// names, and things that mean nothing.
func answers() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"}),
		rapid.SampledFrom([]string{"", "m", "a", "?", "s", "n", "volver", "inicio", "salir", "q", "plan", "turno", "fuentes", "explorar", "panorama", "mi perfil"}),
		rapid.SampledFrom([]string{
			"posta", "quinuales", "x posta", "1 antes", "gd 4,5", "region puno", "-prob,puntos", "texto \"", "medicina", "00090550", "pegar", ".", "2026-I",
			"99999999999999999999", "-1", "1e9", "nada.csv", "sin/carpeta.zip", "plan.doc", "\x1b[2J\x1b]0;titulo\x07", "\x00\x9b31m", "\u202eal revés",
			"ñandú", "│─█▇", strings.Repeat("largo ", 400), strings.Repeat("x", 70_000),
		}),
		rapid.StringN(0, 30, 90).Filter(func(s string) bool { return !strings.ContainsAny(s, `/\~.`) }), // no name of a file
	)
}

// Whatever is answered, the session ends at the end of the answers, says its
// good-bye, and has written nothing but lines of text.
func TestAnyAnswers(t *testing.T) {
	t.Chdir(t.TempDir())
	rapid.Check(t, func(rt *rapid.T) {
		given := rapid.SliceOfN(answers(), 0, 40).Draw(rt, "answers")
		d := onDemo(t, nil)
		if rapid.Bool().Draw(rt, "library") {
			lib, space := onDisk(t, storetest.New()) // its own, or a failure is not found again
			d = open(t, lib, space)
		}
		defer d.Close()
		var out bytes.Buffer
		ascii, echo := rapid.Bool().Draw(rt, "ascii"), rapid.Bool().Draw(rt, "echo")
		err := linear.Run(t.Context(), linear.Options{
			Desk: d, In: strings.NewReader(strings.Join(given, "\n")), Out: &out, Echo: echo, ASCII: ascii,
		})
		if err != nil {
			rt.Fatalf("%v", err)
		}
		said := out.String()
		if echo {
			checkPlain(rt, said)
		} else { // a terminal begins a line where enter is typed after a question
			checkPlain(rt, strings.ReplaceAll(said, ": ", ":\n"))
		}
		if ascii && strings.IndexFunc(said, func(r rune) bool { return r >= 0x80 }) >= 0 {
			rt.Errorf("more than ASCII: %q", said)
		}
		if !strings.Contains(said, "Hasta luego") {
			rt.Errorf("no good-bye:\n%s", said)
		}
	})
}

// A list is read whole, page by page.
func TestPages(t *testing.T) {
	said := converse(t, onDemo(t, nil), "1\n1\n"+strings.Repeat("m\n", 14))
	for n := 1; n <= 138; n++ {
		if !strings.Contains(said, "\n"+strconv.Itoa(n)+". ") {
			t.Fatalf("plaza %d was not read", n)
		}
	}
	if !strings.Contains(said, "No hay más.") {
		t.Error("the end was not told")
	}
}

package layout

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestFit(t *testing.T) {
	cases := []struct {
		name, in string
		w        int
		align    Align
		want     string
	}{
		{"fills on the right", "Puno", 6, Left, "Puno  "},
		{"fills on the left", "86", 4, Right, "  86"},
		{"centres, the odd cell after", "GD", 5, Center, " GD  "},
		{"cuts by cells, not bytes", "ÑAÑAÑAÑA", 5, Left, "ÑAÑA…"},
		{"double width leaves a cell", "中中中", 4, Left, "中… "},
		{"one line", "GOBIERNO\nREGIONAL", 20, Left, "GOBIERNO REGIONAL   "},
		{"no room", "Puno", 0, Left, ""},
		{"only the tail", "Puno", 1, Left, "…"},
		{"styled text keeps its reset", "\x1b[1mPUNO Y MAS\x1b[m", 5, Left, "\x1b[1mPUNO…\x1b[m"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Fit(c.in, c.w, c.align, "…"); got != c.want {
				t.Errorf("Fit(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
			}
		})
	}
}

// anyText draws text of all that may stand in a list after fold.Clean (which
// removes format characters): Latin letters, wide
// characters, combining marks, emoji; and escape sequences, which styles add.
func anyText() *rapid.Generator[string] {
	piece := rapid.SampledFrom([]string{"a", "Ñ", "é", "e\u0301", "中", "★", "👩‍⚕️", " ", "\n", "\t", "\x1b[31m", "\x1b[m", "x", "…", "ʼ"})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces"), "")
	})
}

// The width of what is drawn is the one promise that every screen builds on.
func TestFitIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "s")
		w := rapid.IntRange(0, 50).Draw(t, "w")
		align := rapid.SampledFrom([]Align{Left, Right, Center}).Draw(t, "align")
		tail := rapid.SampledFrom([]string{"", "…", "..."}).Draw(t, "tail")
		if got := Fit(s, w, align, tail); ansi.StringWidth(got) != w {
			t.Fatalf("Fit(%q, %d) = %q: %d cells", s, w, got, ansi.StringWidth(got))
		}
	})
}

func TestLatinWidthAgreesWithAnsi(t *testing.T) {
	for r := rune(1); r < 0x2000; r++ {
		s := "a" + string(r)
		if n, ok := latinWidth(s); ok && n != ansi.StringWidth(s) {
			t.Fatalf("%q (%U): %d cells, ansi says %d", s, r, n, ansi.StringWidth(s))
		}
	}
}

func TestWrapNeverTooWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "s")
		w := rapid.IntRange(1, 30).Draw(t, "w")
		for _, line := range Wrap(s, w) {
			if ansi.StringWidth(line) > w {
				t.Fatalf("Wrap(%q, %d): %q is %d cells", s, w, line, ansi.StringWidth(line))
			}
		}
	})
}

func TestWrapKeepsTheWords(t *testing.T) {
	text := "La posta está a cuatro horas de camino; no hay señal de teléfono."
	for w := 12; w < 70; w++ { // the longest word has 9 cells: none is broken
		if got := strings.Join(strings.Fields(strings.Join(Wrap(text, w), " ")), " "); got != text {
			t.Errorf("width %d: %q", w, got)
		}
	}
}

// The hyphen of "2026-I" used to be lost where it fell on the edge.
func TestWrapKeepsHyphens(t *testing.T) {
	cases := []struct {
		in   string
		w    int
		want string
	}{
		{"plan GD- no", 7, "plan\nGD- no"},
		{"GD-", 2, "GD\n-"},
		{"lista 2026-I aquí", 11, "lista\n2026-I aquí"},
		{"lista 2026-I", 10, "lista\n2026-I"},
		{"--proceso 2025-I", 12, "--proceso\n2025-I"},
	}
	for _, c := range cases {
		if got := strings.Join(Wrap(c.in, c.w), "\n"); got != c.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
}

// Nothing but blanks goes at a break, whatever the text.
func TestWrapLosesNothing(t *testing.T) {
	bare := func(s string) string { return strings.Join(strings.Fields(ansi.Strip(s)), "") }
	piece := rapid.SampledFrom([]string{"a", "Ñ", "-", "--", "2026-I", "e\u0301", "中", "★", " ", " ", "\n", "\t", "\x1b[31m", "\x1b[m", "…", "."})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces"), "")
		w := rapid.IntRange(2, 30).Draw(t, "w")
		if got := bare(strings.Join(Wrap(s, w), "\n")); got != bare(s) {
			t.Fatalf("Wrap(%q, %d) gives %q", s, w, got)
		}
	})
}

func TestOverLaysTheDialogExactly(t *testing.T) {
	under := Block([]string{"aaaaaaaa", "\x1b[31mbbbbbbbb\x1b[m", "cccccccc"}, 8, 3, "")
	got := Over(under, []string{"[ñ]", "[·]", "[x]"}, 3, 1)
	want := []string{"aaaaaaaa", "bbb[ñ]bb", "ccc[·]cc"}
	for i := range want {
		if ansi.Strip(got[i]) != want[i] {
			t.Errorf("line %d: %q, want %q", i, ansi.Strip(got[i]), want[i])
		}
	}
}

func TestBeside(t *testing.T) {
	got := Beside(Block([]string{"a"}, 3, 2, ""), []string{"│", "│"}, []string{"x", "y", "z"})
	want := []string{"a  │x", "   │y"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestClassify(t *testing.T) {
	cases := []struct {
		w, h int
		want Class
	}{{59, 40, TooSmall}, {200, 15, TooSmall}, {60, 16, Narrow}, {80, 24, Narrow}, {109, 50, Narrow}, {110, 16, Wide}, {250, 70, Wide}}
	for _, c := range cases {
		if got := Classify(c.w, c.h); got != c.want {
			t.Errorf("Classify(%d, %d) = %v, want %v", c.w, c.h, got, c.want)
		}
	}
}

func BenchmarkFitLatin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Fit("POSTA INVENTADA DE ÑANDÚ Y MÁS", 20, Left, "…")
	}
}

package fold

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestForms(t *testing.T) {
	for _, tt := range []struct{ in, fold, enye, squash, upper string }{
		{"", "", "", "", ""},
		{"  San Martín\nde  Porres ", "san martin de porres", "san martin de porres", "sanmartindeporres", "SAN MARTIN DE PORRES"},
		{"FERREÑAFE", "ferrenafe", "ferreñafe", "ferrenafe", "FERREÑAFE"},
		{"n\u0303andu\u0301", "nandu", "ñandu", "nandu", "ÑANDU"}, // decomposed
		{"C.S. N° 3 – «Ñaña»", "c.s. no 3 - \"nana\"", "c.s. no 3 - \"ñaña\"", "csno3nana", "C.S. NO 3 - \"ÑAÑA\""},
		{"CONDORCANQU\nI", "condorcanqu i", "condorcanqu i", "condorcanqui", "CONDORCANQU I"},
	} {
		for name, got := range map[string][2]string{
			"Fold": {Fold(tt.in), tt.fold}, "Enye": {Enye(tt.in), tt.enye},
			"Squash": {Squash(tt.in), tt.squash}, "Upper": {Upper(tt.in), tt.upper},
		} {
			if got[0] != got[1] {
				t.Errorf("%s(%q) = %q, want %q", name, tt.in, got[0], got[1])
			}
		}
	}
}

func TestCleanTakesOutWhatMovesACursor(t *testing.T) {
	for in, want := range map[string]string{
		"llano":                        "llano",
		"dos\r\nlíneas\ry tres":        "dos\nlíneas\ny tres",
		"\x1b[31mrojo\x1b[0m":          "rojo",
		"\x1b]0;título\x07fin":         "fin",
		"\x1b]8;;http://x\x1b\\en\x1b": "en",
		"a\x1b[":                       "a",
		"campana\x07 nulo\x00":         "campana nulo",
		"\u202eoculto\u2066":           "oculto",
		"tab\tdura\u00a0fin":           "tab dura fin",
		"mal\xffbyte":                  "malbyte",
		"\u009b31mC1":                  "31mC1",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// squashNaively is Squash as its comment says it, without any short way.
func squashNaively(s string) string {
	var out []rune
	for _, r := range norm.NFC.String(s) {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		} else if r >= utf8.RuneSelf {
			r = foldAny(r)
		}
		if r != 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			out = append(out, r)
		}
	}
	return string(out)
}

func FuzzSquash(f *testing.F) {
	for _, s := range []string{"posta", "posta3 ", "POSTA MÉDICA", "postan\u0303", "e\u0301", "ñandú", "Ĳ ŉ ſ", "\xc3", "a\xcc\x80", "º ° ª", "日本", "\u0340"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := Squash(s), squashNaively(s); got != want {
			t.Fatalf("Squash(%q) = %q, want %q", s, got, want)
		}
		if got, want := compose(s), norm.NFC.String(s); got != want {
			t.Fatalf("compose(%q) = %q, want %q", s, got, want)
		}
	})
}

// Whatever goes in, nothing comes out that a terminal would act upon, and
// cleaning again changes nothing.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"a\x1b[1;2Hb", "\x1b]11;?\x07", "\r\n\v", "é\u0301ñ", "\x1b\x1b[m", "\u2028\u202e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is not UTF-8", got)
		}
		for _, r := range got {
			if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
				t.Fatalf("%q keeps %U of %q", got, r, s)
			}
		}
		if again := Clean(got); again != got {
			t.Fatalf("Clean(%q) = %q", got, again)
		}
	})
}

// Bytes gives one byte for each rune of the NFC form, in both readings.
func FuzzBytes(f *testing.F) {
	for _, s := range []string{"HUÁNUCO", "ñandú", "n\u0303", "ª º –", "日本", "\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		plain, enye := Bytes(s, false), Bytes(s, true)
		if n := utf8.RuneCountInString(norm.NFC.String(s)); len(plain) != n || len(enye) != n {
			t.Fatalf("%q: %d and %d bytes for %d runes", s, len(plain), len(enye), n)
		}
		if strings.ContainsFunc(plain+enye, func(r rune) bool { return r >= utf8.RuneSelf }) {
			t.Fatalf("%q is not ASCII", plain+enye)
		}
	})
}

package pdfpage

import (
	"testing"

	"brujula/data/pdf/pdfobj"
)

func TestGlyphText(t *testing.T) {
	tests := map[string]string{
		"A": "A", "Ntilde": "Ñ", "aacute": "á", "Udieresis": "Ü", "space": " ", "hyphen": "-", "fi": "fi", "f_i": "fi",
		"uni00D1": "Ñ", "u1F600": "😀", "A.alt": "A", "zero": "0", "G12": "", "nonsense": "", "": "", "uniD800": "",
		"quoteright": "’", "degree": "°", "ordmasculine": "º", "Euro": "€",
	}
	for name, want := range tests {
		if got := glyphText(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestTidy(t *testing.T) {
	tests := map[string]string{
		"abc": "abc", "ﬁn": "fin", "a\u00a0b": "a b", "\u00ad": "", "\x1b[2J": "[2J", "\u202e": "", "Ñ": "Ñ", "\ue000": "", "‑": "-",
	}
	for in, want := range tests {
		if got := tidy(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCmap(t *testing.T) {
	m, err := parseCmap([]byte(`1 begincodespacerange <00> <7f> endcodespacerange
1 begincodespacerange <8000> <ffff> endcodespacerange
2 beginbfchar <41> <00D1> <8001> <D83DDE00> endbfchar
2 beginbfrange <50> <52> <0061> <60> <61> [<00660069> <FB02>] endbfrange
1 begincidrange <8000> <8fff> 100 endcidrange`), pdfobj.NewBudget(1))
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[uint32]string{0x41: "Ñ", 0x8001: "😀", 0x50: "a", 0x52: "c", 0x53: "", 0x60: "fi", 0x61: "fl", 0x42: ""} {
		if got := m.text(code); got != want {
			t.Errorf("%x: %q, want %q", code, got, want)
		}
	}
	for in, want := range map[string][2]int{"A\x80": {0x41, 1}, "\x80\x01A": {0x8001, 2}, "\x80": {0x80, 1}} {
		if code, size := m.next([]byte(in)); int(code) != want[0] || size != want[1] {
			t.Errorf("%q: %x of %d bytes", in, code, size)
		}
	}
	if got := m.glyph(0x8002); got != 102 {
		t.Errorf("glyph %d", got)
	}
}

func TestSimpleFonts(t *testing.T) {
	tests := []struct{ name, font, content, want string }{
		{"differences", "<</Subtype/Type1 /Encoding<</Differences[1/Ntilde/fi 65/B]>>>>", `(\001\002AC)`, "ÑfiBC"},
		{"Mac", "<</Subtype/TrueType /Encoding/MacRomanEncoding>>", `(\204)`, "Ñ"},
		{"standard", "<</Subtype/Type1 /BaseFont/Helvetica>>", `(\047\256\361)`, "’fiæ"},
		{"to unicode wins", "<</Subtype/TrueType /Encoding/WinAnsiEncoding /ToUnicode 6 0 R>>", `(AB)`, "ÑB"},
		{"composite", "<</Subtype/Type0 /Encoding/Identity-H /ToUnicode 6 0 R /DescendantFonts[<</DW 500 /W[65[500 500] 70 80 600]>>]>>", `<00410041>`, "ÑÑ"},
	}
	unicode := stream("", "1 beginbfchar <41> <00D1> endbfchar")
	for _, test := range tests {
		p := draw(t, "", "BT /F 10 Tf "+test.content+" Tj ET", test.font, unicode)
		if got := texts(p); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestStandardWidths checks the built-in widths: A, i and ñ of Helvetica are
// 667, 222 and 556 thousandths wide, W of Times-Bold 1000 (Adobe Core 14 AFM).
func TestStandardWidths(t *testing.T) {
	for _, test := range []struct {
		font string
		code byte
		want float32
	}{
		{"Helvetica", 'A', 667},
		{"ArialMT", 'i', 222},
		{"Helvetica", 0xf1, 556},
		{"Times-Bold", 'W', 1000},
		{"CourierNew", 'W', 600},
		{"Helvetica", 7, 0},
	} {
		if got := standardWidth(test.font, test.code); got != test.want {
			t.Errorf("%s %c: %g, want %g", test.font, test.code, got, test.want)
		}
	}
}

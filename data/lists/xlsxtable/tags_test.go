package xlsxtable

import (
	"bytes"
	"testing"
)

// localNameNaively cuts twice what localName reads once.
func localNameNaively(inside []byte) []byte {
	if end := bytes.IndexAny(inside, " \t\r\n/>"); end >= 0 {
		inside = inside[:end]
	}
	if _, name, prefixed := bytes.Cut(inside, []byte(":")); prefixed {
		return name
	}
	return inside
}

func FuzzLocalName(f *testing.F) {
	for _, s := range []string{"c", "x:row r=\"1\"", "v/", "a:b:c", ":", "is\n", "\xff\t:", "row\r:x"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, inside []byte) {
		if got, want := localName(inside), localNameNaively(inside); !bytes.Equal(got, want) {
			t.Fatalf("localName(%q) = %q, want %q", inside, got, want)
		}
	})
}

// A chunk that ends in the middle of a sign's opening is kept for the next.
func TestTagLength(t *testing.T) {
	for text, want := range map[string]int{
		"<": -1, "<!": -1, "<!-": -1, "<!-- > --><c>": 10, "<![CDATA[>]]><c>": 13, "<?a>?>": 6, "<!DOCTYPE a>": 12,
		"<c r=\">\">x": 9, "<c r='>": -1, "</c>": 4, "<>": 2,
	} {
		if got := tagLength([]byte(text)); got != want {
			t.Errorf("tagLength(%q) = %d, want %d", text, got, want)
		}
	}
}

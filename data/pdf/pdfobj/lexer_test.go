package pdfobj

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data/cells"
)

func TestLexer(t *testing.T) {
	tests := []struct{ in, want string }{
		{"12 -3 +4 .5 -.25 6. --7 1-2", "i12 i-3 i4 r0.5 r-0.25 r6 i-7 i1"},
		{"/Name /A#42C /", "n:Name n:ABC n:"},
		{`(a(b)c\)\n\101\7) (x\
y) (l` + "\r\n" + `m)`, "t:a(b)c)\nA\a t:xy t:l\nm"},
		{"<48 6F6> <>", "t:Ho` t:"},
		{"<< [ ] >> BT T* '", "<< [ ] >> k:BT k:T* k:'"},
		{"% remark\n1 %end", "i1"},
		{"} { ) > 1", "i1"},
		{"(open", "t:open"},
		{"<41", "t:A"},
		{"99999999999999999999", "r1e+20"},
	}
	for _, test := range tests {
		if got := tokens(test.in); got != test.want {
			t.Errorf("%q: %q, want %q", test.in, got, test.want)
		}
	}
}

func tokens(in string) string {
	l := Lexer{Data: []byte(in)}
	out := ""
	for {
		token := l.Next()
		var word string
		switch token.Kind {
		case End:
			return out
		case Integer:
			word = fmt.Sprintf("i%d", token.Int)
		case Real:
			word = fmt.Sprintf("r%.6g", token.Real)
		case Text:
			word = "t:" + string(token.Bytes)
		case NameToken:
			word = "n:" + string(token.Bytes)
		case Keyword:
			word = "k:" + string(token.Bytes)
		default:
			word = map[Kind]string{ArrayOpen: "[", ArrayClose: "]", DictOpen: "<<", DictClose: ">>"}[token.Kind]
		}
		if out != "" {
			out += " "
		}
		out += word
	}
}

// TestLexerEnds: every token moves on, whatever the bytes.
func TestLexerEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := Lexer{Data: rapid.SliceOfN(rapid.Byte(), 0, 60).Draw(t, "bytes")}
		for i := 0; ; i++ {
			before := l.Pos
			if l.Next().Kind == End {
				break
			}
			if l.Pos <= before || l.Pos > len(l.Data) {
				t.Fatalf("from %d to %d", before, l.Pos)
			}
		}
	})
}

func parse(in string) (Object, error) {
	p := parser{Lexer: Lexer{Data: []byte(in)}, budget: NewBudget(1 << 20)}
	return p.object()
}

func TestParse(t *testing.T) {
	got, err := parse("<</A 1 /B[2 0 R 3 4 (x)<</C null /D true>>] /E 5.5 /F>>")
	want := Dict{
		"A": int64(1),
		"B": Array{Ref{2, 0}, int64(3), int64(4), String("x"), Dict{"C": nil, "D": true}},
		"E": 5.5,
	}
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{"", "[1", "<<1 2>>", "word", "]"} {
		if _, err := parse(bad); !errors.Is(err, cells.ErrFormat) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

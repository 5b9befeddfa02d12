package pdfobj

import (
	"bytes"
	"compress/zlib"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data/cells"
)

func decoded(t *testing.T, dict Dict, raw []byte) ([]byte, error) {
	t.Helper()
	d := newDocument(nil, NewBudget(1<<20))
	return d.Data(&Stream{Dict: dict, raw: raw})
}

func zlibbed(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func TestFilters(t *testing.T) {
	tests := []struct {
		name string
		dict Dict
		raw  []byte
		want string
	}{
		{"none", Dict{}, []byte("abc"), "abc"},
		{"flate", Dict{"Filter": Name("FlateDecode")}, zlibbed([]byte("abc")), "abc"},
		{"flate without its check sum", Dict{"Filter": Name("FlateDecode")}, zlibbed([]byte("abcabc"))[:len(zlibbed([]byte("abcabc")))-4], "abcabc"},
		{"hex", Dict{"Filter": Name("ASCIIHexDecode")}, []byte("61 62\n6>"), "ab`"},
		{"85", Dict{"Filter": Name("A85")}, []byte("<~87cURD]i,\"Ebo80~>"), "Hello World!"},
		{"run length", Dict{"Filter": Name("RunLengthDecode")}, []byte("\x02abc\xfed\x80zzz"), "abcddd"},
		// ISO 32000-1, 7.4.4.2, example 1
		{"lzw", Dict{"Filter": Name("LZWDecode")}, []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, "-----A---B"},
		{"chain", Dict{"Filter": Array{Name("AHx"), Name("Fl")}}, []byte("789c4b4c4a0600024d0127>"), "abc"},
		{"png up", Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": int64(12), "Columns": int64(3)}}, zlibbed([]byte("\x02abc\x02\x01\x01\x01")), "abcbcd"},
		{"tiff", Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": int64(2), "Columns": int64(3)}}, zlibbed([]byte("a\x01\x01b\x01\x01")), "abcbcd"},
	}
	for _, test := range tests {
		got, err := decoded(t, test.dict, test.raw)
		if err != nil || string(got) != test.want {
			t.Errorf("%s: %q %v, want %q", test.name, got, err, test.want)
		}
	}
}

func TestFiltersRefuse(t *testing.T) {
	long := zlibbed(bytes.Repeat([]byte("abc"), 5000))
	tests := []struct {
		name   string
		filter Object
		raw    []byte
		want   error
	}{
		{"cut off", Name("FlateDecode"), long[:len(long)/2], cells.ErrFormat},
		{"picture", Name("DCTDecode"), nil, cells.ErrFormat},
		{"bad 85", Name("A85"), []byte("zzvv{{"), cells.ErrFormat},
		{"bad lzw", Name("LZW"), []byte{0xff, 0xf0, 0xff}, cells.ErrFormat},
		{"too long", Name("FlateDecode"), zlibbed(make([]byte, 2<<20)), cells.ErrTooLarge},
	}
	for _, test := range tests {
		if _, err := decoded(t, Dict{"Filter": test.filter}, test.raw); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
}

// TestPNGPredictors encodes rows by the definition of each filter (PNG, 9.2)
// and decodes them again.
func TestPNGPredictors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pixel := rapid.IntRange(1, 4).Draw(t, "pixel")
		width := rapid.IntRange(1, 6).Draw(t, "width") * pixel
		want := rapid.SliceOfN(rapid.Byte(), width, 5*width).Draw(t, "data")
		want = want[:len(want)/width*width]
		var encoded []byte
		at := func(i, row int) byte {
			if i < 0 || row < 0 {
				return 0
			}
			return want[row*width+i]
		}
		for row := 0; row*width < len(want); row++ {
			kind := rapid.IntRange(0, 4).Draw(t, "kind")
			encoded = append(encoded, byte(kind))
			for i := range width {
				left, up, corner := at(i-pixel, row), at(i, row-1), at(i-pixel, row-1)
				if i < pixel {
					corner = 0
				}
				guess := []byte{0, left, up, byte((int(left) + int(up)) / 2), paeth(left, up, corner)}[kind]
				encoded = append(encoded, at(i, row)-guess)
			}
		}
		if diff := cmp.Diff(want, unpredictPNG(encoded, width, pixel)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// lzwEncode is the encoder of 7.4.4.2 in its plainest form.
func lzwEncode(data []byte, early int) []byte {
	var out []byte
	bits, have := uint64(0), 0
	width := 9
	emit := func(code int) {
		bits = bits<<width | uint64(code)
		for have += width; have >= 8; have -= 8 {
			out = append(out, byte(bits>>(have-8)))
		}
	}
	table := map[string]int{}
	next := 258
	reset := func() {
		clear(table)
		for i := range 256 {
			table[string([]byte{byte(i)})] = i
		}
		next, width = 258, 9
	}
	emit(lzwClear)
	reset()
	word := ""
	for _, c := range data {
		longer := word + string([]byte{c})
		if _, ok := table[longer]; ok {
			word = longer
			continue
		}
		emit(table[word])
		table[longer] = next
		next++
		// The decoder is one entry behind the encoder.
		if next-1+early >= 1<<width && width < 12 {
			width++
		}
		if next >= 4094 {
			emit(lzwClear)
			reset()
		}
		word = string([]byte{c})
	}
	if word != "" {
		emit(table[word])
		if next+early >= 1<<width && width < 12 {
			width++
		}
	}
	emit(lzwEnd)
	return append(out, byte(bits<<(8-have)))
}

func TestLZWBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 20_000).Draw(t, "length")
		letters := rapid.IntRange(1, 200).Draw(t, "letters")
		seed := rapid.Uint32().Draw(t, "seed")
		data := make([]byte, n)
		for i := range data {
			seed = seed*1664525 + 1013904223
			data[i] = byte(int(seed>>16) % letters)
		}
		d := newDocument(nil, NewBudget(1<<20))
		got, err := d.readAll(&lzwReader{data: lzwEncode(data, 1), early: 1})
		if err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%d bytes back of %d: %v", len(got), n, err)
		}
	})
}

package csvtable

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"brujula/data/cells"
)

// The encodings that a Dialect can name.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	CP1252  = "cp1252"
)

// mixed is UTF-8 with single bytes of cp1252 in it, as files come out that
// were pasted together.
const mixed = "utf-8+cp1252"

// detectEncoding reads the whole file: the first byte that is no UTF-8 may
// come late.
func detectEncoding(ctx context.Context, file io.Reader) (string, error) {
	buffer := make([]byte, 64<<10)
	kept, first := 0, true
	valid, invalid, zeros, size := 0, 0, 0, 0
	for {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		n, err := io.ReadFull(file, buffer[kept:])
		chunk := buffer[:kept+n]
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !last {
			return "", err
		}
		if first {
			if wide := detectWide(chunk); wide != "" {
				return wide, nil
			}
			first = false
		}
		zeros += bytes.Count(buffer[kept:kept+n], []byte{0})
		size += n
		rest := countUTF8(chunk, last, &valid, &invalid)
		kept = copy(buffer, rest)
		if last {
			break
		}
	}
	switch {
	case !FewZeros(zeros, size):
		return "", fmt.Errorf("%w: binary data", cells.ErrFormat)
	case invalid == 0:
		return UTF8, nil
	case valid >= 10*invalid:
		return mixed, nil
	}
	return CP1252, nil
}

// zerosShare is the part of a text's bytes that may be zeros, which some damage
// of a disk or a transfer left there; binary files have a hundred times as many.
const zerosShare = 0.005

// FewZeros tells whether a file of size bytes, so many of them zeros, is still
// text. The zeros stay in its cells.
func FewZeros(zeros, size int) bool { return float64(zeros) <= zerosShare*float64(size) }

// detectWide tells UTF-16 by its mark, or by the zero byte that every second
// place has in Western text.
func detectWide(prefix []byte) string {
	switch {
	case bytes.HasPrefix(prefix, []byte{0xff, 0xfe}):
		return UTF16LE
	case bytes.HasPrefix(prefix, []byte{0xfe, 0xff}):
		return UTF16BE
	}
	sample := prefix[:min(len(prefix), 512)&^1]
	if len(sample) < 8 {
		return ""
	}
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(sample) / 2
	switch {
	case zeros[1] > half*8/10 && zeros[0] < half/10:
		return UTF16LE
	case zeros[0] > half*8/10 && zeros[1] < half/10:
		return UTF16BE
	}
	return ""
}

// countUTF8 counts the sequences of more than one byte and the bytes that are
// none; it returns the sequence that the end of the chunk cut, unless last.
func countUTF8(chunk []byte, last bool, valid, invalid *int) (rest []byte) {
	for i := 0; i < len(chunk); {
		if chunk[i] < utf8.RuneSelf {
			i++
			continue
		}
		if !last && !utf8.FullRune(chunk[i:]) {
			return chunk[i:]
		}
		r, size := utf8.DecodeRune(chunk[i:])
		if r == utf8.RuneError && size == 1 {
			*invalid++
		} else {
			*valid++
		}
		i += size
	}
	return nil
}

func decode(source io.Reader, encoding string) (io.Reader, error) {
	switch encoding {
	case UTF8:
		return skipMark(source)
	case mixed:
		unmarked, err := skipMark(source)
		return transform.NewReader(unmarked, patch{}), err
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(source), nil
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(source), nil
	case CP1252:
		return charmap.Windows1252.NewDecoder().Reader(source), nil
	}
	return nil, fmt.Errorf("%w %q", ErrEncoding, encoding)
}

// skipMark passes over the byte order mark of UTF-8.
func skipMark(source io.Reader) (io.Reader, error) {
	mark := make([]byte, 3)
	n, err := io.ReadFull(source, mark)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	if n == 3 && string(mark) == "\ufeff" {
		return source, nil
	}
	return io.MultiReader(bytes.NewReader(mark[:n]), source), nil
}

// patch passes UTF-8 through and takes the bytes that are none for cp1252.
type patch struct{ transform.NopResetter }

// Transform implements transform.Transformer.
func (patch) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if !atEOF && !utf8.FullRune(src[nSrc:]) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		r, size := utf8.DecodeRune(src[nSrc:])
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(src[nSrc])
		}
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += size
	}
	return nDst, nSrc, nil
}

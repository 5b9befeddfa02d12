package csvtable

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"brujula/data/cells"
)

// The encodings that a Dialect can name.
const (
	UTF8     = "utf-8"
	UTF16LE  = "utf-16le"
	UTF16BE  = "utf-16be"
	CP1252   = "cp1252"   // Windows
	CP850    = "cp850"    // MS-DOS
	MacRoman = "macroman" // old programs of the Mac
)

// Encodings that are detected only.
const (
	mixed   = "utf-8+cp1252" // UTF-8 with single bytes of cp1252 in it, as files come out that were pasted together
	doubled = "utf-8+utf-8"  // UTF-8 that was taken for cp1252 and encoded once more: Ã for Ñ
)

// canonical returns the name of an encoding by another that people know it by.
func canonical(name string) string {
	switch name = strings.ToLower(strings.TrimSpace(name)); name {
	case "utf8":
		return UTF8
	case "utf16le", "utf-16":
		return UTF16LE
	case "utf16be":
		return UTF16BE
	case "windows-1252", "windows1252", "ansi", "latin1", "latin-1", "iso-8859-1":
		return CP1252
	case "dos", "ms-dos", "msdos", "ibm850", "850", "oem":
		return CP850
	case "mac", "mac-roman", "macintosh":
		return MacRoman
	}
	return name
}

// detectEncoding reads the whole file: the first byte that is no UTF-8 may
// come late. It fails with *MixedError where no one encoding reads it.
func detectEncoding(ctx context.Context, file io.Reader) (string, error) {
	buffer := make([]byte, 64<<10)
	kept, first := 0, true
	var seen census
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
		seen.zeros += bytes.Count(buffer[kept:kept+n], []byte{0})
		seen.size += n
		kept = copy(buffer, seen.count(chunk, last))
		if last {
			break
		}
	}
	if !FewZeros(seen.zeros, seen.size) {
		return "", fmt.Errorf("%w: binary data", cells.ErrFormat)
	}
	return seen.encoding()
}

// zerosShare is the part of a text's bytes that may be zeros, which some damage
// of a disk or a transfer left there; binary files have a hundred times as many.
const zerosShare = 0.005

// FewZeros reports whether a file of size bytes, so many of them zeros, is still
// text. The zeros stay in its cells.
func FewZeros(zeros, size int) bool { return float64(zeros) <= zerosShare*float64(size) }

// detectWide recognizes UTF-16 by its mark, or by the zero byte that every second
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

func decode(source io.Reader, encoding string) (io.Reader, error) {
	switch canonical(encoding) {
	case UTF8:
		return skipMark(source)
	case doubled:
		unmarked, err := skipMark(source)
		return transform.NewReader(unmarked, undouble{}), err
	case mixed:
		unmarked, err := skipMark(source)
		return transform.NewReader(unmarked, patch{}), err
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(source), nil
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(source), nil
	case CP1252:
		return charmap.Windows1252.NewDecoder().Reader(source), nil
	case CP850:
		return charmap.CodePage850.NewDecoder().Reader(source), nil
	case MacRoman:
		return charmap.Macintosh.NewDecoder().Reader(source), nil
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

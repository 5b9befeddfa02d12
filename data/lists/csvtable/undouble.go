package csvtable

import (
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// undouble brings letters that were encoded twice to what they were, and passes
// the rest through.
type undouble struct{ transform.NopResetter }

// Transform implements transform.Transformer.
func (undouble) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		r, size, ok := undoubled(src[nSrc:], atEOF)
		if !ok {
			return nDst, nSrc, transform.ErrShortSrc
		}
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += size
	}
	return nDst, nSrc, nil
}

// undoubled returns the first rune of a text, and how many bytes of it it takes. ok
// is false where more bytes are needed to tell.
func undoubled(src []byte, atEOF bool) (r rune, size int, ok bool) {
	if !atEOF && !utf8.FullRune(src) {
		return 0, 0, false
	}
	first, size := utf8.DecodeRune(src)
	if first != 'Â' && first != 'Ã' && first != 'â' {
		return first, size, true
	}
	if !atEOF && !utf8.FullRune(src[size:]) {
		return 0, 0, false
	}
	second, more := utf8.DecodeRune(src[size:])
	if r, again := once(first, second); again {
		return r, size + more, true
	}
	if first == 'Ã' && second == utf8.RuneError && more > 1 {
		return lost(src[size+more:], size+more, atEOF)
	}
	middle, isTail := tail(second)
	if first != 'â' || !isTail {
		return first, size, true
	}
	if !atEOF && !utf8.FullRune(src[size+more:]) {
		return 0, 0, false
	}
	third, most := utf8.DecodeRune(src[size+more:])
	last, isTail := tail(third)
	if !isTail {
		return first, size, true
	}
	return 0x2000 + rune(middle&0x3f)<<6 + rune(last&0x3f), size + more + most, true // E2 begins U+2000 to U+2FFF
}

// lost returns the letter whose second byte cp1252 does not have, Á or Í, by what
// follows it: Í before A and O (CATEGORÍA, RÍO). Else it is not known.
func lost(rest []byte, size int, atEOF bool) (r rune, n int, ok bool) {
	switch {
	case len(rest) == 0 && !atEOF:
		return 0, 0, false
	case len(rest) > 0 && (rest[0] == 'A' || rest[0] == 'O'):
		return 'Í', size, true
	}
	return utf8.RuneError, size, true
}

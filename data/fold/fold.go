// Package fold brings text to the forms in which it is compared: without
// case and accents, with or without the Ñ, with or without blanks. All
// functions are rune tables, fast enough for a key press.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// EnyeByte stands for ñ in the folded text that Bytes gives with keepEnye.
const EnyeByte = '~'

// Fold returns the text in lower case, without accents, with ñ as n, blanks of
// any kind (line breaks too) as single spaces and none at the ends.
func Fold(s string) string { return foldWords(s, false) }

// Enye is Fold, but ñ stays ñ.
func Enye(s string) string { return foldWords(s, true) }

func foldWords(s string, keepEnye bool) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range compose(s) {
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			continue
		}
		f := foldRune(r)
		if f == 0 {
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if keepEnye && (r == 'ñ' || r == 'Ñ') {
			f = 'ñ'
		}
		b.WriteRune(f)
	}
	return b.String()
}

// Squash returns only the letters and digits of Fold: two values that differ
// in blanks, breaks, accents or punctuation have the same squashed form.
func Squash(s string) string {
	from := squashedPrefix(s)
	if from == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:from])
	for _, r := range compose(s[from:]) {
		f := foldRune(r)
		switch {
		case f >= utf8.RuneSelf:
			if unicode.IsLetter(f) || unicode.IsDigit(f) {
				b.WriteRune(f)
			}
		case 'a' <= f && f <= 'z', '0' <= f && f <= '9':
			b.WriteByte(byte(f))
		}
	}
	return b.String()
}

// squashedPrefix counts the bytes at the front that Squash leaves as they are,
// whatever follows: none before a rune with which the last might be composed.
func squashedPrefix(s string) int {
	for i := range len(s) {
		if c := s[i]; ('a' > c || c > 'z') && ('0' > c || c > '9') {
			if c >= utf8.RuneSelf {
				return 0
			}
			return i
		}
	}
	return len(s)
}

// Bytes returns a text of exactly one ASCII byte per rune of the NFC form of s,
// lower case, accents removed, so that a byte offset in it is a rune offset in
// NFC(s). ñ is 'n', or EnyeByte with keepEnye; what has no ASCII form is '?'.
func Bytes(s string, keepEnye bool) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range compose(s) {
		switch f := foldRune(r); {
		case keepEnye && (r == 'ñ' || r == 'Ñ'):
			b.WriteByte(EnyeByte)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case f > 0 && f < utf8.RuneSelf:
			b.WriteByte(byte(f))
		default:
			b.WriteByte('?')
		}
	}
	return b.String()
}

// Upper returns the canonical spelling of the lists: upper case, without
// accents, Ñ kept, single blanks.
func Upper(s string) string { return strings.ToUpper(Enye(s)) }

// compose returns the NFC form. Text without a byte from leadOfMarks on has no
// combining mark nor anything that NFC changes.
func compose(s string) string {
	for i := range len(s) {
		if s[i] >= leadOfMarks {
			return norm.NFC.String(s)
		}
	}
	return s
}

// leadOfMarks is the first byte of U+0300 in UTF-8, the first rune that is not
// its own NFC form in every company.
const leadOfMarks = 0xcc

// foldRune returns the folded rune, or 0 for a combining mark that stands alone.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			return r + ('a' - 'A')
		}
		return r
	}
	if r < endOfLatin {
		return latin[r]
	}
	return foldAny(r)
}

// latin has the folded runes up to the end of Latin Extended-A, in which all
// Spanish text is. It is not changed.
var latin = func() (table [endOfLatin]rune) {
	for r := range rune(endOfLatin) {
		table[r] = foldAny(r)
	}
	return table
}()

const endOfLatin = 0x180

// foldAny is foldRune without its table.
func foldAny(r rune) rune {
	switch r {
	case 'ª':
		return 'a'
	case 'º', '°':
		return 'o'
	case '–', '—', '‐', '‑', '−':
		return '-'
	case '“', '”', '«', '»':
		return '"'
	case '‘', '’', '´':
		return '\''
	}
	if unicode.Is(unicode.Mn, r) {
		return 0
	}
	lower := unicode.ToLower(r)
	if !unicode.IsLetter(lower) {
		return lower
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], lower)
	decomposed := norm.NFD.Bytes(buf[:n])
	base, _ := utf8.DecodeRune(decomposed)
	return base
}

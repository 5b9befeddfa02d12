package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Title writes a name that the lists have in capitals as people write it:
// "MADRE DE DIOS" is "Madre de Dios", "C.S. SAN JUAN II" "C.S. San Juan II".
// Words with a small letter are left as they are, and so are abbreviations and
// roman numerals. The text keeps its length in runes, so that places in it, as
// those that a search found, stay where they were.
func Title(s string) string {
	if s == "" {
		return ""
	}
	var b strings.Builder
	b.Grow(len(s))
	joined := true // the word before leaves an article small: it is "de", or there is none
	first := true
	for from := 0; from < len(s); {
		if n := separators(s[from:]); n > 0 {
			b.WriteString(s[from : from+n])
			from += n
			continue
		}
		to := from + wordLength(s[from:])
		word := s[from:to]
		switch lower := strings.ToLower(word); {
		case !first && (linkWords[lower] || articles[lower] && joined):
			b.WriteString(lower)
			joined = true
		default:
			writeName(&b, word)
			joined = false
		}
		first, from = false, to
	}
	return b.String()
}

// linkWords are small inside a name, articles after one of them alone: "Carmen de
// la Legua", but "Villa El Salvador".
var (
	linkWords = map[string]bool{"de": true, "del": true, "y": true, "e": true, "en": true, "a": true, "al": true, "con": true, "por": true, "para": true}
	articles  = map[string]bool{"la": true, "las": true, "el": true, "los": true}
)

// initials are institutions that people write in capitals; others are found by
// their having no vowel.
var initials = map[string]bool{
	"MINSA": true, "FAP": true, "INPE": true, "CLAS": true, "ACLAS": true, "DIRESA": true, "GERESA": true, "DIRIS": true, "IPRESS": true,
	"UGEL": true, "UBAP": true, "INEN": true, "VRAEM": true, "CAP": true, "SIS": true, "CMI": true, "AISPED": true,
	"UMAR": true, "BIM": true, "BING": true, "FFEE": true, "GAC": true, "CAPS": true, "UBAPS": true, "SVA": true, "ETS": true,
}

// writeName writes a word that is part of a name.
func writeName(b *strings.Builder, word string) {
	switch {
	case word == "ESSALUD":
		b.WriteString("EsSalud")
	case initials[word], strings.IndexFunc(word, unicode.IsLower) >= 0, roman(word), dotted(word), !vowel(word):
		b.WriteString(word)
	default:
		r, size := utf8.DecodeRuneInString(word)
		b.WriteRune(r)
		for _, r := range word[size:] {
			b.WriteRune(unicode.ToLower(r))
		}
	}
}

// roman takes the numerals of categories and of names, which go no further than
// a few tens: with C, L and M many a word would be one.
func roman(word string) bool { return strings.Trim(word, "IVX") == "" }

// dotted tells a word such as "C.S." or "EE.SS." from the end of a sentence and
// from a shortened word such as "STGO.".
func dotted(word string) bool {
	for part := range strings.SplitSeq(strings.TrimSuffix(word, "."), ".") {
		if n := utf8.RuneCountInString(part); n == 0 || n > 2 {
			return false
		}
	}
	return strings.Contains(strings.TrimSuffix(word, "."), ".") || utf8.RuneCountInString(word) == 2 && strings.HasSuffix(word, ".")
}

func vowel(word string) bool { return strings.ContainsAny(word, "AEIOUYÁÉÍÓÚÜ") }

// separators counts the bytes before the next word.
func separators(s string) int { return length(s, func(r rune) bool { return !inWord(r) }) }

// wordLength counts the bytes of the word that s begins with.
func wordLength(s string) int { return length(s, inWord) }

func length(s string, belongs func(rune) bool) int {
	for i, r := range s {
		if !belongs(r) {
			return i
		}
	}
	return len(s)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || unicode.Is(unicode.Mn, r)
}

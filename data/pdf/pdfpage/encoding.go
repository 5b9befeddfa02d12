package pdfpage

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// The encodings of simple fonts by byte (ISO 32000-1, annex D).

func winAnsi(code byte) string {
	if code == 0xad { // WinAnsi has the hyphen here, cp1252 the soft one
		return "-"
	}
	return fromCharmap(charmap.Windows1252, code)
}

func macRoman(code byte) string { return fromCharmap(charmap.Macintosh, code) }

func fromCharmap(c *charmap.Charmap, code byte) string {
	if code < ' ' {
		return ""
	}
	if r := c.DecodeByte(code); r != utf8.RuneError {
		return string(r)
	}
	return ""
}

// standardUpper is StandardEncoding from 0xA1 on, "." for codes without a
// glyph. Below it is ASCII but for the two quotes.
const standardUpper = "¡ ¢ £ ⁄ ¥ ƒ § ¤ ' “ « ‹ › fi fl . – † ‡ · . ¶ • ‚ „ ” » … ‰ . ¿ . ` ´ ˆ ˜ ¯ ˘ ˙ ¨ . ˚ ¸ . ˝ ˛ ˇ —" +
	" . . . . . . . . . . . . . . . . Æ . ª . . . . Ł Ø Œ º . . . . . æ . . . ı . . ł ø œ ß"

var standardGlyphs = strings.Fields(standardUpper)

func standard(code byte) string {
	switch {
	case code == '\'':
		return "’"
	case code == '`':
		return "‘"
	case code >= ' ' && code < 0x7f:
		return string(rune(code))
	case code >= 0xa1 && int(code)-0xa1 < len(standardGlyphs) && standardGlyphs[code-0xa1] != ".":
		return standardGlyphs[code-0xa1]
	}
	return ""
}

// glyphNames are the names of the Adobe Glyph List that are not letters, with
// or without an accent: name and text in turn.
const glyphNames = `space - exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle ' quoteright ’ quoteleft ‘
parenleft ( parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6
seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \ bracketright ]
asciicircum ^ underscore _ grave ` + "`" + ` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ yen ¥
brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « logicalnot ¬ registered ® macron ¯ degree °
plusminus ± acute ´ mu µ paragraph ¶ periodcentered · middot · cedilla ¸ ordmasculine º guillemotright » onequarter ¼ onehalf ½
threequarters ¾ questiondown ¿ multiply × divide ÷ AE Æ ae æ Oslash Ø oslash ø OE Œ oe œ germandbls ß Eth Ð eth ð Thorn Þ thorn þ
dotlessi ı Lslash Ł lslash ł fi fi fl fl ff ff ffi ffi ffl ffl florin ƒ fraction ⁄ endash – emdash — bullet • ellipsis …
quotesinglbase ‚ quotedblbase „ quotedblleft “ quotedblright ” guilsinglleft ‹ guilsinglright › dagger † daggerdbl ‡ perthousand ‰
trademark ™ Euro € minus − circumflex ˆ tilde ˜ ring ˚ caron ˇ breve ˘ dotaccent ˙ hungarumlaut ˝ ogonek ˛ numero № afii61352 №
lessequal ≤ greaterequal ≥ notequal ≠ nbspace - nonbreakingspace - sfthyphen - softhyphen - hyphenminus -`

var namedGlyphs = func() map[string]string {
	words := strings.Fields(glyphNames)
	table := make(map[string]string, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		table[words[i]] = words[i+1]
	}
	for _, blank := range []string{"space", "nbspace", "nonbreakingspace"} {
		table[blank] = " "
	}
	return table
}()

// accents are the combining marks behind the ends of glyph names: Ntilde is N
// with a tilde.
var accents = map[string]string{
	"grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303", "macron": "\u0304",
	"breve": "\u0306", "dotaccent": "\u0307", "dieresis": "\u0308", "ring": "\u030a",
	"hungarumlaut": "\u030b", "caron": "\u030c", "cedilla": "\u0327", "ogonek": "\u0328",
}

// glyphText returns the text of a glyph name: of the list, a letter with an
// accent, uniXXXX, uXXXXX, parts joined by "_"; empty for other names, such as
// the G12 of subset fonts.
func glyphText(name string) string {
	if i := strings.IndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	if text, ok := namedGlyphs[name]; ok {
		return text
	}
	if len(name) == 1 {
		return name
	}
	if mark, ok := accents[name[min(1, len(name)):]]; ok {
		if composed := norm.NFC.String(name[:1] + mark); utf8.RuneCountInString(composed) == 1 {
			return composed
		}
	}
	if parts := strings.Split(name, "_"); len(parts) > 1 && len(parts) < 6 {
		text := ""
		for _, part := range parts {
			text += glyphText(part)
		}
		return text
	}
	return hexGlyph(name)
}

func hexGlyph(name string) string {
	digits := strings.TrimPrefix(name, "uni")
	if digits == name {
		digits = strings.TrimPrefix(name, "u")
	}
	if digits == name || len(digits) < 4 || len(digits) > 6 {
		return ""
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || n < ' ' || !utf8.ValidRune(rune(n)) {
		return ""
	}
	return string(rune(n))
}

// tidy brings the text of a glyph to what a list means by it: ligatures apart,
// every blank a space, no control characters, no soft hyphens, nothing from
// the private use areas. Most texts come back as they are.
func tidy(text string) string {
	plain := true
	for i := range len(text) {
		if text[i] < ' ' || text[i] >= 0x7f {
			plain = false
			break
		}
	}
	if plain {
		return text
	}
	return strings.Map(tidyRune, expandLigatures(text))
}

func tidyRune(r rune) rune {
	switch {
	case r == 0xa0, r == 0x202f, r >= 0x2000 && r <= 0x200a, r == 0x3000, r == '\t', r == '\n', r == '\r':
		return ' '
	case r < ' ', r >= 0x7f && r < 0xa0, r == 0xad, r == utf8.RuneError, r >= 0xe000 && r <= 0xf8ff, r >= 0xf0000, r == 0xfeff:
		return -1
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return -1
	case r == 0x2010, r == 0x2011:
		return '-'
	}
	return r
}

var ligatures = strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "st", "\ufb06", "st")

func expandLigatures(text string) string { return ligatures.Replace(text) }

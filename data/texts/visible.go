package texts

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible puts a text on one line of a terminal: what would move the cursor,
// hide or reorder what stands beside it (of the name of a file, of an argument)
// is written out, as \u202e. Unlike fold.Clean it hides nothing: who has such a
// name sees why it is not found.
func Visible(text string) string {
	if strings.IndexFunc(text, invisible) < 0 && utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case r == '\n':
			b.WriteString(`\n`)
		case invisible(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

// invisible reports whether a sign is none that is read.
func invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp)
}

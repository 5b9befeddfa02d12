package fold

import "strings"

// afterN is a byte behind those of all letters: what starts with ñ comes after all
// that starts with n.
const afterN = 0xff

// mostDigits is how many digits a number may have and still be ordered by its value.
const mostDigits = 9

// Order returns a key: names stand in the order of their keys' bytes as people look
// them up in Spanish, ñ after n, accents and case aside unless nothing else differs,
// PUESTO 2 before PUESTO 10. Equal keys are of names that differ in case alone. The
// tables with which golang.org/x/text/collate does the same for all languages would
// be a twentieth of the program.
func Order(s string) string {
	var b strings.Builder
	b.Grow(2*len(s) + 2)
	text := compose(s)
	number := "" // what is left of one that was begun
	for i, r := range text {
		switch f := foldRune(r); {
		case r == 'ñ' || r == 'Ñ':
			b.WriteString("n")
			b.WriteByte(afterN)
		case '0' <= r && r <= '9':
			if number == "" {
				number = digitsAt(text[i:])
				digits := strings.TrimLeft(number, "0")
				b.WriteByte('0' + byte(min(len(digits), mostDigits)))
				b.WriteString(digits)
			}
			number = number[1:]
		case f != 0:
			b.WriteRune(f)
		}
	}
	b.WriteByte(0)
	b.WriteString(strings.ToLower(text))
	return b.String()
}

// digitsAt returns the digits that a text starts with.
func digitsAt(s string) string { return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))] }

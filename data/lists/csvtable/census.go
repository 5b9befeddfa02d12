package csvtable

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// census counts what tells the encoding of a text.
type census struct {
	valid, invalid int // sequences of UTF-8 of more than one byte, and bytes that are none
	twice          int // of the valid ones, those that are one letter encoded twice
	line, firstBad int // lines so far, and the line of the first invalid byte
	zeros, size    int
	before         rune             // the last rune of more than one byte, where it stands just before
	bytes          [128][places]int // invalid bytes from 128 on, by where they stand
}

// Where a byte stands among the letters of ASCII beside it.
const (
	alone  = iota // beside none
	lower         // after a lower-case letter, or before one at the beginning of a word
	upper         // the same among upper-case letters
	inside        // between two letters
	places
)

// MixedError says that a file is in no one encoding: parts of it are UTF-8, and
// others are not.
type MixedError struct {
	UTF8, Others int    // letters in UTF-8 and in the other encoding
	Other        string // that the rest seems to have
	Line         int    // of the first letter that is not UTF-8, from 1
}

func (e *MixedError) Error() string {
	return fmt.Sprintf("csvtable: %d letters in UTF-8 and %d in %s, the first in line %d", e.UTF8, e.Others, e.Other, e.Line)
}

// count takes a chunk; it returns the sequence that the end of the chunk cut,
// unless last.
func (c *census) count(chunk []byte, last bool) (rest []byte) {
	for i := 0; i < len(chunk); {
		if b := chunk[i]; b < utf8.RuneSelf {
			if b == '\n' {
				c.line++
			}
			c.before = 0
			i++
			continue
		}
		if !last && !utf8.FullRune(chunk[i:]) {
			return chunk[i:]
		}
		r, size := utf8.DecodeRune(chunk[i:])
		if r == utf8.RuneError && size == 1 {
			c.bad(chunk, i)
		} else {
			c.valid++
			if _, again := once(c.before, r); again || c.before == 'Ã' && r == utf8.RuneError {
				c.twice++
			}
			c.before = r
		}
		i += size
	}
	return nil
}

// bad counts the byte at i, which is no UTF-8.
func (c *census) bad(chunk []byte, i int) {
	if c.invalid == 0 {
		c.firstBad = c.line + 1
	}
	c.invalid++
	c.before = 0
	var left, right byte
	if i > 0 {
		left = chunk[i-1]
	}
	if i+1 < len(chunk) {
		right = chunk[i+1]
	}
	at := &c.bytes[chunk[i]-utf8.RuneSelf]
	switch {
	case isUpper(left), !isLower(left) && isUpper(right):
		at[upper]++
	case isLower(left), isLower(right):
		at[lower]++
	default:
		at[alone]++
	}
	if (isUpper(left) || isLower(left)) && (isUpper(right) || isLower(right)) {
		at[inside]++
	}
}

func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }
func isLower(b byte) bool { return 'a' <= b && b <= 'z' }

// encoding reports what the counts speak for.
func (c *census) encoding() (string, error) {
	switch {
	case c.twice > 0 && c.invalid == 0:
		return doubled, nil
	case c.invalid == 0:
		return UTF8, nil
	case c.valid >= 10*c.invalid:
		return mixed, nil
	}
	single := c.single()
	// Two letters of a single-byte encoding make UTF-8 by chance now and then.
	if c.valid > 2 && 10*c.valid > c.invalid {
		return "", &MixedError{UTF8: c.valid, Others: c.invalid, Other: single, Line: c.firstBad}
	}
	return single, nil
}

// single returns the single-byte encoding in which most of the bytes are what
// Spanish text has where they stand; cp1252 where none has more.
func (c *census) single() string {
	best, most := CP1252, -1
	for _, candidate := range []struct {
		name string
		page *charmap.Charmap
	}{{CP1252, charmap.Windows1252}, {CP850, charmap.CodePage850}, {MacRoman, charmap.Macintosh}} {
		fitting := 0
		for b, counts := range c.bytes {
			fitting += fits(candidate.page.DecodeByte(byte(b+utf8.RuneSelf)), counts)
		}
		if fitting > most {
			best, most = candidate.name, fitting
		}
	}
	return best
}

// fits counts in how many of its places a rune is what Spanish text has there: a
// letter of the case of those beside it, or a sign outside of words.
func fits(r rune, counts [places]int) int {
	all := counts[alone] + counts[lower] + counts[upper]
	switch {
	case strings.ContainsRune("áéíóúüñÁÉÍÓÚÜÑ", r) && unicode.IsUpper(r):
		return all
	case strings.ContainsRune("áéíóúüñ", r):
		return counts[alone] + counts[lower]
	case strings.ContainsRune("°ºª¿¡«»–—“”‘’…´•·\u00a0", r):
		return all - counts[inside]
	}
	return 0
}

// once returns the rune that two runes are that were encoded twice: Ã and U+0091
// for Ñ. ok is false for two that are not.
func once(first, second rune) (r rune, ok bool) {
	if first != 'Â' && first != 'Ã' {
		return 0, false
	}
	b, ok := tail(second)
	if !ok {
		return 0, false
	}
	return (first-'Â')<<6 + rune(b), true
}

// tail returns the later byte of a sequence of UTF-8 that was taken for a letter of
// cp1252 or Latin 1.
func tail(r rune) (b byte, ok bool) {
	if r < utf8.RuneSelf {
		return 0, false
	}
	if r < 0x100 {
		b = byte(r)
	} else if b, ok = charmap.Windows1252.EncodeRune(r); !ok {
		return 0, false
	}
	return b, b >= 0x80 && b < 0xc0
}

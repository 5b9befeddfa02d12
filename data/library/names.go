package library

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"brujula/data/filename"
	"brujula/data/fold"
	"brujula/data/texts"
)

// maxName is how many characters a plan or a log may have in its name.
const maxName = 100

// hashedPattern is what the file names end in that do not speak for themselves.
var hashedPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`-[0-9a-f]{8}$`) })

// fileStem returns the name of the file, without extension, for a name of the
// user's. It is safe on every system, also where "A" and "a" are one file: a
// name that is not plain gets part of its hash.
func fileStem(name string) (string, error) {
	if name == "" || utf8.RuneCountInString(name) > maxName || fold.Clean(name) != name || strings.Contains(name, "\n") {
		return "", &Error{Kind: ErrBadName, Text: texts.LibraryBadName(name)}
	}
	stem := plainStem(name)
	if stem == name && !filename.Reserved(stem) && !hashedPattern().MatchString(stem) {
		return stem, nil
	}
	return stem + "-" + hashOf([]byte(name))[:8], nil
}

// plainStem keeps small letters and digits; all else becomes single hyphens.
func plainStem(name string) string {
	const longest = 40
	var b strings.Builder
	for _, r := range fold.Fold(name) {
		switch {
		case b.Len() == longest:
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}

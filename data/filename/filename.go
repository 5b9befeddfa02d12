// Package filename knows what names of files mean on every system, wherever the
// program runs: a plan that is exported on one machine is opened on another.
package filename

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"brujula/data/fold"
)

// forbidden are the characters that Windows takes in no name; the colon would
// even hide what is written in a stream of another file.
const forbidden = `<>:"/\|?*`

// longest is how many characters Safe leaves: with folder and ending the whole
// stays below the 260 that older Windows programs take.
const longest = 80

// Reserved reports whether Windows takes one part of a path for a device, with any
// ending: NUL.txt is the device NUL.
func Reserved(part string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(part), ".")
	stem = strings.TrimRight(stem, " ")
	if slices.Contains([]string{"con", "prn", "aux", "nul", "conin$", "conout$"}, stem) {
		return true
	}
	for _, device := range []string{"com", "lpt"} {
		if number, ok := strings.CutPrefix(stem, device); ok && utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number) {
			return true
		}
	}
	return false
}

// Ordinary reports whether one part of a path means the same file on every system:
// nothing that Windows forbids, reserves, or drops at the end.
func Ordinary(part string) bool {
	return part != "" && utf8.ValidString(part) && strings.TrimRight(part, ". ") == part && !Reserved(part) &&
		!strings.ContainsFunc(part, unfit)
}

func unfit(r rune) bool { return r < ' ' || r == 0x7f || strings.ContainsRune(forbidden, r) }

// OrdinaryPath reports whether a path of Windows leads to ordinary files: with a
// drive (C:\), a share (\\server\share) or neither, parts divided by either
// slash. On other systems nobody need ask.
func OrdinaryPath(path string) bool {
	path = strings.ReplaceAll(path, `\`, "/")
	path = strings.TrimPrefix(path, "//?/") // what the system puts before long paths
	if len(path) >= 2 && path[1] == ':' && isLetter(path[0]) {
		path = path[2:]
	}
	for part := range strings.SplitSeq(path, "/") {
		if part != "" && part != "." && part != ".." && !Ordinary(part) {
			return false
		}
	}
	return true
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// Shown returns the name of the file at path as it is shown and stored: on one line,
// without signs that a terminal obeys or that nobody sees.
func Shown(path string) string {
	if path == "" {
		return ""
	}
	return Clean(filepath.Base(path))
}

// Clean returns a path, or a text with one in it, as Shown shows a name.
func Clean(text string) string { return strings.ReplaceAll(fold.Clean(text), "\n", " ") }

// Safe makes of any text a name, without ending, that every system takes and
// that leads to no other folder.
func Safe(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range strings.ToValidUTF8(text, "-") {
		if n++; n > longest {
			break
		}
		if unfit(r) || r == '.' || r == ' ' {
			r = '-'
		}
		b.WriteRune(r)
	}
	name := strings.Trim(b.String(), "-")
	switch {
	case name == "":
		return "sin-nombre"
	case Reserved(name):
		return "_" + name
	}
	return name
}

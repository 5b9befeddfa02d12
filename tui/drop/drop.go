// Package drop reads the paths that terminals type when files are dropped on
// them or pasted: one or several, quoted in many ways.
package drop

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// File is what a dropped path names.
type File struct {
	Path   string
	Folder bool
}

// Most is how many files are looked for at once. A process has four lists, and
// the real archive of all processes a few dozen; a pasted paragraph has hundreds
// of words, each of which would be looked for in several places on the disk.
const Most = 30

// TooMany reports that a text that is no single path has more names than are
// looked for.
func TooMany(text string) bool { return len(lines(text)) > Most || len(words(text)) > Most }

// Find looks on the disk for what the text names: one path, else one a line,
// else several in a line, parted by blanks; of more than Most names none is
// looked for. Relative ones are taken from each of the folders. missing are the
// names that nothing was found for, as they stand in the text.
func Find(text, home string, folders ...string) (found []File, missing []string) {
	text = strings.TrimSpace(text)
	if f, ok := first(pathsOf(text, home, folders...)); ok {
		return []File{f}, nil
	}
	for _, split := range []func(string) []string{lines, words} {
		parts := split(text)
		if len(parts) < 2 || len(parts) > Most {
			continue
		}
		found, missing = nil, nil
		for _, part := range parts {
			if f, ok := first(pathsOf(part, home, folders...)); !ok {
				missing = append(missing, part)
			} else if !slices.Contains(found, f) {
				found = append(found, f)
			}
		}
		if len(missing) == 0 {
			return found, nil
		}
	}
	if len(found) == 0 {
		return nil, []string{text}
	}
	return found, missing
}

// first returns the first of the paths that exists.
func first(paths []string) (f File, ok bool) {
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			return File{path, info.IsDir()}, true
		}
	}
	return f, false
}

func lines(text string) []string {
	var out []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// words parts a line at the blanks that are neither in quotes nor behind a
// backslash. Quotes and backslashes stay: each part is read as a path alone
// is. On Windows a backslash parts folders.
func words(text string) []string {
	var out []string
	start, quote, escaped := -1, rune(0), false
	for i, r := range text {
		blank := quote == 0 && !escaped && (r == ' ' || r == '\t' || r == '\n' || r == '\r')
		switch {
		case blank && start >= 0:
			out = append(out, text[start:i])
			start = -1
			continue
		case blank:
			continue
		case start < 0:
			start = i
		}
		switch {
		case escaped:
			escaped = false
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case (r == '"' || r == '\'') && (start == i || strings.ContainsAny(text[start:start+1], `"'`)):
			quote = r // an apostrophe inside a bare name is no quote
		case r == '\\':
			escaped = filepath.Separator == '/'
		}
	}
	if start >= 0 {
		out = append(out, text[start:])
	}
	return out
}

// Path returns the one file that a text names, else the text.
func Path(text, home string) string {
	if found, _ := Find(text, home, "."); len(found) == 1 {
		return found[0].Path
	}
	return text
}

// LooksLikePath tells typed or pasted text that names a place from text that
// filters names: it begins as a path does, or holds a separator.
func LooksLikePath(text string) bool {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return false
	case strings.ContainsAny(text[:1], `/~"'`), strings.HasPrefix(text, "file:"):
		return true
	case len(text) >= 2 && text[1] == ':' && letter(text[0]):
		return true
	}
	return strings.ContainsAny(text, `/\`)
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// pathsOf returns the paths that pasted or dragged text may mean, the likeliest
// first. Terminals quote what is dropped on them in their own ways: as it is,
// in quotes, with backslashes before blanks, as a file: address. Relative
// paths are taken from each of the folders.
func pathsOf(text, home string, folders ...string) []string {
	text = strings.TrimSpace(text)
	var out []string
	add := func(path string) {
		if path == "" {
			return
		}
		for _, full := range absolute(path, home, folders) {
			if full = filepath.Clean(full); !slices.Contains(out, full) {
				out = append(out, full)
			}
		}
	}
	if path, ok := fromAddress(text); ok {
		add(path)
		return out
	}
	bare, quoted := unquote(text)
	add(bare)
	if !quoted && filepath.Separator == '/' {
		add(unescape(bare))
	}
	if filepath.Separator == '/' && strings.ContainsAny(text, `"'`) {
		add(unshell(text))
	}
	return out
}

func absolute(path, home string, folders []string) []string {
	if path == "~" || strings.HasPrefix(path, "~/") || strings.HasPrefix(path, `~\`) {
		if home == "" {
			return nil
		}
		return []string{filepath.Join(home, path[1:])}
	}
	if filepath.IsAbs(path) {
		return []string{path}
	}
	var out []string
	for _, folder := range folders {
		if folder != "" {
			out = append(out, filepath.Join(folder, path))
		}
	}
	return out
}

// fromAddress reads a file: address, as browsers and file managers give.
func fromAddress(text string) (path string, ok bool) {
	text, _ = unquote(text)
	address, err := url.Parse(text)
	if err != nil || address.Scheme != "file" {
		return "", false
	}
	path = address.Path
	if len(path) >= 3 && path[0] == '/' && letter(path[1]) && path[2] == ':' {
		path = path[1:] // file:///C:/…
	}
	return filepath.FromSlash(path), path != ""
}

// unquote takes off one pair of quotes around the whole text.
func unquote(text string) (bare string, quoted bool) {
	for _, quote := range []string{`"`, `'`} {
		if len(text) >= 2 && strings.HasPrefix(text, quote) && strings.HasSuffix(text, quote) {
			return text[1 : len(text)-1], true
		}
	}
	return text, false
}

// unescape takes off the backslashes that a shell would.
func unescape(text string) string {
	var b strings.Builder
	escaped := false
	for _, r := range text {
		if r == '\\' && !escaped {
			escaped = true
			continue
		}
		escaped = false
		b.WriteRune(r)
	}
	return b.String()
}

// unshell takes off quotes and backslashes as a shell does, wherever in the
// word they stand: 'it'\”s' is it's.
func unshell(text string) string {
	var b strings.Builder
	quote, escaped := rune(0), false
	for _, r := range text {
		switch {
		case escaped:
			escaped = false
			b.WriteRune(r)
		case r == '\\' && quote != '\'':
			escaped = true
		case r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote = r
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

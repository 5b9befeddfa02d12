package importing

import (
	"net/url"
	"path/filepath"
	"strings"
)

// looksLikePath tells typed or pasted text that names a place from text that
// filters names: it begins as a path does, or holds a separator.
func looksLikePath(text string) bool {
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

// pathsOf gives the paths that pasted or dragged text may mean, the likeliest
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
			if full = filepath.Clean(full); !contains(out, full) {
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
	return out
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
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

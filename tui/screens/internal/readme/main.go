// Command readme puts the pictures of the screens and the list of keys into
// README.md, between its markers: the pictures out of the golden files, the
// keys out of the bindings, so that neither can grow old unseen. Run by
// go generate in tui/screens.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"brujula/tui/keys"
)

const (
	readme  = "../../README.md"
	goldens = "testdata/TestGoldens"
)

// marker opens a generated part: <!-- pantalla explorar/120x40-plain --> up to
// the next <!-- fin -->.
var marker = regexp.MustCompile(`(?s)(<!-- (pantalla|teclas) ?([^ ]*) -->\n).*?(<!-- fin -->)`)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "readme:", err)
		os.Exit(1)
	}
}

func run() error {
	text, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	var failed error
	out := marker.ReplaceAllStringFunc(string(text), func(part string) string {
		m := marker.FindStringSubmatch(part)
		body, err := content(m[2], m[3])
		if err != nil {
			failed = err
			return part
		}
		return m[1] + body + m[4]
	})
	if failed != nil {
		return failed
	}
	return os.WriteFile(readme, []byte(out), 0o644)
}

func content(kind, name string) (string, error) {
	if kind == "teclas" {
		return keys.Markdown(keys.All()) + "\n", nil
	}
	folder := goldens
	if pkg, picture, ok := strings.Cut(name, ":"); ok { // of a page's own package, as importing:browser/80x24-plain
		folder, name = filepath.Join("..", pkg, "testdata", "TestView"), picture
	}
	picture, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)+".golden"))
	if err != nil {
		return "", err
	}
	lines := strings.Split(strings.TrimRight(string(picture), "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return "```text\n" + strings.Join(lines, "\n") + "\n```\n", nil
}

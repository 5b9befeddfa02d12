// Command documents fills the generated parts of the documents: the screens
// out of the golden files, the keys out of the bindings, the figures of the
// model out of its scores, and the pictures of README.md as SVG, so that none
// can grow old unseen. Run by go generate in tui/screens.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"brujula/tui/keys"
)

// root is the folder of the repository, seen from tui/screens.
const root = "../.."

// documents are the files with generated parts.
var documents = []string{"README.md", "cmd/serums/MANUAL.md", "tui/linear/README.md", "planner/availability/README.md"}

// marker opens a generated part: <!-- pantalla explorar/120x40-plain --> up to
// the next <!-- fin -->.
var marker = regexp.MustCompile(`(?s)(<!-- (pantalla|sesion|teclas|cifras|aciertos) ?([^ ]*) -->\n).*?(<!-- fin -->)`)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "documents:", err)
		os.Exit(1)
	}
}

func run() error {
	for _, name := range documents {
		if err := fill(filepath.Join(root, name)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return drawPictures()
}

// fill rewrites the generated parts of one document.
func fill(name string) error {
	text, err := os.ReadFile(name)
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
	return os.WriteFile(name, []byte(out), 0o644)
}

func content(kind, name string) (string, error) {
	switch kind {
	case "teclas":
		return keys.Markdown(keys.All()) + "\n", nil
	case "cifras":
		return figures()
	case "aciertos":
		return hits()
	}
	folder := "testdata/TestGoldens"
	if pkg, picture, ok := strings.Cut(name, ":"); ok { // of a page's own package, as importing:browser/80x24-plain
		folder, name = filepath.Join("..", pkg, "testdata", "TestView"), picture
	}
	if kind == "sesion" { // of the linear mode
		folder = "../linear/testdata/TestSessions"
	}
	screen, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)+".golden"))
	if err != nil {
		return "", err
	}
	lines := strings.Split(strings.TrimRight(string(screen), "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return "```text\n" + strings.Join(lines, "\n") + "\n```\n", nil
}

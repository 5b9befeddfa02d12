package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// repository is the top folder, seen from the tests of this package.
const repository = "../.."

// eachFile calls visit with the path, from the top, and the text of each file
// of the repository that has the extension.
func eachFile(t *testing.T, extension string, visit func(name, text string)) {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(repository, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == ".git" || entry.Name() == "testdata" || entry.Name() == "bin") {
			return filepath.SkipDir
		}
		if entry.IsDir() || filepath.Ext(path) != extension {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(repository, path)
		seen++
		visit(filepath.ToSlash(name), string(text))
		return err
	})
	if err != nil || seen == 0 {
		t.Fatalf("%d files with %s: %v", seen, extension, err)
	}
}

// cited is a document or an issue that a comment names.
var cited = regexp.MustCompile(`//.*?([\w./-]*\w\.md|[Ii]ssue #?\d+)`)

// A stranger can look up whatever a comment points at: documents of the
// repository, by their path from the top or from the file's own folder.
func TestCommentsCiteWhatIsHere(t *testing.T) {
	eachFile(t, ".go", func(name, text string) {
		for i, line := range strings.Split(text, "\n") {
			m := cited.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			_, fromTop := os.Stat(filepath.Join(repository, m[1]))
			_, fromHere := os.Stat(filepath.Join(repository, filepath.Dir(name), m[1]))
			if !strings.HasSuffix(m[1], ".md") || fromTop != nil && fromHere != nil {
				t.Errorf("%s:%d cites %s, which is not in the repository", name, i+1, m[1])
			}
		}
	})
}

// link is the target of a link or picture of a document; anchors and the web
// aside.
var link = regexp.MustCompile(`(?:\]\(|src="|srcset=")([^)"#:]+)[)"#]`)

func TestDocumentsLinkToWhatIsHere(t *testing.T) {
	eachFile(t, ".md", func(name, text string) {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if strings.HasPrefix(m[1], "../../releases") || strings.HasPrefix(m[1], "../../issues") {
				continue // of the page that hosts the repository
			}
			if _, err := os.Stat(filepath.Join(repository, filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", name, m[1])
			}
		}
	})
}

// The first page is one page: what grows goes into the manual.
func TestReadmeStaysOnePage(t *testing.T) {
	text, err := os.ReadFile(repository + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(text), "\n"); lines > 220 {
		t.Errorf("README.md has %d lines, at most 220", lines)
	}
}

// declaration is a line that declares a text; wordInCode a name in the code.
var (
	declaration = regexp.MustCompile(`(?m)^(?:\t|const )([A-Z]\w*) += "`)
	wordInCode  = regexp.MustCompile(`\w+`)
)

func TestEveryTextIsUsed(t *testing.T) {
	used := map[string]int{}
	var declared []string
	eachFile(t, ".go", func(name, source string) {
		if strings.HasSuffix(name, "_test.go") {
			return
		}
		if strings.HasPrefix(name, "data/texts/") {
			for _, found := range declaration.FindAllStringSubmatch(source, -1) {
				declared = append(declared, found[1])
			}
		}
		for line := range strings.Lines(source) {
			if code, _, _ := strings.Cut(strings.TrimSpace(line), "//"); code != "" {
				for _, one := range wordInCode.FindAllString(code, -1) {
					used[one]++
				}
			}
		}
	})
	if len(declared) < 1000 {
		t.Fatalf("only %d texts were found", len(declared))
	}
	for _, name := range declared {
		if used[name] < 2 {
			t.Errorf("nothing shows the text %s", name)
		}
	}
}

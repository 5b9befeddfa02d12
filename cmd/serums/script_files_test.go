package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// fileCommands are what scripts ask of files, the same on every system.
func fileCommands() map[string]func(*testscript.TestScript, bool, []string) {
	return map[string]func(*testscript.TestScript, bool, []string){
		"sinlineas": linesWithout,
		"contiene":  folderHolds,
		"retrato":   portray,
		"recortar":  cutShort,
		"borrar":    removeFiles,
		"cuantos":   countFiles,
		"nombre":    nameFile,
	}
}

// linesWithout prints the lines of a file that do not hold a text: sinlineas TEXT FILE.
func linesWithout(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg)
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		if !strings.Contains(line, args[0]) {
			_, err := fmt.Fprint(ts.Stdout(), line)
			ts.Check(err)
		}
	}
}

// folderHolds fails unless a file of a folder holds a text: contiene TEXT FOLDER.
func folderHolds(ts *testscript.TestScript, neg bool, args []string) {
	held := ""
	ts.Check(filepath.WalkDir(ts.MkAbs(args[1]), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if strings.Contains(string(content), args[0]) {
			held = path
		}
		return err
	}))
	switch {
	case neg && held != "":
		ts.Fatalf("%s holds %q", held, args[0])
	case !neg && held == "":
		ts.Fatalf("no file of %s holds %q", args[1], args[0])
	}
}

// portray writes which files a folder has, how large and how old: retrato FOLDER FILE.
func portray(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg)
	var b strings.Builder
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil {
			fmt.Fprintln(&b, path, info.Mode(), info.Size(), info.ModTime().UnixNano())
		}
		return err
	}))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o600))
}

// cutShort takes the last three bytes off the files of a pattern, of those with a text
// in them where one is given; damaged ones that were set aside stay: recortar GLOB [TEXT].
func cutShort(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg)
	for _, path := range matches(ts, args[0]) {
		content, err := os.ReadFile(path)
		ts.Check(err)
		if strings.Contains(path, ".danado.") || len(args) > 1 && !strings.Contains(string(content), args[1]) {
			continue
		}
		ts.Check(os.Truncate(path, int64(len(content)-3)))
	}
}

func removeFiles(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg)
	for _, path := range matches(ts, args[0]) {
		ts.Check(os.RemoveAll(path))
	}
}

func countFiles(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg)
	_, err := fmt.Fprintln(ts.Stdout(), len(matches(ts, args[0])))
	ts.Check(err)
}

// nameFile puts the first file of a pattern into a variable: nombre GLOB VARIABLE.
func nameFile(ts *testscript.TestScript, neg bool, args []string) {
	positive(ts, neg)
	ts.Setenv(args[1], matches(ts, args[0])[0])
}

func positive(ts *testscript.TestScript, neg bool) {
	if neg {
		ts.Fatalf("this command cannot be negated")
	}
}

// matches lists the files of a pattern, at least one.
func matches(ts *testscript.TestScript, pattern string) []string {
	found, err := filepath.Glob(ts.MkAbs(pattern))
	ts.Check(err)
	if len(found) == 0 {
		ts.Fatalf("no file is called %s", pattern)
	}
	return found
}

// The commands of scripts are of no use where they need a shell: Windows has none.
func TestScriptsNeedNoShell(t *testing.T) {
	scripts, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil || len(scripts) == 0 {
		t.Fatal(scripts, err)
	}
	for _, path := range scripts {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(content)) {
			if _, program, ok := strings.Cut(line, "exec "); ok && strings.Fields(program)[0] != "serums" && strings.HasPrefix(strings.TrimPrefix(line, "! "), "exec ") {
				t.Errorf("%s: %s", path, line)
			}
		}
	}
}

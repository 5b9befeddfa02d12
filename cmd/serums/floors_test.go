package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// floors orders the packages inside planner, from the ground up: an arrow goes down,
// or stays on its floor.
func floors() [][]string {
	return [][]string{
		// What needs nothing but data.
		{"availability", "catalog", "geo", "limits", "merit", "own", "plan", "points", "risk", "rulesheet"},
		// What is asked of several lists at once.
		{"backtest", "conflicts", "past"},
		// The snapshot of all that is loaded, seen from a rank.
		{"workspace"},
		// One question each, out of the snapshot; and what leaves the program.
		{"advice", "browse", "card", "compare", "export", "history", "near", "panorama", "reasons", "report", "side", "suggest", "turn", "yearbook"},
		// What talks to the library.
		{"storage", "imports", "losses", "backups"},
		// One question from beginning to end, and one window of the planner, on all of it.
		{"inquiry", "session"},
	}
}

func TestFloorsOfThePlanner(t *testing.T) {
	const root = "brujula/planner/"
	floor := map[string]int{}
	for i, names := range floors() {
		for _, name := range names {
			floor[name] = i
		}
	}
	for _, p := range packages(t) {
		own, ok := strings.CutPrefix(p.ImportPath, root)
		if !ok {
			continue
		}
		name, _, _ := strings.Cut(own, "/")
		if _, known := floor[name]; !known {
			t.Errorf("planner/%s stands on no floor: put it on one", name)
			continue
		}
		for _, to := range p.Imports {
			below, ok := strings.CutPrefix(to, root)
			if !ok {
				continue
			}
			if below, _, _ = strings.Cut(below, "/"); floor[below] > floor[name] {
				t.Errorf("planner/%s imports planner/%s, which stands above it", name, below)
			}
		}
		if name == "workspace" && slices.Contains(p.Imports, "brujula/data/library") {
			t.Error("the workspace knows the library")
		}
	}
}

// asksItself finds a face that asks points or notes of risk of a plaza by itself.
var asksItself = regexp.MustCompile(`\.Points\.Award\(|\.Risks\.(?:Mark|Notes)\(|[sS]pace\.Mark\(`)

// What is shown of a plaza is worked out once, as workspace.Facts: nine places did it by
// themselves once, and did not say the same.
func TestFacesTakeFacts(t *testing.T) {
	seen := 0
	for _, root := range []string{"../../tui", "."} {
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			content, err := os.ReadFile(path)
			seen++
			for at, line := range strings.Split(string(content), "\n") {
				if asksItself.MatchString(line) {
					t.Errorf("%s:%d asks by itself: %s", path, at+1, strings.TrimSpace(line))
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 100 {
		t.Errorf("only %d files were looked at", seen)
	}
}

// The linear mode has no screen: what it reads out it takes from the planner, not from
// a package that draws.
func TestLinearModeImportsNoScreen(t *testing.T) {
	kit := []string{"brujula/tui/drop", "brujula/tui/layout", "brujula/tui/theme"}
	for _, p := range packages(t) {
		if p.ImportPath != "brujula/tui/linear" {
			continue
		}
		for _, to := range p.Imports {
			if strings.HasPrefix(to, "brujula/tui/") && !slices.Contains(kit, to) {
				t.Errorf("tui/linear imports %s", to)
			}
		}
	}
}

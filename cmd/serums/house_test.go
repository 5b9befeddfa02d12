package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layer orders the top folders: a package may import its own layer and those
// below it, never one above (.github/CONTRIBUTING.md).
func layer(importPath string) int {
	for i, top := range []string{"brujula/data", "brujula/planner", "brujula/tui", "brujula/cmd"} {
		if importPath == top || strings.HasPrefix(importPath, top+"/") {
			return i
		}
	}
	return -1
}

const layerTUI = 2

type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
	Deps                               []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no Go here to list the packages with")
	}
	cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports,TestImports,XTestImports,Deps", "brujula/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []listed
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestArrowsGoOneWay(t *testing.T) {
	all := packages(t)
	if len(all) < 10 {
		t.Fatalf("only %d packages were listed", len(all))
	}
	for _, p := range all {
		own := layer(p.ImportPath)
		if own < 0 {
			t.Errorf("%s stands in none of the four layers", p.ImportPath)
		}
		for _, imports := range [][]string{p.Imports, p.TestImports, p.XTestImports} {
			for _, other := range imports {
				if strings.HasPrefix(other, "brujula/") && layer(other) > own {
					t.Errorf("%s imports %s, which is above it", p.ImportPath, other)
				}
			}
		}
	}
}

func TestCharmStaysInTheScreens(t *testing.T) {
	for _, p := range packages(t) {
		if layer(p.ImportPath) >= layerTUI {
			continue
		}
		for _, dep := range slices.Concat(p.Deps, p.TestImports, p.XTestImports) {
			if strings.HasPrefix(dep, "github.com/charmbracelet/") || strings.HasPrefix(dep, "github.com/muesli/") {
				t.Errorf("%s depends on %s", p.ImportPath, dep)
			}
		}
	}
}

// planner and data are told the time and their folders; they ask nobody.
func TestPlannerAndDataReadNoEnvironment(t *testing.T) {
	for _, p := range packages(t) {
		if layer(p.ImportPath) >= layerTUI {
			continue
		}
		for _, imported := range p.Imports {
			if imported == "flag" || imported == "os/user" || strings.HasPrefix(imported, "github.com/spf13/") || strings.HasPrefix(imported, "github.com/adrg/xdg") {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
	}
}

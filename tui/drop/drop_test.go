package drop

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPathsThatTerminalsGive(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths with /")
	}
	cases := []struct {
		text string
		want []string
	}{
		{"/a/b.csv", []string{"/a/b.csv"}},
		{"  /a/b.csv\n", []string{"/a/b.csv"}},
		{"'/a/lista de plazas.csv'", []string{"/a/lista de plazas.csv"}},
		{`"/a/lista de plazas.csv" `, []string{"/a/lista de plazas.csv"}},
		{`/a/lista\ de\ plazas\ \(1\).csv`, []string{`/a/lista\ de\ plazas\ \(1\).csv`, "/a/lista de plazas (1).csv"}},
		{"file:///a/lista%20de%20plazas.csv", []string{"/a/lista de plazas.csv"}},
		{"'file:///a/%C3%B1.csv'", []string{"/a/ñ.csv"}},
		{"~/b.csv", []string{"/casa/b.csv"}},
		{"~", []string{"/casa"}},
		{"../b.csv", []string{"/b.csv", "/otra/b.csv"}},
		{"b.csv", []string{"/uno/b.csv", "/otra/dos/b.csv"}},
		{"", nil},
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.want, pathsOf(c.text, "/casa", "/uno", "/otra/dos")); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
	if got := pathsOf("~/b.csv", "", "/uno"); got != nil {
		t.Errorf("without a home folder: %v", got)
	}
}

func TestLooksLikePath(t *testing.T) {
	for text, want := range map[string]bool{
		"oferta": false, "oferta 2026": false, "": false, " ": false, "/x": true, "~": true, "'x y'": true, `C:\x`: true,
		"file:///x": true, "./x": true, "a/b": true, "2026-i.csv": false, "ñ": false,
	} {
		if got := LooksLikePath(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Several files that are dropped together come in one paste, each as the
// terminal quotes it.
func TestFindSeveral(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths with /")
	}
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	for _, name := range []string{"uno.csv", "dos tres.csv", "ñandú's.csv", "cuatro cinco.pdf"} {
		if err := os.WriteFile(at(name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	one, two, odd, four := File{Path: at("uno.csv")}, File{Path: at("dos tres.csv")}, File{Path: at("ñandú's.csv")}, File{Path: at("cuatro cinco.pdf")}
	cases := []struct {
		name, text string
		want       []File
		missing    []string
	}{
		{"alone", at("dos tres.csv"), []File{two}, nil},
		{"folder", folder, []File{{folder, true}}, nil},
		{"blank", at("uno.csv") + " '" + at("dos tres.csv") + "'", []File{one, two}, nil},
		{"double quotes", `"` + at("uno.csv") + `" "` + at("dos tres.csv") + `"`, []File{one, two}, nil},
		{"backslashes", at("uno.csv") + " " + strings.ReplaceAll(at("dos tres.csv"), " ", `\ `) + " " + strings.ReplaceAll(at("ñandú's.csv"), "'", `\'`), []File{one, two, odd}, nil},
		{"shell quotes", "'" + at("dos tres.csv") + "' '" + strings.ReplaceAll(at("ñandú's.csv"), "'", `'\''`) + "'", []File{two, odd}, nil},
		{"lines", at("dos tres.csv") + "\n" + at("cuatro cinco.pdf") + "\n", []File{two, four}, nil},
		{"carriage returns", at("dos tres.csv") + "\r" + at("uno.csv") + "\r\n", []File{two, one}, nil},
		{"addresses", "file://" + at("uno.csv") + "\r\nfile://" + strings.ReplaceAll(at("dos tres.csv"), " ", "%20"), []File{one, two}, nil},
		{"twice", at("uno.csv") + " " + at("uno.csv"), []File{one}, nil},
		{"relative", "uno.csv 'dos tres.csv'", []File{one, two}, nil},
		{"one is missing", at("uno.csv") + " " + at("no.csv"), []File{one}, []string{at("no.csv")}},
		{"none", at("no.csv") + " " + at("nada.csv"), nil, []string{at("no.csv") + " " + at("nada.csv")}},
		{"nothing", " ", nil, []string{""}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			found, missing := Find(c.text, "/casa", folder)
			if diff := cmp.Diff(c.want, found); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.missing, missing); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What names more than are looked for is not looked for at all, though its first
// names are files; a single path of very many words is.
func TestFindIsBounded(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, strings.Repeat("a ", 2*Most)+"b.csv")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if found, missing := Find(path, ""); len(found) != 1 || missing != nil {
		t.Errorf("%v %v", found, missing)
	}
	short := filepath.Join(folder, "b.csv")
	if err := os.WriteFile(short, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for separator, text := range map[string]string{"blank": " ", "line": "\n"} {
		many := strings.TrimSpace(strings.Repeat(short+text, Most))
		if found, _ := Find(many, ""); len(found) != 1 || TooMany(many) {
			t.Errorf("%s: %v of %d names", separator, found, Most)
		}
		many += text + "x"
		if found, missing := Find(many, ""); len(found) != 0 || len(missing) != 1 || !TooMany(many) {
			t.Errorf("%s: %v of one name more", separator, found)
		}
	}
}

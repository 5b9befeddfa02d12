package texts

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/zlib"
	"context"
	"encoding/base64"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// english are words that the errors of the system and of the libraries are made
// of.
var english = regexp.MustCompile(`(?i)\b(the|file|directory|no such|not|is|invalid|unexpected|syntax|error on|parsing|cannot|permission|denied|deadline|exceeded|range|value|out of|found|character|EOF|exists|operation|device|argument|closed|unmarshal|into|looking|too|many)\b`)

// Every kind of error that a reader, the disk or a parser gives is told in
// Spanish, alone and within one of ours.
func TestErrorsAreSpanish(t *testing.T) {
	dir := t.TempDir()
	plain := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(plain, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	last := func(_ any, err error) error { return err }
	var number struct{ N int }
	soon, cancel := context.WithTimeout(t.Context(), 0)
	defer cancel()
	<-soon.Done()
	utf8 := encoding.UTF8Validator
	closed, err := os.Open(plain)
	if err != nil {
		t.Fatal(err)
	}
	_ = closed.Close()
	for name, err := range map[string]error{
		"no file":        last(os.Open(filepath.Join(dir, "no"))),
		"under a file":   last(os.Open(filepath.Join(plain, "x"))),
		"a folder":       os.WriteFile(dir, nil, 0o600),
		"long name":      last(os.Open(filepath.Join(dir, strings.Repeat("a", 300)))),
		"is there":       os.Mkdir(dir, 0o700),
		"zero byte":      last(os.Open("a\x00b")),
		"renamed":        os.Rename(filepath.Join(dir, "no"), plain),
		"closed":         last(closed.Read(make([]byte, 1))),
		"full folder":    os.Remove(dir),
		"number":         last(strconv.Atoi("x")),
		"large number":   last(strconv.Atoi("99999999999999999999")),
		"JSON":           json.Unmarshal([]byte("{x"), &number),
		"half a JSON":    json.Unmarshal([]byte("{"), &number),
		"another type":   json.Unmarshal([]byte(`{"N":"x"}`), &number),
		"JSON of a file": json.NewDecoder(strings.NewReader(`{"N":`)).Decode(&number),
		"XML":            xml.Unmarshal([]byte("<a><b></a>"), &number),
		"CSV":            last(csv.NewReader(strings.NewReader("a,\"b\nc\"d,e")).ReadAll()),
		"CSV columns":    last(csv.NewReader(strings.NewReader("a,b\nc")).ReadAll()),
		"ZIP":            last(zip.NewReader(bytes.NewReader([]byte("PK")), 2)),
		"time":           soon.Err(),
		"date":           last(time.Parse(time.DateOnly, "x")),
		"UTF-8":          last(io.ReadAll(transform.NewReader(strings.NewReader("\xff\xfe"), utf8))),
		"half a letter":  last(io.ReadAll(transform.NewReader(strings.NewReader("\xc3"), halfLetter{}))),
		"UTF-16":         last(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().String("abcd")),
		"zlib":           last(zlib.NewReader(strings.NewReader("no zlib here"))),
		"hash":           last(hex.DecodeString("xy")),
		"half a hash":    last(hex.DecodeString("a")),
		"base64":         last(base64.StdEncoding.DecodeString("?")),
		"long line":      bufio.ErrTooLong,
		"no program":     last(exec.LookPath("no-such-program-here")),
		"a program":      exec.CommandContext(t.Context(), "/bin/sh", "-c", "exit 3").Run(),
		"workbook":       last(excelize.OpenReader(strings.NewReader("PK"))),
		"unknown":        errors.New("excelize: something that nobody has seen"),
		"deep":           fmt.Errorf("prior: %w", fmt.Errorf("fit: %w", errors.New("availability: the search did not converge"))),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		for _, said := range []string{
			Spanish(err), Spanish(fmt.Errorf("library: %w", err)), Spanish(fmt.Errorf("no se pudo: %w", err)), Spanish(errors.Join(err, err)), CannotRead("a.csv", err), LibraryReadFailed("a", err), LibraryWriteFailed("a", err),
			OutputIncomplete(err), PlannerStopped(fmt.Errorf("could not open a new TTY: %w", err)),
		} {
			if word := english.FindString(strings.ReplaceAll(said, "no se", "")); word != "" {
				t.Errorf("%s: %q in %q (%v)", name, word, said, err)
			}
		}
	}
	if own := errors.New("ya en español"); Spanish(own) != own.Error() {
		t.Error(Spanish(own))
	}
	if got := Spanish(errors.Join(errors.New("uno"), errors.New("dos"))); got != "uno; dos" {
		t.Error(got)
	}
}

// halfLetter wants more than the text has, as a reader of an encoding does at
// the end of a file that was cut off.
type halfLetter struct{ transform.NopResetter }

func (halfLetter) Transform(_, _ []byte, _ bool) (written, read int, err error) {
	return 0, 0, transform.ErrShortSrc
}

// sentinel is an error of a package as its source declares it.
var sentinel = regexp.MustCompile(`errors\.New\("([a-z]+: [^"]*)"\)`)

// Every error that a package of this program declares for its callers is
// English, for those who read the code; where one reaches a user all the same,
// no word of it does.
func TestDeclaredErrorsReachNobody(t *testing.T) {
	found := 0
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, match := range sentinel.FindAllStringSubmatch(string(source), -1) {
			found++
			for _, err := range []error{errors.New(match[1]), fmt.Errorf("no se pudo: %w", errors.New(match[1]))} {
				if said := Spanish(err); strings.Contains(said, match[1]) {
					t.Errorf("%s: %q is told as %q", path, match[1], said)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 30 {
		t.Errorf("only %d declared errors were found", found)
	}
}

// TestFlagErrorOfANumber: what is no whole number is told as that, not as one
// of a few words that a flag knows.
func TestFlagErrorOfANumber(t *testing.T) {
	for value, want := range map[string]string{
		"1.5":                  "«1.5» no es un número entero que --puesto admita; «serums listar --ayuda» muestra las opciones",
		"99999999999999999999": "«99999999999999999999» no es un número entero que --puesto admita; «serums listar --ayuda» muestra las opciones",
	} {
		_, wrong := strconv.ParseInt(value, 0, 64)
		err := fmt.Errorf("invalid argument %q for %q flag: %w", value, "--puesto", wrong)
		if got := FlagError(err, "serums listar"); got != want {
			t.Errorf("FlagError(%v) = %q, want %q", err, got, want)
		}
	}
}

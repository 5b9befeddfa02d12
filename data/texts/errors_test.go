package texts

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
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
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		for _, said := range []string{
			Spanish(err), Spanish(fmt.Errorf("no se pudo: %w", err)), Spanish(errors.Join(err, err)), CannotRead("a.csv", err), LibraryReadFailed("a", err), LibraryWriteFailed("a", err),
			OutputIncomplete(err),
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

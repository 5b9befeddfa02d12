package texts

import (
	"bufio"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os/exec"
	"regexp"
	"sync"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// plainLibrary are the errors of libraries that are known by identity.
var plainLibrary = []struct {
	err  error
	said string
}{
	{encoding.ErrInvalidUTF8, "hay letras que no están en UTF-8"},
	{unicode.ErrMissingBOM, "falta la marca de UTF-16 al principio"},
	{transform.ErrShortSrc, "el archivo se corta en medio de una letra"},
	{transform.ErrShortDst, "una letra no cupo al pasarla a UTF-8"},
	{transform.ErrEndOfSpan, "hay letras en otra codificación"},
	{zlib.ErrHeader, "lo comprimido está dañado"},
	{zlib.ErrChecksum, "lo comprimido está dañado"},
	{zlib.ErrDictionary, "lo comprimido está dañado"},
	{bufio.ErrTooLong, "un renglón es demasiado largo"},
	{bufio.ErrBufferFull, "un renglón es demasiado largo"},
	{hex.ErrLength, "una huella está mal escrita"},
	{exec.ErrNotFound, "ese programa no está instalado"},
	{exec.ErrDot, "ese programa está en la carpeta actual y no se ejecuta desde allí"},
}

// ofLibrary translates one error of a library by its kind or its identity.
func ofLibrary(err error) (said string, ok bool) {
	switch e := err.(type) { //nolint:errorlint // one part alone
	case *exec.Error:
		return e.Name + ": " + plainError(e.Err), true
	case *exec.ExitError:
		return fmt.Sprintf("el programa llamado terminó con el código %d", e.ExitCode()), true
	case hex.InvalidByteError:
		return "una huella está mal escrita", true
	case base64.CorruptInputError:
		return "un dato está mal escrito", true
	}
	for _, known := range plainLibrary {
		if err == known.err { //nolint:errorlint // one part alone
			return known.said, true
		}
	}
	return "", false
}

// named begins as the errors of Go's packages and of our own do: the name of
// the package, perhaps with its path or a type in it, and a colon.
var named = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^((?:[a-z][a-z0-9]*/)*[a-z][a-z0-9]*)(?:\.[A-Z]\w*)?: (.)`)
})

// packages are the names that such an error begins with: those that this
// program is made of and those that it calls. A sentence of ours may begin with
// a word and a colon too, so not every word counts.
var packages = setOf(
	// this program
	"archive", "availability", "backtest", "backups", "cells", "csvtable", "evaluate", "export", "fit", "imports", "lexer", "library", "linear", "lists", "merit",
	"own", "pdf", "planner", "prior", "ranges", "scores", "store", "stored", "storetest", "turn", "workspace", "xlsxtable", "yearbook",
	// Go and the modules
	"archive/tar", "archive/zip", "asn1", "bubbletea", "bufio", "bytes", "charmap", "collate", "context", "csv", "encoding", "encoding/csv",
	"encoding/hex", "excelize", "exec", "flate", "flock", "gob", "gzip", "hex", "io", "json", "language", "lipgloss", "net/url", "os", "pflag", "reflect",
	"runtime", "sheet", "strconv", "strings", "tar", "template", "time", "toml", "transform", "unicode", "url", "xml", "zip", "zlib",
)

// ownPlan are the two errors of package plan, whose name is a Spanish word too.
var ownPlan = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^plan: (not a plan|format of a newer version)`) })

func setOf(names ...string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

// untranslated reports an error of a package, which wraps no other and has no
// translation, where it comes from: nobody should have to read it in English.
func untranslated(err error) (said string, ok bool) {
	switch err.(type) { //nolint:errorlint // one part alone
	case interface{ Unwrap() error }, interface{ Unwrap() []error }:
		return "", false
	}
	text := err.Error()
	match := named().FindStringSubmatch(text)
	switch {
	case ownPlan().MatchString(text):
		return unexpected("plan"), true
	case match != nil && packages[match[1]]:
		return unexpected(match[1]), true
	}
	return "", false
}

func unexpected(where string) string {
	return fmt.Sprintf("falló una parte del programa (%s)", where)
}

// withoutPackages takes away the names of packages that wrapped errors begin
// with.
func withoutPackages(text string) string {
	for {
		match := named().FindStringSubmatchIndex(text)
		if match == nil || !packages[text[match[2]:match[3]]] {
			return text
		}
		text = text[match[4]:]
	}
}

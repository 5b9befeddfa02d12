// Package own recognises the files that the program itself wrote: plans in every
// format, backups, exports, and what lies in the library's folder. They are the
// user's work, and never a list to be imported. It goes by content, so that a
// file is known by another name and after a spreadsheet has saved it again.
package own

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

	"brujula/data/archive"
	"brujula/data/cells"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/plan"
)

// Kind is what the program wrote.
type Kind string

// The kinds. Plan can be loaded again; Page is a plan for people, which cannot.
const (
	Plan    Kind = texts.OwnPlan
	Page    Kind = texts.OwnPage
	Backup  Kind = texts.OwnBackup
	Listing Kind = texts.OwnListing // plazas with their chances, of listar
	Acts    Kind = texts.OwnActs    // the log of an act, exported or not
	Stored  Kind = texts.OwnStored  // a file of the library
)

// Error says that a file which was to be read as a list is the user's own. Its text
// tells what the file is and what to do with it.
type Error struct {
	Path string
	Kind Kind
}

func (e *Error) Error() string { return texts.OwnFile(plan.OneLine(e.Path), string(e.Kind)) }

// MaxFile bounds what is read of a file that is not a list: a plan is far smaller.
const MaxFile = 8 << 20

// lookRows is how many rows are looked at for the heading of a table.
const lookRows = 400

// Look reports whether the program wrote a file. What cannot be read it does not
// know: the reader of lists says what is wrong with it. It fails with the error of
// the context alone.
func Look(ctx context.Context, path string) (kind Kind, ok bool, err error) {
	kind, ok, table := ofContent(path)
	if ok || !table {
		return kind, ok, nil
	}
	return ofRows(ctx, path)
}

// Watch is Look for a file whose rows the caller reads: row is to be called with
// each of them. Both fail with an *Error.
func Watch(path string) (row func(cells.Row) error, err error) {
	if kind, ok, _ := ofContent(path); ok {
		return nil, &Error{Path: path, Kind: kind}
	}
	seen := 0
	return func(row cells.Row) error {
		if seen++; seen > lookRows {
			return nil
		}
		if kind, ok := ofHeading(row.Cells); ok {
			return &Error{Path: path, Kind: kind}
		}
		return nil
	}, nil
}

// ofContent reports what a file is by what it holds beside the rows of a table; table
// is false where it is no table either.
func ofContent(path string) (kind Kind, ok, table bool) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return "", false, false
	}
	prefix, err := head(path)
	switch {
	case err != nil:
		return "", false, false
	case bytes.HasPrefix(prefix, []byte("PK")) && isBackup(path):
		return Backup, true, false
	case bytes.Contains(prefix, []byte("%PDF-")):
		return "", false, false // the program writes none
	}
	if !bytes.HasPrefix(prefix, []byte("PK")) && info.Size() <= MaxFile {
		content, err := os.ReadFile(path)
		if err != nil {
			return "", false, false
		}
		kind, ok = ofText(content)
	}
	return kind, ok, true
}

func head(path string) (prefix []byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return io.ReadAll(io.LimitReader(f, 1024))
}

func isBackup(path string) bool {
	z, err := zip.OpenReader(path)
	if err != nil {
		return false
	}
	found := false
	for _, f := range z.File {
		found = found || f.Name == archive.ManifestName
	}
	return z.Close() == nil && found
}

// ofText reports what a text or JSON is.
func ofText(content []byte) (Kind, bool) {
	text := bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\ufeff")), " \t\r\n")
	if bytes.HasPrefix(text, []byte("{")) || bytes.HasPrefix(text, []byte("[")) {
		return ofJSON(text)
	}
	if bytes.ContainsRune(text[:min(len(text), 64)], 0) { // UTF-16, of which the marks are Latin letters
		text = bytes.ReplaceAll(text, []byte{0}, nil)
	}
	start := string(text[:min(len(text), 1024)])
	if strings.HasPrefix(start, texts.CardTurnTitle+" · ") || strings.HasPrefix(start, "# "+texts.PlanTitle("")) ||
		strings.Contains(start, "<title>"+texts.PlanTitle("")) || bytes.Contains(text, []byte(texts.ExportReadBackMark)) {
		return Page, true
	}
	return "", false
}

// ofJSON reports what a JSON is, or a log, which is one a line.
func ofJSON(text []byte) (Kind, bool) {
	var first json.RawMessage
	if json.NewDecoder(bytes.NewReader(text)).Decode(&first) != nil {
		return "", false
	}
	var rows []map[string]json.RawMessage
	if json.Unmarshal(first, &rows) == nil {
		if len(rows) > 0 && has(rows[0], "acto", "deshecho", "detalle") {
			return Acts, true
		}
		return "", false
	}
	var keys map[string]json.RawMessage
	if json.Unmarshal(first, &keys) != nil {
		return "", false
	}
	var envelope string
	_ = json.Unmarshal(keys["serums"], &envelope)
	switch {
	case has(keys, "n", "crc", "acto"):
		return Acts, true
	case has(keys, "formato", "lineas"), envelope == "plan":
		return Plan, true
	case envelope != "":
		return Stored, true
	case has(keys, "plazas", "linea"):
		return Listing, true
	}
	return "", false
}

func has(keys map[string]json.RawMessage, names ...string) bool {
	for _, name := range names {
		if _, ok := keys[name]; !ok {
			return false
		}
	}
	return true
}

// errSeen ends a look at the first rows.
var errSeen = errors.New("own: enough rows seen")

// ofRows reports what a table is by its heading.
func ofRows(ctx context.Context, path string) (kind Kind, ok bool, err error) {
	seen := 0
	_, _, _ = lists.EachRow(ctx, path, lists.Options{}, func(row cells.Row) error { // what cannot be read is told by its reader
		seen++
		if kind, ok = ofHeading(row.Cells); ok || seen >= lookRows {
			return errSeen
		}
		return nil
	})
	return kind, ok, ctx.Err()
}

package lists

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/filename"
	"brujula/data/lists/csvtable"
	"brujula/data/lists/xlsxtable"
	"brujula/data/texts"
)

// source is one file on its way to become drafts.
type source struct {
	path   string
	base   string
	size   int64
	prefix []byte
	format *format
	hashed chan hashResult // nil until hashing began
}

type hashResult struct {
	sum string
	err error
}

// startHash hashes the file on the side while it is read.
func (s *source) startHash() {
	s.hashed = make(chan hashResult, 1)
	go func() {
		sum, err := s.hash()
		s.hashed <- hashResult{sum, err}
	}()
}

// sum waits for the hash. It may be called once.
func (s *source) sum() (string, error) {
	result := <-s.hashed
	return result.sum, result.err
}

// inspect looks at the file without reading it: is it a regular file, and what
// format do its first bytes show?
func inspect(path string) (*source, error) {
	s := &source{path: path, base: filename.Shown(path)}
	stat, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, s.failure(err, texts.ListFileMissing, texts.ListFileMissingHint)
	case errors.Is(err, fs.ErrPermission):
		return s, s.failure(err, texts.ListFileForbidden, texts.ListFileForbiddenHint)
	case err != nil:
		return s, s.failure(err, texts.ListFileUnreadable(err), texts.ListFileUnreadableHint)
	case stat.IsDir():
		return s, s.failure(ErrNotRegular, texts.ListIsFolder, texts.ListIsFolderHint)
	case !stat.Mode().IsRegular():
		return s, s.failure(ErrNotRegular, texts.ListIsSpecial, texts.ListIsFolderHint)
	case stat.Size() == 0:
		return s, s.failure(ErrEmpty, texts.ListFileEmpty, texts.ListFileEmptyHint)
	}
	s.size = stat.Size()
	if s.prefix, err = readPrefix(path); err != nil {
		return s, s.fail(err)
	}
	s.format, err = detectFormat(s)
	return s, err
}

// prefixSize covers the names of the first parts of an archive, which tell
// what it holds, and the head of a page of HTML.
const prefixSize = 16 << 10

func readPrefix(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	prefix := make([]byte, prefixSize)
	n, err := io.ReadFull(file, prefix)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return prefix[:n], errors.Join(err, file.Close())
}

// hash returns the SHA-256 of the file's bytes.
func (s *source) hash() (string, error) {
	file, err := os.Open(s.path)
	if err != nil {
		return "", s.fail(err)
	}
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	if err = errors.Join(err, file.Close()); err != nil {
		return "", s.fail(err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// table reads the file, at most that many rows of it where most is not 0.
func (s *source) table(ctx context.Context, o Options, most int) (*table, error) {
	limits := o.limits()
	if s.size > limits.Bytes {
		return nil, s.fail(cells.ErrTooLarge)
	}
	if most == 0 {
		s.startHash()
	}
	c := newCollector(o.Columns)
	c.headingRow = o.HeadingRow
	t, err := s.collect(ctx, o, c, most)
	if err == nil && s.format.name == formatCSV && len(o.Columns) == 0 && o.HeadingRow == 0 && c.inProse() {
		t.heading = nil
	}
	if err == nil && t.heading == nil && o.HeadingRow == 0 {
		t, err = s.unheaded(ctx, o, c, most)
	}
	if err != nil {
		return nil, err
	}
	t.understand(&o)
	return t, nil
}

// unheaded reads a file in which no heading has known words: its row may be told
// by what is remembered of it, else by its shape.
func (s *source) unheaded(ctx context.Context, o Options, first *collector, most int) (*table, error) {
	width := first.commonWidth()
	if width == 0 {
		return first.table, nil
	}
	likely := first.likelyHeading(width)
	if likely > 0 && len(o.Remembered) > 0 {
		c := newCollector(o.Columns)
		c.headingRow = likely
		t, err := s.collect(ctx, o, c, most)
		if err != nil {
			return nil, err
		}
		if t.heading != nil && len(o.Remembered[t.heading.signature()]) > 0 {
			return t, nil
		}
	}
	c := newCollector(o.Columns)
	c.shape = width
	t, err := s.collect(ctx, o, c, most)
	if err == nil {
		t.closest, t.likelyHeading = cmp.Or(first.table.closest, t.closest), likely
	}
	return t, err
}

// collect reads the rows with a collector.
func (s *source) collect(ctx context.Context, o Options, c *collector, most int) (*table, error) {
	t, err := soon(ctx, func() (*table, error) {
		reader, err := s.format.open(o)(ctx, s.path, o.limits(), o.Progress)
		if err != nil {
			return nil, err
		}
		c.watch = o.Watch
		t, err := c.collect(ctx, reader, most)
		return t, errors.Join(err, reader.Close())
	})
	if err != nil {
		return nil, s.fail(err)
	}
	return t, nil
}

func (o *Options) limits() cells.Limits {
	if o.Limits == (cells.Limits{}) {
		return cells.DefaultLimits()
	}
	return o.Limits
}

// failure makes an error for the user.
func (s *source) failure(err error, text, hint string) *Error {
	return &Error{File: s.base, Text: text, Hint: hint, Err: err}
}

// fail turns the error of a reader into one for the user.
func (s *source) fail(err error) error {
	var known *Error
	if errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var watched watchError
	if errors.As(err, &watched) {
		return watched.error
	}
	text, hint := texts.ListFileUnreadable(err), texts.ListFileUnreadableHint
	name := ""
	if s.format != nil {
		name = s.format.name
	}
	var sheet *xlsxtable.NoSheetError
	var encodings *csvtable.MixedError
	switch {
	case errors.Is(err, cells.ErrPastLastRow):
		text, hint = texts.ListPastLastRow(cells.LastRow), texts.ListTooLargeHint
	case errors.Is(err, cells.ErrTooLarge):
		text, hint = texts.ListTooLarge, texts.ListTooLargeHint
	case errors.Is(err, cells.ErrEncrypted):
		text, hint = texts.ListEncrypted, texts.ListEncryptedHint
	case errors.Is(err, cells.ErrNoText):
		text, hint = texts.ListNoText, texts.ListNoTextHint
	case errors.As(err, &sheet) && sheet.Wanted == "":
		text, hint = texts.ListAllHidden, texts.ListAllHiddenHint(sheet.Sheets)
	case errors.As(err, &sheet):
		text, hint = texts.ListNoSheet, texts.ListNoSheetHint(sheet.Sheets)
	case errors.As(err, &encodings):
		text, hint = texts.ListMixedEncodings(encodings.UTF8, encodings.Others, encodings.Other, encodings.Line), texts.ListMixedEncodingsHint
	case errors.Is(err, csvtable.ErrEncoding):
		text, hint = texts.ListUnknownEncoding, texts.ListUnknownEncodingHint
	case errors.Is(err, cells.ErrFormat):
		text, hint = texts.ListDamaged(name), texts.ListDamagedHint
	case errors.Is(err, fs.ErrPermission):
		text, hint = texts.ListFileForbidden, texts.ListFileForbiddenHint
	}
	failed := s.failure(err, text, hint)
	var page *cells.PageError
	if errors.As(err, &page) {
		failed.Page = page.Page
		if errors.Is(err, cells.ErrFormat) {
			failed.Text, failed.Hint = texts.ListPageDamaged(page.Page), texts.ListPageDamagedHint
		}
	}
	var row *rowError
	if errors.As(err, &row) && row.after > 0 {
		failed.Row = row.after + 1
	}
	return failed
}

// expect makes sure that the table is a list of the kind with the columns
// that it cannot do without.
func (s *source) expect(t *table, kind data.Kind, o *Options) error {
	if t.heading == nil {
		return s.noHeading(t)
	}
	if c, unknown := t.unknownChoice(o.Columns); unknown && !o.Loose {
		return s.failure(ErrNoColumn, texts.ListNoColumn(c.Column), texts.ListColumnsHint(t.shown(kind)))
	}
	missing := t.missing(kind, o)
	found := t.verdict.kind
	switch {
	case found == kind, o.As == kind, found == "", t.verdict.doubt && len(missing) == 0:
	default:
		return s.failure(ErrWrongKind, texts.ListWrongKind(string(found), t.verdict.why), texts.ListWrongKindHint(string(found), string(kind)))
	}
	if len(missing) > 0 {
		if found == "" && t.heading.shaped && len(missing) == len(required(kind)) {
			return s.noHeading(t)
		}
		return s.failure(ErrNoHeading, texts.ListMissingRequired(missing), texts.ListColumnsHint(t.shown(kind)))
	}
	if kind == data.KindOffer && !t.heading.seated() && !t.heading.each {
		return s.failure(ErrNoSeats, texts.ListNoSeats, texts.ListNoSeatsHint(t.shown(kind)))
	}
	if len(t.lines) == 0 {
		return s.failure(ErrNoRows, texts.ListNoRows, texts.ListNoRowsHint)
	}
	return nil
}

// noHeading says that the table has no heading of a list: some of its words,
// or, where the file is not what its name says, that.
func (s *source) noHeading(t *table) *Error {
	claimed := s.claimed()
	switch {
	case t.closest != nil:
		return s.failure(ErrNoHeading, texts.ListHalfHeading(t.closest.found()), texts.ListNoHeadingHint(t.likelyHeading))
	case claimed != "" && claimed != s.format.name:
		return s.failure(ErrNoHeading, texts.ListMisnamed(claimed, s.format.name), texts.ListMisnamedHint)
	case t.likelyHeading == 0 && s.format.name == formatCSV:
		return s.failure(ErrNoHeading, texts.ListProse, texts.ListProseHint)
	}
	return s.failure(ErrNoHeading, texts.ListNoHeading, texts.ListNoHeadingHint(t.likelyHeading))
}

// claimed is the format that the name of the file promises, empty where any
// content goes with the name.
func (s *source) claimed() string {
	switch strings.ToLower(filepath.Ext(s.base)) {
	case ".xlsx", ".xlsm", ".xls":
		return formatXLSX
	case ".pdf":
		return formatPDF
	}
	return ""
}

// missing names the fields that a list of the kind cannot do without and that
// no column has.
func (t *table) missing(kind data.Kind, o *Options) []string {
	var missing []string
	told := o.Profession != "" || slices.ContainsFunc(t.sections, func(s *section) bool { return s.profession != "" })
	for _, field := range required(kind) {
		if !t.heading.has(field) && (field != FieldProfession || !told) {
			missing = append(missing, texts.FieldName(string(field)))
		}
	}
	return missing
}

// required are the fields without which no row of the kind means anything.
func required(kind data.Kind) []Field {
	if kind == data.KindOffer {
		return []Field{FieldProfession, FieldRenipress}
	}
	if kind == data.KindAdjudication {
		return []Field{FieldProfession}
	}
	return nil
}

package library

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"

	"brujula/data/lookup"
)

const (
	delimiter = ';'
	// The mark lets spreadsheets know that the file is UTF-8.
	byteOrderMark = "\ufeff"
)

// recordWriter writes a stored list.
type recordWriter struct {
	buf bytes.Buffer
	csv *csv.Writer
}

func newRecordWriter(head []string) (*recordWriter, error) {
	w := &recordWriter{}
	w.buf.WriteString(byteOrderMark)
	w.csv = csv.NewWriter(&w.buf)
	w.csv.Comma = delimiter
	return w, w.write(head)
}

// write adds a record of cells that hold no line break.
func (w *recordWriter) write(cells []string) error {
	if len(cells) != 1 || cells[0] != "" {
		return w.csv.Write(cells)
	}
	w.csv.Flush() // a blank line would be no record
	w.buf.WriteString("\"\"\n")
	return w.csv.Error()
}

func (w *recordWriter) bytes() ([]byte, error) {
	w.csv.Flush()
	return w.buf.Bytes(), w.csv.Error()
}

// recordReader reads the records of a stored list. The cells share the memory
// of the list: no cell is copied, which is what makes a start fast. Lines with
// a quotation mark, few in a list, go through encoding/csv.
type recordReader struct {
	rest   string
	line   int // of the record that next gave, from 1
	fields []string
	quoted *quotedReader // made by the first line that needs it

	last   []cell   // of the records before, by column
	texts  []string // see kept
	places lookup.Index[string]
}

// cell is a cell as it stands in the list, and its text.
type cell struct{ raw, text string }

func newReader(text string) *recordReader {
	return &recordReader{rest: strings.TrimPrefix(text, byteOrderMark)}
}

// newRecordReader reads the heading. The second result is false when it is
// not head; a nil head takes any.
func newRecordReader(text string, head []string) (*recordReader, []string, bool) {
	r := newReader(text)
	found, ok := r.next()
	if !ok || len(found) == 0 || head != nil && !slices.Equal(found, head) {
		return nil, nil, false
	}
	return r, slices.Clone(found), true
}

// rows is an upper bound of the records that are left.
func (r *recordReader) rows() int { return strings.Count(r.rest, "\n") + 1 }

// next returns the cells of the next record, nil at the end; ok is false for a
// line that is not CSV. The slice is good until the next call, its texts stay.
func (r *recordReader) next() (cells []string, ok bool) {
	for r.rest != "" {
		var raw string
		raw, r.rest, _ = strings.Cut(r.rest, "\n")
		line := strings.TrimSuffix(raw, "\r")
		r.line++
		if line == "" {
			continue
		}
		if strings.IndexByte(line, '"') >= 0 {
			return r.quotedLine(raw)
		}
		r.fields = splitInto(r.fields[:0], line)
		return r.fields, true
	}
	return nil, true
}

// text returns what a cell of the last record says; see kept.
func (r *recordReader) text(column int) string {
	raw := r.fields[column]
	if column >= len(r.last) {
		r.last = append(r.last, make([]cell, column+1-len(r.last))...)
	}
	c := &r.last[column]
	if c.raw != raw { // neighbours often say the same
		*c = cell{raw, r.kept(unescape(raw))}
	}
	return c.text
}

// kept returns a text in memory of its own, the same for all that are equal: a list
// says few things often, and what is read of it must not hold the whole file.
func (r *recordReader) kept(s string) string {
	if at, ok := r.places.Find(s, r.textAt); ok {
		return r.texts[at]
	}
	r.texts = append(r.texts, strings.Clone(s))
	r.places.Add(len(r.texts)-1, r.textAt)
	return r.texts[len(r.texts)-1]
}

func (r *recordReader) textAt(at int) string { return r.texts[at] }

func splitInto(fields []string, line string) []string {
	for {
		at := strings.IndexByte(line, delimiter)
		if at < 0 {
			return append(fields, line)
		}
		fields = append(fields, line[:at])
		line = line[at+1:]
	}
}

// quotedReader is one csv.Reader for many lines: making one costs more than
// reading a line.
type quotedReader struct {
	line strings.Reader
	csv  *csv.Reader
}

func (r *recordReader) quotedLine(line string) ([]string, bool) {
	if r.quoted == nil {
		r.quoted = &quotedReader{}
		r.quoted.csv = csv.NewReader(&r.quoted.line)
		r.quoted.csv.Comma = delimiter
		r.quoted.csv.FieldsPerRecord = -1
	}
	r.quoted.line.Reset(line)
	cells, err := r.quoted.csv.Read()
	r.fields = cells
	return cells, err == nil
}

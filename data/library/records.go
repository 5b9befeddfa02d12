package library

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
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
// of the text: no cell is copied, which is what makes a start fast. Lines with
// a quotation mark, few in a list, go through encoding/csv.
type recordReader struct {
	text    string
	line    int  // of the record that next gave, from 1
	escaped bool // there is a backslash in that line
	fields  []string
	quoted  *quotedReader // made by the first line that needs it
}

// newRecordReader reads the heading. The second result is false when it is
// not head; a nil head takes any.
func newRecordReader(text string, head []string) (*recordReader, []string, bool) {
	r := &recordReader{text: strings.TrimPrefix(text, byteOrderMark)}
	found, ok := r.next()
	if !ok || len(found) == 0 || head != nil && !slices.Equal(found, head) {
		return nil, nil, false
	}
	return r, slices.Clone(found), true
}

// rows is an upper bound of the records that are left.
func (r *recordReader) rows() int { return strings.Count(r.text, "\n") + 1 }

// next returns the cells of the next record, nil at the end; ok is false for a
// line that is not CSV. The slice is good until the next call, its texts stay.
func (r *recordReader) next() (cells []string, ok bool) {
	for r.text != "" {
		var raw string
		raw, r.text, _ = strings.Cut(r.text, "\n")
		line := strings.TrimSuffix(raw, "\r")
		r.line++
		if line == "" {
			continue
		}
		r.escaped = strings.IndexByte(line, '\\') >= 0
		if strings.IndexByte(line, '"') >= 0 {
			return r.quotedLine(raw)
		}
		r.fields = splitInto(r.fields[:0], line)
		return r.fields, true
	}
	return nil, true
}

// cleanText undoes the escapes of a cell of the last record.
func (r *recordReader) cleanText(cell string) string {
	if r.escaped {
		return unescape(cell)
	}
	return cell
}

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
	return cells, err == nil
}

package csvtable

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"brujula/data/cells"
)

type reader struct {
	ctx       context.Context
	file      *os.File
	counted   *countingReader
	size      int
	in        *bufio.Reader
	delimiter []byte
	limits    cells.Limits
	progress  cells.Progress

	number  int // of the last record read
	filled  int // records that hold any text
	pending *cells.Row
	usual   int // cells of the widest record, to tell a stray quote
	scratch []byte
	ends    []int
	err     error

	encoding string
	guessed  bool // the encoding was detected
}

// Notices implements cells.Noticer: encodings that are seldom met are said, as
// their letters should be looked at.
func (r *reader) Notices() []cells.Notice {
	kind, seldom := map[string]cells.NoticeKind{
		CP850: cells.TextOfDOS, MacRoman: cells.TextOfMac, doubled: cells.TextEncodedTwice,
	}[r.encoding]
	if !seldom || !r.guessed {
		return nil
	}
	return []cells.Notice{{Kind: kind, Count: 1}}
}

// Close implements cells.Reader.
func (r *reader) Close() error { return r.file.Close() }

// Next implements cells.Reader. Blank records at the end of the file are not
// given, those between others are.
func (r *reader) Next() (cells.Row, error) {
	if r.pending != nil {
		return r.next(), nil
	}
	if r.err != nil {
		return cells.Row{}, r.err
	}
	from := r.number + 1
	for {
		row, blank, err := r.record()
		if err != nil {
			r.err = err
			return cells.Row{}, err
		}
		if !blank {
			r.pending = &row
			r.number = from - 1
			return r.next(), nil
		}
	}
}

// next returns the blank records before the pending one, then that one.
func (r *reader) next() cells.Row {
	r.number++
	if r.number < r.pending.Number {
		return cells.Row{Number: r.number}
	}
	row := *r.pending
	r.pending = nil
	return row
}

// record reads one record. All its cells share one string, to allocate little.
func (r *reader) record() (row cells.Row, blank bool, err error) {
	if r.number%256 == 0 {
		if err := r.ctx.Err(); err != nil {
			return row, false, err
		}
		if r.progress != nil {
			r.progress(r.counted.done, r.size)
		}
	}
	if _, err := r.in.Peek(1); err != nil {
		return row, false, err
	}
	if r.number++; r.number > cells.LastRow {
		return row, false, cells.ErrPastLastRow
	}
	r.scratch, r.ends = r.scratch[:0], r.ends[:0]
	for last := false; !last; {
		if last, err = r.field(); err != nil {
			return row, false, err
		}
		if len(r.ends) > r.limits.Columns {
			return row, false, fmt.Errorf("%w: record %d has more than %d cells", cells.ErrTooLarge, r.number, r.limits.Columns)
		}
	}
	if len(bytes.TrimSpace(r.scratch)) == 0 {
		return row, true, nil
	}
	if r.filled++; r.filled > r.limits.Rows {
		return row, false, fmt.Errorf("%w: more than %d rows", cells.ErrTooLarge, r.limits.Rows)
	}
	r.usual = max(r.usual, len(r.ends))
	return cells.Row{Number: r.number, Cells: r.cells()}, false, nil
}

func (r *reader) cells() []string {
	all := string(r.scratch)
	out := make([]string, len(r.ends))
	from := 0
	for i, end := range r.ends {
		out[i] = all[from:end]
		from = end
	}
	return out
}

// field appends one field to the scratch and tells whether it ends the record.
func (r *reader) field() (last bool, err error) {
	if c, err := r.in.Peek(1); err == nil && c[0] == '"' {
		length, err := r.quotedLength()
		if err != nil {
			return false, err
		}
		if length > 0 {
			r.takeQuoted(length)
			return r.endField()
		}
	}
	return r.unquotedCell()
}

// unquotedCell takes everything up to the next delimiter or line end.
func (r *reader) unquotedCell() (last bool, err error) {
	start := len(r.scratch)
	for {
		c, err := r.upToSign()
		if len(r.scratch)-start > r.limits.Cell {
			return false, fmt.Errorf("%w: a cell of record %d is longer than %d bytes", cells.ErrTooLarge, r.number, r.limits.Cell)
		}
		if errors.Is(err, io.EOF) {
			r.ends = append(r.ends, len(r.scratch))
			return true, nil
		}
		if err != nil {
			return false, err
		}
		switch {
		case c == '\n' || c == '\r':
			if c == '\r' {
				r.skip("\n")
			}
			r.ends = append(r.ends, len(r.scratch))
			return true, nil
		case c == r.delimiter[0] && r.skip(string(r.delimiter[1:])):
			r.ends = append(r.ends, len(r.scratch))
			return false, nil
		case c != 0:
			r.scratch = append(r.scratch, c)
		}
	}
}

// upToSign appends what the buffer holds up to a byte that may end a field, and
// gives that byte; 0 where the buffer ends before one.
func (r *reader) upToSign() (sign byte, err error) {
	if _, err := r.in.Peek(1); err != nil {
		return 0, err
	}
	window, _ := r.in.Peek(r.in.Buffered())
	delimiter := r.delimiter[0]
	n := 0
	for n < len(window) && window[n] != delimiter && window[n] != '\n' && window[n] != '\r' {
		n++
	}
	r.scratch = append(r.scratch, window[:n]...)
	if n < len(window) {
		sign = window[n]
		n++
	}
	_, err = r.in.Discard(n)
	return sign, err
}

// skip passes over the text when it comes next.
func (r *reader) skip(text string) bool {
	if text == "" {
		return true
	}
	next, _ := r.in.Peek(len(text))
	if string(next) != text {
		return false
	}
	_, _ = r.in.Discard(len(text))
	return true
}

// takeQuoted appends the inside of a quoted field of the given length, with
// doubled quotes as one and every line end as '\n'.
func (r *reader) takeQuoted(length int) {
	raw, _ := r.in.Peek(length)
	inside := raw[1 : length-1]
	for i := 0; i < len(inside); i++ {
		c := inside[i]
		switch c {
		case '"':
			i++ // its double
		case '\r':
			c = '\n'
			if i+1 < len(inside) && inside[i+1] == '\n' {
				i++
			}
		}
		r.scratch = append(r.scratch, c)
	}
	_, _ = r.in.Discard(length)
}

// endField passes over blanks and the delimiter or line end after a closing
// quote, which quotedLength found there.
func (r *reader) endField() (last bool, err error) {
	r.ends = append(r.ends, len(r.scratch))
	for {
		c, err := r.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF), c == '\n':
			return true, nil
		case err != nil:
			return false, err
		case c == '\r':
			r.skip("\n")
			return true, nil
		case c == r.delimiter[0] && r.skip(string(r.delimiter[1:])):
			return false, nil
		}
	}
}

// quotedLength returns the length, both quotes included, of the quoted field
// that comes next, or 0 when its quote is a stray one: it is never closed
// before a delimiter or line end within the longest cell, or what it would
// enclose looks like whole records.
func (r *reader) quotedLength() (int, error) {
	for size := 512; ; size *= 4 {
		size = min(size, r.limits.Cell+2)
		window, err := r.in.Peek(size + 8)
		atEnd := errors.Is(err, io.EOF)
		if err != nil && !atEnd {
			return 0, err
		}
		length, decided := r.scanQuoted(window, atEnd)
		if decided || atEnd || size == r.limits.Cell+2 {
			return length, nil
		}
	}
}

// scanQuoted looks for the closing quote. decided is false when the window
// ends before one can tell.
func (r *reader) scanQuoted(window []byte, atEnd bool) (length int, decided bool) {
	delimiters, breaks := 0, 0
	crowded := false
	for i := 1; i < len(window); i++ {
		switch c := window[i]; {
		case c == '"' && i+1 < len(window) && window[i+1] == '"':
			i++
		case c == '"':
			closes, known := r.closesAt(window[i+1:], atEnd)
			if !known {
				return 0, false
			}
			crowded = crowded || breaks > 0 && delimiters >= r.crowd()
			if !closes || crowded {
				return 0, true
			}
			return i + 1, true
		case c == r.delimiter[0] && bytes.HasPrefix(window[i:], r.delimiter):
			delimiters++
		case c == '\n':
			crowded = crowded || delimiters >= r.crowd()
			breaks++
			delimiters = 0
		}
	}
	return 0, false
}

// crowd is how many delimiters on one line of a quoted field make it a record
// that a stray quote swallowed.
func (r *reader) crowd() int { return max(2, max(r.usual, len(r.ends)+1)/2) }

// closesAt reports whether the text after a quote shows that it closed a field.
func (r *reader) closesAt(after []byte, atEnd bool) (closes, known bool) {
	rest := bytes.TrimLeft(after, " ")
	switch {
	case len(rest) == 0:
		return atEnd, atEnd
	case strings.ContainsRune("\r\n", rune(rest[0])), bytes.HasPrefix(rest, r.delimiter):
		return true, true
	}
	return false, true
}

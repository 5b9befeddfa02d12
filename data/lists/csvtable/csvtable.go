// Package csvtable reads delimited text files as rows of positioned cells. It
// finds the delimiter and the encoding by itself, allows line breaks inside
// quotes, and does not let one stray quote swallow the rest of the file, which
// is why it does not stand on encoding/csv.
package csvtable

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"brujula/data/cells"
)

// Dialect overrides what would be detected.
type Dialect struct {
	Delimiter rune   // 0: one of ; , tab | is detected
	Encoding  string // empty: detected; else one of the Encoding constants
}

// ErrEncoding says that the dialect names an encoding that is not known.
var ErrEncoding = errors.New("csvtable: unknown encoding")

// Open is of type cells.Open. It fails with cells.ErrTooLarge, with
// cells.ErrFormat for what is no text, with ErrEncoding and with the errors of
// the file system. Row numbers count records, not lines: what a spreadsheet
// shows.
func (d Dialect) Open(ctx context.Context, path string, limits cells.Limits, progress cells.Progress) (cells.Reader, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	r, err := d.open(ctx, file, limits, progress)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return r, nil
}

func (d Dialect) open(ctx context.Context, file *os.File, limits cells.Limits, progress cells.Progress) (*reader, error) {
	stat, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if stat.Size() > limits.Bytes {
		return nil, fmt.Errorf("%w: %d bytes", cells.ErrTooLarge, stat.Size())
	}
	encoding := d.Encoding
	if encoding == "" {
		if encoding, err = detectEncoding(ctx, file); err != nil {
			return nil, err
		}
		if _, err = file.Seek(0, io.SeekStart); err != nil {
			return nil, err
		}
	}
	counted := &countingReader{source: file}
	decoded, err := decode(counted, encoding)
	if err != nil {
		return nil, err
	}
	buffer := bufio.NewReaderSize(decoded, windowSize(limits))
	delimiter := d.Delimiter
	if delimiter == 0 {
		prefix, err := buffer.Peek(sniffSize)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		delimiter = rune(sniffDelimiter(prefix))
	}
	return &reader{
		ctx: ctx, file: file, counted: counted, size: int(stat.Size()),
		in: buffer, delimiter: []byte(string(delimiter)), limits: limits, progress: progress, guessed: d.Encoding == "", encoding: encoding,
	}, nil
}

// windowSize leaves room for the longest quoted cell, which must lie in the
// buffer as a whole to be told from a stray quote.
func windowSize(limits cells.Limits) int { return max(2*limits.Cell, sniffSize) + 16 }

// countingReader tells how far the file was read.
type countingReader struct {
	source io.Reader
	done   int
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.source.Read(p)
	c.done += n
	return n, err
}

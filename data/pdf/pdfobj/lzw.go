package pdfobj

import (
	"errors"
	"io"
)

// lzwReader decodes LZW as PDF and TIFF have it (7.4.4): codes of 9 to 12
// bits, high bit first, widened one code early unless early is 0. The
// standard library's decoder widens late.
type lzwReader struct {
	data  []byte
	early int

	bits   uint32
	have   uint
	table  [4096]lzwEntry
	next   int // first free code
	width  uint
	last   int // the code before, -1 at the start
	output []byte
	done   bool
}

type lzwEntry struct {
	prefix int16
	suffix byte
	first  byte
	length int16
}

const (
	lzwClear = 256
	lzwEnd   = 257
)

var errLZW = errors.New("bad LZW code")

func (r *lzwReader) Read(out []byte) (int, error) {
	if r.width == 0 {
		r.reset()
	}
	for len(r.output) == 0 {
		if r.done {
			return 0, io.EOF
		}
		if err := r.step(); err != nil {
			return 0, err
		}
	}
	n := copy(out, r.output)
	r.output = r.output[n:]
	return n, nil
}

func (r *lzwReader) reset() {
	for i := range 256 {
		r.table[i] = lzwEntry{prefix: -1, suffix: byte(i), first: byte(i), length: 1}
	}
	r.next, r.width, r.last = 258, 9, -1
}

func (r *lzwReader) code() (int, bool) {
	for r.have < r.width {
		if len(r.data) == 0 {
			return 0, false
		}
		r.bits = r.bits<<8 | uint32(r.data[0])
		r.data = r.data[1:]
		r.have += 8
	}
	r.have -= r.width
	return int(r.bits>>r.have) & (1<<r.width - 1), true
}

func (r *lzwReader) step() error {
	code, ok := r.code()
	switch {
	case !ok || code == lzwEnd:
		r.done = true
		return nil
	case code == lzwClear:
		r.reset()
		return nil
	case r.last < 0 && code > 255, code > r.next:
		return errLZW
	case r.last < 0:
		r.emit(code)
		r.last = code
		return nil
	}
	if r.next < len(r.table) {
		first := r.table[r.last].first
		if code < r.next {
			first = r.table[code].first
		}
		r.table[r.next] = lzwEntry{prefix: int16(r.last), suffix: first, first: r.table[r.last].first, length: r.table[r.last].length + 1}
		r.next++
	} else if code >= r.next {
		return errLZW
	}
	r.emit(code)
	r.last = code
	if r.next+r.early >= 1<<r.width && r.width < 12 {
		r.width++
	}
	return nil
}

func (r *lzwReader) emit(code int) {
	n := int(r.table[code].length)
	out := make([]byte, n)
	for i := n - 1; i >= 0 && code >= 0; i-- {
		out[i] = r.table[code].suffix
		code = int(r.table[code].prefix)
	}
	r.output = out
}

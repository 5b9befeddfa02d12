package pdfobj

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/adler32"
	"io"

	"brujula/data/cells"
)

const (
	maxStream  = 48 << 20 // decoded bytes of one stream; a page of the real lists has 100 kB
	maxFilters = 6
)

// errFilter marks streams in an image format, which hold no text.
var errFilter = errors.New("unknown filter")

// Data decrypts and decodes a stream. It fails with cells.ErrFormat when the
// data is damaged or cut off, with cells.ErrTooLarge when it is too long.
func (d *Document) Data(s *Stream) ([]byte, error) { return d.decode(s, true) }

// decode with packed=false resolves nothing that lies in an object stream.
func (d *Document) decode(s *Stream, packed bool) ([]byte, error) {
	get := func(o Object) Object {
		if ref, ok := o.(Ref); ok {
			o, _ = d.load(ref.Num, packed)
		}
		return o
	}
	data := d.crypt.stream(s)
	filters := listOf(get(first(s.Dict, "Filter", "F")))
	params := listOf(get(first(s.Dict, "DecodeParms", "DP")))
	if len(filters) > maxFilters {
		return nil, fmt.Errorf("stream with %d filters: %w", len(filters), cells.ErrFormat)
	}
	for i, f := range filters {
		name, _ := get(f).(Name)
		var param Dict
		if i < len(params) {
			param, _ = get(params[i]).(Dict)
		}
		var err error
		if data, err = d.unfilter(data, name, param); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return data, nil
}

func first(dict Dict, long, short Name) Object {
	if v := dict[long]; v != nil {
		return v
	}
	return dict[short]
}

func listOf(o Object) Array {
	switch v := o.(type) {
	case nil:
		return nil
	case Array:
		return v
	}
	return Array{o}
}

func (d *Document) unfilter(data []byte, name Name, param Dict) ([]byte, error) {
	var out []byte
	var err error
	switch name {
	case "FlateDecode", "Fl":
		out, err = d.inflate(data)
	case "LZWDecode", "LZW":
		early := 1
		if n, ok := Int(param["EarlyChange"]); ok {
			early = n
		}
		out, err = d.readAll(&lzwReader{data: data, early: early})
	case "ASCII85Decode", "A85":
		return d.readAll(ascii85.NewDecoder(bytes.NewReader(trimASCII85(data))))
	case "ASCIIHexDecode", "AHx":
		l := Lexer{Data: append([]byte{'<'}, data...)}
		return l.Next().Bytes, d.budget.spendInflate(int64(len(data) / 2))
	case "RunLengthDecode", "RL":
		return d.readAll(&runLengthReader{data: data})
	case "Crypt":
		return data, nil
	default:
		return nil, fmt.Errorf("%w: %w", errFilter, cells.ErrFormat)
	}
	if err != nil {
		return nil, err
	}
	return unpredict(out, param)
}

// inflate decodes zlib data and compares the check sum at its end: of damaged
// bits flate itself notices one in two, and what it makes of the others are
// words and numbers that look like any.
func (d *Document) inflate(data []byte) ([]byte, error) {
	data = bytes.TrimLeft(data, "\r\n")
	if len(data) == 0 {
		return nil, nil
	}
	if len(data) < 2 || data[0]&0x0f != 8 {
		return nil, fmt.Errorf("no zlib data: %w", cells.ErrFormat)
	}
	in := bytes.NewReader(data[2:])
	out, err := d.readAll(flate.NewReader(in))
	if err != nil {
		return nil, err
	}
	return out, d.checkSum(out, data[len(data)-in.Len():])
}

// leastSum is how many bytes of the check sum tell enough: a line break at its
// end may have been taken for that before endstream.
const leastSum = 2

// checkSum compares the Adler-32 of decoded data with the bytes behind them
// (RFC 1950, 2.2). Where the file has none the data cannot be vouched for.
func (d *Document) checkSum(data, sum []byte) error {
	want := binary.BigEndian.AppendUint32(nil, adler32.Checksum(data))
	sum = sum[:min(len(sum), len(want))]
	if !bytes.HasPrefix(want, sum) {
		return fmt.Errorf("check sum differs: %w", cells.ErrFormat)
	}
	if len(sum) < leastSum {
		d.note(fmt.Errorf("stream without check sum: %w", cells.ErrFormat))
	}
	return nil
}

// readAll reads a decoder to its end within the limits.
func (d *Document) readAll(r io.Reader) ([]byte, error) {
	var out bytes.Buffer
	chunk := make([]byte, 32<<10)
	for {
		n, err := r.Read(chunk)
		out.Write(chunk[:n])
		if spent := d.budget.spendInflate(int64(n)); spent != nil {
			return nil, spent
		}
		if out.Len() > maxStream {
			return nil, fmt.Errorf("stream of more than %d bytes: %w", maxStream, cells.ErrTooLarge)
		}
		if err == io.EOF {
			return out.Bytes(), nil
		}
		if err != nil {
			return nil, fmt.Errorf("damaged data (%w): %w", err, cells.ErrFormat)
		}
	}
}

func trimASCII85(data []byte) []byte {
	data = bytes.TrimSpace(data)
	data = bytes.TrimPrefix(data, []byte("<~"))
	if i := bytes.IndexByte(data, '~'); i >= 0 {
		data = data[:i]
	}
	return data
}

type runLengthReader struct {
	data    []byte
	literal int
	repeat  int
}

func (r *runLengthReader) Read(out []byte) (int, error) {
	n := 0
	for n < len(out) {
		switch {
		case len(r.data) == 0:
			return n, io.EOF
		case r.literal > 0:
			k := copy(out[n:], r.data[:min(r.literal, len(r.data))])
			n, r.literal, r.data = n+k, r.literal-k, r.data[k:]
		case r.repeat > 0:
			out[n] = r.data[0]
			n++
			if r.repeat--; r.repeat == 0 {
				r.data = r.data[1:]
			}
		case r.data[0] == 128:
			return n, io.EOF
		case r.data[0] < 128:
			r.literal, r.data = int(r.data[0])+1, r.data[1:]
		default:
			r.repeat, r.data = 257-int(r.data[0]), r.data[1:]
		}
	}
	return n, nil
}

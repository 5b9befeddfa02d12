package pdfobj

import (
	"bytes"
	"fmt"
	"io"

	"brujula/data/cells"
)

const (
	maxEntries  = 2_000_000 // objects of one file; the list of 123 pages has 386
	maxSections = 4096      // a chain of /Prev this long is a trap
)

func damaged(what string) error { return fmt.Errorf("%s: %w", what, cells.ErrFormat) }

// readXref follows the chain of cross-reference sections from startxref
// (7.5.4, 7.5.5, 7.5.8). Newer sections win over older ones.
func (d *Document) readXref() error {
	tail := d.data[max(0, len(d.data)-2048):]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return damaged("no startxref")
	}
	l := Lexer{Data: tail, Pos: at + len("startxref")}
	t := l.Next()
	if t.Kind != Integer {
		return damaged("no offset behind startxref")
	}
	seen := map[int64]bool{}
	queue := []int64{t.Int}
	for len(queue) > 0 {
		offset := queue[0]
		queue = queue[1:]
		if seen[offset] {
			continue
		}
		seen[offset] = true
		if len(seen) > maxSections || offset < 0 || offset >= int64(len(d.data)) {
			return damaged("bad chain of cross-reference sections")
		}
		trailer, err := d.section(int(offset))
		if err != nil {
			return err
		}
		if d.trailer == nil {
			d.trailer = trailer
		}
		for _, key := range []Name{"XRefStm", "Prev"} {
			if n, ok := trailer[key].(int64); ok {
				queue = append(queue, n)
			}
		}
	}
	if d.trailer["Root"] == nil {
		return damaged("no catalog")
	}
	return nil
}

// section reads one cross-reference table or stream and gives its trailer.
func (d *Document) section(offset int) (Dict, error) {
	p := parser{Lexer: Lexer{Data: d.data, Pos: offset}, budget: d.budget}
	if t := p.Next(); t.Kind == Keyword && string(t.Bytes) == "xref" {
		return d.table(&p)
	}
	p.Pos = offset
	_, o, err := p.indirect()
	if err != nil {
		return nil, err
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, damaged("no cross-reference section")
	}
	if s.raw, err = d.extent(p.Pos, s.Dict["Length"], false); err != nil {
		return nil, err
	}
	return s.Dict, d.xrefStream(s)
}

func (d *Document) table(p *parser) (Dict, error) {
	for {
		t := p.Next()
		if t.Kind == Keyword && string(t.Bytes) == "trailer" {
			break
		}
		count := p.Next()
		if t.Kind != Integer || count.Kind != Integer || t.Int < 0 || t.Int > 1<<30 {
			return nil, damaged("bad cross-reference table")
		}
		if err := d.subsection(p, int(t.Int), count.Int); err != nil {
			return nil, err
		}
	}
	o, err := p.object()
	if err != nil {
		return nil, err
	}
	trailer, ok := o.(Dict)
	if !ok {
		return nil, damaged("no trailer")
	}
	return trailer, nil
}

func (d *Document) subsection(p *parser, start int, count int64) error {
	for i := 0; int64(i) < count; i++ {
		back := p.Pos
		offset, gen, kind := p.Next(), p.Next(), Token{}
		if offset.Kind == Integer && gen.Kind == Integer {
			kind = p.Next()
		}
		if kind.Kind != Keyword || len(kind.Bytes) != 1 {
			p.Pos = back
			return nil // fewer entries than said: what is there counts
		}
		if err := d.addEntry(start+i, entry{offset: offset.Int, free: kind.Bytes[0] != 'n'}); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) addEntry(num int, e entry) error {
	if _, ok := d.entries[num]; ok {
		return nil
	}
	if len(d.entries) >= maxEntries {
		return fmt.Errorf("more than %d objects: %w", maxEntries, cells.ErrTooLarge)
	}
	d.entries[num] = e
	return nil
}

func (d *Document) xrefStream(s *Stream) error {
	data, err := d.decode(s, false)
	if err != nil {
		return err
	}
	widths, _ := s.Dict["W"].(Array)
	if len(widths) < 3 {
		return damaged("bad cross-reference stream")
	}
	var w [3]int
	for i := range w {
		w[i], _ = Int(widths[i])
		if w[i] < 0 || w[i] > 8 {
			return damaged("bad cross-reference stream")
		}
	}
	if w[0]+w[1]+w[2] == 0 {
		return damaged("bad cross-reference stream")
	}
	index, ok := s.Dict["Index"].(Array)
	if !ok {
		index = Array{int64(0), s.Dict["Size"]}
	}
	in := bytes.NewReader(data)
	for ; len(index) >= 2; index = index[2:] {
		start, ok1 := Int(index[0])
		count, ok2 := Int(index[1])
		if !ok1 || !ok2 || start < 0 {
			return damaged("bad cross-reference stream")
		}
		if err := d.xrefRange(in, w, start, count); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) xrefRange(in *bytes.Reader, w [3]int, start, count int) error {
	record := make([]byte, w[0]+w[1]+w[2])
	for i := range count {
		if _, err := io.ReadFull(in, record); err != nil {
			return nil //nolint:nilerr // fewer entries than said: what is there counts
		}
		kind := 1
		if w[0] > 0 {
			kind = int(bigEndian(record[:w[0]]))
		}
		second := bigEndian(record[w[0] : w[0]+w[1]])
		e := entry{free: true}
		switch kind {
		case 1:
			e = entry{offset: second}
		case 2:
			e = entry{inStream: true, stream: int(second)}
		}
		if err := d.addEntry(start+i, e); err != nil {
			return err
		}
	}
	return nil
}

func bigEndian(b []byte) int64 {
	var n int64
	for _, c := range b {
		n = n<<8 | int64(c)
	}
	return n
}

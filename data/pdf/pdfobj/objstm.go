package pdfobj

import (
	"fmt"

	"brujula/data/cells"
)

// objectStream is a decoded object stream (7.5.7) and where its objects start.
type objectStream struct {
	data    []byte
	offsets map[int]int
}

// loadPacked reads object num out of the object stream with number container.
func (d *Document) loadPacked(num, container int) (Object, error) {
	s, err := d.objectStream(container)
	if err != nil {
		return nil, err
	}
	offset, ok := s.offsets[num]
	if !ok {
		return nil, fmt.Errorf("not in object stream %d: %w", container, cells.ErrFormat)
	}
	p := parser{Lexer: Lexer{Data: s.data, Pos: offset}, budget: d.budget}
	o, err := p.object()
	if spent := d.budget.lexed(p.Pos - offset); spent != nil {
		return nil, spent
	}
	return o, err
}

func (d *Document) objectStream(num int) (*objectStream, error) {
	d.mu.Lock()
	s := d.streams[num]
	d.mu.Unlock()
	if s != nil {
		return s, nil
	}
	o, err := d.load(num, false)
	if err != nil {
		return nil, err
	}
	strm, ok := o.(*Stream)
	if !ok {
		return nil, fmt.Errorf("object stream %d is missing: %w", num, cells.ErrFormat)
	}
	if s, err = d.unpack(strm); err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.kept += len(s.data); d.kept > maxKept {
		clear(d.streams)
		d.kept = len(s.data)
	}
	d.streams[num] = s
	return s, nil
}

func (d *Document) unpack(strm *Stream) (*objectStream, error) {
	// Lengths and filters inside object streams would lead back here.
	data, err := d.decode(strm, false)
	if err != nil {
		return nil, err
	}
	n, _ := Int(strm.Dict["N"])
	first, _ := Int(strm.Dict["First"])
	s := &objectStream{data: data, offsets: map[int]int{}}
	l := Lexer{Data: data[:max(0, min(first, len(data)))]}
	for range n {
		num, offset := l.Next(), l.Next()
		if num.Kind != Integer || offset.Kind != Integer {
			break
		}
		at := int64(first) + offset.Int
		if offset.Int < 0 || at < 0 || at > int64(len(data)) {
			continue
		}
		if err := d.budget.spendNodes(1); err != nil {
			return nil, err
		}
		if _, ok := s.offsets[int(num.Int)]; !ok {
			s.offsets[int(num.Int)] = int(at)
		}
	}
	return s, nil
}

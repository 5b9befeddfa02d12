package pdfobj

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"sort"

	"brujula/data/cells"
)

// rebuild makes the table of objects anew by looking for "num gen obj" all
// over the file, as viewers do with damaged files. Of two objects with one
// number the later one counts.
func (d *Document) rebuild() error {
	if err := d.budget.Work(len(d.data)/64 + 1); err != nil {
		return err
	}
	if err := d.findObjects(); err != nil {
		return err
	}
	if err := d.openObjectStreams(); err != nil {
		return err
	}
	d.findTrailer()
	if err := d.Err(); err != nil {
		return err
	}
	if d.trailer["Root"] == nil {
		return damaged("no catalog: the file is damaged or cut off")
	}
	return nil
}

func (d *Document) findObjects() error {
	for at := 0; ; {
		i := bytes.Index(d.data[at:], []byte("obj"))
		if i < 0 {
			return nil
		}
		at += i + 3
		num, offset, ok := d.numberBefore(at - 3)
		if !ok {
			continue
		}
		delete(d.entries, num)
		if err := d.addEntry(num, entry{offset: int64(offset)}); err != nil {
			return err
		}
	}
}

// numberBefore reads "num gen " backwards from the word obj at end.
func (d *Document) numberBefore(end int) (num, offset int, ok bool) {
	i := end
	for part := range 2 {
		blanks := i
		for i > 0 && classes[d.data[i-1]] == spaceByte {
			i--
		}
		if i == blanks && part == 1 || blanks-i > 8 {
			return 0, 0, false
		}
		digits := i
		num = 0
		for scale := 1; i > 0 && d.data[i-1] >= '0' && d.data[i-1] <= '9'; scale *= 10 {
			i--
			if digits-i > 9 {
				return 0, 0, false
			}
			num += int(d.data[i]-'0') * scale
		}
		if i == digits {
			return 0, 0, false
		}
	}
	return num, i, true
}

// openObjectStreams adds the objects inside object streams that have no
// definition of their own.
func (d *Document) openObjectStreams() error {
	var containers []int
	for num, e := range d.entries {
		head := d.data[e.offset:min(int64(len(d.data)), e.offset+400)]
		if bytes.Contains(head, []byte("ObjStm")) {
			containers = append(containers, num)
		}
	}
	// In the order of the file, so that the result is always the same.
	sort.Slice(containers, func(i, j int) bool {
		return d.entries[containers[i]].offset > d.entries[containers[j]].offset
	})
	for _, container := range containers {
		s, err := d.objectStream(container)
		if errors.Is(err, cells.ErrTooLarge) {
			return err
		}
		if err != nil {
			continue
		}
		for num := range s.offsets {
			if err := d.addEntry(num, entry{inStream: true, stream: container}); err != nil {
				return err
			}
		}
	}
	return nil
}

// maxTrailers is how many trailers are looked at; a file has one for each time
// it was changed.
const maxTrailers = 200

// findTrailer takes the last trailer that names a catalog, else the
// dictionary of a cross-reference stream, else any catalog.
func (d *Document) findTrailer() {
	end := len(d.data)
	for range maxTrailers {
		at := bytes.LastIndex(d.data[:end], []byte("trailer"))
		if at < 0 {
			break
		}
		p := parser{Lexer: Lexer{Data: d.data, Pos: at + len("trailer")}, budget: d.budget}
		o, err := p.object()
		if d.budget.lexed(p.Pos-at) != nil {
			return
		}
		if err == nil {
			if t, ok := o.(Dict); ok && t["Root"] != nil {
				d.trailer = t
				return
			}
		}
		end = at
	}
	for _, num := range slices.Backward(slices.Sorted(maps.Keys(d.entries))) {
		dict := d.Dict(Ref{Num: num})
		switch {
		case dict["Type"] == Name("XRef") && dict["Root"] != nil:
			d.trailer = dict
			return
		case dict["Type"] == Name("Catalog") && d.trailer == nil:
			d.trailer = Dict{"Root": Ref{Num: num}}
		}
	}
}

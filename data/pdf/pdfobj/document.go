package pdfobj

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"brujula/data/cells"
)

// Document is an opened PDF file.
type Document struct {
	data    []byte
	budget  *Budget
	entries map[int]entry
	trailer Dict
	crypt   *crypt
	rebuilt bool // the cross-reference table was broken and made anew

	mu      sync.Mutex
	objects map[int]Object
	streams map[int]*objectStream
	kept    int   // bytes held by streams
	failed  error // the first cells.ErrTooLarge met where no error is returned
	damage  error // the first cells.ErrFormat met where none is returned
}

// entry tells where an object is: at an offset of the file, or at an index of
// an object stream.
type entry struct {
	offset   int64
	stream   int // number of the object stream, when inStream
	inStream bool
	free     bool
}

// maxKept is how many decoded bytes of object streams stay in memory.
const maxKept = 48 << 20

// Open reads the structure of the file whose bytes are data. It fails with
// cells.ErrFormat when data is no PDF or is damaged beyond repair, with
// cells.ErrEncrypted when it needs a password, with cells.ErrTooLarge when the
// budget ends. A broken cross-reference table is made anew.
func Open(data []byte, budget *Budget) (*Document, error) {
	head := data[:min(len(data), 1024)]
	start := bytes.Index(head, []byte("%PDF-"))
	if start < 0 {
		return nil, fmt.Errorf("no PDF header: %w", cells.ErrFormat)
	}
	d := newDocument(data[start:], budget)
	err := d.readXref()
	if err == nil {
		err = d.prepare()
	}
	if err == nil || errors.Is(err, cells.ErrTooLarge) || errors.Is(err, cells.ErrEncrypted) {
		return d, err
	}
	d = newDocument(data[start:], budget)
	d.rebuilt = true
	if rebuildErr := d.rebuild(); rebuildErr != nil {
		return nil, rebuildErr
	}
	return d, d.prepare()
}

func newDocument(data []byte, budget *Budget) *Document {
	return &Document{
		data: data, budget: budget,
		entries: map[int]entry{}, objects: map[int]Object{}, streams: map[int]*objectStream{},
	}
}

// prepare sets up decryption and checks that there is a catalog with pages.
func (d *Document) prepare() error {
	if d.trailer["Encrypt"] != nil {
		crypt, err := d.newCrypt()
		if err != nil {
			return err
		}
		d.crypt = crypt
		d.objects = map[int]Object{} // strings were read as they lie
	}
	pages := d.Dict(d.Dict(d.trailer["Root"])["Pages"])
	if err := d.Err(); err != nil {
		return err
	}
	if pages == nil {
		return fmt.Errorf("no page tree: %w", cells.ErrFormat)
	}
	return nil
}

// Budget is what the document's readers share.
func (d *Document) Budget() *Budget { return d.budget }

// Damage returns the first damage of the file that was read around, if any: its
// table of objects was broken and made anew, an object could not be read, or a
// stream lacks its check sum. What was read may lack something.
func (d *Document) Damage() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.damage == nil && d.rebuilt {
		return damaged("table of objects made anew")
	}
	return d.damage
}

// Err returns the first budget error that Resolve met, if any.
func (d *Document) Err() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.failed
}

// Catalog is the root dictionary of the document.
func (d *Document) Catalog() Dict { return d.Dict(d.trailer["Root"]) }

// Resolve follows references to an object. Missing and broken objects are
// nil, as the specification has it; a spent budget shows in Err.
func (d *Document) Resolve(o Object) Object {
	for range 8 {
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		var err error
		if o, err = d.load(ref.Num, true); err != nil {
			d.note(err)
			return nil
		}
	}
	return nil
}

// note keeps an error that is not returned: a spent budget for Err, all else
// for Damage.
func (d *Document) note(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch {
	case errors.Is(err, cells.ErrTooLarge):
		if d.failed == nil {
			d.failed = err
		}
	case d.damage == nil:
		d.damage = err
	}
}

// Dict resolves o to a dictionary, that of a stream too; nil for anything else.
func (d *Document) Dict(o Object) Dict {
	switch v := d.Resolve(o).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array resolves o to an array; nil for anything else.
func (d *Document) Array(o Object) Array {
	a, _ := d.Resolve(o).(Array)
	return a
}

// Stream resolves o to a stream; nil for anything else.
func (d *Document) Stream(o Object) *Stream {
	s, _ := d.Resolve(o).(*Stream)
	return s
}

// Name resolves o to a name; empty for anything else.
func (d *Document) Name(o Object) Name {
	n, _ := d.Resolve(o).(Name)
	return n
}

// Number resolves o to a number; 0 for anything else.
func (d *Document) Number(o Object) float64 {
	f, _ := Number(d.Resolve(o))
	return f
}

// Int resolves o to an integer; 0 for anything else.
func (d *Document) Int(o Object) int {
	n, _ := Int(d.Resolve(o))
	return n
}

// load reads the object with this number. Without packed it does not look
// into object streams: this keeps the recursion object → object stream →
// length of that stream finite.
func (d *Document) load(num int, packed bool) (Object, error) {
	d.mu.Lock()
	o, ok := d.objects[num]
	d.mu.Unlock()
	if ok {
		return o, nil
	}
	e, ok := d.entries[num]
	if !ok || e.free || e.inStream && !packed {
		return nil, nil
	}
	var err error
	if e.inStream {
		o, err = d.loadPacked(num, e.stream)
	} else {
		o, err = d.loadAt(num, e.offset, packed)
	}
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", num, err)
	}
	d.mu.Lock()
	d.objects[num] = o
	d.mu.Unlock()
	return o, nil
}

func (d *Document) loadAt(num int, offset int64, packed bool) (Object, error) {
	if offset < 0 || offset >= int64(len(d.data)) {
		return nil, fmt.Errorf("outside of the file: %w", cells.ErrFormat)
	}
	p := parser{Lexer: Lexer{Data: d.data, Pos: int(offset)}, budget: d.budget, crypt: d.crypt}
	ref, o, err := p.indirect()
	if spent := d.budget.lexed(p.Pos - int(offset)); spent != nil {
		return nil, spent
	}
	if err != nil {
		return nil, err
	}
	if ref.Num != num {
		return nil, fmt.Errorf("object %d found instead: %w", ref.Num, cells.ErrFormat)
	}
	if s, ok := o.(*Stream); ok {
		s.raw, err = d.extent(p.Pos, s.Dict["Length"], packed)
	}
	return o, err
}

// plainInt reads the length of a stream that is an object of its own. It never
// reads a stream's data, so a length that lies in its own stream comes to
// nothing.
func (d *Document) plainInt(num int, packed bool) Object {
	e, ok := d.entries[num]
	switch {
	case !ok || e.free || e.offset < 0 || e.offset >= int64(len(d.data)) || e.inStream && !packed:
		return nil
	case e.inStream:
		o, _ := d.loadPacked(num, e.stream)
		return o
	}
	p := parser{Lexer: Lexer{Data: d.data, Pos: int(e.offset)}, budget: d.budget}
	_, o, err := p.indirect()
	if d.budget.lexed(p.Pos-int(e.offset)) != nil || err != nil {
		return nil
	}
	return o
}

// extent returns the raw bytes of the stream that starts at start: as long as
// its Length says where endstream follows, else up to the next endstream.
func (d *Document) extent(start int, length Object, packed bool) ([]byte, error) {
	if ref, ok := length.(Ref); ok {
		length = d.plainInt(ref.Num, packed)
	}
	rest := d.data[min(start, len(d.data)):]
	if n, ok := Int(length); ok && n >= 0 && n <= len(rest) {
		after := bytes.TrimLeft(rest[n:min(len(rest), n+24)], "\r\n\t \x00")
		if bytes.HasPrefix(after, []byte("endstream")) || bytes.HasPrefix(after, []byte("endobj")) {
			return rest[:n], nil
		}
	}
	end := bytes.Index(rest, []byte("endstream"))
	searched := end
	if end < 0 {
		searched = len(rest)
	}
	if err := d.budget.Work(searched/256 + 1); err != nil {
		return nil, err
	}
	if end < 0 {
		return nil, fmt.Errorf("stream without end, the file is cut off: %w", cells.ErrFormat)
	}
	raw := rest[:end]
	raw = bytes.TrimSuffix(raw, []byte("\n"))
	return bytes.TrimSuffix(raw, []byte("\r")), nil
}

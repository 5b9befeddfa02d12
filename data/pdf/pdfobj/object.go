// Package pdfobj reads the objects of a PDF file (ISO 32000-1, chapter 7) out
// of files that nobody vouches for.
//
// It stands where a PDF library would: those at hand cannot be made safe from
// outside, because a stream whose length lies in itself, a cross-reference
// stream that claims 10⁹ entries or an unclosed hex string end them by stack
// overflow, lack of memory or an endless loop, none of which can be recovered
// from. Here nothing recurses without a depth, no size that a file claims is
// believed, and all work is counted against a budget. No function panics.
//
// A Document is safe for concurrent use.
package pdfobj

import (
	"fmt"
	"sync/atomic"

	"brujula/data/cells"
)

// Object is a PDF object: nil (null), bool, int64, float64, String, Name,
// Array, Dict, Ref or *Stream.
type Object any

// Name is a PDF name without its slash.
type Name string

// String holds the bytes of a PDF string, decrypted.
type String string

// Array is a PDF array; its elements may be references.
type Array []Object

// Dict is a PDF dictionary; its values may be references.
type Dict map[Name]Object

// Ref points to an indirect object.
type Ref struct {
	Num int
	Gen int
}

// Stream is a dictionary with data. The data stays as the file has it until
// Document.Data decodes it.
type Stream struct {
	Dict Dict
	raw  []byte
	ref  Ref // whose key decrypts it; zero inside object streams
}

// Number returns an integer or real as float64; ok is false for other objects.
func Number(o Object) (value float64, ok bool) {
	switch v := o.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// Int returns an integer, or a real cut to one; ok is false for other objects
// and for numbers beyond 2³¹, which no list needs.
func Int(o Object) (value int, ok bool) {
	f, ok := Number(o)
	if !ok || f > 1<<31 || f < -(1<<31) {
		return 0, false
	}
	return int(f), true
}

// Budget counts the work that one file may cause, over all goroutines. What
// is spent is not given back.
type Budget struct {
	nodes   atomic.Int64 // objects made, about 50 bytes each
	inflate atomic.Int64 // bytes decoded out of streams
	work    atomic.Int64 // content operators, glyphs, entries of tables
}

const (
	maxNodes = 4_000_000  // 200 MB; the list of 123 pages needs 10,000
	maxWork  = 60_000_000 // some 3 s; the list of 123 pages needs 5,000,000
)

// NewBudget allows the decoding of inflate bytes and fixed amounts of the
// rest.
func NewBudget(inflate int64) *Budget {
	b := &Budget{}
	b.nodes.Store(maxNodes)
	b.inflate.Store(inflate)
	b.work.Store(maxWork)
	return b
}

func spend(left *atomic.Int64, n int64, what string) error {
	if left.Add(-n) < 0 {
		return fmt.Errorf("too many %s: %w", what, cells.ErrTooLarge)
	}
	return nil
}

func (b *Budget) spendNodes(n int64) error   { return spend(&b.nodes, n, "objects") }
func (b *Budget) spendInflate(n int64) error { return spend(&b.inflate, n, "decoded bytes") }

// Work takes n steps of interpreting off the budget; it fails with
// cells.ErrTooLarge when none are left.
func (b *Budget) Work(n int) error { return spend(&b.work, int64(n), "drawing steps") }

// lexed counts bytes read by the parser: objects that overlap, each with an
// unclosed string, would else cost the square of the file's length.
func (b *Budget) lexed(n int) error { return b.Work(n/16 + 1) }

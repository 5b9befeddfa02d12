package pdfobj

import (
	"fmt"
	"sync/atomic"

	"brujula/data/cells"
)

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

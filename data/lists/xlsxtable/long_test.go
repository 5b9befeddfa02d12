package xlsxtable

import (
	"errors"
	"strings"
	"testing"

	"brujula/data/cells"
	"brujula/data/cells/cellstest"
)

// A cell that is longer than any of Excel's is refused by the scan, before a
// parser takes several times its length in memory.
func TestLongCellsAreRefusedEarly(t *testing.T) {
	const size = 20 << 20
	for _, c := range hostileBooks() {
		if !strings.HasPrefix(c.name, "very long") {
			continue
		}
		sheet, more := c.make()
		content := book(t, sheet, more...)
		var err error
		grown := cellstest.PeakHeap(func() { err = readThrough(content, 1) })
		if !errors.Is(err, cells.ErrTooLarge) || grown > size {
			t.Errorf("%s: %d MB for a cell of %d MB: %v", c.name, grown>>20, size>>20, err)
		}
	}
}

package catalog

import (
	"hash/maphash"

	"brujula/data"
)

// rowIndex finds the row of a plaza. It keeps rows alone and compares with the plazas
// themselves: a map of forty thousand names of four texts took five megabytes, and as
// long to clear as to fill.
type rowIndex struct {
	seed  maphash.Seed
	slots []int32 // row + 1 by hash, the next free slot where that is taken; 0 for none
}

// newRowIndex makes an index for at most n plazas.
func newRowIndex(n int) rowIndex {
	size := 16
	for size < 2*n { // half empty: a search is short
		size *= 2
	}
	return rowIndex{maphash.MakeSeed(), make([]int32, size)}
}

// slot returns where the plaza stands, or the empty slot in which it would.
func (x *rowIndex) slot(plazas []*data.Plaza, id data.PlazaID) *int32 {
	last := uint64(len(x.slots) - 1)
	for at := maphash.Comparable(x.seed, id) & last; ; at = (at + 1) & last {
		if row := x.slots[at]; row == 0 || plazas[row-1].PlazaID == id {
			return &x.slots[at]
		}
	}
}

package catalog

import (
	"iter"
	"math/bits"
)

// RowSet is a set of a catalog's rows, a bit for each.
type RowSet struct{ words []uint64 }

const wordBits = 64

func newRowSet(rows int) *RowSet { return &RowSet{make([]uint64, (rows+wordBits-1)/wordBits)} }

// allRows is the set of the rows from 0 to n-1.
func allRows(n int) *RowSet {
	s := newRowSet(n)
	for i := range s.words {
		s.words[i] = ^uint64(0)
	}
	if rest := n % wordBits; rest > 0 {
		s.words[len(s.words)-1] = 1<<rest - 1
	}
	return s
}

// SetOf makes a set of rows.
func (c *Catalog) SetOf(rows []int) *RowSet {
	s := newRowSet(c.Len())
	for _, row := range rows {
		s.add(row)
	}
	return s
}

// Has reports whether a row is in the set.
func (s *RowSet) Has(row int) bool { return s.words[row/wordBits]>>(row%wordBits)&1 == 1 }

func (s *RowSet) add(row int) { s.words[row/wordBits] |= 1 << (row % wordBits) }

func (s *RowSet) clone() *RowSet { return &RowSet{append([]uint64(nil), s.words...)} }

// keep takes out what is not in the other set.
func (s *RowSet) keep(other *RowSet) {
	for i := range s.words {
		s.words[i] &= other.words[i]
	}
}

// join puts in what is in the other set.
func (s *RowSet) join(other *RowSet) {
	for i := range s.words {
		s.words[i] |= other.words[i]
	}
}

// drop takes out what is in the other set.
func (s *RowSet) drop(other *RowSet) {
	for i := range s.words {
		s.words[i] &^= other.words[i]
	}
}

// rows returns the rows of the set in ascending order.
func (s *RowSet) rows() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s.words {
			for rest := word; rest != 0; rest &= rest - 1 {
				if !yield(i*wordBits + bits.TrailingZeros64(rest)) {
					return
				}
			}
		}
	}
}

// in returns the rows of the set in the order in which they are listed.
func (s *RowSet) in(order []int) []int {
	n := s.count()
	if n == 0 {
		return nil
	}
	// Every row is written, and stays if it is in the set: whether it is cannot
	// be foretold, and a processor that guesses wrong loses more than a write.
	out := make([]int, n)
	at := 0
	for _, row := range order {
		out[at] = row
		if at += int(s.words[row/wordBits] >> (row % wordBits) & 1); at == n {
			break
		}
	}
	return out[:at]
}

func (s *RowSet) count() int {
	n := 0
	for _, word := range s.words {
		n += bits.OnesCount64(word)
	}
	return n
}

// countCodes adds up, for each code, the rows of the set that have it. Most of
// a key's time among very many rows is spent here: hence the bare loops.
func (s *RowSet) countCodes(codes []uint32, counts []int32) {
	for i, word := range s.words {
		for rest := word; rest != 0; rest &= rest - 1 {
			counts[codes[i*wordBits+bits.TrailingZeros64(rest)]]++
		}
	}
}

// Package lookup finds where in a list a thing stands, by its key.
package lookup

import "hash/maphash"

// Index keeps places alone and compares with the list itself: a map of forty thousand
// names of four texts took five megabytes, and as long to clear as to fill.
type Index[K comparable] struct {
	seed  maphash.Seed
	slots []int32 // place + 1 by hash, the next free slot where that is taken; 0 for none
	used  int
}

// New makes an index with room for n things; it grows where there are more.
func New[K comparable](n int) Index[K] {
	size := 16
	for size < 2*n { // half empty: a search is short
		size *= 2
	}
	return Index[K]{seed: maphash.MakeSeed(), slots: make([]int32, size)}
}

// Find returns the place of the thing with a key, the key of each place being what at
// returns; ok is false where there is none.
func (x *Index[K]) Find(key K, at func(place int) K) (place int, ok bool) {
	if len(x.slots) == 0 {
		return 0, false
	}
	s := x.slot(key, at)
	return int(*s) - 1, *s != 0
}

// Add notes the place of a thing, which at must know already, and reports whether its
// key is new; the first place of a key stays.
func (x *Index[K]) Add(place int, at func(place int) K) (added bool) {
	if 2*(x.used+1) > len(x.slots) {
		x.grow(at)
	}
	s := x.slot(at(place), at)
	if *s != 0 {
		return false
	}
	*s = int32(place + 1) //nolint:gosec // no list has two thousand million places
	x.used++
	return true
}

func (x *Index[K]) grow(at func(place int) K) {
	larger := New[K](max(8, len(x.slots)))
	for _, s := range x.slots {
		if s != 0 {
			larger.Add(int(s)-1, at)
		}
	}
	*x = larger
}

func (x *Index[K]) slot(key K, at func(place int) K) *int32 {
	last := uint64(len(x.slots) - 1)
	for i := maphash.Comparable(x.seed, key) & last; ; i = (i + 1) & last {
		if s := x.slots[i]; s == 0 || at(int(s)-1) == key {
			return &x.slots[i]
		}
	}
}

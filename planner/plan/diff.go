package plan

import (
	"slices"

	"brujula/data"
)

// Shift is a plaza that both plans have, at different places among those that
// both have.
type Shift struct {
	ID       data.PlazaID
	From, To int // places in the whole of each plan, from 0
}

// Difference is what tells one plan from another.
type Difference struct {
	OnlyFirst, OnlySecond []data.PlazaID // in the order of their plans
	Moved                 []Shift        // the fewest that explain the other order
	Notes                 []data.PlazaID // in both, with another note
}

// Empty reports whether the plans are the same but for their names.
func (d *Difference) Empty() bool {
	return len(d.OnlyFirst)+len(d.OnlySecond)+len(d.Moved)+len(d.Notes) == 0
}

// Diff compares two plans. Of the plazas that both have, the longest run that
// stands in the same order counts as unmoved, so that one line moved to the
// top is one line moved.
func Diff(first, second *Plan) Difference {
	var d Difference
	var shared []Shift
	for i, e := range first.Entries {
		at := second.Index(e.ID)
		if at < 0 {
			d.OnlyFirst = append(d.OnlyFirst, e.ID)
			continue
		}
		shared = append(shared, Shift{e.ID, i, at})
		if second.Entries[at].Note != e.Note {
			d.Notes = append(d.Notes, e.ID)
		}
	}
	for _, e := range second.Entries {
		if !first.Has(e.ID) {
			d.OnlySecond = append(d.OnlySecond, e.ID)
		}
	}
	still := longestRise(shared)
	for i, m := range shared {
		if !still[i] {
			d.Moved = append(d.Moved, m)
		}
	}
	return d
}

// longestRise marks a longest sequence whose places in the second plan rise
// (patience sorting).
func longestRise(shared []Shift) []bool {
	var tails []int // tails[n] is the element with the least To that ends a rise of n+1
	before := make([]int, len(shared))
	for i, m := range shared {
		n, _ := slices.BinarySearchFunc(tails, m.To, func(at, to int) int { return shared[at].To - to })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	marked := make([]bool, len(shared))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			marked[i] = true
		}
	}
	return marked
}

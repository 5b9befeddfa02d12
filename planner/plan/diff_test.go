package plan

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

func of(codes ...int) *Plan {
	p := Plan{}
	for _, c := range codes {
		p.Entries = append(p.Entries, Entry{ID: id(c)})
	}
	return &p
}

func TestDiff(t *testing.T) {
	noted := of(1, 2)
	noted.Entries[1].Note = "vivienda"
	for _, tt := range []struct {
		name          string
		first, second *Plan
		want          Difference
	}{
		{"the same", of(1, 2, 3), of(1, 2, 3), Difference{}},
		{"one left out, one new", of(1, 2, 3), of(1, 4, 3), Difference{OnlyFirst: []data.PlazaID{id(2)}, OnlySecond: []data.PlazaID{id(4)}}},
		{"the last moved to the top is one move", of(1, 2, 3, 4), of(4, 1, 2, 3), Difference{Moved: []Shift{{id(4), 3, 0}}}},
		{"what only shifts did not move", of(1, 2, 3), of(2, 3), Difference{OnlyFirst: []data.PlazaID{id(1)}}},
		{"a note", of(1, 2), noted, Difference{Notes: []data.PlazaID{id(2)}}},
		{"nothing in common", of(1), of(2), Difference{OnlyFirst: []data.PlazaID{id(1)}, OnlySecond: []data.PlazaID{id(2)}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Diff(tt.first, tt.second)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What did not move stands in the same order in both, and no larger set does
// (compared with every subset).
func TestMovesAreTheFewest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 7).Draw(t, "n")
		order := rapid.Permutation(sequence(n)).Draw(t, "order")
		got := Diff(of(sequence(n)...), of(order...))
		most := 0
		for subset := range 1 << n {
			var kept []int
			for _, c := range order {
				if subset&(1<<(c-1)) != 0 {
					kept = append(kept, c)
				}
			}
			if slices.IsSorted(kept) {
				most = max(most, len(kept))
			}
		}
		if len(got.Moved) != n-most {
			t.Fatalf("%v: %d moved, %d would do", order, len(got.Moved), n-most)
		}
		var still []int
		for _, c := range order {
			if !slices.ContainsFunc(got.Moved, func(m Shift) bool { return m.ID == id(c) }) {
				still = append(still, c)
			}
		}
		if !slices.IsSorted(still) {
			t.Fatalf("%v: %v did not move and are out of order", order, still)
		}
	})
}

func sequence(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = i + 1
	}
	return s
}

package workspace

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/plan"
	"brujula/planner/points"
)

// drawn makes a comparison of two versions with made-up chances and points, by
// numbers of plazas.
func drawn(first, second []int) *PlanComparison {
	view := func(codes []int) (*plan.Plan, *PlanView) {
		p, v := &plan.Plan{}, &PlanView{}
		for _, c := range codes {
			entry := plan.Entry{ID: data.PlazaID{Renipress: strconv.Itoa(c)}}
			p.Entries = append(p.Entries, entry)
			v.Lines = append(v.Lines, PlanLine{Entry: entry, Facts: Facts{
				Known: c%5 != 0, Estimate: availability.Estimate{Chance: 1 / float64(c+1)}, Points: points.Award{Known: c%3 != 0, Value: float64(c)},
			}})
		}
		return p, v
	}
	a, first1 := view(first)
	b, second1 := view(second)
	return &PlanComparison{plan.Diff(a, b), first1, second1}
}

func TestChangesAndWhatTheyAreWorth(t *testing.T) {
	// Chances 1/2, 1/3, 1/5 of 1, 2 and 4 points (see drawn); 3 has none of its own.
	c := drawn([]int{1, 2, 4}, []int{4, 1, 7, 2})
	got := c.Changes()
	id := func(n int) data.PlazaID { return data.PlazaID{Renipress: strconv.Itoa(n)} }
	want := []PlanChange{
		// Of 4 first: 0.2·4 + 0.8·(0.5·1 + 0.5·⅓·2) = 1.467 instead of 0.5 + 0.5·⅓·2 + ⅓·0.2·4 = 1.1.
		{ID: id(4), Kind: ChangeMoves, From: 2, To: 0, Valued: true, Place: 0, Points: 0.36667},
		// With 7 (1/8 of 7 points) after 1: 0.5 + 0.4375 + 0.4375·⅔ + 0.29167·0.8 = 1.4625; none 0.5·⅞·⅔·0.8.
		{ID: id(7), Kind: ChangeEnters, From: -1, To: 2, Valued: true, Place: 0.03333, Points: 0.3625},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-4 })); diff != "" {
		t.Error(diff)
	}
	if got := drawn([]int{1, 2}, []int{2}).Changes(); len(got) != 1 || got[0].Kind != ChangeLeaves || got[0].To != -1 || got[0].Points >= 0 {
		t.Errorf("a line that left: %+v", got)
	}
	if got := drawn([]int{1}, []int{1, 5}).Changes(); len(got) != 1 || got[0].Valued {
		t.Errorf("a line without a chance is worth something: %+v", got)
	}
}

// A single change is worth the difference of the versions, and every line stands
// in the pairs once, in its order.
func TestChangesOfAnyVersions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.IntRange(1, 12)
		first := rapid.SliceOfNDistinct(code, 0, 8, rapid.ID[int]).Draw(t, "first")
		second := rapid.SliceOfNDistinct(code, 0, 8, rapid.ID[int]).Draw(t, "second")
		c := drawn(first, second)
		changes := c.Changes()
		if n := len(c.OnlyFirst) + len(c.OnlySecond) + len(c.Moved); len(changes) != n {
			t.Fatalf("%d changes, want %d", len(changes), n)
		}
		if len(changes) == 1 && changes[0].Valued {
			total := worthOf(c.Second.Lines).minus(worthOf(c.First.Lines))
			if math.Abs(total.points-changes[0].Points)+math.Abs(total.place-changes[0].Place) > 1e-9 {
				t.Fatalf("the only change is worth %+v, the versions differ by %+v", changes[0], total)
			}
		}
		var left, right []int
		for _, pair := range c.Pairs() {
			if pair.First >= 0 {
				left = append(left, pair.First)
			}
			if pair.Second >= 0 {
				right = append(right, pair.Second)
			}
			if pair.First >= 0 && pair.Second >= 0 && c.Kind(c.Second.Lines[pair.Second].Entry.ID) == "" &&
				c.First.Lines[pair.First].Entry.ID != c.Second.Lines[pair.Second].Entry.ID {
				t.Fatal("what did not move stands beside another")
			}
		}
		if !slices.IsSorted(left) || !slices.IsSorted(right) || len(left) != len(first) || len(right) != len(second) {
			t.Fatalf("lines %v and %v of %d and %d", left, right, len(first), len(second))
		}
	})
}

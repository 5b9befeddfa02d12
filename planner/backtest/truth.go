package backtest

import (
	"math"

	"brujula/planner/availability"
)

// truth tells what became of the plazas of a past line.
type truth struct {
	*availability.Outcome
	early  [][]int // by plaza: the groups in which its ordered seats went
	starts []int   // by group: seats gone before it
	left   []bool  // by plaza: a seat was still there at the end of the list
	score  []bool  // by plaza: its whole past is known
}

func newTruth(o *availability.Outcome) *truth {
	t := &truth{
		Outcome: o,
		early:   make([][]int, len(o.Plazas)),
		left:    make([]bool, len(o.Plazas)),
		score:   make([]bool, len(o.Plazas)),
	}
	from := 0
	for g, to := range o.Groups {
		t.starts = append(t.starts, from)
		for _, plaza := range o.Order[from:to] {
			t.early[plaza] = append(t.early[plaza], g)
		}
		from = to
	}
	for i := range o.Plazas {
		t.left[i] = o.Plazas[i].Seats > len(t.early[i])+o.Unordered[i]
		t.score[i] = o.Unordered[i] == 0 && o.Plazas[i].Seats > 0
	}
	return t
}

// freeAt is the chance, given what the list tells, that the plaza was free after
// k picks: 0 or 1, but inside a tie that crosses k that of a random order.
func (t *truth) freeAt(plaza int, k float64) float64 {
	if t.left[plaza] {
		return 1
	}
	inTie, tie := 0, 0
	for _, g := range t.early[plaza] {
		switch start, end := float64(t.starts[g]), float64(t.Groups[g]); {
		case start >= k:
			return 1
		case end > k:
			inTie++
			tie = g
		}
	}
	if inTie == 0 {
		return 0
	}
	size := float64(t.Groups[tie] - t.starts[tie])
	gone := k - float64(t.starts[tie])
	all := 1.0 // chance that all its seats of the tie are among those gone
	for j := range inTie {
		all *= math.Max(0, (gone-float64(j))/(size-float64(j)))
	}
	return 1 - all
}

// wentAt returns the stretch of pick numbers in which the plaza went: that of its
// last seat's tie. ok is false when it did not go or its past is not known.
func (t *truth) wentAt(plaza int) (from, to float64, ok bool) {
	groups := t.early[plaza]
	if len(groups) == 0 || t.left[plaza] || !t.score[plaza] {
		return 0, 0, false
	}
	last := groups[len(groups)-1]
	return float64(t.starts[last]), float64(t.Groups[last]), true
}

// place is the plaza's place in the true order: the middle of its stretch, after
// all others when it was left over.
func (t *truth) place(plaza int) float64 {
	if from, to, ok := t.wentAt(plaza); ok {
		return (from + to) / 2
	}
	return float64(t.Seats) + 1
}

// knownUpTo is the last pick number at which the list tells what is free.
func (t *truth) knownUpTo() float64 {
	if t.Complete {
		return float64(t.Taken)
	}
	return float64(len(t.Order))
}

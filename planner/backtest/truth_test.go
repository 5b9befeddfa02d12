package backtest

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/planner/availability"
)

// lineOf makes a past line from the plazas of its ordered seats.
func lineOf(seats []int, order, groups []int) *truth {
	o := &availability.Outcome{Order: order, Groups: groups, Complete: true, Unordered: make([]int, len(seats)), Taken: len(order)}
	for i, n := range seats {
		o.Plazas = append(o.Plazas, &data.Plaza{PlazaID: data.PlazaID{Renipress: string(rune('A' + i))}, Seats: n})
		o.Seats += n
	}
	return newTruth(o)
}

func TestFreeAtWithoutTies(t *testing.T) {
	// A has two seats, gone first and third; C is left over
	line := lineOf([]int{2, 1, 1}, []int{0, 1, 0}, []int{1, 2, 3})
	for k, want := range [][3]float64{{1, 1, 1}, {1, 1, 1}, {1, 0, 1}, {0, 0, 1}} {
		for i := range want {
			if got := line.freeAt(i, float64(k)); got != want[i] {
				t.Errorf("after %d picks plaza %d is free with %v, want %v", k, i, got, want[i])
			}
		}
	}
}

// Inside a tie the truth is that of a random order, which shuffling shows.
func TestFreeAtInsideATie(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seats := rapid.SliceOfN(rapid.IntRange(1, 3), 2, 4).Draw(t, "seats")
		var order []int
		for i, n := range seats {
			for range n {
				order = append(order, i)
			}
		}
		seed := rapid.Uint64().Draw(t, "seed")
		rng := rand.New(rand.NewPCG(seed, 1))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		first := rapid.IntRange(0, len(order)-1).Draw(t, "first")
		groups := []int{len(order)}
		if first > 0 {
			groups = []int{first, len(order)}
		}
		k := rapid.IntRange(0, len(order)).Draw(t, "k")
		line := lineOf(seats, order, groups)
		const runs = 4000
		free := make([]int, len(seats))
		for range runs {
			drawn := append([]int(nil), order...)
			from := 0
			for _, to := range groups {
				part := drawn[from:to]
				rng.Shuffle(len(part), func(i, j int) { part[i], part[j] = part[j], part[i] })
				from = to
			}
			left := map[int]bool{}
			for _, plaza := range drawn[k:] {
				left[plaza] = true
			}
			for plaza := range left {
				free[plaza]++
			}
		}
		for i := range seats {
			// 4.5 standard errors of 4,000 draws at most
			if got, want := line.freeAt(i, float64(k)), float64(free[i])/runs; math.Abs(got-want) > 0.036 {
				t.Fatalf("order %v in groups %v after %d: plaza %d free with %v, drawn %v", order, groups, k, i, got, want)
			}
		}
	})
}

func TestUnknownPastIsNotScored(t *testing.T) {
	o := &availability.Outcome{
		Order: []int{0}, Groups: []int{1}, Unordered: []int{0, 1, 0}, Complete: true, Seats: 3, Taken: 2,
		Plazas: []*data.Plaza{{Seats: 1}, {Seats: 1}, {Seats: 1}},
	}
	line := newTruth(o)
	if got := line.scored(); len(got) != 2 || got[0] != 0 || got[1] != 2 {
		t.Errorf("scored %v, want plazas 0 and 2", got)
	}
	if !line.left[2] || line.left[1] {
		t.Errorf("left over %v", line.left)
	}
}

func TestCutListIsTestedUpToItsCut(t *testing.T) {
	line := lineOf([]int{1, 1, 1, 1}, []int{2, 0}, []int{1, 2})
	line.Complete = false
	o := Options{Picks: []float64{1, 2, 3}}.filled()
	if got := o.cuts(line); len(got) != 2 || got[1] != 2 {
		t.Errorf("cuts %v, want 1 and 2", got)
	}
	if line.freeAt(1, 2) != 1 {
		t.Error("a plaza that the list does not name was free at the cut")
	}
}

func TestScores(t *testing.T) {
	var s Score
	s.add(0.8, 1)
	s.add(0.8, 0.5)
	// 0.2² and the mean of 0.2² and 0.8²
	if want := 0.04 + 0.34; math.Abs(s.Brier-want) > 1e-12 {
		t.Errorf("Brier %v, want %v", s.Brier, want)
	}
	if want := -math.Log(0.8) - (math.Log(0.8)+math.Log(0.2))/2; math.Abs(s.Log-want) > 1e-12 {
		t.Errorf("log %v, want %v", s.Log, want)
	}
	s = Score{}
	s.add(1, 0)
	if math.IsInf(s.Log, 1) || s.Log < 13 {
		t.Errorf("a certain miss scores %v", s.Log)
	}
}

func TestSpearman(t *testing.T) {
	// Four pairs with a tie: ranks 1 2.5 2.5 4 and 1 3 2 4, ρ = 4.5/√(4.5·5)
	got, ok := spearman([]float64{1, 5, 5, 9}, []float64{10, 30, 20, 40})
	if want := 4.5 / math.Sqrt(4.5*5); !ok || math.Abs(got-want) > 1e-12 {
		t.Errorf("ρ = %v, %v, want %v", got, ok, want)
	}
	if _, ok := spearman([]float64{1, 1, 1}, []float64{1, 2, 3}); ok {
		t.Error("an order of ties alone correlates with nothing")
	}
}

func TestBins(t *testing.T) {
	table := bins([]float64{0, 0.05, 0.35, 1}, []float64{0, 1, 0.5, 1})
	if len(table) != 10 || table[0].N != 2 || table[0].Frequency != 0.5 || table[3].N != 1 || table[9].N != 1 || table[9].Mean != 1 {
		t.Errorf("bins %+v", table)
	}
}

func TestLastTakerBaseline(t *testing.T) {
	earlier := lineOf([]int{1, 1}, []int{1, 0}, []int{1, 2})
	test := lineOf([]int{1, 1, 1}, []int{1, 0, 2}, []int{1, 2, 3})
	l := newLastTaker(test, earlier)
	// earlier picks ½ and 1½ of 2 seats, scaled to 3; C is new
	if l.picks[1] != 0.75 || l.picks[0] != 2.25 || !math.IsNaN(l.picks[2]) {
		t.Fatalf("last picks %v", l.picks)
	}
	// at k = 1.5 the rule is right about A and B at any scale, best at the sharpest
	if s := l.best([]int{0, 1}, []float64{1, 0}, 1.5, 3); s == nil || s.Brier > 1e-6 {
		t.Errorf("score %+v", s)
	}
	if newLastTaker(test, nil).best(nil, nil, 1, 3) != nil {
		t.Error("without an earlier process there is no last taker")
	}
}

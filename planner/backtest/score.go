package backtest

import (
	"math"
	"sort"
)

// leastChance keeps one certain miss from making a log score infinite.
const leastChance = 1e-6

// add scores a chance p against a truth y between 0 and 1: the mean score over
// what may have happened.
func (s *Score) add(p, y float64) {
	s.Brier += y*(1-p)*(1-p) + (1-y)*p*p
	q := math.Min(math.Max(p, leastChance), 1-leastChance)
	s.Log -= y*math.Log(q) + (1-y)*math.Log1p(-q)
}

func (s Score) over(n int) Score {
	if n == 0 {
		return Score{}
	}
	return Score{s.Brier / float64(n), s.Log / float64(n)}
}

// binCount is the number of bins of the reliability table.
const binCount = 10

// bins sorts chances and truths into a reliability table.
func bins(chances, truths []float64) []Bin {
	table := make([]Bin, binCount)
	for b := range table {
		table[b].From, table[b].To = float64(b)/binCount, float64(b+1)/binCount
	}
	for i, p := range chances {
		b := &table[min(int(p*binCount), binCount-1)]
		b.N++
		b.Mean += p
		b.Frequency += truths[i]
	}
	for b := range table {
		if n := float64(table[b].N); n > 0 {
			table[b].Mean /= n
			table[b].Frequency /= n
		}
	}
	return table
}

// spearman is the rank correlation of two orders, ties sharing the mean rank;
// ok is false under three pairs or where one order is all ties.
func spearman(a, b []float64) (rho float64, ok bool) {
	if len(a) < 3 {
		return 0, false
	}
	ra, rb := ranks(a), ranks(b)
	mean := float64(len(a)+1) / 2
	var ab, aa, bb float64
	for i := range ra {
		x, y := ra[i]-mean, rb[i]-mean
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	if aa == 0 || bb == 0 {
		return 0, false
	}
	return ab / math.Sqrt(aa*bb), true
}

// ranks gives each value its rank from 1, equal values the mean of theirs.
func ranks(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return values[order[i]] < values[order[j]] })
	out := make([]float64, len(values))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && values[order[to]] == values[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			out[i] = float64(from+to+1) / 2
		}
		from = to
	}
	return out
}

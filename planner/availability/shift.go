package availability

import (
	"context"
	"math"

	"brujula/data"
)

// shiftFrom is the least number of picks that a shift is learnt from.
const shiftFrom = 10

// shiftKinds are the attributes whose effects may shift from year to year: grade,
// region, institution and province.
const shiftKinds = 4

// shiftRidges pull this year's shift of each to zero: shifts of grades, regions
// and institutions are of about 0.45 in log weight, 1/0.45² = 5, provinces move
// less. They are this year's deviations, and better than a pull of 20 across
// years from the first ten picks on.
var shiftRidges = [shiftKinds]float64{5, 5, 5, 10}

// scaleRidge pulls to one the scale of the log weights, which a year may draw apart
// or together as a whole.
const scaleRidge = 20

// headOfLine is from which share of a line on its picks are taken for those of the
// year: those at the head of the order of merit choose otherwise than who comes
// after them, so that λ is 1 + (headOfLine/share)² times as strong. With it what is
// learnt does no harm from the tenth pick on in either direction across 2024-I and
// 2025-I; a head of so many picks instead of a share did, up to a tenth of the line.
const headOfLine = 0.15

func pullOf(told, seats float64) float64 {
	head := headOfLine * seats / told
	return 1 + head*head
}

// noShift stands for an unknown attribute.
const noShift = -1

// shifts are the groups of plazas that may shift together.
type shifts struct {
	groups [][shiftKinds]int32 // by plaza
	ridge  []float64           // by group
}

// shiftGroups numbers the grades, regions, institutions and provinces of a line.
func shiftGroups(plazas []data.Plaza) shifts {
	type key struct {
		kind  int
		grade int
		name  string
	}
	numbers := make(map[key]int32)
	s := shifts{groups: make([][shiftKinds]int32, len(plazas))}
	for i := range plazas {
		p := &plazas[i]
		for kind, k := range [shiftKinds]key{{0, p.Grade, ""}, {1, 0, p.Region}, {2, 0, p.Institution}, {3, 0, provinceOf(p)}} {
			if k.grade == 0 && k.name == "" {
				s.groups[i][kind] = noShift
				continue
			}
			n, ok := numbers[k]
			if !ok {
				n = int32(len(numbers))
				numbers[k] = n
				s.ridge = append(s.ridge, shiftRidges[kind])
			}
			s.groups[i][kind] = n
		}
	}
	return s
}

// unsure tells of each plaza by how much of its spread a year is still unknown
// once so many seats of all were taken: each pick of a group tells about as much of
// its shift as the pull λ counts for one.
func (s shifts) unsure(taken []int, seats float64) []float64 {
	picks, told := make([]float64, len(s.ridge)), 0.0
	for i, n := range taken {
		told += float64(n)
		for _, g := range s.of(i) {
			if g != noShift {
				picks[g] += float64(n)
			}
		}
	}
	pull := pullOf(math.Max(told, 1), seats)
	unsure := make([]float64, len(taken))
	for i := range taken {
		prior, left := 0.0, 0.0
		for _, g := range s.of(i) {
			if g != noShift {
				prior += 1 / s.ridge[g]
				left += 1 / (s.ridge[g] + picks[g]/pull)
			}
		}
		unsure[i] = 1
		if prior > 0 {
			unsure[i] = math.Sqrt(left / prior)
		}
	}
	return unsure
}

// of returns the groups of a plaza.
func (s shifts) of(i int) []int32 {
	if i >= len(s.groups) {
		return nil
	}
	return s.groups[i][:]
}

// sum adds up the shifts of a plaza's groups.
func (s shifts) sum(i int, x []float64) float64 {
	sum := 0.0
	for _, g := range s.of(i) {
		if g != noShift {
			sum += x[g]
		}
	}
	return sum
}

// learnShift finds the log weights of this year from the seats taken so far: the
// shifts δ that maximise
//
//	Σ taken·log(1 − S(v)) + Σ free·log S(v) − ½ λ Σ δ² − ½ λ s²,   v = (1 + s)·η + δ + log t
//
// with η beside its mean and log t free, so that a shift common to all seats cancels.
// For θ = 1 it is a ridge logistic regression. Too few picks, or a search that fails,
// leave the weights as they were.
func (f *Forecast) learnShift(taken []int) []float64 {
	told := 0
	for _, n := range taken {
		told += n
	}
	eta := f.clocks.eta
	if told < shiftFrom || float64(told) >= f.clocks.total || len(f.shifts.ridge) == 0 {
		return eta
	}
	n := len(f.shifts.ridge)
	start := make([]float64, n+2) // the shifts, log t, the scale
	start[n] = f.clocks.timeAt(float64(told))
	y := f.yearShift(taken, pullOf(float64(told), f.clocks.total))
	found, err := minimise(context.Background(), y, start, flatShift)
	if err != nil {
		return eta
	}
	shifted := make([]float64, len(eta))
	for i := range eta {
		shifted[i] = eta[i] + found[n+1]*y.beside[i] + f.shifts.sum(i, found)
	}
	return shifted
}

// besideMean returns the log weights less their mean over the seats.
func (c *clocks) besideMean() []float64 {
	mean := 0.0
	for i, n := range c.seats {
		mean += n * c.eta[i]
	}
	mean /= math.Max(1, c.total)
	beside := make([]float64, len(c.eta))
	for i, e := range c.eta {
		beside[i] = e - mean
	}
	return beside
}

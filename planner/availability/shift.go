package availability

import (
	"math"

	"brujula/data"

	"gonum.org/v1/gonum/optimize"
)

// shiftRidge pulls this year's shift of a grade, region or institution to zero:
// shifts of about 0.22 in log weight from one process to the next, 1/0.22². With
// it 20 picks hardly move a chance (model.md, "Live").
const shiftRidge = 20

// shiftFrom is the least number of picks that a shift is learnt from.
const shiftFrom = 10

// shiftKinds are the attributes whose effects may shift from year to year.
const shiftKinds = 3

// noShift stands for an unknown attribute.
const noShift = -1

// shiftGroups numbers the grades, regions and institutions of a line.
func shiftGroups(plazas []data.Plaza) (groups [][shiftKinds]int32, count int) {
	type key struct {
		kind  int
		grade int
		name  string
	}
	numbers := make(map[key]int32)
	groups = make([][shiftKinds]int32, len(plazas))
	for i := range plazas {
		p := &plazas[i]
		for kind, k := range [shiftKinds]key{{0, p.Grade, ""}, {1, 0, p.Region}, {2, 0, p.Institution}} {
			if k.grade == 0 && k.name == "" {
				groups[i][kind] = noShift
				continue
			}
			n, ok := numbers[k]
			if !ok {
				n = int32(len(numbers))
				numbers[k] = n
			}
			groups[i][kind] = n
		}
	}
	return groups, len(numbers)
}

// learnShift finds the log weights of this year from the seats taken so far: the
// shifts δ that maximise
//
//	Σ taken·log(1 − S(v)) + Σ free·log S(v) − ½ λ Σ δ²,   v = η + δ + log t
//
// with log t free, so that a shift common to all seats cancels. For θ = 1 it is
// a ridge logistic regression. Too few picks, or a search that fails, leave the
// weights as they were.
func (f *Forecast) learnShift(taken []int) []float64 {
	told := 0
	for _, n := range taken {
		told += n
	}
	eta := f.clocks.eta
	if told < shiftFrom || float64(told) >= f.clocks.total || f.nShifts == 0 {
		return eta
	}
	start := make([]float64, f.nShifts+1)
	start[f.nShifts] = f.clocks.timeAt(float64(told))
	grad := make([]float64, len(start))
	point := &cachedPoint{}
	visit := func(x []float64) {
		if !point.is(x) {
			point.value = f.shiftLoss(x, taken, grad)
			point.keep(x)
		}
	}
	result, err := optimize.Minimize(optimize.Problem{
		Func: func(x []float64) float64 { visit(x); return point.value },
		Grad: func(g, x []float64) { visit(x); copy(g, grad) },
	}, start, &optimize.Settings{GradientThreshold: 1e-3, MajorIterations: 100, Converger: optimize.NeverTerminate{}}, &optimize.LBFGS{})
	if err != nil || result == nil {
		return eta
	}
	shifted := make([]float64, len(eta))
	for i := range eta {
		shifted[i] = eta[i] + f.shiftOf(i, result.X)
	}
	return shifted
}

func (f *Forecast) shiftOf(i int, x []float64) float64 {
	sum := 0.0
	for _, g := range f.shifts[i] {
		if g != noShift {
			sum += x[g]
		}
	}
	return sum
}

// shiftLoss is the negative of what learnShift maximises, with its gradient.
func (f *Forecast) shiftLoss(x []float64, taken []int, grad []float64) float64 {
	u := x[f.nShifts]
	loss := 0.0
	for j := range grad {
		grad[j] = 0
		if j < f.nShifts {
			loss += shiftRidge * x[j] * x[j] / 2
			grad[j] = shiftRidge * x[j]
		}
	}
	theta := f.clocks.theta
	for i, n := range f.clocks.seats {
		if n == 0 {
			continue
		}
		v := f.clocks.eta[i] + u + f.shiftOf(i, x)
		gone := float64(taken[i])
		logS := logSurvival(v, theta)
		free, went := survival(v, theta)
		density := f.clocks.density(v, free, went)
		pull := 0.0
		if gone > 0 {
			loss -= gone * math.Log(math.Max(went, 1e-300))
			pull -= gone * density / math.Max(went, 1e-300)
		}
		if left := n - gone; left > 0 {
			loss -= left * logS
			pull += left * density / math.Max(free, 1e-300)
		}
		grad[f.nShifts] += pull
		for _, g := range f.shifts[i] {
			if g != noShift {
				grad[g] += pull
			}
		}
	}
	return loss
}

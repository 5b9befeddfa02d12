package availability

import (
	"math"
	"slices"
)

// yearShift is the negative of what learnShift maximises, as a surface over the
// shifts, log t and the scale.
type yearShift struct {
	f      *Forecast
	taken  []int // by plaza
	pull   float64
	beside []float64 // by plaza, see besideMean
	bends  []float64 // by plaza: the second derivative in v where it was last evaluated
}

func (f *Forecast) yearShift(taken []int, pull float64) *yearShift {
	return &yearShift{f: f, taken: taken, pull: pull, beside: f.clocks.besideMean(), bends: make([]float64, len(taken))}
}

// flatShift reports whether a search is near enough: a thousandth of a seat.
func flatShift(grad []float64) bool {
	return !slices.ContainsFunc(grad, func(g float64) bool { return math.Abs(g) > 1e-3 })
}

// lambda is the pull of a coefficient to zero; log t is free.
func (y *yearShift) lambda(j int) float64 {
	switch n := len(y.f.shifts.ridge); {
	case j < n:
		return y.pull * y.f.shifts.ridge[j]
	case j == n+1:
		return y.pull * scaleRidge
	}
	return 0
}

// along adds up a vector over the coefficients of a plaza: what it moves v by.
func (y *yearShift) along(i int, x []float64) float64 {
	n := len(y.f.shifts.ridge)
	return x[n] + x[n+1]*y.beside[i] + y.f.shifts.sum(i, x)
}

// gather adds what is pushed at the v of a plaza to each of its coefficients.
func (y *yearShift) gather(i int, push float64, to []float64) {
	n := len(y.f.shifts.ridge)
	to[n] += push
	to[n+1] += push * y.beside[i]
	for _, g := range y.f.shifts.of(i) {
		if g != noShift {
			to[g] += push
		}
	}
}

func (y *yearShift) evaluate(x, grad []float64) float64 {
	loss := 0.0
	for j := range grad {
		lambda := y.lambda(j)
		loss += lambda * x[j] * x[j] / 2
		grad[j] = lambda * x[j]
	}
	c := y.f.clocks
	for i, n := range c.seats {
		y.bends[i] = 0
		if n == 0 {
			continue
		}
		v := c.eta[i] + y.along(i, x)
		free, went := survival(v, c.theta)
		free, went = math.Max(free, 1e-300), math.Max(went, 1e-300)
		density := c.density(v, free, went)
		gone := float64(y.taken[i])
		left := math.Max(0, n-gone)
		loss -= gone*math.Log(went) + left*logSurvival(v, c.theta)
		y.gather(i, left*density/free-gone*density/went, grad)
		y.bends[i] = n * density / free * (density / went) // Fisher's information: never negative
	}
	return loss
}

func (y *yearShift) times(direction, product []float64) {
	for j, d := range direction {
		product[j] = y.lambda(j) * d
	}
	for i, bend := range y.bends {
		if bend > 0 {
			y.gather(i, bend*y.along(i, direction), product)
		}
	}
}

func (y *yearShift) diagonal(diagonal []float64) {
	for j := range diagonal {
		diagonal[j] = y.lambda(j)
	}
	n := len(y.f.shifts.ridge)
	diagonal[n] = 1e-12 // at either end nothing bends in log t
	for i, bend := range y.bends {
		y.gather(i, bend, diagonal)
		diagonal[n+1] += bend * (y.beside[i] - 1) * y.beside[i] // gather has added bend times beside
	}
}

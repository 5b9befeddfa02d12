package availability

import (
	"context"
	"errors"
	"math"
)

// Bounds of a search that are far above what a fit needs: some ten steps of some
// tens of products each. One that reaches them has not converged, and says so.
const (
	maxSteps    = 200
	maxProducts = 500
	maxHalvings = 40
)

var errNotConverged = errors.New("availability: fit: the search did not converge")

// surface is a function that a search finds the lowest point of; it should be convex.
type surface interface {
	// evaluate returns the value at a point, and the gradient there.
	evaluate(at, grad []float64) (value float64)
	// times multiplies the second derivative where it was last evaluated, or something
	// positive that is near it, with a direction; diagonal gives its diagonal, about.
	times(direction, product []float64)
	diagonal(diagonal []float64)
}

// maximise finds the coefficients that the likelihood likes best, from start,
// which is not changed. It ends when no entry of the gradient, scaled by about the
// standard errors, is larger than tolerance.
func maximise(ctx context.Context, l *likelihood, start []float64, tolerance float64) ([]float64, error) {
	return minimise(ctx, newBend(l), start, func(grad []float64) bool { return l.steepest(grad) <= tolerance })
}

// minimise finds the lowest point of a surface from start, which is not changed:
// Newton's method, whose steps are found by conjugate gradients no more exactly than
// the distance still to go asks for. The surface is convex, so that a step which is
// halved until it gains is all that it takes. It ends when the gradient is flat.
func minimise(ctx context.Context, s surface, start []float64, flat func(grad []float64) bool) ([]float64, error) {
	if len(start) == 0 {
		return nil, ctx.Err()
	}
	n := newNewton(s, start)
	value := s.evaluate(n.at, n.grad)
	for range maxSteps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if flat(n.grad) {
			return n.at, nil
		}
		n.direct(nearEnough)
		next, ok := n.move(value)
		if !ok || next >= value {
			return n.at, nil // no more digits can be gained
		}
		value = next
	}
	return nil, errNotConverged
}

// steepest is the largest entry of a gradient, each scaled by about the standard
// error of its coefficient.
func (l *likelihood) steepest(grad []float64) float64 {
	most := 0.0
	for j, g := range grad {
		most = math.Max(most, math.Abs(g)/math.Sqrt(l.ridge[j]+l.support[j]/2))
	}
	return most
}

// newton is a search on its way.
type newton struct {
	surface
	at   []float64
	grad []float64
	step []float64

	scale                       []float64 // the preconditioner: the diagonal
	residual, direction, turned []float64
	next                        []float64
}

func newNewton(s surface, start []float64) *newton {
	width := len(start)
	vectors := make([]float64, 8*width)
	take := func() (v []float64) {
		v, vectors = vectors[:width:width], vectors[width:]
		return v
	}
	n := &newton{
		surface: s, at: take(), grad: take(), step: take(), scale: take(),
		residual: take(), direction: take(), turned: take(), next: take(),
	}
	copy(n.at, start)
	return n
}

// nearEnough is how much of the squared gradient a step of a search may leave: a
// better one would cost more than another step.
const nearEnough = 0.1

// direct finds the step to where the gradient would vanish were the curvature the
// same everywhere, by preconditioned conjugate gradients, but for a share near of
// the squared gradient, or less where that is small.
func (n *newton) direct(near float64) {
	n.diagonal(n.scale)
	clear(n.step)
	size := 0.0
	for j, g := range n.grad {
		n.residual[j] = -g
		n.direction[j] = -g / n.scale[j]
		size -= g * n.direction[j]
	}
	enough := size * math.Min(near, math.Sqrt(size))
	for range maxProducts {
		if size <= enough {
			return
		}
		n.times(n.direction, n.turned)
		along := 0.0
		for j, d := range n.direction {
			along += d * n.turned[j]
		}
		if along <= 0 {
			return // rounding: the matrix is positive
		}
		far, left := size/along, 0.0
		for j, d := range n.direction {
			n.step[j] += far * d
			r := n.residual[j] - far*n.turned[j]
			n.residual[j] = r
			left += r * r / n.scale[j]
		}
		turn := left / size
		for j, r := range n.residual {
			n.direction[j] = r/n.scale[j] + turn*n.direction[j]
		}
		size = left
	}
}

// move goes along the step, half of it and so on, until that gains enough of what
// the slope promises. ok is false where nothing is gained at all.
func (n *newton) move(value float64) (next float64, ok bool) {
	slope := 0.0
	for j, s := range n.step {
		slope += s * n.grad[j]
	}
	far := 1.0
	for range maxHalvings {
		for j, s := range n.step {
			n.next[j] = n.at[j] + far*s
		}
		next = n.evaluate(n.next, n.grad)
		if next <= value+1e-4*far*slope+1e-13*math.Abs(value) {
			n.at, n.next = n.next, n.at
			return next, true
		}
		far /= 2
	}
	return value, false
}

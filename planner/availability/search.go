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

// maximise finds the coefficients that the likelihood likes best, from start,
// which is not changed: Newton's method, whose steps are found by conjugate
// gradients no more exactly than the distance still to go asks for. The
// likelihood is concave, so that a step which is halved until it gains is all
// that it takes. It ends when no entry of the gradient, scaled by about the
// standard errors, is larger than tolerance.
func maximise(ctx context.Context, l *likelihood, start []float64, tolerance float64) ([]float64, error) {
	width := l.width()
	if width == 0 {
		return nil, ctx.Err()
	}
	n := newNewton(l, start)
	value := l.evaluate(n.at, n.grad)
	for range maxSteps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if l.steepest(n.grad) <= tolerance {
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
	l    *likelihood
	bend *bend
	at   []float64
	grad []float64
	step []float64

	scale                       []float64 // the preconditioner: the diagonal of the bend
	residual, direction, turned []float64
	next                        []float64
}

func newNewton(l *likelihood, start []float64) *newton {
	width := len(start)
	vectors := make([]float64, 8*width)
	take := func() (v []float64) {
		v, vectors = vectors[:width:width], vectors[width:]
		return v
	}
	n := &newton{
		l: l, bend: newBend(l), at: take(), grad: take(), step: take(), scale: take(),
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
	n.bend.diagonal(n.scale)
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
		n.bend.times(n.direction, n.turned)
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
		next = n.l.evaluate(n.next, n.grad)
		if next <= value+1e-4*far*slope+1e-13*math.Abs(value) {
			n.at, n.next = n.next, n.at
			return next, true
		}
		far /= 2
	}
	return value, false
}

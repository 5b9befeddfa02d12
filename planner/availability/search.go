package availability

import (
	"context"
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/optimize"
)

// maxIterations is far above what a fit needs (some dozens); a fit that reaches
// it has not converged, and says so.
const maxIterations = 2000

// maximise finds the coefficients that the likelihood likes best, from start,
// which is not changed. The search runs on coefficients scaled by about their
// standard errors: the ridge alone leaves the many small levels and the few
// large ones far apart in curvature.
func maximise(ctx context.Context, l *likelihood, start []float64, tolerance float64) ([]float64, error) {
	width := l.width()
	if width == 0 {
		return nil, ctx.Err()
	}
	scale := make([]float64, width)
	for j := range scale {
		scale[j] = 1 / math.Sqrt(l.ridge[j]+l.support[j]/2)
	}
	b, grad := make([]float64, width), make([]float64, width)
	z := make([]float64, width)
	for j := range z {
		z[j] = start[j] / scale[j]
	}
	point := &cachedPoint{}
	visit := func(z []float64) {
		if point.is(z) {
			return
		}
		for j, v := range z {
			b[j] = v * scale[j]
		}
		point.value = l.evaluate(b, grad)
		for j := range z {
			grad[j] *= scale[j]
		}
		point.keep(z)
	}
	problem := optimize.Problem{
		Func: func(z []float64) float64 { visit(z); return point.value },
		Grad: func(g, z []float64) { visit(z); copy(g, grad) },
		Status: func() (optimize.Status, error) {
			if err := ctx.Err(); err != nil {
				return optimize.Failure, err
			}
			return optimize.NotTerminated, nil
		},
	}
	settings := &optimize.Settings{
		GradientThreshold: tolerance,
		MajorIterations:   maxIterations,
		Converger:         optimize.NeverTerminate{},
	}
	result, err := optimize.Minimize(problem, z, settings, &optimize.LBFGS{Store: 12})
	if ctxErr := ctx.Err(); ctxErr != nil {
		return nil, ctxErr
	}
	// A line search that can gain no more digits has arrived all the same.
	if err != nil && (result == nil || !errors.Is(err, optimize.ErrLinesearcherFailure)) {
		return nil, fmt.Errorf("availability: fit: %w", err)
	}
	if result.Status == optimize.IterationLimit {
		return nil, fmt.Errorf("availability: fit: %s", result.Status)
	}
	for j, v := range result.X {
		b[j] = v * scale[j]
	}
	return b, nil
}

// cachedPoint remembers the last point, since the search asks for value and
// gradient of the same point one after the other.
type cachedPoint struct {
	at    []float64
	value float64
}

func (p *cachedPoint) is(z []float64) bool {
	if len(p.at) != len(z) {
		return false
	}
	for j, v := range z {
		if p.at[j] != v {
			return false
		}
	}
	return true
}

func (p *cachedPoint) keep(z []float64) { p.at = append(p.at[:0], z...) }

package availability

import (
	"math"
	"testing"
)

// The quick ways are the plain ones: survival by powers or a cube root, log odds by
// one logarithm.
func TestQuickClocksAgreeWithThePlainOnes(t *testing.T) {
	near := func(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b)) }
	for _, theta := range []float64{0, 0.5, 0.75, 1, 1.6, 3} {
		for v := -40.0; v < 20; v += 0.37 {
			free, gone := survival(v, theta)
			quickFree, quickGone := survivalAt(math.Exp(v), theta)
			if !near(free, quickFree) || (gone < 0.5 && !near(gone, quickGone)) {
				t.Errorf("θ %v at %v: %v and %v, plainly %v and %v", theta, v, quickFree, quickGone, free, gone)
			}
			for _, n := range []float64{1, 2, 9, 60} {
				c := newClocks([]float64{0.3, -4}, []float64{n, 1}, theta)
				u := v - 0.3
				if got, want := c.logitAt(0, u, c.ratesAt(u)), logitFree(v, theta, n); math.Abs(got-want) > 1e-8*math.Max(1, math.Abs(want)) {
					t.Errorf("θ %v at %v: log odds of %v seats %v, plainly %v", theta, v, n, got, want)
				}
			}
		}
	}
}

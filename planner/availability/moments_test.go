package availability

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Against the exact curve, of which a picture may miss a hundredth.
func TestMomentsAgreeWithTheCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawForecast(t)
		picks := rapid.SliceOfN(rapid.Float64Range(-1, f.clocks.total+1), 1, 6).Draw(t, "picks")
		m := f.Moments(picks)
		if m.Len() != len(picks) {
			t.Fatalf("%d moments for %d picks", m.Len(), len(picks))
		}
		for i := range f.Len() {
			for j, want := range f.Curve(i, picks) {
				if got := m.Chance(i, j); math.Abs(got-want) > 0.01 {
					t.Fatalf("plaza %d at pick %v: %v, the curve says %v", i, picks[j], got, want)
				}
			}
		}
	})
}

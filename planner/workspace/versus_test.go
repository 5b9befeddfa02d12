package workspace

import (
	"slices"
	"testing"
)

func TestTheBestOfAMeasure(t *testing.T) {
	for _, c := range []struct {
		measure Measure
		values  []float64
		known   []bool
		best    []bool
	}{
		{ByChance, []float64{0.6, 0.3, 0.7}, []bool{true, true, true}, []bool{false, false, true}},
		{ByPoints, []float64{10, 10, 8}, []bool{true, true, true}, []bool{true, true, false}},
		{ByPoints, []float64{10, 10}, []bool{true, true}, []bool{false, false}},            // alike
		{ByRisk, []float64{0, 2, 3}, []bool{true, true, true}, []bool{true, false, false}}, // less is better
		{ByPoints, []float64{0, 8}, []bool{false, true}, []bool{false, false}},             // nothing to compare with
		{ByChance, []float64{0.9, 0.8, 0}, []bool{true, true, false}, []bool{true, false, false}},
	} {
		v := Versus{Measure: c.measure, Values: c.values, Known: c.known}
		if v.weigh(); !slices.Equal(v.Best, c.best) {
			t.Errorf("%v of %v: best %v, want %v", c.measure, c.values, v.Best, c.best)
		}
	}
}

package availability

import "testing"

func TestWithoutRangesChangesNoChance(t *testing.T) {
	f := madeForecast([]float64{0, 0.5, -1, 2, 1, 0.3}, []float64{1, 2, 1, 1, 3, 1}, 1)
	for _, eta := range [][]float64{{0, 1, -1, 2, 1, 0}, {0.2, 0, -1, 1, 1, 0}} {
		f.refits = append(f.refits, refit{newClocks(eta, f.clocks.seats, f.clocks.theta), make([]float64, len(eta))})
	}
	taken := []int{0, 1, 0, 1, 0, 0}
	with, without := mustLive(t, f, 3, taken).Estimates(5), mustLive(t, f.WithoutRanges(), 3, taken).Estimates(5)
	for i := range with {
		if !with[i].HasRange || without[i].HasRange {
			t.Errorf("plaza %d: ranges %v %v", i, with[i].HasRange, without[i].HasRange)
		}
		with[i].Lo, with[i].Hi, with[i].HasRange = 0, 0, false
		if with[i] != without[i] {
			t.Errorf("plaza %d: %+v, want %+v", i, without[i], with[i])
		}
	}
}

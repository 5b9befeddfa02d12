package availability

import "math"

// rangeWidth is the normal quantile of an 80 % range.
const rangeWidth = 1.28

// fillRanges sets Lo and Hi from the spread of the refits at the same pick
// number: log odds of the chance ± 1.28 standard deviations (model.md,
// "Ranges", 2). Each refit runs on its own clock.
func (f *Forecast) fillRanges(estimates []Estimate, k, u float64) {
	if len(f.refits) < 2 {
		return
	}
	n := len(estimates)
	sum, squares := make([]float64, n), make([]float64, n)
	inside := !math.IsInf(u, 0)
	if inside {
		for _, eta := range f.refits {
			c := clocks{eta: eta, seats: f.clocks.seats, theta: f.clocks.theta, total: f.clocks.total}
			at := c.timeAt(k)
			for i := range eta {
				if seats := f.clocks.seats[i]; seats > 0 {
					x := logitFree(eta[i]+at, c.theta, seats)
					sum[i] += x
					squares[i] += x * x
				}
			}
		}
	}
	count := float64(len(f.refits))
	for i := range estimates {
		e := &estimates[i]
		if !e.Known {
			continue
		}
		e.HasRange = true
		e.Lo, e.Hi = e.Chance, e.Chance
		if seats := f.clocks.seats[i]; inside && seats > 0 {
			variance := math.Max(0, (squares[i]-sum[i]*sum[i]/count)/(count-1))
			middle := logitFree(f.clocks.eta[i]+u, f.clocks.theta, seats)
			half := rangeWidth * math.Sqrt(variance)
			e.Lo, e.Hi = logistic(middle-half), logistic(middle+half)
		}
	}
}

func logistic(x float64) float64 {
	if x < 0 {
		e := math.Exp(x)
		return e / (1 + e)
	}
	return 1 / (1 + math.Exp(-x))
}

package availability

import "math"

// rangeWidth is the normal quantile of an 80 % range.
const rangeWidth = 1.28

// fillRanges sets Lo and Hi from the spread of the refits at the same pick
// number: log odds of the chance ± 1.28 standard deviations. Each refit runs
// on its own clock.
func (f *Forecast) fillRanges(estimates []Estimate, at moment) {
	if len(f.refits) < 2 {
		return
	}
	n := len(estimates)
	sum, squares := make([]float64, n), make([]float64, n)
	u := at.u
	inside := !math.IsInf(u, 0)
	if inside {
		pull := f.clocks.densities(u)
		for _, c := range f.refits {
			u := c.timeNear(at.k, at.u+c.lag(f.clocks, pull), 1e-7)
			rates := c.ratesAt(u)
			for i, seats := range c.seats {
				if seats > 0 {
					x := c.logitAt(i, u, rates)
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
			left := f.left(at.k)
			e.Lo = math.Min(e.Chance, f.mixed(logistic(middle-half), left, seats))
			e.Hi = math.Max(e.Chance, f.mixed(logistic(middle+half), left, seats))
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

// densities returns how fast each plaza's seats go at log time u.
func (c *clocks) densities(u float64) []float64 {
	pull := make([]float64, len(c.eta))
	for i, n := range c.seats {
		if n > 0 {
			v := c.eta[i] + u
			free, taken := survival(v, c.theta)
			pull[i] = n * c.density(v, free, taken)
		}
	}
	return pull
}

// lag guesses how much later, in log time, these clocks have let as many seats
// go as others whose densities are given: to first order.
func (c *clocks) lag(other *clocks, pull []float64) float64 {
	sum, weight := 0.0, 0.0
	for i, d := range pull {
		sum += d * (other.eta[i] - c.eta[i])
		weight += d
	}
	if weight <= 0 {
		return 0
	}
	return sum / weight
}

package availability

import "math"

// Moments are pick numbers at which the chances of many plazas of a line are
// asked for: what the plazas share is worked out once. They do not change once
// made and may be used from several goroutines.
type Moments struct {
	of *Forecast
	at []moment
}

// momentsNear is how near to a pick number a moment is, as a share of the seats
// gone or of those left: a chance moves by less than a hundredth.
const momentsNear = 1e-3

// Moments prepares pick numbers, each clamped to 0 … seats. They are quicker and
// a little less exact than those of Curve, for pictures.
func (f *Forecast) Moments(picks []float64) Moments {
	m := Moments{of: f, at: make([]moment, len(picks))}
	for j, k := range picks {
		k = f.clamp(k)
		switch {
		case k >= f.clocks.total:
			m.at[j] = moment{k, math.Inf(1)}
		case k <= 0:
			m.at[j] = moment{k, math.Inf(-1)}
		default:
			guess := f.clocks.firstGuess(math.Log(k) - math.Log(f.clocks.total-k))
			m.at[j] = moment{k, f.clocks.timeNear(k, guess, momentsNear)}
		}
	}
	return m
}

// Len counts the moments.
func (m Moments) Len() int { return len(m.at) }

// Chance returns the chance, 0 to 1, of plaza i at moment j.
func (m Moments) Chance(i, j int) float64 {
	chance, _ := m.of.chance(i, m.at[j])
	return chance
}

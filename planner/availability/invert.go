package availability

import "math"

// PickFor returns the largest pick number at which the chance of plaza i is at
// least the given one; ok is false where even the next pick does not have it.
func (f *Forecast) PickFor(i int, chance float64) (k float64, ok bool) {
	switch {
	case i < 0 || i >= f.Len():
		return 0, false
	case chance <= 0:
		return f.gone + f.clocks.total, true
	case f.clocks.seats[i] == 0 || chance > 1 || math.IsNaN(chance):
		return 0, false
	case chance < 1:
		k = f.pickFor(i, chance, func(u float64) float64 {
			gone, _, _ := f.clocks.at(u)
			return gone
		})
	}
	k = f.beforeClose(f.gone + k)
	return k, k >= f.now
}

// beforeClose returns the seats of the line for a pick number that lies at or
// beyond the line's last pick, since the chance falls no more after it.
func (f *Forecast) beforeClose(k float64) float64 {
	if k >= f.lastPick {
		return f.gone + f.clocks.total
	}
	return k
}

// pickFor finds the pick number, since the clocks started, at which the chance of
// plaza i has fallen to a value strictly between 0 and 1; pickAt gives that of a
// log time. The clocks alone tell the time to within what the tail may add, and
// between these ends the chance is followed with regula falsi (Illinois).
func (f *Forecast) pickFor(i int, chance float64, pickAt func(u float64) float64) float64 {
	n := f.clocks.seats[i]
	k := 0.0
	over := func(u float64) float64 {
		k = pickAt(u)
		p, _ := free(f.clocks.eta[i]+u, f.clocks.theta, n)
		return f.mixed(p, f.left(k), n) - chance
	}
	lo, hi := f.timeOf(i, chance/(1-f.tail)), f.timeOf(i, (chance-f.tail)/(1-f.tail))
	atLo, atHi := over(lo), over(hi)
	if atLo <= 0 {
		return pickAt(lo)
	}
	if atHi >= 0 {
		return pickAt(hi)
	}
	side := 0
	for range 100 {
		u := (lo*atHi - hi*atLo) / (atHi - atLo)
		if !(u > lo && u < hi) {
			u = lo + (hi-lo)/2
		}
		at := over(u)
		switch {
		case math.Abs(at) < 1e-10 || hi-lo < 1e-12*math.Max(1, math.Abs(u)):
			return k
		case at > 0:
			lo, atLo = u, at
			if side == 1 {
				atHi /= 2
			}
			side = 1
		default:
			hi, atHi = u, at
			if side == -1 {
				atLo /= 2
			}
			side = -1
		}
	}
	return k
}

// timeOf returns the log time at which the clocks alone let the chance of plaza i
// fall to a value: within ends that every float reaches for one that they never
// have.
func (f *Forecast) timeOf(i int, chance float64) float64 {
	lo, hi := -maxExponent-f.clocks.most, maxExponent-f.clocks.least
	switch {
	case chance >= 1:
		return lo
	case chance <= 0:
		return hi
	}
	// 1 − (1−S)^n = chance
	s := -math.Expm1(math.Log1p(-chance) / f.clocks.seats[i])
	return math.Min(math.Max(timeFor(s, f.clocks.theta)-f.clocks.eta[i], lo), hi)
}

// The chances between which a plaza goes in 80 of 100 cases.
const (
	leaveStart  = 0.9
	leaveEnd    = 0.1
	leaveMiddle = 0.5
)

// leaves computes once when each plaza goes: the pick numbers of leaveStart,
// leaveEnd and leaveMiddle.
func (f *Forecast) leaves() [][3]float64 {
	f.leaveOnce.Do(func() {
		f.leave = make([][3]float64, f.Len())
		if f.clocks.total == 0 {
			return
		}
		t := newTable(f.clocks)
		for i := range f.leave {
			if f.clocks.seats[i] == 0 {
				continue
			}
			for end, chance := range [3]float64{leaveStart, leaveEnd, leaveMiddle} {
				f.leave[i][end] = f.gone + f.pickFor(i, chance, t.pickAt)
			}
		}
	})
	return f.leave
}

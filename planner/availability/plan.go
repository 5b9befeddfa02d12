package availability

// Entry is one line of an ordered plan: a plaza of a forecast, at the pick
// number at which I choose in its line.
type Entry struct {
	Forecast *Forecast
	Plaza    int
	Pick     float64
}

// estimated reports whether there is a chance to speak of.
func (e Entry) estimated() bool {
	return e.Forecast != nil && e.Plaza >= 0 && e.Plaza < e.Forecast.Len() && e.Forecast.known[e.Plaza]
}

// RankFor returns the worst rank from 1 to worst at which plaza i has at least the
// given chance; pick turns a rank into a pick number and must not fall as the
// rank worsens.
func (f *Forecast) RankFor(i int, chance float64, worst int, pick func(rank int) float64) (rank int, ok bool) {
	k, ok := f.PickFor(i, chance)
	if !ok || worst < 1 || pick(1) > k {
		return 0, false
	}
	lo, hi := 1, worst+1
	for hi-lo > 1 {
		if mid := lo + (hi-lo)/2; pick(mid) <= k {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo, true
}

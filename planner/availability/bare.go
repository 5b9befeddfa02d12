package availability

// WithoutRanges returns a forecast with the same chances and no estimation
// ranges: Live and Estimates then take half of the time, which counts while an
// act of adjudication goes on.
func (f *Forecast) WithoutRanges() *Forecast {
	return &Forecast{
		line: f.line, clocks: f.clocks, gone: f.gone, now: f.now, lastPick: f.lastPick,
		tail: f.tail, known: f.known, evidence: f.evidence, shifts: f.shifts, ground: f.ground, learnt: f.learnt, began: f.began,
	}
}

// WithTheta returns the same forecast for another variance of the frailty, such as
// the one that a list with marks alone is to be judged by. It has no ranges.
func (f *Forecast) WithTheta(theta float64) *Forecast {
	bare := f.WithoutRanges()
	bare.clocks = newClocks(f.clocks.eta, f.clocks.seats, theta)
	return bare
}

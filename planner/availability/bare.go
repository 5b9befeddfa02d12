package availability

// WithoutRanges gives a forecast with the same chances and no estimation
// ranges: Live and Estimates then take half of the time, which counts while an
// act of adjudication goes on.
func (f *Forecast) WithoutRanges() *Forecast {
	return &Forecast{
		line: f.line, clocks: f.clocks, gone: f.gone, now: f.now, lastPick: f.lastPick,
		known: f.known, evidence: f.evidence, shifts: f.shifts, nShifts: f.nShifts,
	}
}

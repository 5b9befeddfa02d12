package availability

// Frailty says how the variance that the effects leave unexplained is used: θ,
// the variance of the gamma frailty of a seat, in the fit and in the prediction.
type Frailty struct {
	Theta  float64 // in the prediction, ≥ 0
	Exact  float64 // in the fit of a line whose exact order is known
	Marks  float64 // in the fit of one whose order is that of exam marks
	Rounds int     // EM rounds in the fit; 0 leaves the fit without frailty
}

// FrailtyInFit is the default (see README.md): a list with marks alone is a
// noisy account of the order, so that its seats look frailer than they are.
func FrailtyInFit() Frailty { return Frailty{Theta: 0.75, Exact: 0.7, Marks: 1.2, Rounds: 8} }

// Where 2025-I, a list of marks, is scored best: within the process itself, and
// by a fit on another.
const (
	observedWithin = 1.2
	observedAcross = 1.6
)

// of is θ in the fit of a line.
func (f Frailty) of(exact bool) float64 {
	if exact {
		return f.Exact
	}
	return f.Marks
}

// Ridge holds the strength λ of the pull to zero of each effect; an effect with
// λ = 0 is left out of the model.
type Ridge [effectCount]float64

// Settings steers a fit. The zero value is not useful: start from
// DefaultSettings.
type Settings struct {
	Frailty Frailty
	// Ridge pulls what lasts, YearRidge the deviations of a process from it; an
	// effect with 0 there is thought the same every year.
	Ridge     Ridge
	YearRidge Ridge

	// MinSeats leaves out the levels with fewer seats in the past lists; the
	// shipped prior uses five.
	MinSeats int

	// AgeWeight multiplies the weight of a past process for each process
	// between it and the latest one; 1 weighs all alike.
	AgeWeight float64

	// Refits is how many refits WithRanges makes.
	Refits int

	// Tolerance ends the search when no entry of the scaled gradient is larger.
	Tolerance float64

	// Progress is told how many refits of WithRanges are done, of how many; it may be
	// nil, and is called from several goroutines.
	Progress func(done, total int)

	// Workers is how many refits run at once in WithRanges; the answer does
	// not depend on it. 0 means one.
	Workers int
}

// DefaultSettings returns the settings that the model card in README.md tells of.
func DefaultSettings() Settings {
	return Settings{
		Frailty:   FrailtyInFit(),
		Ridge:     DefaultRidge(),
		YearRidge: DefaultYearRidge(),
		AgeWeight: 1,
		Refits:    20,
		Tolerance: 1e-2,
		Workers:   2,
	}
}

// DefaultRidge is the λ of what lasts.
func DefaultRidge() Ridge {
	return Ridge{
		ProfessionGrade:            1,
		ProfessionInstitution:      2,
		ProfessionRegion:           15,
		ProfessionCategory:         1,
		ProfessionZAF:              1,
		ProfessionProvince:         37,
		ProfessionEstablishment:    10,
		ProfessionGradeInstitution: 5,
		SharedInstitution:          2,
		SharedEstablishment:        3,
		SharedRegion:               1,
		SharedProvince:             6,
		SharedDistrict:             8,
		SharedDistance:             1,
		TentQuarter:                3,
		TentHalf:                   3,
		TentOne:                    2,
	}
}

// DefaultYearRidge is the λ of the deviations of a process.
func DefaultYearRidge() Ridge {
	return Ridge{
		ProfessionGrade:       15,
		ProfessionInstitution: 15,
		ProfessionRegion:      10,
		ProfessionCategory:    15,
		ProfessionZAF:         15,
		ProfessionProvince:    25,
		SharedRegion:          15,
		SharedDistrict:        20,
		SharedDistance:        15,
		TentQuarter:           8,
		TentHalf:              8,
		TentOne:               4,
	}
}

// ObservedTheta is the θ with which chances are to be scored against a list
// whose order is that of exam marks: a part of the error is then the list's, so
// that it is wider than that of the prediction. What users see is not.
func ObservedTheta(within bool) float64 {
	if within {
		return observedWithin
	}
	return observedAcross
}

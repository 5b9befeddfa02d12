package availability

// Frailty says how the variance that the effects leave unexplained is used.
type Frailty struct {
	Theta  float64 // variance of the gamma frailty in the prediction, ≥ 0
	Rounds int     // EM rounds in the fit; 0 leaves the fit without frailty
}

// FrailtyInFit is the default: θ = 1 in eight EM rounds (model.md, "Fit").
func FrailtyInFit() Frailty { return Frailty{Theta: 1, Rounds: 8} }

// FrailtyInPrediction leaves the fit without frailty; 0.6 is then the best θ
// (model.md, "Fit").
func FrailtyInPrediction() Frailty { return Frailty{Theta: 0.6} }

// Ridge holds the strength λ of the pull to zero of each effect; an effect with
// λ = 0 is left out of the model.
type Ridge [effectCount]float64

// Settings steers a fit. The zero value is not useful: start from
// DefaultSettings.
type Settings struct {
	Frailty Frailty
	Ridge   Ridge

	// MinSeats leaves out the levels with fewer seats in the past lists; the
	// shipped prior uses five (model.md, "Prior that ships").
	MinSeats int

	// AgeWeight multiplies the weight of a past process for each process
	// between it and the latest one; 1 weighs all alike.
	AgeWeight float64

	// Refits is how many refits WithRanges makes.
	Refits int

	// Tolerance ends the search when no entry of the scaled gradient is larger.
	Tolerance float64

	// Workers is how many refits run at once in WithRanges; the answer does
	// not depend on it. 0 means one.
	Workers int
}

// DefaultSettings gives the settings of model.md: its table of ridges, the
// frailty in the fit and twenty refits for the ranges.
func DefaultSettings() Settings {
	return Settings{
		Frailty:   FrailtyInFit(),
		Ridge:     DefaultRidge(),
		AgeWeight: 1,
		Refits:    20,
		Tolerance: 1e-3,
		Workers:   2,
	}
}

// DefaultRidge is the table of model.md, "Fit", and 1 for the distance beyond
// it.
func DefaultRidge() Ridge {
	return Ridge{
		ProfessionGrade:       1,
		ProfessionInstitution: 1,
		ProfessionRegion:      1,
		ProfessionCategory:    1,
		ProfessionZAF:         1,
		ProfessionProvince:    6,
		SharedProvince:        3,
		SharedDistrict:        3,
		SharedEstablishment:   3,
		SharedDistance:        1,
	}
}

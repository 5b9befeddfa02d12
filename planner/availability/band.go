package availability

import (
	"brujula/data/fold"
	"brujula/data/texts"
)

// Band is the word for a chance. One function decides it, and every screen and
// export calls that one (README.md, "The question").
type Band uint8

// The bands from the best to the worst; BandNone stands where nothing could be
// estimated.
const (
	BandNone    Band = iota
	MuyProbable      // chance ≥ 0.95
	Probable         // ≥ 0.80
	Disputada        // ≥ 0.50
	Improbable       // ≥ 0.20
	CasiNula         // below
)

// Bands lists the bands from the best to the worst.
func Bands() []Band { return []Band{MuyProbable, Probable, Disputada, Improbable, CasiNula} }

// BandOf returns the band of a chance from 0 to 1.
func BandOf(chance float64) Band {
	for _, b := range Bands() {
		if chance >= b.Floor() {
			return b
		}
	}
	return CasiNula
}

// Floor is the least chance of the band; 0 for the last and for BandNone.
func (b Band) Floor() float64 {
	switch b {
	case MuyProbable:
		return 0.95
	case Probable:
		return 0.80
	case Disputada:
		return 0.50
	case Improbable:
		return 0.20
	case CasiNula, BandNone:
	}
	return 0
}

// Letter is the band's one-letter mark, shown beside the colour; a blank for
// BandNone.
func (b Band) Letter() string {
	switch b {
	case MuyProbable:
		return "M"
	case Probable:
		return "P"
	case Disputada:
		return "D"
	case Improbable:
		return "I"
	case CasiNula:
		return "N"
	case BandNone:
	}
	return " "
}

// Key names the band in JSON and filters; empty for BandNone.
func (b Band) Key() string {
	switch b {
	case MuyProbable:
		return "muy_probable"
	case Probable:
		return "probable"
	case Disputada:
		return "disputada"
	case Improbable:
		return "improbable"
	case CasiNula:
		return "casi_nula"
	case BandNone:
	}
	return ""
}

// Name is the band's word as users read it; empty for BandNone.
func (b Band) Name() string { return texts.BandName(b.Letter()) }

// ParseBand finds the band that a key or a letter names, without regard to case.
func ParseBand(text string) (Band, bool) {
	word := fold.Fold(text)
	for _, b := range Bands() {
		if word == b.Key() || word == fold.Fold(b.Letter()) || word == b.Name() {
			return b, true
		}
	}
	return BandNone, false
}

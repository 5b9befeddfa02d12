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

// bandTable says what is fixed of each band.
var bandTable = [...]struct {
	floor       float64
	letter, key string
}{
	BandNone:    {0, " ", ""},
	MuyProbable: {0.95, "M", "muy_probable"},
	Probable:    {0.80, "P", "probable"},
	Disputada:   {0.50, "D", "disputada"},
	Improbable:  {0.20, "I", "improbable"},
	CasiNula:    {0, "N", "casi_nula"},
}

// Floor is the least chance of the band; 0 for the last and for BandNone.
func (b Band) Floor() float64 { return bandTable[b].floor }

// Letter is the band's one-letter mark, shown beside the colour; a blank for
// BandNone.
func (b Band) Letter() string { return bandTable[b].letter }

// Key names the band in JSON and filters; empty for BandNone.
func (b Band) Key() string { return bandTable[b].key }

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

package availability

import (
	"math"

	"brujula/data"
)

// DefaultChoosingShare is the share of those left after remunerada who choose
// an equivalente seat: 1,212 of about 2,370 physicians in 2025-I (uncertain).
const DefaultChoosingShare = 0.51

// PickNumber returns the seats already gone when the turn of a rank (from 1)
// comes, if so many ahead pass; never negative.
func PickNumber(rank int, passesAhead float64) float64 {
	return math.Max(0, float64(rank-1)-math.Max(0, passesAhead))
}

// EquivalentePick returns the pick number in the equivalente line of one who
// stands at a rank of the national order: of those ahead, the ones who took a
// remunerated seat are gone, and a share of the rest chooses (README.md,
// "The question").
func EquivalentePick(rank int, remuneradaTaken, choosingShare float64) float64 {
	left := math.Max(0, float64(rank-1)-math.Max(0, remuneradaTaken))
	return left * math.Min(1, math.Max(0, choosingShare))
}

// ChoosingShare learns the share for EquivalentePick from a past process: seats
// taken in equivalente over those left after remunerada. Without a known number
// of apt it gives the default and false.
func ChoosingShare(apt, remuneradaTaken, equivalenteTaken int) (float64, bool) {
	left := apt - remuneradaTaken
	if left <= 0 || equivalenteTaken <= 0 || equivalenteTaken > left {
		return DefaultChoosingShare, false
	}
	return float64(equivalenteTaken) / float64(left), true
}

// ChoosingShare is the share of those left after remunerada who choose in
// equivalente, learnt from the past lists of a profession and the number of apt
// of that process; the default and false where either is not known.
func (m *Model) ChoosingShare(profession string, apt int) (share float64, learnt bool) {
	paid, free := m.parts[data.Remunerada], m.parts[data.Equivalente]
	if paid == nil || free == nil {
		return DefaultChoosingShare, false
	}
	before, after := paid.lines[profession], free.lines[profession]
	if before.Process != after.Process || !before.Complete || !after.Complete {
		return DefaultChoosingShare, false
	}
	return ChoosingShare(apt, before.Taken, after.Taken)
}

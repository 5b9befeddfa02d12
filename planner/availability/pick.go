package availability

import (
	"math"
	"sort"

	"brujula/data"
)

// defaultRemuneradaPassRate is the share of those ahead who pass their turn where
// no list with ranks tells: 3 of the first 650 physicians of 2026-I passed (model.md,
// "Setting"). In equivalente the choosing share stands for it.
const defaultRemuneradaPassRate = 0.005

// DefaultChoosingShare is the share of those left after remunerada who choose
// an equivalente seat: 1,212 of about 2,370 physicians in 2025-I (model.md,
// "Setting", mark U).
const DefaultChoosingShare = 0.51

// passPrior is how many ranks the default pass rate weighs against a list: as
// many as it was seen on.
const passPrior = 650

// DefaultPassRate is the share of those ahead that passes, where nothing was
// learnt.
func DefaultPassRate(m data.Modality) float64 {
	if m == data.Remunerada {
		return defaultRemuneradaPassRate
	}
	return 0
}

// PickNumber gives the seats already gone when the turn of a rank (from 1)
// comes, if so many ahead pass; never negative.
func PickNumber(rank int, passesAhead float64) float64 {
	return math.Max(0, float64(rank-1)-math.Max(0, passesAhead))
}

// EquivalentePick gives the pick number in the equivalente line of one who
// stands at a rank of the national order: of those ahead, the ones who took a
// remunerated seat are gone, and a share of the rest chooses (model.md,
// "Setting").
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

// Passes tells how many of those ahead of a rank pass their turn. The zero
// value says that nobody does.
type Passes struct {
	Rate   float64      // where nothing was learnt
	Ranks  []int        // ranks that chose in the past list, ascending
	UpTo   int          // last rank that the past list speaks of
	Source data.Process // of the past list, empty for the default
}

// LearnPasses reads the pass rate off the gaps between the ranks of a past
// list; a list without ranks teaches nothing and gives the default.
func LearnPasses(past *data.Adjudication, profession string) Passes {
	p := Passes{Rate: DefaultPassRate(past.Modality)}
	for i := range past.Picks {
		if pick := &past.Picks[i]; pick.Profession == profession && pick.Rank > 0 {
			p.Ranks = append(p.Ranks, pick.Rank)
		}
	}
	if len(p.Ranks) == 0 {
		return p
	}
	sort.Ints(p.Ranks)
	p.UpTo = max(past.UpTo, p.Ranks[len(p.Ranks)-1])
	p.Source = past.Process
	return p
}

// Learnt tells whether the rate comes from a past list.
func (p *Passes) Learnt() bool { return len(p.Ranks) > 0 }

// RateAt is the share of those ahead of a rank that passes: the gaps seen among
// them in the past list, shrunk to the default rate.
func (p *Passes) RateAt(rank int) float64 {
	if !p.Learnt() || rank <= 1 {
		return p.Rate
	}
	seen := min(rank-1, p.UpTo)
	chose := sort.SearchInts(p.Ranks, seen+1)
	gaps := float64(max(0, seen-chose))
	return (gaps + passPrior*p.Rate) / (float64(seen) + passPrior)
}

// Ahead gives the expected number of passes ahead of a rank.
func (p *Passes) Ahead(rank int) float64 {
	return p.RateAt(rank) * float64(max(0, rank-1))
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

// RemuneradaTaken gives the remunerated seats gone when the turn of a rank
// comes: its pick number, or all of them.
func RemuneradaTaken(rank, seats int, passesAhead float64) float64 {
	return math.Min(PickNumber(rank, passesAhead), float64(max(0, seats)))
}

// RankAt gives the worst rank whose pick number is still at most k when a
// constant share of those ahead passes: the inverse of PickNumber.
func RankAt(k, passRate float64) int {
	rate := math.Min(math.Max(passRate, 0), 0.99)
	rank := math.Floor(math.Max(0, k)/(1-rate)+1e-9) + 1
	if rank >= math.MaxInt32 {
		return math.MaxInt32
	}
	return int(rank)
}

package availability

import (
	"math"

	"brujula/data"
)

// Passing tells which share of those whose turn comes takes no seat. Few do
// while there is much to choose from, more and more as the line empties: of the
// share x of the seats that is gone,
//
//	p(x) = P0 + Slope·x⁶, at most mostPassing
//
// as the ranks of medicine, 2024-I, show: 0.5 to 2 % up to seven tenths of the
// line, then 7, 10, 19 and 28 %. The zero value says that nobody passes.
type Passing struct {
	P0    float64
	Slope float64
	// Seats are those of the line, which the share gone is of.
	Seats float64
	// Source is the process whose ranks it was learnt from, empty for the default.
	Source data.Process
}

const (
	usualSlope  = 0.32
	slopePower  = 6
	mostPassing = 0.5
	// Some of the last seats go late, to special cases whose ranks lie far behind:
	// from lateFrom of the seats on they go evenly up to the rank lateTo times
	// the seats. The last nurse of 2024-I had rank 2,953 of 1,741 seats; of one of
	// rank 1.4 times the seats it cannot be said that nothing is left before.
	lateFrom = 0.97
	lateTo   = 1.4
)

// DefaultPassing is the curve where no list with ranks tells: the share at the
// beginning by profession, as 2024-I showed it. In equivalente the choosing
// share stands for it.
func DefaultPassing(line data.Line, seats int) Passing {
	if line.Modality != data.Remunerada {
		return Passing{}
	}
	return Passing{P0: usualStart(line.Profession), Slope: usualSlope, Seats: float64(max(0, seats))}
}

func usualStart(profession string) float64 {
	switch profession {
	case "MEDICINA":
		return 0.011
	case "OBSTETRICIA":
		return 0.03
	case "ODONTOLOGIA":
		return 0.05
	case "NUTRICION":
		return 0.07
	case "QUIMICO FARMACEUTICO":
		return 0.09
	}
	return 0.04
}

// ConstantPassing is the same share all along the line.
func ConstantPassing(share float64) Passing {
	return Passing{P0: math.Min(math.Max(share, 0), 1)}
}

// Learnt reports whether it comes from a past list.
func (p Passing) Learnt() bool { return p.Source != "" }

// Of returns the same curve for a line of so many seats.
func (p Passing) Of(seats int) Passing {
	p.Seats = float64(max(0, seats))
	return p
}

// At is the share that passes when so many seats are gone.
func (p Passing) At(k float64) float64 {
	share := p.P0
	if p.Slope != 0 && p.Seats > 0 {
		x := math.Min(math.Max(k/p.Seats, 0), 1)
		share = math.Min(share+p.Slope*math.Pow(x, slopePower), math.Max(mostPassing, p.P0))
	}
	return math.Min(math.Max(share, 0), 1)
}

// curved reports whether the share depends on what is gone, and the line ends.
func (p Passing) curved() bool { return p.Slope > 0 && p.Seats > 0 }

// Reach is about how many ranks have had their turn when k seats are gone: the
// sum of 1/(1 − p) over the picks, +Inf where nobody chooses. It never falls.
func (p Passing) Reach(k float64) float64 {
	k = math.Max(0, k)
	switch {
	case p.P0 >= 1:
		if k == 0 {
			return 0
		}
		return math.Inf(1)
	case !p.curved():
		return k / (1 - p.P0)
	}
	turns := 0.0
	late := lateFrom * p.Seats
	for j := 0.0; j < math.Min(k, late); j++ {
		turns += math.Min(1, math.Min(k, late)-j) / (1 - p.At(j))
	}
	if k <= late {
		return turns
	}
	last := p.last(turns)
	if k >= p.Seats {
		return last + k - p.Seats
	}
	return turns + (k-late)/(p.Seats-late)*(last-turns)
}

// last is the number of turns after which the last seat is gone: that of the
// late cases, or later where those before passed as often as that.
func (p Passing) last(turns float64) float64 {
	return math.Max(lateTo*p.Seats, turns+(1-lateFrom)*p.Seats/(1-p.At(p.Seats)))
}

// GoneAfter is how many seats are gone after so many turns: the inverse of
// Reach.
func (p Passing) GoneAfter(turns float64) float64 {
	turns = math.Max(0, turns)
	if !p.curved() {
		return turns * (1 - math.Min(1, p.P0))
	}
	late := lateFrom * p.Seats
	past := 0.0
	for j := 0.0; j < late; j++ {
		step := math.Min(1, late-j)
		width := step / (1 - p.At(j))
		if past+width > turns {
			return j + (turns-past)/width*step
		}
		past += width
	}
	last := p.last(past)
	if turns >= last {
		return p.Seats + turns - last
	}
	return late + (turns-past)/(last-past)*(p.Seats-late)
}

// PickAt is the pick number of a rank from 1: the seats gone when its turn
// comes.
func (p Passing) PickAt(rank int) float64 { return p.GoneAfter(float64(rank - 1)) }

// RankAt returns the worst rank whose pick number is still at most k: the inverse
// of PickAt.
func (p Passing) RankAt(k float64) int { return rankAfter(p.Reach(k)) }

// rankAfter is the last rank that comes within so many turns.
func rankAfter(turns float64) int {
	rank := math.Floor(turns+1e-9) + 1
	if rank >= math.MaxInt32 {
		return math.MaxInt32
	}
	return int(rank)
}

// From returns how many seats are gone so many turns after gone of them were.
func (p Passing) From(gone, turns float64) float64 {
	if math.IsInf(p.Reach(gone), 1) {
		return gone
	}
	return math.Max(gone, p.GoneAfter(p.Reach(gone)+math.Max(0, turns)))
}

// seenWeight is how many turns the assumed share weighs against those that were
// seen in an act.
const seenWeight = 650

// Seen moves the curve by what was seen of the turns of an act: so many took a
// seat, so many passed.
func (p Passing) Seen(chosen, passed int) Passing {
	seen := float64(chosen + passed)
	if seen <= 0 {
		return p
	}
	usual := p.P0
	if p.curved() {
		usual = 1 - p.GoneAfter(seen)/seen
	}
	p.P0 = math.Min(math.Max(p.P0+(float64(passed)-usual*seen)/(seenWeight+seen), 0), 1)
	return p
}

// What learning weighs the default as: so many ranks at the beginning of the
// line, so much Σ x⁶ towards its end.
const (
	startRanks  = 200
	slopeWeight = 30
	startUpTo   = 0.6
	slopeUpTo   = 0.95 // beyond it special cases and reserved seats blur the gaps
)

// learnPassing reads the curve off the gaps between the ranks of a past line:
// chosen tells whether a rank took a seat, up to the last rank of the list. Takers
// of no known rank stand in some of the gaps.
func learnPassing(usual Passing, chosen []bool, unranked int, source data.Process) Passing {
	var ranks, gaps [2]float64 // of the beginning, of the rest up to slopeUpTo
	powers, k := 0.0, 0.0
	for _, took := range chosen {
		x := k / usual.Seats
		if x >= slopeUpTo {
			break
		}
		half := 0
		if x >= startUpTo {
			half = 1
			powers += math.Pow(x, slopePower)
		}
		ranks[half]++
		if took {
			k++
		} else {
			gaps[half]++
		}
	}
	if ranks[0] == 0 {
		return usual
	}
	truly := math.Max(0, 1-float64(unranked)/math.Max(1, gaps[0]+gaps[1]))
	p := usual
	p.Source = source
	p.P0 = (truly*gaps[0] + startRanks*usual.P0) / (ranks[0] + startRanks)
	p.Slope = math.Max(0, (truly*gaps[1]-p.P0*ranks[1]+slopeWeight*usual.Slope)/(powers+slopeWeight))
	return p
}

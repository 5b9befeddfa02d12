package availability

import (
	"math"
	"sync"
	"sync/atomic"

	"brujula/data"
)

// Forecast holds the clocks of one line of the current offer; results are
// indexed like the plazas that it was made for. It does not change once made
// and may be used from several goroutines.
type Forecast struct {
	line     data.Line
	clocks   *clocks
	gone     float64 // seats gone before the clocks start (see Live)
	now      float64 // the earliest pick number that can still be mine (see Live)
	lastPick float64 // picks after which nobody chooses any more
	tail     float64 // see tailShare
	known    []bool
	evidence []Evidence
	refits   []refit // the same seats under each refit
	shifts   shifts
	ground   *ground   // nil where no model stands behind
	learnt   []float64 // this year's deviation of each plaza's log weight (see Live); nil for none
	began    *float64  // log time at which the clocks of a live forecast start; nil at the beginning

	asked     atomic.Pointer[askedMoment] // the last one of momentAgain
	leaveOnce sync.Once
	leave     [][3]float64
}

// ground is what the log weights of a line's plazas are made of.
type ground struct {
	part    *part
	weights [][]weight // by plaza
	seats   []float64  // by plaza, before any was taken
	trust   float64

	once sync.Once
	mean map[effectYear]float64 // see means
}

// Forecast sets up the clocks of a line from the plazas of exactly that line,
// in any order. Plazas of a modality or profession that the model knows nothing
// of are there as seats but have no estimate (Estimate.Known).
func (m *Model) Forecast(line data.Line, plazas []data.Plaza) *Forecast {
	n := len(plazas)
	f := &Forecast{line: line, lastPick: math.Inf(1), tail: tailShare, known: make([]bool, n), evidence: make([]Evidence, n)}
	etas, seats := make([]float64, n), make([]float64, n)
	f.shifts = shiftGroups(plazas)
	for i := range plazas {
		seats[i] = float64(max(0, plazas[i].Seats))
	}
	p := m.parts[line.Modality].of(line.Profession)
	if p == nil {
		f.clocks = newClocks(etas, seats, 1)
		return f
	}
	f.ground = &ground{part: p, weights: make([][]weight, n), seats: seats, trust: p.trust(line.Profession)}
	terms := make([]found, n)
	w := p.weigher(line)
	for i := range plazas {
		terms[i] = w.of(&plazas[i])
		f.ground.weights[i] = terms[i].weights
		etas[i] = f.ground.trust * eta(terms[i].weights, p.coef)
		f.evidence[i] = p.evidenceOf(&plazas[i])
		f.known[i] = f.evidence[i].Level != EvidenceNone
	}
	f.refits = p.refitClocks(f.ground.trust, w, terms, seats)
	f.lastPick = p.lastPick(line)
	f.clocks = newClocks(etas, seats, p.theta)
	return f
}

// What the fit cannot know of a profession with few past picks.
const (
	uncertainPicks = 64
	sharedPicks    = 36
)

// trust is by how much the log weights of a profession's plazas are drawn
// together, 1 for not at all. A log time is about logistic about −η; where η
// itself is uncertain it is wider, and about logistic again with √(1 + A/N) of
// the scale, the variance of fitted effects going as one by the picks N that
// they rest on. That wider clock at weights η is this one at η / √(1 + A/N).
// What the professions share is worth sharedPicks picks to one without a past
// of its own.
func (p *part) trust(profession string) float64 {
	n := float64(sharedPicks + p.lines[profession].Ordered)
	return 1 / math.Sqrt(1+uncertainPicks/n)
}

// lastPick is where the line closed last time: after remunerada all seats may
// go, but in equivalente people run out before seats, and beyond the last pick
// nothing more is taken.
func (p *part) lastPick(line data.Line) float64 {
	facts, ok := p.lines[line.Profession]
	if line.Modality != data.Equivalente || !ok || !facts.Complete {
		return math.Inf(1)
	}
	return float64(facts.Taken)
}

// refit is one refit of the model: clocks of the same seats, and how much of
// their log weights is the draw of a year that no list tells of.
type refit struct {
	*clocks
	year []float64 // by plaza
}

func (p *part) refitClocks(trust float64, w *weigher, terms []found, seats []float64) []refit {
	refits := make([]refit, len(p.refits))
	for r, coef := range p.refits {
		drawn := w.draw(r)
		etas, year := make([]float64, len(seats)), make([]float64, len(seats))
		for i, t := range terms {
			year[i] = trust * eta(t.moves, drawn)
			etas[i] = trust*(eta(t.weights, coef)+eta(t.unseen, drawn)) + year[i]
		}
		refits[r] = refit{newClocks(etas, seats, p.theta), year}
	}
	return refits
}

// Line reports which line the forecast is of.
func (f *Forecast) Line() data.Line { return f.line }

// Theta is the variance of the frailty of its seats.
func (f *Forecast) Theta() float64 { return f.clocks.theta }

// Len counts the plazas.
func (f *Forecast) Len() int { return len(f.known) }

// Seats counts all the seats of the line, those already gone too.
func (f *Forecast) Seats() int { return int(math.Round(f.gone + f.clocks.total)) }

// LastPick is the pick number after which nobody chose any more last time; ok
// is false where the line goes on to its last seat or nothing is known.
func (f *Forecast) LastPick() (k float64, ok bool) {
	return f.lastPick, !math.IsInf(f.lastPick, 1) && f.lastPick < f.gone+f.clocks.total
}

// ToTheEnd returns the forecast of a line that goes on to its last seat, whatever
// the number of picks last time (see LastPick).
func (f *Forecast) ToTheEnd() *Forecast {
	return &Forecast{
		line: f.line, clocks: f.clocks, gone: f.gone, now: f.now, lastPick: math.Inf(1), tail: f.tail,
		known: f.known, evidence: f.evidence, refits: f.refits, shifts: f.shifts, ground: f.ground, learnt: f.learnt, began: f.began,
	}
}

// Exhausted reports whether no seat of the line is left at pick number k.
func (f *Forecast) Exhausted(k float64) bool {
	return f.clamp(k) >= f.clocks.total
}

// clamp turns a pick number into picks since the clocks started, from 0 to
// their seats, and stops it at the line's last pick.
func (f *Forecast) clamp(k float64) float64 {
	if math.IsNaN(k) {
		k = 0
	}
	k = math.Min(math.Max(k, f.now), math.Max(f.lastPick, f.gone))
	return math.Min(math.Max(k-f.gone, 0), f.clocks.total)
}

// moment is a pick number since the clocks started, from 0 to their seats, and
// the log time at which so many are gone: ±Inf at the ends.
type moment struct{ k, u float64 }

func (f *Forecast) moment(k float64) moment {
	k = f.clamp(k)
	switch {
	case k >= f.clocks.total:
		return moment{k, math.Inf(1)}
	case k <= 0:
		return moment{k, math.Inf(-1)}
	}
	return moment{k, f.clocks.timeAt(k)}
}

// Estimates returns what the model says of every plaza at pick number k, which is
// clamped to 0 … seats.
func (f *Forecast) Estimates(k float64) []Estimate {
	estimates := make([]Estimate, f.Len())
	at := f.moment(k)
	leave := f.leaves()
	exhausted, closed := at.k >= f.clocks.total, k > f.lastPick && at.k < f.clocks.total
	for i := range estimates {
		e := &estimates[i]
		e.Evidence = f.evidence[i]
		e.Exhausted, e.AfterClose = exhausted, closed
		if !f.known[i] {
			continue
		}
		e.Known = true
		e.Chance, e.FreeSeats = f.chance(i, at)
		e.LeaveFrom, e.LeaveTo, e.LeaveMiddle = leave[i][0], leave[i][1], leave[i][2]
		e.Band = BandOf(e.Chance)
	}
	f.fillRanges(estimates, at)
	return estimates
}

// chance returns the chance and the expected free seats of plaza i.
func (f *Forecast) chance(i int, at moment) (chance, seats float64) {
	if i < 0 || i >= f.Len() {
		return 0, 0
	}
	n := f.clocks.seats[i]
	switch {
	case n == 0 || math.IsInf(at.u, 1):
		return 0, 0
	case math.IsInf(at.u, -1):
		return 1, n
	}
	chance, seats = free(f.clocks.eta[i]+at.u, f.clocks.theta, n)
	left := f.left(at.k)
	return f.mixed(chance, left, n), (1-f.tail)*seats + f.tail*n*left
}

// left is the share of the seats that are left after k picks.
func (f *Forecast) left(k float64) float64 {
	return math.Min(math.Max((f.clocks.total-k)/f.clocks.total, 0), 1)
}

// tailShare is how often a plaza goes for reasons that have nothing to do with
// what the model knows, so that its seats are as free as any: where a chance
// would be 0.997 or more, plazas were free in 98 to 99 of 100 cases.
const tailShare = 0.03

// mixed adds that to the chance of a plaza of n seats when a share of all seats
// of the line is left. The expected seats gone stay the pick number.
func (f *Forecast) mixed(chance, left, n float64) float64 {
	anyLeft := left
	if n > 1 {
		anyLeft = 1 - math.Pow(1-left, n)
	}
	return (1-f.tail)*chance + f.tail*anyLeft
}

// Chances returns the chance of every plaza at pick number k, known or not, and
// the expected free seats; Σ (seats − free seats) is k within rounding.
func (f *Forecast) Chances(k float64) (chances, freeSeats []float64) {
	chances, freeSeats = make([]float64, f.Len()), make([]float64, f.Len())
	at := f.moment(k)
	for i := range chances {
		chances[i], freeSeats[i] = f.chance(i, at)
	}
	return chances, freeSeats
}

// Curve returns the chance of plaza i at several pick numbers, in their order.
func (f *Forecast) Curve(i int, picks []float64) []float64 {
	curve := make([]float64, len(picks))
	for j, k := range picks {
		curve[j], _ = f.chance(i, f.moment(k))
	}
	return curve
}

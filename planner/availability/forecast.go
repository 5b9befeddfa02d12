package availability

import (
	"math"
	"sync"

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
	known    []bool
	evidence []Evidence
	refits   []*clocks // the same seats under each refit
	shifts   [][shiftKinds]int32
	nShifts  int

	leaveOnce sync.Once
	leave     [][2]float64
}

// Forecast sets up the clocks of a line from the plazas of exactly that line,
// in any order. Plazas of a modality or profession that the model knows nothing
// of are there as seats but have no estimate (Estimate.Known).
func (m *Model) Forecast(line data.Line, plazas []data.Plaza) *Forecast {
	n := len(plazas)
	f := &Forecast{line: line, lastPick: math.Inf(1), known: make([]bool, n), evidence: make([]Evidence, n)}
	eta, seats := make([]float64, n), make([]float64, n)
	f.shifts, f.nShifts = shiftGroups(plazas)
	p := m.parts[line.Modality]
	columns := make([][effectCount]int32, n)
	for i := range plazas {
		seats[i] = float64(max(0, plazas[i].Seats))
		if p == nil {
			continue
		}
		levels := levelsOf(&plazas[i])
		columns[i] = p.columnsOf(&levels)
		eta[i] = p.eta(&columns[i], p.coef)
		f.evidence[i] = p.evidenceOf(&plazas[i], &levels, &columns[i])
		f.known[i] = f.evidence[i].Level != EvidenceNone
	}
	theta := 1.0
	if p != nil {
		theta = p.theta
		trust := p.trust(line.Profession)
		for i := range eta {
			eta[i] *= trust
		}
		f.refits = p.refitClocks(columns, seats, trust)
		f.lastPick = p.lastPick(line)
	}
	f.clocks = newClocks(eta, seats, theta)
	return f
}

// What the fit cannot know of a profession with few past picks.
const (
	// uncertainPicks tells from how few past picks the effects of a profession
	// are uncertain (see trust). Chosen on 2025-I remunerada, cross-validated
	// under three fold seeds, among 0, 16, 32, 64, 120 and 240: at 64 the log
	// score of the five lines of 20 to 200 seats that it helps falls by 0.006 to
	// 0.05 and those above 200 seats do not change by more than 0.0011; coverage
	// of "when it goes" comes within 77–83 % on all nine lines of 100 seats or
	// more, where it was 73–77 % on four. On the equivalente lines of 2025-I,
	// not used to choose it, the scores stay or fall but on two of the smallest.
	uncertainPicks = 64
	// fewPicks keeps the chances of a profession without a past of its own apart.
	fewPicks = 5
)

// trust is by how much the log weights of a profession's plazas are drawn
// together, 1 for not at all. A log time at θ = 1 is logistic about −η; where η
// itself is uncertain it is wider, and about logistic again with √(1 + A/N) of
// the scale, the variance of fitted effects going as one by the picks N that
// they rest on. That wider clock at weights η is this one at η / √(1 + A/N).
func (p *part) trust(profession string) float64 {
	n := float64(max(fewPicks, p.lines[profession].Taken))
	return 1 / math.Sqrt(1+uncertainPicks/n)
}

// lastPick is where the line closed last time: after remunerada all seats may
// go, but in equivalente people run out before seats, and beyond the last pick
// nothing more is taken (issue 4, 8).
func (p *part) lastPick(line data.Line) float64 {
	facts, ok := p.lines[line.Profession]
	if line.Modality != data.Equivalente || !ok || !facts.Complete {
		return math.Inf(1)
	}
	return float64(facts.Taken)
}

func (p *part) refitClocks(columns [][effectCount]int32, seats []float64, trust float64) []*clocks {
	refits := make([]*clocks, len(p.refits))
	for r, coef := range p.refits {
		eta := make([]float64, len(columns))
		for i := range columns {
			for _, c := range &columns[i] {
				if c >= 0 {
					eta[i] += trust * float64(coef[c])
				}
			}
		}
		refits[r] = newClocks(eta, seats, p.theta)
	}
	return refits
}

// Line tells which line the forecast is of.
func (f *Forecast) Line() data.Line { return f.line }

// Len counts the plazas.
func (f *Forecast) Len() int { return len(f.known) }

// Seats counts all the seats of the line, those already gone too.
func (f *Forecast) Seats() int { return int(math.Round(f.gone + f.clocks.total)) }

// LastPick is the pick number after which nobody chose any more last time; ok
// is false where the line goes on to its last seat or nothing is known.
func (f *Forecast) LastPick() (k float64, ok bool) {
	return f.lastPick, !math.IsInf(f.lastPick, 1) && f.lastPick < f.gone+f.clocks.total
}

// ToTheEnd gives the forecast of a line that goes on to its last seat, whatever
// the number of picks last time (see LastPick).
func (f *Forecast) ToTheEnd() *Forecast {
	return &Forecast{
		line: f.line, clocks: f.clocks, gone: f.gone, now: f.now, lastPick: math.Inf(1),
		known: f.known, evidence: f.evidence, refits: f.refits, shifts: f.shifts, nShifts: f.nShifts,
	}
}

// Exhausted tells that no seat of the line is left at pick number k.
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

// logTime gives the log time of a clamped pick number: ±Inf at the ends.
func (f *Forecast) logTime(k float64) float64 {
	switch {
	case k >= f.clocks.total:
		return math.Inf(1)
	case k <= 0:
		return math.Inf(-1)
	}
	return f.clocks.timeAt(k)
}

// Estimates gives what the model says of every plaza at pick number k, which is
// clamped to 0 … seats.
func (f *Forecast) Estimates(k float64) []Estimate {
	estimates := make([]Estimate, f.Len())
	at := f.clamp(k)
	u := f.logTime(at)
	leave := f.leaves()
	exhausted, closed := at >= f.clocks.total, k > f.lastPick && at < f.clocks.total
	for i := range estimates {
		e := &estimates[i]
		e.Evidence = f.evidence[i]
		e.Exhausted, e.AfterClose = exhausted, closed
		if !f.known[i] {
			continue
		}
		e.Known = true
		e.Chance, e.FreeSeats = f.chance(i, u)
		e.LeaveFrom, e.LeaveTo = leave[i][0], leave[i][1]
		e.Band = BandOf(e.Chance)
	}
	f.fillRanges(estimates, at, u)
	return estimates
}

// chance gives the chance and the expected free seats of plaza i at log time u.
func (f *Forecast) chance(i int, u float64) (chance, seats float64) {
	if i < 0 || i >= f.Len() {
		return 0, 0
	}
	n := f.clocks.seats[i]
	switch {
	case n == 0 || math.IsInf(u, 1):
		return 0, 0
	case math.IsInf(u, -1):
		return 1, n
	}
	return free(f.clocks.eta[i]+u, f.clocks.theta, n)
}

// Chances gives the chance of every plaza at pick number k, known or not, and
// the expected free seats; Σ (seats − free seats) is k within rounding.
func (f *Forecast) Chances(k float64) (chances, freeSeats []float64) {
	chances, freeSeats = make([]float64, f.Len()), make([]float64, f.Len())
	u := f.logTime(f.clamp(k))
	for i := range chances {
		chances[i], freeSeats[i] = f.chance(i, u)
	}
	return chances, freeSeats
}

// Curve gives the chance of plaza i at several pick numbers, in their order.
func (f *Forecast) Curve(i int, picks []float64) []float64 {
	curve := make([]float64, len(picks))
	for j, k := range picks {
		curve[j], _ = f.chance(i, f.logTime(f.clamp(k)))
	}
	return curve
}

// PickFor gives the largest pick number at which the chance of plaza i is at
// least the given one; ok is false where even the next pick does not have it.
func (f *Forecast) PickFor(i int, chance float64) (k float64, ok bool) {
	u, ok := f.timeOf(i, chance)
	switch {
	case !ok:
		return 0, false
	case math.IsInf(u, 1):
		return f.gone + f.clocks.total, true
	case !math.IsInf(u, -1):
		k, _, _ = f.clocks.at(u)
	}
	k = f.beforeClose(f.gone + k)
	return k, k >= f.now
}

// beforeClose gives the seats of the line for a pick number that lies at or
// beyond the line's last pick, since the chance falls no more after it.
func (f *Forecast) beforeClose(k float64) float64 {
	if k >= f.lastPick {
		return f.gone + f.clocks.total
	}
	return k
}

// timeOf gives the log time at which the chance of plaza i falls to a value.
func (f *Forecast) timeOf(i int, chance float64) (u float64, ok bool) {
	if i < 0 || i >= f.Len() {
		return 0, false
	}
	n := f.clocks.seats[i]
	switch {
	case chance <= 0:
		return math.Inf(1), true
	case n == 0 || chance > 1 || math.IsNaN(chance):
		return 0, false
	case chance == 1:
		return math.Inf(-1), true
	}
	// 1 − (1−S)^n = chance
	s := -math.Expm1(math.Log1p(-chance) / n)
	return timeFor(s, f.clocks.theta) - f.clocks.eta[i], true
}

// The chances between which a plaza goes in 80 of 100 cases.
const (
	leaveStart = 0.9
	leaveEnd   = 0.1
)

// leaves computes once when each plaza goes (model.md, "Ranges", 1).
func (f *Forecast) leaves() [][2]float64 {
	f.leaveOnce.Do(func() {
		f.leave = make([][2]float64, f.Len())
		if f.clocks.total == 0 {
			return
		}
		t := newTable(f.clocks)
		for i := range f.leave {
			for end, chance := range [2]float64{leaveStart, leaveEnd} {
				if u, ok := f.timeOf(i, chance); ok {
					f.leave[i][end] = f.gone + t.pickAt(u)
				}
			}
		}
	})
	return f.leave
}

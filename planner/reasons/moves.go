package reasons

import (
	"cmp"
	"math"
	"slices"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/workspace"
)

// Seen is what was thought of the lines at one time, to tell later what has
// changed. It holds no list.
type Seen struct {
	look  workspace.Look
	lines map[data.Line]*seenLine
}

// seenLine is one line as it was.
type seenLine struct {
	k        float64
	seats    int
	live     *workspace.Live
	forecast *availability.Forecast
	codes    []string  // RENIPRESS by slot of the forecast
	chances  []float64 // by slot; NaN for none
	slots    map[string]int
}

// See keeps what is thought now.
func See(w *workspace.Workspace, est *workspace.Estimates) *Seen {
	s := &Seen{look: est.Look, lines: map[data.Line]*seenLine{}}
	for _, view := range est.Lines {
		if view.Forecast == nil || !view.Known {
			continue
		}
		l := &seenLine{k: view.K, seats: view.Seats, live: view.Live, forecast: view.Forecast.WithoutRanges(), slots: make(map[string]int, len(view.Rows))}
		for slot, row := range view.Rows {
			chance := math.NaN()
			if e, ok := est.Of(w, row); ok {
				chance = e.Chance
			}
			code := w.Catalog.Plaza(row).Renipress
			l.codes, l.chances = append(l.codes, code), append(l.chances, chance)
			l.slots[code] = slot
		}
		s.lines[view.Line] = l
	}
	return s
}

// moved is by how much a chance has changed where that is told.
const moved = 0.005

// Differs reports whether any chance of s is another one than before.
func (s *Seen) Differs(before *Seen) bool {
	if len(s.lines) != len(before.lines) {
		return true
	}
	for line, now := range s.lines {
		was := before.lines[line]
		if was == nil || !slices.Equal(was.codes, now.codes) {
			return true
		}
		for i, chance := range now.chances {
			if math.IsNaN(chance) != math.IsNaN(was.chances[i]) || math.Abs(chance-was.chances[i]) >= moved {
				return true
			}
		}
	}
	return false
}

// Cause is what moved a chance most.
type Cause uint8

// The causes.
const (
	ByRank     Cause = iota // another rank
	ByPasses                // other thoughts of who passes
	ByAct                   // where the act stands
	ByEvidence              // what the lists or the picks of the act tell, see Move.Reason
	ByOffer                 // what else is on offer in the line
)

// Key names the cause in JSON.
func (c Cause) Key() string {
	switch c {
	case ByRank:
		return "orden"
	case ByPasses:
		return "pasan"
	case ByAct:
		return "acto"
	case ByEvidence:
		return "evidencia"
	case ByOffer:
	}
	return "oferta"
}

// Move is how the chance of a plaza changed, and why.
type Move struct {
	Before, Now float64
	Cause       Cause
	RankBefore  int // of ByRank
	RankNow     int
	Turn        int     // of ByAct: the rank whose turn it is
	Reason      *Reason // of ByEvidence: what changed most, as it is now
}

// Since reports how the chance of a row has changed since what was seen; ok is
// false where it has not, or was not known. The change is taken apart by the
// model itself: what another turn makes of the chance as it was, and what other
// evidence makes of it at the new turn; of that the piece is told which changed
// most the way the chance went.
func (s *Seen) Since(w *workspace.Workspace, est *workspace.Estimates, row int) (m Move, ok bool) {
	e, known := est.Of(w, row)
	view, slot, found := est.Slot(w, row)
	p := w.Catalog.Plaza(row)
	if s == nil || !known || !found {
		return Move{}, false
	}
	was := s.lines[p.Line()]
	if was == nil {
		return Move{}, false
	}
	before, there := was.slots[p.Renipress]
	if !there || math.IsNaN(was.chances[before]) || math.Abs(e.Chance-was.chances[before]) < moved {
		return Move{}, false
	}
	m = Move{Before: was.chances[before], Now: e.Chance}
	turned := was.forecast.ChanceWithout(before, 0, view.K)
	byTurn, byEvidence := turned-m.Before, m.Now-turned
	if math.Abs(byTurn) >= math.Abs(byEvidence) {
		m.Cause = s.turnCause(was, view, est.Look)
		m.RankBefore, m.RankNow = s.look.Rank, est.Look.Rank
		if view.Live != nil {
			m.Turn = view.Live.Turn
		}
		return m, true
	}
	m.Cause = ByOffer
	if r := changed(w, est, row, valuesOf(was.forecast, before), valuesOf(view.Forecast, slot), byEvidence > 0); r != nil {
		m.Cause, m.Reason = ByEvidence, r
	}
	return m, true
}

// turnCause reports why my turn comes at another pick.
func (s *Seen) turnCause(was *seenLine, view *workspace.LineView, look workspace.Look) Cause {
	switch {
	case look.Rank != s.look.Rank || look.RankEquivalente != s.look.RankEquivalente:
		return ByRank
	case view.Live != was.live:
		return ByAct
	}
	return ByPasses
}

// changed returns the evidence that changed most the way the chance went; nil
// where none did.
func changed(w *workspace.Workspace, est *workspace.Estimates, row int, was, now map[Kind]float64, raised bool) *Reason {
	kinds := make([]Kind, 0, kindCount)
	for k := range kindCount {
		if by := now[k] - was[k]; math.Abs(by) >= least && by < 0 == raised {
			kinds = append(kinds, k)
		}
	}
	if len(kinds) == 0 {
		return nil
	}
	most := slices.MaxFunc(kinds, func(a, b Kind) int {
		return cmp.Compare(math.Abs(now[a]-was[a]), math.Abs(now[b]-was[b]))
	})
	view, slot, _ := est.Slot(w, row)
	// what it says now beside what it said, not beside the mean seat
	r := reasonOf(w, view, slot, most, now[most]-was[most])
	return &r
}

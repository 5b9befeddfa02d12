package availability

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"brujula/data"
)

// pastLine is one queue of the past: its seats in the order in which they went,
// then those that were still there at the end or at the cut.
type pastLine struct {
	line     data.Line
	plazas   []*pastPlaza
	seats    []pastSeat // taken with a known order, then left
	groups   []int      // ends of the groups of ties in seats
	marks    []float64  // of each group; 0 where the line is ordered by ranks
	late     []int32    // plazas of the special cases after the line was over, in their order
	complete bool       // the list was not cut
	exact    bool       // ordered by rank, not by mark
	taken    int        // seats taken, with or without a known order
	unplaced int        // picks at no plaza of the offer
	passing  Passing    // learnt from the ranks, where the list has them
}

// pastSeat points at the plaza of a seat.
type pastSeat struct{ plaza int32 }

// pastPlaza is one plaza of a past line.
type pastPlaza struct {
	*data.Plaza         // Seats is at least the seats taken; see setSeats
	taken       int     // seats taken
	ordered     int     // of them, those with a known order
	late        int     // of them, special cases after the line was over
	later       int     // of them, those after the part of an act whose order is known
	lastPick    float64 // middle of the group in which the last ordered one went
	lastTie     Tie     // that group
}

// setSeats changes the seats of this plaza, not of the list that it is from.
func (p *pastPlaza) setSeats(n int) {
	if n != p.Seats {
		own := *p.Plaza
		own.Seats, p.Plaza = n, &own
	}
}

// ordered counts the taken seats whose order is known.
func (l *pastLine) ordered() int {
	if len(l.groups) == 0 {
		return 0
	}
	return l.groups[len(l.groups)-1]
}

// linesOf splits a past process into its lines, in the order of their
// professions. A profession without a single pick is left out: the list may not
// have been of it, and a missing row never means "not taken".
func linesOf(past History) []*pastLine {
	return linesWhere(past, func(string) bool { return true })
}

// linesWhere is linesOf for the professions that are asked for.
func linesWhere(past History, asked func(profession string) bool) []*pastLine {
	if past.Offer == nil || past.Adjudication == nil {
		return nil
	}
	picks := make(map[string][]*data.Pick)
	for i := range past.Adjudication.Picks {
		if pick := &past.Adjudication.Picks[i]; asked(pick.Profession) {
			picks[pick.Profession] = append(picks[pick.Profession], pick)
		}
	}
	offered := make(map[string][]*data.Plaza, len(picks))
	for i := range past.Offer.Plazas {
		plaza := &past.Offer.Plazas[i]
		if len(picks[plaza.Profession]) > 0 {
			offered[plaza.Profession] = append(offered[plaza.Profession], plaza)
		}
	}
	lines := make([]*pastLine, 0, len(offered))
	for profession, plazas := range offered {
		line := data.Line{Process: past.Offer.Process, Profession: profession, Modality: past.Offer.Modality}
		known, later, upTo := knownOrder(past.Adjudication, profession, picks[profession])
		l := newPastLine(line, plazas, known, upTo == 0)
		l.learnPassing(known, max(0, upTo))
		l.addLater(later)
		lines = append(lines, l)
	}
	slices.SortFunc(lines, func(a, b *pastLine) int { return cmp.Compare(a.line.Profession, b.line.Profession) })
	return lines
}

// knownOrder parts the picks of a line into those from which its order is learnt
// and those that only tell what was taken later. upTo is the rank at which the
// former are cut, 0 for a line that is known to its end and below 0 for one of
// which no order is known. Of an act that the user followed they are those up to
// the first turn that was not seen: behind it a seat that seems free may be gone.
func knownOrder(list *data.Adjudication, profession string, picks []*data.Pick) (known, later []*data.Pick, upTo int) {
	f := list.FollowedOf(profession)
	switch {
	case f == nil:
		return picks, nil, list.UpTo
	case f.Whole:
		return picks, nil, 0
	}
	for _, pick := range picks {
		if 0 < pick.Rank && pick.Rank <= f.Exact {
			known = append(known, pick)
		} else {
			later = append(later, pick)
		}
	}
	if f.Exact <= 0 {
		return nil, later, -1
	}
	return known, later, f.Exact
}

// addLater adds picks that went at no known turn after those of the line's order.
// Until then their seats were there, as those of special cases are.
func (l *pastLine) addLater(picks []*data.Pick) {
	index := make(map[string]*pastPlaza, len(l.plazas))
	number := make(map[*pastPlaza]int32, len(l.plazas))
	for at, plaza := range l.plazas {
		index[plaza.Renipress], number[plaza] = plaza, int32(at)
	}
	for _, pick := range picks {
		plaza, ok := index[pick.Renipress]
		if !ok {
			l.unplaced++
			continue
		}
		l.taken++
		plaza.taken++
		plaza.later++
		if plaza.taken > plaza.Seats { // the offer that is loaded now has fewer
			plaza.setSeats(plaza.taken)
			l.seats = append(l.seats, pastSeat{plaza: number[plaza]})
		}
	}
}

// newPastLine joins the picks of a line to its plazas by RENIPRESS.
func newPastLine(line data.Line, plazas []*data.Plaza, picks []*data.Pick, complete bool) *pastLine {
	l := &pastLine{line: line, complete: complete}
	index := make(map[string]int32, len(plazas))
	for _, plaza := range plazas {
		if at, ok := index[plaza.Renipress]; ok {
			l.plazas[at].setSeats(l.plazas[at].Seats + max(0, plaza.Seats))
			continue
		}
		index[plaza.Renipress] = int32(len(l.plazas))
		l.plazas = append(l.plazas, &pastPlaza{Plaza: plaza})
		l.plazas[len(l.plazas)-1].setSeats(max(0, plaza.Seats))
	}
	order, exact := orderOf(picks)
	l.exact = exact
	var ordered []placedPick
	for _, pick := range picks {
		at, ok := index[pick.Renipress]
		if !ok {
			l.unplaced++
			continue
		}
		l.taken++
		l.plazas[at].taken++
		if key, ok := order(pick); ok {
			ordered = append(ordered, placedPick{plaza: at, key: key})
		}
	}
	late := l.place(ordered)
	for at, plaza := range l.plazas {
		for range plaza.Seats - plaza.taken {
			l.seats = append(l.seats, pastSeat{plaza: int32(at)})
		}
		plaza.setSeats(max(plaza.Seats, plaza.taken))
	}
	for _, pick := range late {
		l.seats = append(l.seats, pastSeat{plaza: pick.plaza})
		l.plazas[pick.plaza].late++
		l.late = append(l.late, pick.plaza)
	}
	return l
}

// learnPassing reads how many pass off the ranks of the line's picks.
func (l *pastLine) learnPassing(picks []*data.Pick, upTo int) {
	seats := 0
	for _, plaza := range l.plazas {
		seats += plaza.Seats
	}
	l.passing = DefaultPassing(l.line, seats)
	if !l.exact || l.line.Modality != data.Remunerada || seats == 0 {
		return
	}
	last, unranked := upTo, 0
	for _, pick := range picks {
		last = max(last, pick.Rank)
		if pick.Rank <= 0 {
			unranked++
		}
	}
	chosen := make([]bool, min(last, mostRanks))
	for _, pick := range picks {
		if pick.Rank > 0 && pick.Rank <= len(chosen) {
			chosen[pick.Rank-1] = true
		}
	}
	l.passing = learnPassing(l.passing, chosen, unranked, l.line.Process)
}

// mostRanks bounds what a list may claim as a rank; no order of merit is as long.
const mostRanks = 1_000_000

// placedPick is a pick with its plaza and its place in the order: smaller keys
// chose earlier, equal keys are a tie.
type placedPick struct {
	plaza int32
	key   float64
}

// orderOf reports how a line is ordered: by rank where the list has ranks, which
// is exact, else by mark. Picks without that figure have no known order.
func orderOf(picks []*data.Pick) (order func(*data.Pick) (float64, bool), exact bool) {
	for _, pick := range picks {
		if pick.Rank > 0 {
			return func(p *data.Pick) (float64, bool) { return float64(p.Rank), p.Rank > 0 }, true
		}
	}
	return func(p *data.Pick) (float64, bool) { return -p.Mark, p.HasMark() }, false
}

// place lays the taken seats down in their order and notes the ties. It gives
// back the special cases that came late.
func (l *pastLine) place(picks []placedPick) (late []placedPick) {
	sort.SliceStable(picks, func(i, j int) bool {
		if picks[i].key != picks[j].key {
			return picks[i].key < picks[j].key
		}
		return picks[i].plaza < picks[j].plaza
	})
	picks, late = l.regular(picks)
	for from := 0; from < len(picks); {
		to := from + 1
		for to < len(picks) && picks[to].key == picks[from].key {
			to++
		}
		middle, mark := float64(from)+float64(to-from+1)/2, max(0, -picks[from].key)
		for _, pick := range picks[from:to] {
			l.seats = append(l.seats, pastSeat{plaza: pick.plaza})
			l.plazas[pick.plaza].ordered++
			l.plazas[pick.plaza].lastPick = middle
			l.plazas[pick.plaza].lastTie = Tie{From: from + 1, To: to, Mark: mark}
		}
		l.groups, l.marks = append(l.groups, to), append(l.marks, mark)
		from = to
	}
	return late
}

// What tells the special cases that come after a line is over: a gap of more
// ranks than regularFrom of the picks have ever left.
const (
	specialGap  = 15
	regularFrom = 0.9
)

// regular parts the picks of a line that went in order of merit from the special
// cases after it: those from the first gap of more than specialGap ranks on,
// which have ranks far behind the last one who chose in turn. Their seats count
// as left at the end. In a line with takers of no known rank a gap tells
// nothing, nor where the list was cut.
func (l *pastLine) regular(picks []placedPick) (regular, late []placedPick) {
	if !l.exact || !l.complete || len(picks) < l.taken {
		return picks, nil
	}
	for i := max(1, int(math.Ceil(regularFrom*float64(len(picks))))); i < len(picks); i++ {
		if picks[i].key-picks[i-1].key > specialGap {
			return picks[:i], picks[i:]
		}
	}
	return picks, nil
}

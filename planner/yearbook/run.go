package yearbook

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/availability"
)

const gravest = rules.SeverityHigh

// run tells how the line went.
func (r *Report) run(o *availability.Outcome, a *data.Adjudication) {
	r.Places, r.Seats, r.Taken, r.Ranked, r.Whole = len(o.Plazas), o.Seats, o.Taken, o.Exact, o.Complete
	turns := turnsOf(o, ranksOf(a, o))
	for _, n := range o.Unordered {
		r.Unplaced += n
	}
	r.Grades = groups(o, turns, grade)
	slices.SortFunc(r.Grades, func(a, b Group) int { return -cmp.Compare(a.Name, b.Name) })
	r.Regions = groups(o, turns, func(p *data.Plaza) string { return p.Region })
	slices.SortStableFunc(r.Regions, func(a, b Group) int { return cmp.Or(cmp.Compare(a.Mean, b.Mean), cmp.Compare(a.Name, b.Name)) })
	r.places(o, turns)
	r.passing(o, a, turns)
}

// ranksOf returns the ranks of those who took seats in a known order, in that order;
// none where the list has marks alone.
func ranksOf(a *data.Adjudication, o *availability.Outcome) []int {
	if !o.Exact {
		return nil
	}
	offered := map[string]bool{}
	for i := range o.Plazas {
		offered[o.Plazas[i].Renipress] = true
	}
	var ranks []int
	for i := range a.Picks {
		if p := &a.Picks[i]; p.Profession == o.Line.Profession && p.Rank > 0 && offered[p.Renipress] {
			ranks = append(ranks, p.Rank)
		}
	}
	slices.Sort(ranks)
	if len(ranks) < len(o.Order) {
		return nil
	}
	return ranks[:len(o.Order)]
}

// turnsOf returns the turns of the seats of each plaza that went in a known order,
// soonest first. Of a tie it is its end: by then the seat was gone for sure.
func turnsOf(o *availability.Outcome, ranks []int) [][]Turn {
	turns := make([][]Turn, len(o.Plazas))
	from := 0
	for g, to := range o.Groups {
		for _, plaza := range o.Order[from:to] {
			t := Turn{Pick: to, Mark: o.Marks[g]}
			if ranks != nil {
				t.Rank = ranks[to-1]
			}
			turns[plaza] = append(turns[plaza], t)
		}
		from = to
	}
	return turns
}

// left is how many seats of a plaza were there to the end.
func left(o *availability.Outcome, turns [][]Turn, plaza int) int {
	late := 0
	for _, p := range o.Late {
		if p == plaza {
			late++
		}
	}
	return max(0, o.Plazas[plaza].Seats-len(turns[plaza])-late-o.Later[plaza]-o.Unordered[plaza])
}

// groups adds plazas up by a name; those without one are left out.
func groups(o *availability.Outcome, turns [][]Turn, name func(p *data.Plaza) string) []Group {
	all := map[string][]int{}
	for i := range o.Plazas {
		if key := name(o.Plazas[i]); key != "" {
			all[key] = append(all[key], i)
		}
	}
	var out []Group
	for key, plazas := range all {
		g := Group{Name: key}
		var went []Turn
		sum := 0.0
		for _, plaza := range plazas {
			g.Seats += o.Plazas[plaza].Seats
			n := left(o, turns, plaza)
			g.Left += n
			sum += float64(n)
			went = append(went, turns[plaza]...)
		}
		for _, t := range went {
			sum += float64(t.Pick) / float64(o.Seats)
		}
		slices.SortFunc(went, func(a, b Turn) int { return cmp.Compare(a.Pick, b.Pick) })
		if half := (g.Seats + 1) / 2; len(went) >= half {
			g.Half = went[half-1]
		}
		if len(went) > 0 {
			g.Last = went[len(went)-1]
		}
		if n := len(went) + g.Left; n > 0 {
			g.Mean = sum / float64(n)
		}
		out = append(out, g)
	}
	return out
}

// places finds those whose last seat went first, and those that had seats to the
// end or went last.
func (r *Report) places(o *availability.Outcome, turns [][]Turn) {
	var all []Place
	for i := range o.Plazas {
		p := Place{Plaza: o.Plazas[i], Left: left(o, turns, i)}
		if len(turns[i]) > 0 {
			p.First, p.Last = turns[i][0], turns[i][len(turns[i])-1]
		}
		if len(turns[i]) > 0 || p.Left > 0 {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b Place) int {
		return cmp.Or(cmp.Compare(a.Left, b.Left), cmp.Compare(a.Last.Pick, b.Last.Pick), cmp.Compare(a.Plaza.Renipress, b.Plaza.Renipress))
	})
	for _, p := range all {
		if p.Left == 0 && len(r.Hardest) < placesShown {
			r.Hardest = append(r.Hardest, p)
		}
	}
	for _, p := range slices.Backward(all) {
		if len(r.Easiest) < placesShown {
			r.Easiest = append(r.Easiest, p)
		}
	}
}

// stretches is in how many parts the line is told.
const stretches = 5

// passing counts the ranks that took no seat, up to the last regular one. Whoever
// took a seat that is in no offer, such as one of a specialist, took one.
func (r *Report) passing(o *availability.Outcome, a *data.Adjudication, turns [][]Turn) {
	last := 0
	for _, t := range slices.Concat(turns...) {
		last = max(last, t.Rank)
	}
	taken := map[int]bool{}
	for i := range a.Picks {
		if p := &a.Picks[i]; p.Profession == o.Line.Profession && p.Rank > 0 {
			taken[p.Rank] = true
		}
	}
	if last == 0 || !o.Exact {
		return
	}
	for part := range stretches {
		s := Stretch{From: last*part/stretches + 1, To: last * (part + 1) / stretches}
		for rank := s.From; rank <= s.To; rank++ {
			if !taken[rank] {
				s.Passed++
			}
		}
		r.Passed = append(r.Passed, s)
	}
}

// grade writes the grade of a plaza, "" where the list has none.
func grade(p *data.Plaza) string {
	if p.Grade == 0 {
		return ""
	}
	return texts.GradeText(p.Grade)
}

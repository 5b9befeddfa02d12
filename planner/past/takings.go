package past

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/planner/availability"
)

// Taking is one seat of a plaza that was taken, as its list tells it.
type Taking struct {
	Turn   availability.Tie // in its line; the zero one where the order is not known
	Rank   int              // in the order of merit; 0 where the list has none
	Mark   float64          // 0 where the list has none; each process has its own scale
	Late   bool             // by a special case, after the line was over
	Source data.Source      // the row
}

// Known reports whether the turn is.
func (t *Taking) Known() bool { return t.Turn.To > 0 }

// Takings tells of each seat of a plaza that was taken in one process, by its
// place in Processes: those of known turns first, in their order.
func (b *Book) Takings(at int, p *data.Plaza) []Taking {
	if at < 0 || at >= len(b.years) {
		return nil
	}
	y := b.years[at]
	l := y.line(lineKey{p.Modality, p.Profession})
	if l == nil {
		return nil
	}
	s, _ := l.story(p.Renipress) // none of what is taken without being offered
	return takingsOf(l.picksAt(p.Renipress), &s)
}

// takingsOf joins the picks of a plaza with the turns of its story. These stand in
// the order of the ranks, or of the marks where the line has no ranks, and belong
// to the first of the picks in the same order.
func takingsOf(picks []*data.Pick, s *Story) []Taking {
	out := make([]Taking, 0, len(picks))
	for _, p := range picks {
		out = append(out, Taking{Rank: p.Rank, Mark: p.Mark, Source: p.Source})
	}
	byMark := slices.ContainsFunc(s.Went, func(t availability.Tie) bool { return t.Mark > 0 })
	slices.SortStableFunc(out, func(a, b Taking) int {
		if byMark {
			return cmp.Compare(b.Mark, a.Mark)
		}
		return cmp.Or(-cmp.Compare(min(a.Rank, 1), min(b.Rank, 1)), cmp.Compare(a.Rank, b.Rank))
	})
	for i := range min(len(s.Went), len(out)) {
		out[i].Turn, out[i].Late = s.Went[i], i >= len(s.Went)-s.Late
	}
	return out
}

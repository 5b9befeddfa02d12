package advice

import (
	"math"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/risk"
	"brujula/planner/workspace"
)

// candidate is a plaza of the applicant's lines that is not in the plan.
type candidate struct {
	plaza  *data.Plaza
	chance float64
	points float64
	known  bool // points are stated
	mark   risk.Mark
}

func (c *candidate) named() *texts.AdvicePlaza {
	return &texts.AdvicePlaza{
		Name: c.plaza.Establishment, Where: c.plaza.District + ", " + c.plaza.Province, Chance: c.chance,
		Points: c.points, PointsKnown: c.known, Worst: c.mark.Worst, Risks: c.mark.Count,
	}
}

// candidates lists the plazas of a modality outside the plan that have a
// chance and break no limit of the applicant, in the order of the catalog.
func (a *adviser) candidates(m data.Modality) []candidate {
	if list, ok := a.outside[m]; ok {
		return list
	}
	var list []candidate
	if v := a.est.Lines[m]; v != nil {
		inPlan := map[int]bool{}
		for i := range a.view.Lines {
			inPlan[a.view.Lines[i].Row] = true
		}
		for _, row := range v.Rows {
			if e, ok := a.est.Of(a.space, row); ok && !inPlan[row] && !a.est.Refusals.Breaks(row) {
				list = append(list, a.candidate(row, &e))
			}
		}
	}
	a.outside[m] = list
	return list
}

func (a *adviser) candidate(row int, e *availability.Estimate) candidate {
	f := a.space.Facts(row, a.est)
	return candidate{plaza: f.Plaza, chance: e.Chance, points: f.Points.Value, known: f.Points.Known, mark: f.Mark}
}

// best returns the candidate that passes and that prefer puts before all others;
// nil when none passes. What was named already is left out.
func (a *adviser) best(m data.Modality, passes func(*candidate) bool, prefer func(x, y *candidate) bool) *candidate {
	var best *candidate
	list := a.candidates(m)
	for i := range list {
		c := &list[i]
		if !a.named[c.plaza.PlazaID] && passes(c) && (best == nil || prefer(c, best)) {
			best = c
		}
	}
	return best
}

// morePoints prefers points, then chance; of two that are alike in both, the one that is
// warned of less.
func morePoints(x, y *candidate) bool {
	switch {
	case x.points != y.points:
		return x.points > y.points
	case x.chance != y.chance:
		return x.chance > y.chance
	}
	return y.mark.Rank() > x.mark.Rank()
}

// safest returns the very likely plaza of a modality with the most points.
func (a *adviser) safest(m data.Modality) *candidate {
	return a.best(m, func(c *candidate) bool { return c.chance >= safe }, morePoints)
}

// moreLines: how many lines like those of the plan would bring it to 95 %, and
// one plaza that would do it alone.
func (a *adviser) moreLines() []Advice {
	nothing := a.view.Nothing
	if nothing <= 1-safe {
		return nil
	}
	median, modality := a.middle()
	more := mostMore + 1
	if median > 0 {
		more = int(math.Ceil(math.Log((1-safe)/nothing)/math.Log1p(-median) - 1e-9))
	}
	out := Advice{Kind: MoreLines}
	var one *texts.AdvicePlaza
	enough := func(c *candidate) bool { return nothing*(1-c.chance) <= 1-safe }
	if c := a.best(modality, enough, morePoints); c != nil {
		one, out.Suggested = c.named(), a.suggest(c)
	}
	out.Text = texts.AdviceMoreLines(1-nothing, median, more, mostMore, one)
	return []Advice{out}
}

// middle returns the median chance of the plan's lines, the lower of two, and
// the modality of the first line.
func (a *adviser) middle() (median float64, m data.Modality) {
	var chances []float64
	for i := range a.view.Lines {
		if l := &a.view.Lines[i]; l.Known {
			if len(chances) == 0 {
				m = l.Entry.ID.Modality
			}
			chances = append(chances, l.Estimate.Chance)
		}
	}
	slices.Sort(chances)
	return chances[(len(chances)-1)/2], m
}

// dominated: in the province of a line, a plaza outside the plan has at least
// its chance, points and bonuses, no more and no graver notes of risk, and
// clearly more chance or more points.
func (a *adviser) dominated() []Advice {
	var out []Advice
	for place := range a.view.Lines {
		l := &a.view.Lines[place]
		if !l.Known || !l.Points.Known || len(out) == mostOfAKind {
			continue
		}
		if c := a.best(l.Entry.ID.Modality, func(c *candidate) bool { return betterThan(c, l) }, morePoints); c != nil {
			out = append(out, Advice{
				Kind: Dominated, Lines: []int{place}, Suggested: a.suggest(c), Text: texts.AdviceDominated(a.line(place), *c.named()),
			})
		}
	}
	return out
}

func betterThan(c *candidate, l *workspace.PlanLine) bool {
	p := l.Plaza
	switch {
	case c.plaza.Region != p.Region || c.plaza.Province != p.Province:
		return false
	case !c.known || c.points < l.Points.Value || c.chance < l.Estimate.Chance:
		return false
	case c.mark.Worse(l.Mark):
		return false
	case p.ZAF && !c.plaza.ZAF || p.ZE && !c.plaza.ZE:
		return false
	}
	return c.points > l.Points.Value || c.chance >= l.Estimate.Chance+better
}

// bargains: for a line that is unlikely, a plaza of the same region that gives
// up to two points less and much more chance, where the plan does not have the
// like already.
func (a *adviser) bargains() []Advice {
	var out []Advice
	for place := range a.view.Lines {
		l := &a.view.Lines[place]
		if !l.Known || !l.Points.Known || l.Estimate.Chance >= difficult || len(out) == mostOfAKind {
			continue
		}
		fits := func(c *candidate) bool {
			less := l.Points.Value - c.points
			return c.known && less > 0 && less <= bargainCost && c.plaza.Region == l.Plaza.Region &&
				c.chance >= l.Estimate.Chance+gain && !a.planHas(c)
		}
		near := func(c *candidate) bool { return c.plaza.Province == l.Plaza.Province }
		graver := func(c *candidate) bool { return c.mark.Worst > l.Mark.Worst }
		prefer := func(x, y *candidate) bool {
			switch {
			case graver(x) != graver(y): // points do not pay for a danger that the line does not have
				return graver(y)
			case near(x) != near(y):
				return near(x)
			}
			return morePoints(x, y)
		}
		if c := a.best(l.Entry.ID.Modality, fits, prefer); c != nil {
			out = append(out, Advice{
				Kind: Bargain, Lines: []int{place}, Suggested: a.suggest(c), Text: texts.AdviceBargain(a.line(place), *c.named()),
			})
		}
	}
	return out
}

// planHas reports whether a line of the plan, of the same region and modality,
// is as good in points and chance.
func (a *adviser) planHas(c *candidate) bool {
	for i := range a.view.Lines {
		l := &a.view.Lines[i]
		if l.Known && l.Entry.ID.Modality == c.plaza.Modality && l.Plaza.Region == c.plaza.Region &&
			l.Points.Value >= c.points && l.Estimate.Chance >= c.chance {
			return true
		}
	}
	return false
}

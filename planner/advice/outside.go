package advice

import (
	"math"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// named says a plaza outside the plan as the sentences name it.
func named(c *workspace.Facts) *texts.AdvicePlaza {
	return &texts.AdvicePlaza{
		Name: c.Plaza.Establishment, Where: texts.Where(c.Plaza.District, c.Plaza.Province), Chance: c.Estimate.Chance,
		Points: c.Points.Value, PointsKnown: c.Points.Known, Worst: c.Mark.Worst, Risks: c.Mark.Count,
	}
}

// candidates are the plazas of a modality that may be advised in place of others.
func (a *adviser) candidates(m data.Modality) []workspace.Facts {
	list, ok := a.outside[m]
	if !ok {
		list = a.view.Outside(a.space, a.est, m)
		a.outside[m] = list
	}
	return list
}

// best returns the candidate that passes and that prefer puts before all others;
// nil when none passes. What was named already is left out.
func (a *adviser) best(m data.Modality, passes func(*workspace.Facts) bool, prefer func(x, y *workspace.Facts) bool) *workspace.Facts {
	var best *workspace.Facts
	list := a.candidates(m)
	for i := range list {
		c := &list[i]
		if !a.named[c.Plaza.PlazaID] && passes(c) && (best == nil || prefer(c, best)) {
			best = c
		}
	}
	return best
}

// morePoints prefers points, then chance; of two that are alike in both, the one that is
// warned of less.
func morePoints(x, y *workspace.Facts) bool {
	switch {
	case x.Points.Value != y.Points.Value:
		return x.Points.Value > y.Points.Value
	case x.Estimate.Chance != y.Estimate.Chance:
		return x.Estimate.Chance > y.Estimate.Chance
	}
	return y.Mark.Rank() > x.Mark.Rank()
}

// safest returns the very likely plaza of a modality with the most points.
func (a *adviser) safest(m data.Modality) *workspace.Facts {
	return a.best(m, func(c *workspace.Facts) bool { return c.Estimate.Chance >= safe }, morePoints)
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
	enough := func(c *workspace.Facts) bool { return nothing*(1-c.Estimate.Chance) <= 1-safe }
	if c := a.best(modality, enough, morePoints); c != nil {
		one, out.Suggested = named(c), a.suggest(c)
	}
	out.AdviceSaid = texts.AdviceMoreLines(1-nothing, median, more, mostMore, one)
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
		if c := a.best(l.Entry.ID.Modality, func(c *workspace.Facts) bool { return betterThan(c, l) }, morePoints); c != nil {
			out = append(out, Advice{
				Kind: Dominated, Lines: []int{place}, Suggested: a.suggest(c), AdviceSaid: texts.AdviceDominated(a.line(place), *named(c)),
			})
		}
	}
	return out
}

func betterThan(c *workspace.Facts, l *workspace.PlanLine) bool {
	p := l.Plaza
	switch {
	case c.Plaza.Region != p.Region || c.Plaza.Province != p.Province:
		return false
	case !c.Points.Known || c.Points.Value < l.Points.Value || c.Estimate.Chance < l.Estimate.Chance:
		return false
	case c.Mark.Worse(l.Mark):
		return false
	case p.ZAF && !c.Plaza.ZAF || p.ZE && !c.Plaza.ZE:
		return false
	}
	return c.Points.Value > l.Points.Value || c.Estimate.Chance >= l.Estimate.Chance+better
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
		fits := func(c *workspace.Facts) bool {
			less := l.Points.Value - c.Points.Value
			return c.Points.Known && less > 0 && less <= bargainCost && c.Plaza.Region == l.Plaza.Region &&
				c.Estimate.Chance >= l.Estimate.Chance+gain && !a.planHas(c)
		}
		near := func(c *workspace.Facts) bool { return c.Plaza.Province == l.Plaza.Province }
		graver := func(c *workspace.Facts) bool { return c.Mark.Worst > l.Mark.Worst }
		prefer := func(x, y *workspace.Facts) bool {
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
				Kind: Bargain, Lines: []int{place}, Suggested: a.suggest(c), AdviceSaid: texts.AdviceBargain(a.line(place), *named(c)),
			})
		}
	}
	return out
}

// planHas reports whether a line of the plan, of the same region and modality,
// is as good in points and chance.
func (a *adviser) planHas(c *workspace.Facts) bool {
	for i := range a.view.Lines {
		l := &a.view.Lines[i]
		if l.Known && l.Entry.ID.Modality == c.Plaza.Modality && l.Plaza.Region == c.Plaza.Region &&
			l.Points.Value >= c.Points.Value && l.Estimate.Chance >= c.Estimate.Chance {
			return true
		}
	}
	return false
}

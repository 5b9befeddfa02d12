package workspace

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
)

// PlanComparison is what tells two versions of a plan apart and what that is
// worth: the difference, and both plans with their figures from one look.
type PlanComparison struct {
	plan.Difference
	First, Second *PlanView
}

// ComparePlans compares two plans from a look; est may be nil.
func (w *Workspace) ComparePlans(first, second *plan.Plan, est *Estimates) *PlanComparison {
	return &PlanComparison{plan.Diff(first, second), w.ViewPlan(first, est), w.ViewPlan(second, est)}
}

// ComparisonPart is one part of a comparison in words.
type ComparisonPart struct {
	Title string
	Lines []string
}

// Parts tells the comparison in words: what it costs first, then what differs.
func (c *PlanComparison) Parts(w *Workspace) []ComparisonPart {
	parts := []ComparisonPart{{texts.CompareOutcome, c.figures()}}
	add := func(title string, lines []string) {
		if len(lines) > 0 {
			parts = append(parts, ComparisonPart{title, lines})
		}
	}
	if c.Empty() {
		return append(parts, ComparisonPart{Title: texts.CompareSame})
	}
	add(texts.CompareOnly(c.First.Name), w.namedLines(c.First, c.OnlyFirst))
	add(texts.CompareOnly(c.Second.Name), w.namedLines(c.Second, c.OnlySecond))
	var moves []string
	for _, s := range c.Moved {
		moves = append(moves, texts.CompareMove(w.Name(s.ID), s.From+1, s.To+1))
	}
	add(texts.CompareMoved, moves)
	add(texts.CompareNotes, w.namedLines(c.Second, c.Notes))
	return parts
}

func (c *PlanComparison) figures() []string {
	a, b := c.First, c.Second
	out := []string{texts.CompareFigure(texts.FigureLines, texts.Thousands(len(a.Lines)), texts.Thousands(len(b.Lines)))}
	if !a.Estimated() && !b.Estimated() {
		return out
	}
	return append(out,
		texts.CompareFigure(texts.FigureWithPlace, texts.Percent(1-a.Nothing), texts.Percent(1-b.Nothing)),
		texts.CompareFigure(texts.FigureNothing, texts.Percent(a.Nothing), texts.Percent(b.Nothing)),
		texts.CompareFigure(texts.FigureNothingMost, texts.Percent(a.NothingBound), texts.Percent(b.NothingBound)),
		texts.CompareFigure(texts.FigurePoints, texts.Decimal(a.ExpectedPoints), texts.Decimal(b.ExpectedPoints)))
}

// namedLines tells lines of a plan with their place and chance there.
func (w *Workspace) namedLines(v *PlanView, ids []data.PlazaID) []string {
	var out []string
	for _, id := range ids {
		place := v.Place(id)
		l := &v.Lines[place]
		chance := "–"
		if l.Known {
			chance = texts.Percent(l.Estimate.Chance)
		}
		out = append(out, texts.CompareLine(place+1, w.Name(id), chance, texts.PointsShort(l.Points.Known, l.Points.Value)))
	}
	return out
}

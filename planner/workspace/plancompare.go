package workspace

import (
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

// Parts tells the comparison in words: what it costs first, then what differs and
// what each change is worth by itself.
func (c *PlanComparison) Parts(w *Workspace) []ComparisonPart {
	parts := []ComparisonPart{{texts.CompareOutcome, c.figures()}}
	if c.Empty() {
		return append(parts, ComparisonPart{Title: texts.CompareSame})
	}
	changes := c.Changes()
	add := func(title string, kind ChangeKind) {
		var lines []string
		for i := range changes {
			if changes[i].Kind == kind {
				lines = append(lines, c.Said(w, &changes[i]))
			}
		}
		if len(lines) > 0 {
			parts = append(parts, ComparisonPart{title, lines})
		}
	}
	add(texts.CompareLeave(c.First.Name), ChangeLeaves)
	add(texts.CompareEnter(c.Second.Name), ChangeEnters)
	add(texts.CompareMoved, ChangeMoves)
	add(texts.CompareNotes, ChangeNoted)
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
		texts.CompareFigure(texts.FigurePoints, texts.Decimal(a.ExpectedPoints), texts.Decimal(b.ExpectedPoints)),
		texts.CompareFigure(texts.FigureNothingMost, texts.Percent(a.NothingBound), texts.Percent(b.NothingBound)))
}

// Said states a change in words, with what it is worth by itself.
func (c *PlanComparison) Said(w *Workspace, change *PlanChange) string {
	var text string
	switch change.Kind {
	case ChangeMoves:
		text = texts.CompareMove(w.Name(change.ID), change.From+1, change.To+1)
	case ChangeLeaves:
		text = w.lineSaid(&c.First.Lines[change.From], change.From)
	case ChangeEnters, ChangeNoted:
		text = w.lineSaid(&c.Second.Lines[change.To], change.To)
	}
	if change.Valued {
		text += texts.CompareWorth(change.Place, change.Points)
	}
	return text
}

// lineSaid states a line with its place, chance and points.
func (w *Workspace) lineSaid(l *PlanLine, place int) string {
	chance := "–"
	if l.Known {
		chance = texts.Percent(l.Estimate.Chance)
	}
	return texts.CompareLine(place+1, w.Name(l.Entry.ID), chance, texts.PointsShort(l.Points.Known, l.Points.Value))
}

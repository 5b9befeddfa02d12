package planner

import (
	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/plan"
	"brujula/planner/points"
	"brujula/planner/risk"
)

// PlanLine is one line of a plan with all that is known of it from a look.
type PlanLine struct {
	Entry    plan.Entry
	Row      int // of the catalog; -1 when no loaded list has the plaza
	Plaza    *data.Plaza
	Estimate availability.Estimate
	Known    bool    // there is an estimate
	Land     float64 // chance that I end up here: free, and none above was
	Reach    float64 // chance that none above was free, so that this line is asked for
	Sum      float64 // chance to have a place once this line was asked for
	Points   points.Award
	Notes    []risk.Note
}

// PlanView is a plan with its figures.
type PlanView struct {
	Name  string
	Lines []PlanLine
	// Unknown counts the lines without an estimate; they weigh nothing in the
	// figures below.
	Unknown int
	// Nothing is the chance to end with none of the lines, taking them as
	// independent; NothingBound holds under any dependence (1 − the best).
	Nothing, NothingBound float64
	// ExpectedPoints is the mean of the points over where the plan may land;
	// landing nowhere or where no points are stated counts 0.
	ExpectedPoints float64
}

// ViewPlan works out a plan line by line (model.md, "A plan"). Lines are taken
// as independent: landing on one means that it is free and none above was.
func (w *Workspace) ViewPlan(p *plan.Plan, est *Estimates) *PlanView {
	v := &PlanView{Name: p.Name, NothingBound: 1}
	reach := 1.0
	for _, entry := range p.Entries {
		line := PlanLine{Entry: entry, Row: -1, Reach: reach, Sum: 1 - reach}
		if row, ok := w.Catalog.Row(entry.ID); ok {
			line.Row, line.Plaza = row, w.Catalog.Plaza(row)
			line.Points, line.Notes = w.Points.Award(line.Plaza), w.Risks.Notes(line.Plaza)
			line.Estimate, line.Known = est.Of(w, row)
		}
		if line.Known {
			chance := line.Estimate.Chance
			line.Land = reach * chance
			reach *= 1 - chance
			line.Sum = 1 - reach
			v.NothingBound = min(v.NothingBound, 1-chance)
			if line.Points.Known {
				v.ExpectedPoints += line.Land * line.Points.Value
			}
		} else {
			v.Unknown++
		}
		v.Lines = append(v.Lines, line)
	}
	v.Nothing = reach
	return v
}

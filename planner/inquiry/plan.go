package inquiry

import (
	"context"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// SeenPlan is a plan that was loaded for reading, with the chances of its lines.
type SeenPlan struct {
	*Inquiry
	Plan plan.Plan
	Est  *workspace.Estimates // nil where it is seen from no rank
}

// SeePlan loads a plan and sees it from the ranks of a sight, whose line is the plan's,
// or else from those that the plan keeps. For ranks that are said the whole plan must
// be of one line. limits are those of Own.
func (q *Inquiry) SeePlan(ctx context.Context, name string, from Sight, limits *string) (*SeenPlan, error) {
	s := &SeenPlan{Inquiry: q}
	var err error
	if s.Plan, err = q.ReadPlan(name); err != nil {
		return nil, err
	}
	said := from.HasRank()
	line, err := lineOfPlan(&s.Plan)
	switch {
	case said && err != nil:
		return nil, err
	case !said && len(s.Plan.Entries) == 0:
		return s, nil
	case !said:
		line = s.Plan.Entries[0].ID.Line()
		from.Rank, from.RankEquivalente, from.Yields = s.Plan.Ranks[data.Remunerada], s.Plan.Ranks[data.Equivalente], true
		if !from.Follow && !from.HasRank() {
			return s, nil
		}
	}
	span := from.Span
	from.Process, from.Profession = line.Process, line.Profession
	if from.Look, err = q.Own(from.Look, limits); err != nil {
		return nil, err
	}
	if said && from.Rank > 0 { // a rank that is said is meant as it is
		from.Span = span
	}
	s.Est, err = q.See(ctx, from)
	return s, err
}

// ReadPlan loads a plan; in the demonstration there is none.
func (q *Inquiry) ReadPlan(name string) (plan.Plan, error) {
	if q.Lib == nil {
		return plan.Plan{Name: name}, nil
	}
	e, restored, err := storage.OpenPlan(q.Lib, name)
	if err != nil {
		return plan.Plan{}, err
	}
	q.Tell(restored)
	return *e.Plan(), nil
}

// lineOfPlan returns the process and profession of a plan, which must be one each for a
// rank to mean something.
func lineOfPlan(p *plan.Plan) (line data.Line, err error) {
	for i, e := range p.Entries {
		if i > 0 && (e.ID.Process != line.Process || e.ID.Profession != line.Profession) {
			return line, &WordsError{texts.PlanMixed}
		}
		line = e.ID.Line()
	}
	return line, nil
}

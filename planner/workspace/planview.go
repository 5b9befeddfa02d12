package workspace

import (
	"context"
	"slices"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/plan"
)

// PlanGap tells why a line of a plan has no chance.
type PlanGap int

// The reasons, the one that the user can mend first.
const (
	GapNone      PlanGap = iota
	GapAbsent            // no loaded offer has the plaza
	GapOtherLine         // it is of another process or profession than the look's
	GapRank              // no order of merit is known
	GapFitting           // the lists are read, or the model is being fitted
	GapModel             // there is nothing to estimate with
	GapEstimate          // the model says nothing of this plaza
)

// PlanLine is one line of a plan with all that is known of it from a look.
type PlanLine struct {
	Facts
	Entry plan.Entry
	Land  float64 // chance that I end up here: free, and none above was
	Reach float64 // chance that none above was free, so that this line is asked for
	Sum   float64 // chance to have a place once this line was asked for
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

	entries []availability.Entry // of the lines with an estimate
}

// Outside returns the plazas of the line of a modality that a plan does not have, as
// far as they have a chance and break no limit of the applicant, in the order of the
// catalog: those that may be advised or suggested.
func (v *PlanView) Outside(w *Workspace, est *Estimates, m data.Modality) []Facts {
	line := est.Lines[m]
	if line == nil {
		return nil
	}
	inPlan := map[int]bool{}
	for i := range v.Lines {
		inPlan[v.Lines[i].Row] = true
	}
	var out []Facts
	for _, row := range line.Rows {
		if inPlan[row] || est.Refusals.Breaks(row) {
			continue
		}
		if f := w.Facts(row, est); f.Known {
			out = append(out, f)
		}
	}
	return out
}

// Absent counts the entries of a plan whose plaza no loaded offer has.
func (w *Workspace) Absent(p *plan.Plan) int {
	n := 0
	for i := range p.Entries {
		if _, ok := w.Catalog.Row(p.Entries[i].ID); !ok {
			n++
		}
	}
	return n
}

// Gap reports why no line has a chance, and says it as Facts.Why does. What holds for
// a line of the look's own comes first: lines of another, or absent ones, explain
// nothing then. It is GapNone where a line has a chance, or there are no lines.
func (v *PlanView) Gap() (gap PlanGap, why string) {
	if v.Estimated() {
		return GapNone, ""
	}
	for _, gap := range []PlanGap{GapRank, GapFitting, GapModel, GapEstimate, GapOtherLine, GapAbsent} {
		if at := slices.IndexFunc(v.Lines, func(l PlanLine) bool { return l.Gap == gap }); at >= 0 {
			return gap, v.Lines[at].Why
		}
	}
	return GapNone, ""
}

// Estimated reports whether any line has a chance.
func (v *PlanView) Estimated() bool { return v.Unknown < len(v.Lines) }

// Place returns the place of a plaza in the plan, from 0, or -1.
func (v *PlanView) Place(id data.PlazaID) int {
	for i := range v.Lines {
		if v.Lines[i].Entry.ID == id {
			return i
		}
	}
	return -1
}

// ViewPlan works out a plan line by line (planner/availability/README.md). Lines are taken
// as independent: landing on one means that it is free and none above was.
func (w *Workspace) ViewPlan(p *plan.Plan, est *Estimates) *PlanView {
	v := &PlanView{Name: p.Name, NothingBound: 1}
	reach := 1.0
	for _, entry := range p.Entries {
		line := PlanLine{Facts: w.FactsOf(entry.ID, est), Entry: entry, Reach: reach, Sum: 1 - reach}
		if line.Known {
			chance := line.Estimate.Chance
			line.Land = reach * chance
			reach *= 1 - chance
			line.Sum = 1 - reach
			v.NothingBound = min(v.NothingBound, 1-chance)
			if line.Points.Known {
				v.ExpectedPoints += line.Land * line.Points.Value
			}
			if view, i, ok := est.Slot(w, line.Row); ok {
				v.entries = append(v.entries, availability.Entry{Forecast: view.Forecast, Plaza: i, Pick: view.K})
			}
		} else {
			v.Unknown++
		}
		v.Lines = append(v.Lines, line)
	}
	v.Nothing = reach
	return v
}

// Gap reports why a plaza has no chance from a look; est may be nil.
func (w *Workspace) Gap(row int, est *Estimates) PlanGap {
	if _, known := est.Of(w, row); known {
		return GapNone
	}
	if est == nil {
		return GapRank
	}
	id := w.Catalog.Plaza(row).PlazaID
	switch {
	case est.Look.Profession == "":
		return GapRank
	case id.Process != est.Look.Process || id.Profession != est.Look.Profession:
		return GapOtherLine
	case est.Look.Rank <= 0 && est.Look.RankEquivalente <= 0:
		return GapRank
	}
	view := est.Lines[id.Modality]
	switch {
	case (view == nil || view.Forecast == nil) && (w.HasPast() || w.Partial()): // no list is missing
		return GapFitting
	case view == nil || view.Forecast == nil:
		return GapModel
	case !view.Known:
		return GapRank
	}
	return GapEstimate
}

// SimulationRuns is how many acts a plan is simulated in: enough that a chance
// of 5 % is seen within 0.5 points (one standard error).
const SimulationRuns = 2000

// simulationSeed makes the same plan give the same figure every time.
const simulationSeed = 20260112

// simulationWorkers: the budget is two cores (cmd/serums/budgets/README.md).
const simulationWorkers = 2

// Simulate runs the plan through so many whole acts (SimulationRuns is enough), the same clocks for all its
// lines of a modality (planner/availability/README.md); Land is by line of the plan that
// has an estimate. It fails only when the context ends.
func (v *PlanView) Simulate(ctx context.Context, runs int) (availability.SimulatedPlan, error) {
	if len(v.entries) == 0 {
		return availability.SimulatedPlan{}, ctx.Err()
	}
	return availability.Simulate(ctx, v.entries, runs, simulationSeed, simulationWorkers)
}

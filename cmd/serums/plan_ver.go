package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/plan"
	"brujula/planner/report"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// rankedPlan is a plan that was loaded for reading, seen from the flags' rank, or
// else from its own; est is nil without any.
type rankedPlan struct {
	*loaded
	plan plan.Plan
	est  *workspace.Estimates
}

// openRankedPlan loads a plan for reading.
func (a *app) openRankedPlan(ctx context.Context, name string, rank *filterFlags) (*rankedPlan, error) {
	d, err := a.openLists(ctx, texts.PurposeRead)
	if err != nil {
		return nil, err
	}
	s := &rankedPlan{loaded: d}
	if s.plan, err = a.readPlan(d, name); err != nil {
		return nil, err
	}
	look, ok, err := planLook(&s.plan, rank)
	if err != nil || !ok {
		return s, err
	}
	if look, err = a.own(d, look, &rank.limits); err != nil {
		return nil, err
	}
	if rank.rank > 0 { // a rank that is said is meant as it is
		look.Span = rank.span
	}
	s.est, err = a.estimateFor(ctx, d, rank, look)
	return s, err
}

// planLook is where a plan is seen from: the rank of the flags, which the whole
// plan must be of one line for, or else the ranks that the plan keeps, for the
// line that it begins with. ok is false without any rank.
func planLook(p *plan.Plan, rank *filterFlags) (look workspace.Look, ok bool, err error) {
	line, err := planLine(p)
	if rank.hasRank() {
		return rank.look(line), true, err
	}
	if len(p.Entries) == 0 {
		return workspace.Look{}, false, nil
	}
	look = rank.look(p.Entries[0].ID.Line())
	look.Rank, look.RankEquivalente = p.Ranks[data.Remunerada], p.Ranks[data.Equivalente]
	return look, rank.follow || look.HasRank(), nil
}

// readPlan loads a plan; in the demonstration there is none.
func (a *app) readPlan(d *loaded, name string) (plan.Plan, error) {
	if d.lib == nil {
		return plan.Plan{Name: name}, nil
	}
	e, restored, err := storage.OpenPlan(d.lib, name)
	if err != nil {
		return plan.Plan{}, err
	}
	a.warn(restored)
	return *e.Plan(), nil
}

// report gives the record of the plan with all its figures.
func (s *rankedPlan) report(ctx context.Context, now time.Time) (*report.Plan, error) {
	return report.Simulated(ctx, s.space, &s.plan, s.est, now, workspace.SimulationRuns)
}

// planLine gives the process and profession of a plan, which must be one each
// for a rank to mean something.
func planLine(p *plan.Plan) (data.Line, error) {
	var line data.Line
	for i, e := range p.Entries {
		if i > 0 && (e.ID.Process != line.Process || e.ID.Profession != line.Profession) {
			return line, usage(texts.PlanMixed)
		}
		line = e.ID.Line()
	}
	return line, nil
}

// seesPlan makes a command show the plan: ver, and plan without a further word.
func (a *app) seesPlan(cmd *cobra.Command, f *planFlags) *cobra.Command {
	var rank filterFlags
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := rank.checkRank(cmd); err != nil {
			return err
		}
		return a.showPlan(cmd.Context(), f, &rank)
	}
	rank.registerRank(cmd)
	cmd.Flags().BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func (a *app) showPlan(ctx context.Context, f *planFlags, rank *filterFlags) error {
	seen, err := a.openRankedPlan(ctx, f.name, rank)
	if err != nil {
		return err
	}
	p, err := seen.report(ctx, a.now())
	switch {
	case err != nil:
		return err
	case f.asJSON:
		return a.printJSON(p)
	case len(p.Lines) == 0:
		fmt.Fprintln(a.out, texts.PlanEmpty(f.name))
		return nil
	}
	fmt.Fprint(a.out, alignColumns(planTable(p)))
	fmt.Fprintln(a.out)
	a.say(export.Statement(p)...)
	return nil
}

func planTable(p *report.Plan) [][]string {
	table := [][]string{texts.PlanHeading()}
	for i := range p.Lines {
		l := &p.Lines[i]
		table = append(table, []string{
			texts.Thousands(l.Place), l.ChanceCell(), texts.BandLetter(l.Band), l.RangeCell(), texts.Chance(l.Land), texts.Chance(l.Sum),
			texts.PointsShort(l.Points.Known, l.Points.Value), texts.Grade(l.Grade), l.Renipress, l.Establishment,
			texts.PlaceName(l.Province), texts.PlaceName(l.Region), string(l.Modality), l.RiskSign(), l.Note,
		})
	}
	return p.WithSpreads(table)
}

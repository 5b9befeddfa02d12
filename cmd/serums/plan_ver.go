package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/inquiry"
	"brujula/planner/report"
	"brujula/planner/workspace"
)

// openSeenPlan loads a plan for reading, seen from the flags' rank, or else from its own.
func (a *app) openSeenPlan(ctx context.Context, name string, rank *filterFlags) (*inquiry.SeenPlan, error) {
	d, err := a.openLists(ctx, texts.PurposeRead)
	if err != nil {
		return nil, err
	}
	return d.SeePlan(ctx, name, rank.sight(data.Line{}), rank.limits.said())
}

// planReport returns the record of a plan with all its figures.
func (a *app) planReport(ctx context.Context, s *inquiry.SeenPlan) (*report.Plan, error) {
	return report.Simulated(ctx, s.Space, &s.Plan, s.Est, a.now(), workspace.SimulationRuns)
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
	seen, err := a.openSeenPlan(ctx, f.name, rank)
	if err != nil {
		return err
	}
	p, err := a.planReport(ctx, seen)
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

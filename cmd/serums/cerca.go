package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/near"
	"brujula/planner/workspace"
)

// Widths where the user gives none: so many ranks, or marks, to either side.
const (
	nearRanks = 50
	nearMarks = 0.25
)

// nearCommand reports what those near a rank or a mark took in a past process.
func (a *app) nearCommand() *cobra.Command {
	var line lineFlags
	var rank int
	var mark, width float64
	asJSON := false
	cmd := &cobra.Command{
		Use: "cerca", Short: texts.NearShort, Example: texts.NearExample, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			set := cmd.Flags().Changed
			if set("puesto") == set("nota") {
				return usage(texts.NearNeedsOne)
			}
			if set("puesto") && rank < 1 {
				return usage(texts.BadRank(rank, workspace.MostRank))
			}
			if set("nota") && !(mark > 0 && mark <= 20) {
				return usage(texts.NearBadMark(fmt.Sprint(mark)))
			}
			if set("ancho") && !(width >= 0 && width < 1e6) {
				return usage(texts.BadNumber("ancho", fmt.Sprint(width)))
			}
			q := near.Query{Rank: rank, Width: nearRanks, Mark: mark, Range: nearMarks}
			if set("ancho") {
				q.Width, q.Range = int(width), width
			}
			return a.near(cmd.Context(), q, &line, asJSON)
		},
	}
	flags := cmd.Flags()
	line.registerPast(flags, texts.FlagFilter("proceso"), data.Remunerada)
	flags.IntVar(&rank, "puesto", 0, texts.FlagRank)
	flags.Float64Var(&mark, "nota", 0, texts.FlagNearMark)
	flags.Float64Var(&width, "ancho", nearRanks, texts.FlagNearWide)
	flags.BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func (a *app) near(ctx context.Context, q near.Query, f *lineFlags, asJSON bool) error {
	d, err := a.openLists(ctx, texts.PurposeRead)
	if err != nil {
		return err
	}
	line, err := f.past(d.Space, texts.TurnWhichLine(0))
	if err != nil {
		return err
	}
	q.Process, q.Profession, q.Modality = line.Process, line.Profession, line.Modality
	past := ofModality(d.Space.Past(), q.Modality)
	if q.Process != "" && !slices.ContainsFunc(past, func(h availability.History) bool { return h.Adjudication.Process == q.Process }) {
		return noPastList("proceso", q.Process, past, q.Modality)
	}
	r, ok := near.In(d.Space, d.Space.Latest(), q)
	if !ok {
		return errors.New(texts.NearNoPast)
	}
	if asJSON {
		return a.printJSON(near.ReportOf(&r))
	}
	a.printNear(&r)
	return nil
}

func (a *app) printNear(r *near.Result) {
	s := r.Summary()
	fmt.Fprintln(a.out, s.Title())
	a.say(s.Notes()...)
	if len(r.Picks) == 0 {
		fmt.Fprintln(a.out, texts.NearNobody)
		return
	}
	for _, g := range r.Sections() {
		fmt.Fprintf(a.out, "\n%s\n", g.Title)
		rows := data.Map(g.Groups, func(one near.Group) []string { return []string{"  " + g.Name(one.Value), texts.Thousands(one.Seats)} })
		fmt.Fprint(a.out, alignColumns(rows))
	}
	fmt.Fprintf(a.out, "\n%s\n", texts.NearList)
	rows := [][]string{texts.NearHeading()}
	for i := range r.Picks {
		rows = append(rows, r.Picks[i].Cells())
	}
	fmt.Fprint(a.out, alignColumns(rows))
}

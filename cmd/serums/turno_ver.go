package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/storage"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

func (a *app) turnSee(f *turnFlags) *cobra.Command {
	var limits limitsFlag
	cmd := &cobra.Command{
		Use: "ver", Short: texts.TurnSeeShort, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limits.check(cmd)
			t, err := a.readAct(cmd.Context(), f)
			if err != nil {
				return err
			}
			if f.asJSON {
				return t.printReport(cmd.Context(), f, &limits)
			}
			if s := t.act.State(); !s.Started && !s.Mine.Known() {
				fmt.Fprintln(a.out, texts.TurnRefused(string(turn.NotStarted), ""))
				return nil
			}
			v, err := t.view(cmd.Context(), f, &limits)
			if err != nil {
				return err
			}
			t.print(v)
			return nil
		},
	}
	limits.register(cmd)
	return cmd
}

// view works out what to ask for, from the rank that the act began with.
func (t *openedAct) view(ctx context.Context, f *turnFlags, limits *limitsFlag) (*turn.View, error) {
	s := t.act.State()
	look, err := t.Own(workspace.Look{Process: t.line.Process, Profession: t.line.Profession, Passes: workspace.UsualPasses}, limits.said())
	if err != nil {
		return nil, err
	}
	if t.line.Modality == data.Equivalente {
		look.RankEquivalente = s.Rank
	} else {
		look.Rank = s.Rank
	}
	est, err := t.Estimate(ctx, look)
	if err != nil {
		return nil, err
	}
	e, restored, err := storage.OpenPlan(t.Lib, f.plan)
	if err != nil {
		return nil, err
	}
	t.app.warn(restored)
	line := est.Lines[t.line.Modality]
	return turn.Look(turn.Situation{Space: t.Space, Line: line, Plan: e.Plan(), State: s, Rank: s.Rank, Look: look}, turn.AssumedPasses(line)), nil
}

func (t *openedAct) printReport(ctx context.Context, f *turnFlags, limits *limitsFlag) error {
	v, err := t.view(ctx, f, limits)
	if err != nil {
		return err
	}
	return t.app.printJSON(turn.ReportOf(t.act, v))
}

// print writes the act for people: what to ask for, step by step.
func (t *openedAct) print(v *turn.View) {
	out := t.app.out
	fmt.Fprintf(out, "%s %s %s\n", t.line.Process, t.line.Profession, t.line.Modality)
	fmt.Fprintln(out, texts.Capital(v.State.Now(v.Rank))+".")
	switch {
	case v.State.Mine.Known():
		t.printMine(v.State.Mine)
		fmt.Fprintln(out, v.State.Mine.Tell(t.Space, t.line, v.Fallback).Means)
		return
	case v.Lack() == turn.LackTurn:
		fmt.Fprintln(out, v.LackText())
		fmt.Fprintln(out, texts.TurnOverAsk)
		return
	}
	account := v.Account()
	if lack := v.Lack(); lack == turn.LackPlan || lack == turn.LackInPlan { // which say how the plan stands
		account = account[1:]
	}
	for _, text := range account {
		fmt.Fprintln(out, texts.Capital(text)+".")
	}
	if text := v.Road.Text(); text != "" {
		fmt.Fprintln(out, text)
	}
	if text := v.LackText(); text != "" {
		fmt.Fprintln(out, text)
	}
	for _, p := range v.Proposals() {
		chance := texts.TurnNoChance
		if p.Known {
			chance = texts.TurnChance(p.Est.Band.Letter(), p.Chance, v.OfNow())
		}
		fmt.Fprintf(out, "\n%s: %s · %s\n", p.Heading, p.Plaza.Establishment, chance)
		if told := p.Spread.String(); told != "" {
			fmt.Fprintln(out, "  "+texts.CardSpan+": "+told)
		}
		var steps [][]string
		for n, step := range p.Steps {
			steps = append(steps, []string{fmt.Sprint("  ", n+1), step[0], step[1]})
		}
		fmt.Fprint(out, alignColumns(steps))
		facts := texts.TurnFacts(p.Points, texts.GradeText(p.Plaza.Grade), p.Mark.Worst, p.Mark.Count, p.Place)
		fmt.Fprintln(out, "  "+texts.TurnSeats(p.Left, p.Plaza.Seats)+" · "+facts)
		if p.Warning != "" {
			fmt.Fprintln(out, "  "+p.Warning)
		}
	}
}

// printMine tells which place the applicant took, if any.
func (t *openedAct) printMine(mine turn.Outcome) {
	switch told := mine.Tell(t.Space, t.line, 0); {
	case mine.Renipress == "":
	case told.Lost != "":
		fmt.Fprintln(t.app.out, told.What+".", told.Lost)
	default:
		fmt.Fprintln(t.app.out, told.What+".")
	}
}

func (a *app) turnExport(f *turnFlags) *cobra.Command {
	var file outFile
	format, bom := "", false
	cmd := &cobra.Command{
		Use: "exportar", Short: texts.TurnExportShort, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			format = cmp.Or(format, strings.TrimPrefix(strings.ToLower(filepath.Ext(file.name)), "."))
			if f.asJSON {
				format = "json"
			}
			if err := file.check(); err != nil {
				return err
			}
			t, err := a.readAct(cmd.Context(), f)
			if err != nil {
				return err
			}
			if !slices.Contains([]string{"", "csv", "json"}, format) {
				return usage(texts.TurnFileKinds)
			}
			rows := turn.Rows(t.act.History(), t.plazaName)
			content, err := turn.Log(rows, format == "json", bom)
			if err != nil {
				return err
			}
			return a.save(file, content, func(path string) string { return texts.TurnExported(len(rows), path) })
		},
	}
	file.register(cmd.Flags(), texts.FlagFile)
	cmd.Flags().StringVar(&format, "formato", "", texts.FlagTurnFormat)
	cmd.Flags().BoolVar(&bom, "bom", false, texts.FlagBOM)
	return cmd
}

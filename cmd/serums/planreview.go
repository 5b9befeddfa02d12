package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/advice"
	"brujula/planner/report"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// adviceRecord is one sentence of revisar --json.
type adviceRecord struct {
	Kind      advice.Kind   `json:"tipo"`
	Lines     []int         `json:"lineas"` // places in the plan, from 1
	Suggested *data.PlazaID `json:"sugerida"`
	Text      string        `json:"texto"`
}

func (a *app) planReview(f *planFlags) *cobra.Command {
	var rank filterFlags
	cmd := &cobra.Command{
		Use: "revisar", Short: texts.AdviceShort, Example: texts.AdviceExample,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := rank.checkRank(cmd); err != nil {
				return err
			}
			rank.limits.check(cmd)
			seen, err := a.openSeenPlan(cmd.Context(), f.name, &rank)
			if err != nil {
				return err
			}
			if seen.Est == nil {
				return usage(texts.AdviceNeedsRank)
			}
			view := seen.Space.ViewPlan(&seen.Plan, seen.Est)
			found := advice.Of(seen.Space, view, seen.Est)
			if f.asJSON {
				return a.printJSON(adviceRecords(found))
			}
			a.printAdvice(f.name, view, found)
			return nil
		},
	}
	rank.registerRank(cmd)
	rank.limits.register(cmd)
	cmd.Flags().BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func adviceRecords(found []advice.Advice) []adviceRecord {
	out := []adviceRecord{}
	for _, one := range found {
		record := adviceRecord{one.Kind, []int{}, one.Suggested, one.Text}
		for _, at := range one.Lines {
			record.Lines = append(record.Lines, at+1)
		}
		out = append(out, record)
	}
	return out
}

func (a *app) printAdvice(name string, view *workspace.PlanView, found []advice.Advice) {
	switch {
	case len(view.Lines) == 0:
		fmt.Fprintln(a.out, texts.PlanEmpty(name))
		return
	case !view.Estimated():
		fmt.Fprintln(a.out, texts.NoModelYet)
		return
	case len(found) == 0:
		fmt.Fprintln(a.out, texts.AdviceNone)
	}
	for _, one := range found {
		fmt.Fprintln(a.out, "- "+one.Text)
	}
	fmt.Fprintln(a.out, texts.AdviceCaveat)
}

// versionRecord is one version of versiones --json.
type versionRecord struct {
	Name  string `json:"nombre"`
	Lines int    `json:"lineas"`
	Error string `json:"error,omitempty"`
}

func (a *app) planVersions(f *planFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use: "versiones", Short: texts.PlanVersionsShort,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if a.demo {
				return usage(texts.PlanInDemo)
			}
			lib, err := a.openLibrary(texts.PurposeRead)
			if err != nil {
				return err
			}
			plans, err := storage.Plans(lib, func(string) bool { return false })
			if err != nil {
				return err
			}
			records := data.Map(plans, func(p storage.PlanSummary) versionRecord { return versionRecord{p.Name, p.Lines, p.Err} })
			if f.asJSON {
				return a.printJSON(records)
			}
			for _, r := range records {
				fmt.Fprintln(a.out, texts.PlanVersionLine(r.Name, r.Lines, r.Error))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func (a *app) planCopy(f *planFlags) *cobra.Command {
	return &cobra.Command{
		Use: "copiar " + texts.ArgName, Short: texts.PlanCopyShort, Example: texts.PlanCopyExample,
		Args: arguments(1, 1, texts.ArgName),
		RunE: func(cmd *cobra.Command, words []string) error {
			if a.demo {
				return usage(texts.PlanInDemo)
			}
			lib, err := a.openLibrary(texts.PurposePlan)
			if err != nil {
				return err
			}
			release, err := lib.Lock()
			if err != nil {
				return err
			}
			defer release()
			if !storage.HasPlan(lib, f.name) {
				return errors.New(texts.PlanNoSuch(f.name))
			}
			e, restored, err := storage.OpenPlan(lib, f.name)
			if err != nil {
				return err
			}
			a.warn(restored)
			if err := storage.CopyPlan(lib, e.Plan(), words[0]); err != nil {
				return err
			}
			fmt.Fprintln(a.out, texts.PlanCopiedTo(f.name, words[0], len(e.Plan().Entries)))
			return nil
		},
	}
}

func (a *app) planCompare(f *planFlags) *cobra.Command {
	var rank filterFlags
	cmd := &cobra.Command{
		Use: "comparar " + texts.ArgName, Short: texts.PlanCompareShort, Example: texts.PlanCompareExample,
		Args: arguments(1, 1, texts.ArgName),
		RunE: func(cmd *cobra.Command, words []string) error {
			if err := rank.checkRank(cmd); err != nil {
				return err
			}
			seen, err := a.openSeenPlan(cmd.Context(), f.name, &rank)
			if err != nil {
				return err
			}
			if seen.Lib == nil || !storage.HasPlan(seen.Lib, words[0]) {
				return errors.New(texts.PlanNoSuch(words[0]))
			}
			other, err := seen.ReadPlan(words[0])
			if err != nil {
				return err
			}
			c := seen.Space.ComparePlans(&seen.Plan, &other, seen.Est)
			if f.asJSON {
				return a.printJSON(report.VersionsOf(seen.Space, c))
			}
			a.printComparison(seen.Space, c)
			return nil
		},
	}
	rank.registerRank(cmd)
	cmd.Flags().BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func (a *app) printComparison(w *workspace.Workspace, c *workspace.PlanComparison) {
	for _, part := range c.Parts(w) {
		fmt.Fprintln(a.out, part.Title)
		for _, line := range part.Lines {
			fmt.Fprintln(a.out, "  "+line)
		}
	}
}

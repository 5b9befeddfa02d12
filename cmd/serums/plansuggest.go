package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/inquiry"
	"brujula/planner/plan"
	"brujula/planner/report"
	"brujula/planner/suggest"
)

// suggestRecord is the answer of sugerir --json.
type suggestRecord struct {
	Weights     plan.Weights       `json:"pesos"`
	Suggestions []suggestionRecord `json:"sugeridas"`
	None        string             `json:"nada,omitempty"` // why there are none
}

type suggestionRecord struct {
	Like     int      `json:"parecida_a"` // line of the plan, from 1
	Likeness float64  `json:"parecido"`   // 0–1
	Km       *float64 `json:"km"`         // from that line; null where not known
	Text     string   `json:"texto"`
	report.Plaza
}

func (a *app) planSuggest(f *planFlags) *cobra.Command {
	var rank filterFlags
	text, remember := "", false
	cmd := &cobra.Command{
		Use: "sugerir", Short: texts.SuggestShort, Example: texts.SuggestExample,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := rank.checkRank(cmd); err != nil {
				return err
			}
			rank.limits.check(cmd)
			var weights plan.Weights
			if cmd.Flags().Changed("pesos") {
				var err error
				if weights, err = parseWeights(text); err != nil {
					return err
				}
			}
			if remember {
				if weights == nil {
					return usage(texts.RememberWhat)
				}
				if err := a.rememberWeights(cmd.Context(), f, weights); err != nil {
					return err
				}
			}
			return a.suggest(cmd.Context(), f, &rank, weights)
		},
	}
	rank.registerRank(cmd)
	rank.limits.register(cmd)
	cmd.Flags().StringVar(&text, "pesos", "", texts.FlagWeights)
	cmd.Flags().BoolVar(&remember, "recordar", false, texts.FlagRemember)
	cmd.Flags().BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func parseWeights(text string) (plan.Weights, error) {
	weights, err := plan.ParseWeights(text)
	var bad *plan.WeightError
	if errors.As(err, &bad) {
		return nil, usage(texts.BadWeights(bad.Word))
	}
	return weights, err
}

// rememberWeights keeps them with the plan; it says so once they are on the disk,
// and on stderr, which leaves --json alone.
func (a *app) rememberWeights(ctx context.Context, f *planFlags, weights plan.Weights) error {
	err := a.editPlan(ctx, f, func(_ *inquiry.Inquiry, e *plan.Editor) error {
		e.SetWeights(weights)
		return nil
	})
	if err == nil {
		a.warn(texts.WeightsSaved + weights.String())
	}
	return err
}

func (a *app) suggest(ctx context.Context, f *planFlags, rank *filterFlags, weights plan.Weights) error {
	seen, err := a.openSeenPlan(ctx, f.name, rank)
	switch {
	case err != nil:
		return err
	case len(seen.Plan.Entries) == 0 && !f.asJSON:
		fmt.Fprintln(a.out, texts.PlanEmpty(f.name))
		return nil
	case seen.Est == nil && len(seen.Plan.Entries) > 0:
		return usage(texts.SuggestNeedsRank)
	}
	if weights == nil {
		weights = seen.Plan.WeightsOrUsual()
	}
	found := suggest.Of(seen.Space, seen.Space.ViewPlan(&seen.Plan, seen.Est), seen.Est, weights)
	if f.asJSON {
		return a.printJSON(suggestRecords(seen, &found))
	}
	for i := range found.Suggestions {
		fmt.Fprintln(a.out, "- "+found.Suggestions[i].Plaza.Renipress+" "+found.Suggestions[i].Text)
	}
	if found.None != "" {
		fmt.Fprintln(a.out, found.None)
	}
	fmt.Fprintln(a.out, texts.WeightsTold(found.Weights.String()))
	return nil
}

func suggestRecords(seen *inquiry.SeenPlan, found *suggest.Result) suggestRecord {
	out := suggestRecord{Weights: found.Weights, Suggestions: []suggestionRecord{}, None: found.None}
	for i := range found.Suggestions {
		s := &found.Suggestions[i]
		record := suggestionRecord{Like: s.Like + 1, Likeness: s.Likeness, Text: s.Text, Km: data.FigureOrNull(s.Km), Plaza: report.Of(seen.Space, seen.Est, s.Row)}
		record.AddConflicts(seen.Space, s.Row)
		out.Suggestions = append(out.Suggestions, record)
	}
	return out
}

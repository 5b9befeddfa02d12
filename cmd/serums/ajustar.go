package main

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"brujula/data/texts"
	"brujula/planner/availability"
)

// adjustCommand writes the prior that ships: it is how data/prior's file is
// made.
func (a *app) adjustCommand() *cobra.Command {
	var process, file string
	cmd := &cobra.Command{
		Use: "ajustar", Short: texts.AdjustShort, Example: texts.AdjustExample,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.adjust(cmd.Context(), process, file) },
	}
	cmd.Flags().StringVar(&process, "proceso", "", texts.FlagAdjustProcess)
	cmd.Flags().StringVar(&file, "archivo", "", texts.FlagAdjustFile)
	return cmd
}

func (a *app) adjust(ctx context.Context, process, file string) error {
	d, err := a.openLists(ctx, texts.PurposeRead)
	if err != nil {
		return err
	}
	past := d.Space.Past()
	p, err := processOf(process)
	if err != nil {
		return err
	}
	if p != "" {
		past = slices.DeleteFunc(past, func(h availability.History) bool { return h.Adjudication.Process != p })
	}
	model, err := availability.FitPrior(ctx, past)
	if errors.Is(err, availability.ErrNoHistory) {
		return errors.New(texts.NothingToEvaluate)
	}
	if err != nil {
		return err
	}
	var content bytes.Buffer
	if err := availability.WritePrior(&content, model); err != nil {
		return err
	}
	return a.save(outFile{name: file}, content.Bytes(), texts.Adjusted)
}

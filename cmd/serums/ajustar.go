package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"brujula/data"
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
	past := d.space.Past()
	if process != "" {
		p, err := data.ParseProcess(process)
		if err != nil {
			return usage(texts.BadProcess(process))
		}
		kept := past[:0]
		for _, h := range past {
			if h.Adjudication.Process == p {
				kept = append(kept, h)
			}
		}
		past = kept
	}
	model, err := availability.FitPrior(ctx, past)
	if errors.Is(err, availability.ErrNoHistory) {
		return errors.New(texts.NothingToEvaluate)
	}
	if err != nil {
		return err
	}
	if file == "" {
		return availability.WritePrior(a.out, model)
	}
	var content bytes.Buffer
	if err := availability.WritePrior(&content, model); err != nil {
		return err
	}
	path, err := saveFile(file, content.Bytes())
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, texts.Adjusted(path))
	return nil
}

package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/turn"
)

// turnKeep stores an act as a past list of its line, or takes that list out.
func (a *app) turnKeep(f *turnFlags) *cobra.Command {
	remove := false
	cmd := &cobra.Command{
		Use: "guardar", Short: texts.ActPastShort, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if remove {
				return a.removePast(cmd.Context(), f)
			}
			return a.keepPast(cmd.Context(), f)
		},
	}
	cmd.Flags().BoolVar(&remove, "quitar", false, texts.FlagActPastTake)
	return cmd
}

func (a *app) keepPast(ctx context.Context, f *turnFlags) error {
	return a.writeAct(ctx, f, func(t *openedAct, book *turn.Book) error {
		d, ok := t.act.Past(t.plazaName)
		if !ok {
			return errors.New(texts.ActPastNothing)
		}
		if err := imports.StorePastAct(ctx, t.Lib, d, a.now()); err != nil {
			return err // an act that cannot be stored goes on
		}
		if s := t.act.State(); s.Started {
			if err := book.Write(turn.Event{Kind: turn.End, At: a.now()}); err != nil {
				return err
			}
		}
		if f.asJSON {
			return a.printJSON(d.Info)
		}
		fmt.Fprintln(a.out, texts.ActPastDone(&d.Info))
		return nil
	})
}

func (a *app) removePast(ctx context.Context, f *turnFlags) error {
	t, err := a.openAct(ctx, f, texts.PurposeTurn)
	if err != nil {
		return err
	}
	ok, err := imports.RemovePastAct(ctx, t.Lib, t.line, a.now())
	if err != nil {
		return err
	}
	if !ok {
		return errors.New(texts.ActPastNone)
	}
	if f.asJSON {
		return a.printJSON(map[string]bool{"quitado": true})
	}
	fmt.Fprintln(a.out, texts.ActPastRemoved)
	return nil
}

package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"brujula/data/texts"
	"brujula/planner/card"
	"brujula/planner/report"
)

func (a *app) cardCommand() *cobra.Command {
	var f plazaFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use: "ficha " + texts.ArgCode, Short: texts.CardShort, Example: texts.CardExample,
		Args: arguments(1, 1, texts.ArgCode),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.rank.checkRank(cmd); err != nil {
				return err
			}
			return a.card(cmd.Context(), args[0], &f, asJSON)
		},
	}
	f.register(cmd.Flags())
	f.rank.registerRank(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}

// plazaFlags name a plaza beside its RENIPRESS.
type plazaFlags struct {
	lineFlags
	rank filterFlags
}

func (a *app) card(ctx context.Context, code string, f *plazaFlags, asJSON bool) error {
	from, err := a.source(texts.PurposeRead)
	if err != nil {
		return err
	}
	d, err := from.Card(ctx, code, f.given(), f.rank.sees())
	if err != nil {
		return err
	}
	if err := d.NotEmpty(); err != nil {
		return err
	}
	row, err := f.given().Plaza(d.Space, code)
	if err != nil {
		return err
	}
	line := d.Space.Catalog.Plaza(row).Line()
	est, err := d.See(ctx, f.rank.sight(line), line.Modality)
	if err != nil {
		return err
	}
	if !asJSON {
		fmt.Fprint(a.out, card.Of(d.Space, est, row).Text())
		return nil
	}
	out := report.Listing{Head: report.Head{Process: &line.Process, Line: &line}}
	if v := est.Lines[line.Modality]; v != nil {
		out.View(v, est.Look)
	}
	record := report.Of(d.Space, est, row)
	record.Explain(d.Space, est, row)
	record.AddHistory(d.Space, row)
	out.Plazas = []report.Plaza{record}
	return a.printJSON(out)
}

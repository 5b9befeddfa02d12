package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/card"
	"brujula/planner/report"
	"brujula/planner/workspace"
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

// find returns the row of the one plaza that code and flags name. When they
// leave several, the error lists what tells them apart.
func (f *plazaFlags) find(space *workspace.Workspace, code string) (int, error) {
	renipress, ok := data.ParseRenipress(code)
	if !ok {
		return 0, usage(texts.BadRenipress(code))
	}
	filter, err := f.filter(space)
	if err != nil {
		return 0, err
	}
	var rows []int
	for _, row := range space.Catalog.Select(filter, nil).Rows {
		if space.Catalog.Plaza(row).Renipress == renipress {
			rows = append(rows, row)
		}
	}
	switch len(rows) {
	case 0:
		return 0, errors.New(texts.NoSuchPlaza(renipress))
	case 1:
		return rows[0], nil
	}
	var options []string
	for _, row := range rows {
		p := space.Catalog.Plaza(row)
		options = append(options, fmt.Sprintf("--profesion %q --modalidad %s", p.Profession, p.Modality))
	}
	return 0, usage(texts.WhichPlaza(renipress, options))
}

func (a *app) card(ctx context.Context, code string, f *plazaFlags, asJSON bool) error {
	d, err := a.openCard(ctx, code, f)
	if err != nil {
		return err
	}
	if d.space.Empty() {
		return errors.New(texts.NothingLoaded)
	}
	row, err := f.find(d.space, code)
	if err != nil {
		return err
	}
	line := d.space.Catalog.Plaza(row).Line()
	est, err := a.estimateFor(ctx, d, &f.rank, f.rank.look(line), line.Modality)
	if err != nil {
		return err
	}
	if !asJSON {
		fmt.Fprint(a.out, card.Of(d.space, est, row).Text())
		return nil
	}
	out := report.Listing{Head: report.Head{Process: &line.Process, Line: &line}}
	if v := est.Lines[line.Modality]; v != nil {
		out.View(v, est.Look)
	}
	record := report.Of(d.space, est, row)
	record.Explain(d.space, est, row)
	record.AddHistory(d.space, row)
	out.Plazas = []report.Plaza{record}
	return a.printJSON(out)
}

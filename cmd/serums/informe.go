package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/yearbook"
)

// yearFlags are those of informe.
type yearFlags struct {
	line   lineFlags
	file   outFile
	asJSON bool
}

func (a *app) yearCommand() *cobra.Command {
	var f yearFlags
	cmd := &cobra.Command{
		Use: "informe", Short: texts.YearShort, Long: texts.YearLong, Example: texts.YearExample, Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.yearReport(cmd.Context(), &f) },
	}
	flags := cmd.Flags()
	f.line.registerPast(flags, texts.FlagYearProcess, data.Remunerada)
	f.file.register(flags, texts.FlagYearFile)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func (a *app) yearReport(ctx context.Context, f *yearFlags) error {
	if f.file.name != "" && !strings.EqualFold(filepath.Ext(f.file.name), ".html") {
		return usage(texts.YearNotHTML)
	}
	if err := f.file.check(); err != nil {
		return err
	}
	d, err := a.openLists(ctx, texts.PurposeRead)
	if err != nil {
		return err
	}
	line, err := f.line.past(d.Space, texts.YearNeedsLine)
	if err != nil {
		return err
	}
	r, err := yearbook.Of(d.Space, line)
	switch {
	case errors.Is(err, yearbook.ErrNoPast):
		return errors.New(texts.YearNoPast)
	case err != nil:
		return err
	case f.file.name != "":
		content, err := r.HTML()
		if err != nil {
			return err
		}
		return a.save(f.file, content, texts.YearWritten)
	case f.asJSON:
		return a.printJSON(yearbook.RecordOf(r))
	}
	a.printYear(r)
	return nil
}

func (a *app) printYear(r *yearbook.Report) {
	fmt.Fprintln(a.out, r.Title())
	for _, part := range r.Parts() {
		fmt.Fprintln(a.out, "\n"+part.Title)
		for _, said := range part.Said {
			fmt.Fprintln(a.out, "  "+said)
		}
		if len(part.Head) > 0 {
			fmt.Fprint(a.out, alignColumns(append([][]string{part.Head}, part.Rows...)))
		}
	}
}

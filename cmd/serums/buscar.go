package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/fold"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/merit"
)

// findCommand looks a person up in the user's own official file. The rows are
// printed as they pass and kept nowhere.
func (a *app) findCommand() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use: "buscar-adjudicado " + texts.ArgFileText, Short: texts.FindShort, Long: texts.FindLong, Example: texts.FindExample,
		Args: arguments(2, -1, texts.ArgFileText),
		RunE: func(cmd *cobra.Command, args []string) error {
			text := strings.Join(args[1:], " ")
			if strings.TrimSpace(fold.Fold(text)) == "" {
				return usage(texts.FindEmpty)
			}
			o, err := f.options()
			if err != nil {
				return err
			}
			return a.find(cmd.Context(), args[0], text, o)
		},
	}
	f.registerReading(cmd)
	return cmd
}

// registerReading registers the flags that say how a file is read.
func (f *importFlags) registerReading(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.sheet, "hoja", "", texts.FlagSheet)
	flags.StringVar(&f.sep, "separador", "", texts.FlagDelimiter)
	flags.StringVar(&f.charset, "codificacion", "", texts.FlagEncoding)
}

func (a *app) find(ctx context.Context, file, text string, o lists.Options) error {
	n := 0
	base := filename.Shown(file)
	bar := a.progressBar(file)
	o.Progress = bar.update
	err := merit.Search(ctx, file, text, o, func(m merit.Match) error {
		n++
		bar.done()
		at := data.Problem{File: base, Page: m.Row.Page, Row: m.Row.Number}
		_, err := fmt.Fprintln(a.out, texts.FoundRow(at.Where(), m.Cells))
		return err
	})
	bar.done()
	if err != nil {
		return err
	}
	if n == 0 {
		fmt.Fprintln(a.out, texts.FindNothing)
		return errSilent
	}
	fmt.Fprintln(a.out, texts.FoundCount(n))
	return nil
}

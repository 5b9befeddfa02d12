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
	var asJSON bool
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
			return a.find(cmd.Context(), args[0], text, o, asJSON)
		},
	}
	f.registerReading(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}

// registerReading registers the flags that say how a file is read.
func (f *importFlags) registerReading(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.sheet, "hoja", "", texts.FlagSheet)
	flags.StringVar(&f.sep, "separador", "", texts.FlagDelimiter)
	flags.StringVar(&f.charset, "codificacion", "", texts.FlagEncoding)
}

// foundRecord is buscar-adjudicado --json: the rows of the file as they stand there.
type foundRecord struct {
	File string     `json:"archivo"`
	Rows []rowFound `json:"filas"`
}

// rowFound is one row: its page, null but in a PDF, its number in the file, from 1, and
// its cells, blank ones left out.
type rowFound struct {
	Page  *int     `json:"pagina"`
	Row   int      `json:"fila"`
	Cells []string `json:"celdas"`
}

func (a *app) find(ctx context.Context, file, text string, o lists.Options, asJSON bool) error {
	n := 0
	base := filename.Shown(file)
	record := foundRecord{File: base, Rows: []rowFound{}}
	bar := a.progressBar(file)
	o.Progress = bar.update
	err := merit.Search(ctx, file, text, o, func(m merit.Match) error {
		n++
		bar.done()
		if asJSON {
			record.Rows = append(record.Rows, rowFound{data.OrNull(m.Row.Page), m.Row.Number, m.Cells})
			return nil
		}
		at := data.Problem{File: base, Page: m.Row.Page, Row: m.Row.Number}
		_, err := fmt.Fprintln(a.out, texts.FoundRow(at.Where(), m.Cells))
		return err
	})
	bar.done()
	if err != nil {
		return err
	}
	if asJSON {
		if err := a.printJSON(record); err != nil || n > 0 {
			return err
		}
		return errSilent
	}
	if n == 0 {
		fmt.Fprintln(a.out, texts.FindNothing)
		return errSilent
	}
	fmt.Fprintln(a.out, texts.FoundCount(n))
	return nil
}

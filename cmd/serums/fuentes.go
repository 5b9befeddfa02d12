package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/texts"
	"brujula/planner"
)

func (a *app) sourcesCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "fuentes", Short: texts.SourcesShort,
		Args: arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			infos, err := a.sources()
			if err != nil {
				return err
			}
			if asJSON {
				records := make([]importRecord, len(infos))
				for i := range infos {
					records[i] = importRecord{ListInfo: infos[i]}
				}
				return a.printJSON(records)
			}
			if len(infos) == 0 {
				fmt.Fprintln(a.out, texts.NothingLoaded)
				return nil
			}
			table := [][]string{texts.SourcesHeading()}
			for i := range infos {
				table = append(table, texts.SourceFields(&infos[i]))
			}
			fmt.Fprint(a.out, alignColumns(table))
			a.printGaps(infos)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}

// printGaps says what is missing for the chances.
func (a *app) printGaps(infos []data.ListInfo) {
	for _, gap := range planner.Gaps(infos) {
		fmt.Fprintln(a.out, gap.Text())
	}
}

func (a *app) sources() ([]data.ListInfo, error) {
	if a.demo {
		return demo.Infos(), nil
	}
	lib, err := a.openLibrary(texts.PurposeRead)
	if err != nil {
		return nil, err
	}
	for _, notice := range lib.Notices() {
		fmt.Fprintln(a.err, texts.CommandNotice(notice))
	}
	return lib.Lists(), nil
}

package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/conflicts"
	"brujula/planner/workspace"
)

func (a *app) sourcesCommand() *cobra.Command {
	var asJSON, conflicting, links bool
	cmd := &cobra.Command{
		Use: "fuentes", Short: texts.SourcesShort,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case links && conflicting:
				return usage(texts.SourcesOneAtATime)
			case links:
				return a.printLinks(asJSON)
			case conflicting:
				return a.printConflicts(cmd.Context(), asJSON)
			}
			infos, err := a.sources()
			if err != nil {
				return err
			}
			if asJSON {
				records := data.Map(infos, func(one data.ListInfo) importRecord { return importRecord{ListInfo: one} })
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
	cmd.Flags().BoolVar(&conflicting, "conflictos", false, texts.ConflictsFlag)
	cmd.Flags().BoolVar(&links, "enlaces", false, texts.LinksFlag)
	return cmd
}

// printConflicts prints what the lists do not say alike, one conflict a
// paragraph: the datum, whose it is, every value with its row, what is used.
func (a *app) printConflicts(ctx context.Context, asJSON bool) error {
	d, err := a.openLists(ctx, texts.PurposeRead)
	if err != nil {
		return err
	}
	all := d.Space.Conflicts().All()
	if asJSON {
		return a.printJSON(append([]conflicts.Conflict{}, all...))
	}
	if len(all) == 0 {
		fmt.Fprintln(a.out, texts.ConflictsNone)
		return nil
	}
	var b strings.Builder
	for i := range all {
		c := &all[i]
		fmt.Fprintf(&b, "%s: %s\n", texts.ConflictField(string(c.Field)), texts.ConflictOf(c.Renipress, c.Establishment, c.Profession, c.Process, c.Modality))
		for _, side := range c.Sides {
			fmt.Fprintf(&b, "  %s\n", side.Text())
		}
		fmt.Fprintf(&b, "  %s: %s\n", texts.ConflictColumnUsed, texts.ConflictUsed(string(c.Used)))
	}
	tallies := data.Map(d.Space.Conflicts().Count(), func(t conflicts.Tally) string { return texts.ConflictCount(string(t.Field), t.N) })
	fmt.Fprintf(&b, "%s: %s\n", texts.ConflictsCount(len(all), len(all)), strings.Join(tallies, " · "))
	_, err = a.out.Write([]byte(b.String()))
	return err
}

// linkRecord is one of fuentes --enlaces --json.
type linkRecord struct {
	Text      string          `json:"texto"`
	Source    string          `json:"fuente"`
	Certainty rules.Certainty `json:"certeza"`
}

// printLinks prints where the official lists are published.
func (a *app) printLinks(asJSON bool) error {
	facts, err := a.loadRules()
	if err != nil {
		return err
	}
	all := facts.FactsOf(rules.SectionSource)
	if asJSON {
		records := data.Map(all, func(one rules.Fact) linkRecord { return linkRecord{one.Text, one.Source, one.Certainty} })
		return a.printJSON(records)
	}
	for i := range all {
		fmt.Fprintln(a.out, texts.LinkLine(all[i].Text, all[i].Source, string(all[i].Certainty)))
	}
	return nil
}

// printGaps says what is missing for the chances.
func (a *app) printGaps(infos []data.ListInfo) {
	for _, gap := range workspace.Gaps(infos) {
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
	a.warn(lib.Notices()...)
	return lib.Lists(), nil
}

package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/side"
	"brujula/planner/workspace"
)

// sidesCommand sets plazas side by side, as the screen Comparar does.
func (a *app) sidesCommand() *cobra.Command {
	var f plazaFlags
	var only, asJSON bool
	cmd := &cobra.Command{
		Use: "comparar " + texts.ArgCodes, Short: texts.BesideShort, Long: texts.BesideLong, Example: texts.BesideExample,
		Args: arguments(2, side.Most, texts.ArgCode),
		RunE: func(cmd *cobra.Command, codes []string) error {
			if err := f.rank.checkRank(cmd); err != nil {
				return err
			}
			return a.sides(cmd.Context(), codes, &f, only, asJSON)
		},
	}
	f.register(cmd.Flags())
	f.rank.registerRank(cmd)
	cmd.Flags().BoolVar(&only, "diferencias", false, texts.FlagBesideOnly)
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func (a *app) sides(ctx context.Context, codes []string, f *plazaFlags, only, asJSON bool) error {
	d, err := a.openSome(ctx, texts.PurposeRead)
	if err != nil {
		return err
	}
	ids, err := f.sides(d.Space, codes)
	if err != nil {
		return err
	}
	var modalities []data.Modality
	for _, id := range ids {
		if id.Profession != ids[0].Profession && f.rank.sees() {
			return usage(texts.BesideProfessions(ids[0].Profession, id.Profession))
		}
		if !slices.Contains(modalities, id.Modality) {
			modalities = append(modalities, id.Modality)
		}
	}
	est, err := d.See(ctx, f.rank.sight(ids[0].Line()), modalities...)
	if err != nil {
		return err
	}
	sheet := side.Of(d.Space, est, ids, side.Shown())
	if asJSON {
		return a.printJSON(sheet.RecordOf(d.Space, est, only))
	}
	a.printSides(d.Space, &sheet, only)
	return nil
}

// sides finds the plazas of some codes, each with its modality behind a colon or that of
// the flag; naming one twice is a slip.
func (f *plazaFlags) sides(space *workspace.Workspace, codes []string) ([]data.PlazaID, error) {
	var ids []data.PlazaID
	for _, code := range codes {
		one := *f
		code, word, with := strings.Cut(code, ":")
		if with {
			modality, ok := data.ParseModality(word)
			if !ok {
				return nil, usage(texts.BesideBadModality(word))
			}
			one.modality = string(modality)
		}
		row, err := one.given().Plaza(space, code)
		if err != nil {
			if one.inBoth(space, code) {
				return nil, usage(err.Error() + texts.BesideBothWays(code))
			}
			return nil, err
		}
		id := space.Catalog.Plaza(row).PlazaID
		if slices.Contains(ids, id) {
			return nil, usage(texts.BesideTwice(id.Renipress))
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// inBoth reports whether a code that leaves its modality open is on offer in each.
func (f *plazaFlags) inBoth(space *workspace.Workspace, code string) bool {
	if f.modality != "" {
		return false
	}
	for _, m := range data.Modalities() {
		one := *f
		one.modality = string(m)
		if _, err := one.given().Plaza(space, code); err != nil {
			return false
		}
	}
	return true
}

// printSides prints the plazas by their letters, the measures in columns, and under
// them what else is known: once what all have, by letters what differs.
func (a *app) printSides(space *workspace.Workspace, s *side.Sheet, only bool) {
	letters := []string{""}
	for i, c := range s.Columns {
		letters = append(letters, texts.SideLetter(i))
		fmt.Fprintln(a.out, texts.BesidePlaza(texts.SideLetter(i), space.Catalog.Plaza(c.Row)))
	}
	table, marked := [][]string{letters}, false
	for i := range s.Versus {
		v := &s.Versus[i]
		if only && v.Equal() {
			continue
		}
		row, ranges := []string{texts.SideMeasure(int(v.Measure))}, []string{texts.SideRange}
		for at := range s.Columns {
			row = append(row, texts.BesideFigure(side.Figure(v, at), v.Best[at]))
			ranges = append(ranges, side.Range(v, at))
			marked = marked || v.Best[at]
		}
		if table = append(table, row); strings.Join(ranges[1:], "") != "" {
			table = append(table, ranges)
		}
	}
	fmt.Fprintf(a.out, "\n%s", alignColumns(table))
	if marked {
		fmt.Fprintln(a.out, texts.BesideBestKey)
	}
	differ, lines := s.Count()
	fmt.Fprintf(a.out, "\n%s\n", texts.BesideDiffer(differ, lines))
	for _, g := range s.Groups {
		title := "\n" + g.Title + "\n"
		for i := range g.Rows {
			r := &g.Rows[i]
			if s.Measured(r) || only && !r.Differs() {
				continue
			}
			fmt.Fprint(a.out, title, texts.BesideFact(r.Label, r.Values, r.Differs() || r.Provenance))
			title = ""
		}
	}
	if len(s.Groups) > 0 {
		fmt.Fprintln(a.out, "\n"+texts.NoNoteIsNotSafe)
	}
}

package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/compare"
	"brujula/planner/workspace"
)

// diffFlags are those of diferencias.
type diffFlags struct {
	filters filterFlags
	lists   string
	asJSON  bool
}

func (a *app) diffCommand() *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use: "diferencias " + texts.ArgProcesses, Short: texts.DiffShort, Long: texts.DiffLong, Example: texts.DiffExample,
		Args: arguments(2, 2, texts.ArgProcess),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.differences(cmd.Context(), args, &f)
		},
	}
	f.filters.registerPlain(cmd)
	cmd.Flags().StringVar(&f.lists, "lista", "", texts.FlagDiff)
	cmd.Flags().BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

// registerPlain registers the filters that need neither rank nor tags.
func (f *filterFlags) registerPlain(cmd *cobra.Command) {
	f.words = map[string]*string{}
	for _, key := range workspace.FilterKeys() {
		switch d, ok := catalog.DimOf(key); {
		case ok && d != catalog.DimBand && !d.Tagged(), key == workspace.KeyText:
			f.words[key] = cmd.Flags().String(key, "", texts.FlagFilter(key))
		}
	}
}

func (a *app) differences(ctx context.Context, args []string, f *diffFlags) error {
	before, after, err := twoProcesses(args)
	if err != nil {
		return err
	}
	wanted, err := aspects(f.lists)
	if err != nil {
		return err
	}
	if *f.filters.words[catalog.DimProcess.Key()] != "" {
		return usage(texts.DiffNoProcessFilter)
	}
	d, err := a.openLists(ctx, texts.PurposeRead)
	if err != nil {
		return err
	}
	if err := bothLoaded(d.Space, before, after); err != nil {
		return err
	}
	filter, err := f.filters.given().Filter(d.Space)
	if err != nil {
		return err
	}
	diff := compare.Between(d.Space.Catalog, before, after, filter)
	if len(diff.Modalities) == 0 {
		return errors.New(texts.DiffNoCommon(before, after))
	}
	line, _ := browse.LineOf(&filter)
	meaning := diff.Meaning(d.Space.Rules, line.Profession, line.Modality)
	if f.asJSON {
		return a.printJSON(compare.ReportOf(&diff, meaning, d.Space.Points, wanted...))
	}
	a.printDiff(&diff, meaning, wanted)
	return nil
}

func twoProcesses(args []string) (before, after data.Process, err error) {
	var both [2]data.Process
	for i, arg := range args {
		if both[i], err = data.ParseProcess(arg); err != nil {
			return "", "", usage(texts.BadProcess(arg))
		}
	}
	if both[0] == both[1] {
		return "", "", usage(texts.DiffSameProcess(both[0]))
	}
	return both[0], both[1], nil
}

// aspects reads --lista.
func aspects(text string) ([]compare.Aspect, error) {
	switch text {
	case "":
		return nil, nil
	case "todas":
		return compare.Aspects(), nil
	}
	var out []compare.Aspect
	for word := range strings.SplitSeq(text, ",") {
		aspect, ok := compare.ParseAspect(strings.TrimSpace(word))
		if !ok {
			words := data.Words(compare.Aspects())
			return nil, usage(texts.BadDiffAspect(word, words))
		}
		out = append(out, aspect)
	}
	return out, nil
}

func bothLoaded(space *workspace.Workspace, wanted ...data.Process) error {
	loaded := space.Processes()
	if len(loaded) == 0 {
		return errors.New(texts.NothingLoaded)
	}
	words := data.Words(loaded)
	for _, p := range wanted {
		if !slices.Contains(loaded, p) {
			return errors.New(texts.DiffProcessMissing(p, words))
		}
	}
	return nil
}

// fewChanges is how many plazas of each aspect are shown unasked.
const fewChanges = 3

func (a *app) printDiff(d *compare.Diff, meaning []string, wanted []compare.Aspect) {
	a.say(texts.DiffHeading(d.Before, d.After), texts.DiffTotals(d.Before, d.PlazasBefore, d.SeatsBefore), texts.DiffTotals(d.After, d.PlazasAfter, d.SeatsAfter))
	for _, m := range d.Missing {
		fmt.Fprintln(a.out, texts.DiffMissing(m.Process, m.Modality))
	}
	fmt.Fprint(a.out, "\n", alignColumns(append([][]string{texts.DiffCountHeading(d.Before, d.After)}, d.Table()...)))
	for _, n := range d.Classes() {
		if n.Also > 0 {
			fmt.Fprintln(a.out, texts.DiffAlso(n.Title(), n.Also))
		}
	}
	if len(meaning) > 0 {
		fmt.Fprintln(a.out, "\n"+texts.DiffMeans+":")
		for _, sentence := range meaning {
			fmt.Fprintln(a.out, "  "+sentence)
		}
	}
	for _, aspect := range compare.Aspects() {
		if len(wanted) == 0 || slices.Contains(wanted, aspect) {
			a.printChanges(d.Of(aspect), aspect, len(wanted) > 0)
		}
	}
	if len(d.Changes) == 0 {
		fmt.Fprintln(a.out, texts.DiffNothing)
	}
}

func (a *app) printChanges(changes []*compare.Change, aspect compare.Aspect, all bool) {
	if len(changes) == 0 {
		return
	}
	fmt.Fprintln(a.out, "\n"+texts.DiffTitle(string(aspect))+":")
	for i, c := range changes {
		if i == fewChanges && !all {
			fmt.Fprintln(a.out, texts.DiffMore(len(changes)-i, string(aspect)))
			return
		}
		fmt.Fprintln(a.out, texts.DiffLine(c.Plaza(), c.Said()))
	}
}

package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/imports"
	"brujula/planner/workspace"
)

// importTable makes the command for a kind of list that has neither process
// nor modality.
func (a *app) importTable(kind data.Kind, use, short, example string) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use: use, Short: short, Example: example,
		Args: arguments(1, 1, texts.ArgFile),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runImport(cmd.Context(), &f, func(ctx context.Context, lib *library.Library, o lists.Options, _ *asker) (*importedFiles, error) {
				return a.readTable(ctx, lib, kind, args[0], o)
			})
		},
	}
	f.define(cmd.Flags())
	return cmd
}

// readTable reads a file of coordinates or notes.
func (a *app) readTable(ctx context.Context, lib *library.Library, kind data.Kind, file string, o lists.Options) (*importedFiles, error) {
	bar := a.progressBar(file)
	o.Progress = bar.update
	draft, err := imports.ReadTable(ctx, lib, kind, file, o)
	bar.done()
	if err != nil {
		return nil, err
	}
	return &importedFiles{
		items: []library.Item{draft.Stamped(a.now())}, rejected: draft.Item.Info.Rejected,
		tell: func(changes []library.Change) { a.tellTable(&draft.Item, draft.Told, changes[0].Same) },
	}, nil
}

// fewProblems is how many problems are shown.
const fewProblems = 15

func (a *app) tellTable(item *library.Item, notes []string, same bool) {
	a.say(notes...)
	if same {
		fmt.Fprintln(a.out, texts.ImportTableSame)
	}
	for i := range item.Problems {
		if i == fewProblems {
			fmt.Fprintln(a.out, texts.ProblemsMore(len(item.Problems)-i))
			break
		}
		fmt.Fprintln(a.out, texts.ProblemLine(&item.Problems[i]))
	}
}

// measure takes --cerca-de and --max-km into the filter and the figures.
func (l *listing) measure(f *filterFlags, filter *catalog.Filter, figures *catalog.Figures, orders []catalog.Order) error {
	switch {
	case f.near == "" && f.maxKm != 0:
		return usage(texts.NearNeedsPlace)
	case f.near == "" && browse.ByDistance(orders):
		return usage(texts.OrderNeedsPlace)
	case f.near == "":
		return nil
	case !(f.maxKm >= 0):
		return usage(texts.BadNumber(workspace.KeyMaxKm, strconv.FormatFloat(f.maxKm, 'g', -1, 64)))
	}
	near, err := browse.Measure(l.space, f.near)
	switch {
	case errors.Is(err, browse.ErrNoPlaces):
		return errors.New(texts.NoCoordinates)
	case err != nil:
		return err
	}
	l.near, figures.Distance = near, near.Km
	if f.maxKm > 0 {
		l.placeless = near.Lost(filter, figures)
		filter.DistanceMax = f.maxKm
	}
	return nil
}

// tellPlace says what the distances are and are not.
func (l *listing) tellPlace(a *app) {
	if l.near.Text == "" {
		return
	}
	fmt.Fprintln(a.out, texts.NearFrom(l.near.Place.Name)+" "+texts.StraightLine)
	if l.placeless > 0 {
		fmt.Fprintln(a.out, texts.NearNothing(l.placeless))
	}
	if slices.ContainsFunc(l.rows, func(row int) bool { return l.near.About[row] }) {
		fmt.Fprintln(a.out, texts.NearAbout)
	}
}

// kmField writes a distance for a CSV.
func kmField(km *float64) string {
	if km == nil {
		return ""
	}
	return strconv.FormatFloat(*km, 'f', 1, 64)
}

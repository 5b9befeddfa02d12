package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/planner/catalog"
	"brujula/planner/geo"
)

func (a *app) importCoordinatesCommand() *cobra.Command {
	return a.importTable("coordenadas ARCHIVO", texts.CoordinatesShort, texts.CoordinatesExample,
		func(ctx context.Context, lib *library.Library, file string, f *importFlags) (library.Item, []string, error) {
			o, err := f.options()
			if err != nil {
				return library.Item{}, nil, err
			}
			bar := a.progressBar(file)
			o.Progress = bar.update
			item, places, err := planner.ReadCoordinates(ctx, lib, file, o)
			bar.done()
			if err != nil {
				return item, nil, err
			}
			return item, coordinateNotes(&item.Info, places), nil
		})
}

// coordinateNotes tells how usable a list of coordinates is.
func coordinateNotes(info *data.ListInfo, places *geo.Index) []string {
	r := places.Report()
	notes := []string{texts.CoordinatesRead(info), texts.CoordinatesUsable(r.Placed, r.Own, r.Offered)}
	if n := places.Shared(); n > 0 {
		notes = append(notes, texts.CoordinatesShared(n))
	}
	return notes
}

// readTable reads a file as a list without plazas, and tells of it in lines.
type readTable func(ctx context.Context, lib *library.Library, file string, f *importFlags) (library.Item, []string, error)

// importTable makes the command for a kind of list that has neither process
// nor modality.
func (a *app) importTable(use, short, example string, read readTable) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use: use, Short: short, Example: example,
		Args: arguments(1, 1, "ARCHIVO"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.runTableImport(cmd.Context(), args[0], &f, read)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.sheet, "hoja", "", texts.FlagSheet)
	flags.StringVar(&f.sep, "separador", "", texts.FlagDelimiter)
	flags.StringVar(&f.charset, "codificacion", "", texts.FlagEncoding)
	flags.BoolVar(&f.yes, "si", false, texts.FlagYes)
	flags.BoolVar(&f.dryRun, "revisar", false, texts.FlagDryRun)
	flags.BoolVar(&f.strict, "estricto", false, texts.FlagStrict)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

func (a *app) runTableImport(ctx context.Context, file string, f *importFlags, read readTable) error {
	if a.demo {
		return usage(texts.ImportIntoDemo)
	}
	lib, err := a.openLibrary(texts.PurposeImport)
	if err != nil {
		return err
	}
	item, notes, err := read(ctx, lib, file, f)
	if err != nil {
		return err
	}
	item.Info.Imported = a.now().UTC().Truncate(time.Second)
	if !f.asJSON {
		a.tellTable(&item, notes)
	}
	store := !f.dryRun && (!f.strict || item.Info.Rejected == 0)
	if asks := (&asker{app: a, input: bufio.NewReader(a.in)}); store && !f.yes && !f.asJSON && a.interactive() {
		if store, err = asks.confirm(ctx, texts.ImportAsk); err != nil {
			return err
		}
	}
	if store {
		if _, err := lib.Commit(ctx, []library.Item{item}); err != nil {
			return err
		}
	}
	if f.asJSON {
		problems := item.Problems
		if problems == nil {
			problems = []data.Problem{}
		}
		if err := a.printJSON([]importRecord{{item.Info, &problems}}); err != nil {
			return err
		}
	} else {
		fmt.Fprintln(a.out, texts.ImportOutcome(store, f.dryRun, lib.Path()))
	}
	if f.strict && item.Info.Rejected > 0 {
		fmt.Fprintln(a.err, texts.CommandError(texts.ImportStrict(item.Info.Rejected)))
		return errSilent
	}
	return nil
}

// fewProblems is how many problems are shown.
const fewProblems = 15

func (a *app) tellTable(item *library.Item, notes []string) {
	for _, note := range notes {
		fmt.Fprintln(a.out, note)
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
func (l *found) measure(f *filterFlags, filter *catalog.Filter, figures *catalog.Figures, orders []catalog.Order) error {
	byDistance := slices.ContainsFunc(orders, func(o catalog.Order) bool { return o.Key == catalog.SortDistance })
	switch {
	case f.near == "" && f.maxKm != 0:
		return usage(texts.NearNeedsPlace)
	case f.near == "" && byDistance:
		return usage(texts.OrderNeedsPlace)
	case f.near == "":
		return nil
	case !(f.maxKm >= 0):
		return usage(texts.BadNumber(planner.KeyMaxKm, strconv.FormatFloat(f.maxKm, 'g', -1, 64)))
	}
	if l.space.Places().Len() == 0 {
		return errors.New(texts.NoCoordinates)
	}
	place, err := l.space.Near(f.near)
	if err != nil {
		return requestUsage(err)
	}
	l.place, l.distance = place.Name, l.space.Distances(place)
	figures.Distance = l.distance
	if f.maxKm > 0 {
		for _, row := range l.space.Catalog.Select(*filter, figures).Rows {
			if math.IsNaN(l.distance[row]) {
				l.placeless++
			}
		}
		filter.DistanceMax = f.maxKm
	}
	return nil
}

// tellPlace says what the distances are and are not.
func (l *found) tellPlace(a *app) {
	if l.place == "" {
		return
	}
	fmt.Fprintln(a.out, texts.NearFrom(l.place)+" "+texts.StraightLine)
	if l.placeless > 0 {
		fmt.Fprintln(a.out, texts.NearNothing(l.placeless))
	}
}

// kmField writes a distance for a CSV.
func kmField(km *float64) string {
	if km == nil {
		return ""
	}
	return strconv.FormatFloat(*km, 'f', 1, 64)
}

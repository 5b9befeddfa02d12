package main

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/card"
	"brujula/planner/catalog"
	"brujula/planner/export"
	"brujula/planner/inquiry"
	"brujula/planner/panorama"
	"brujula/planner/report"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

func (a *app) listCommand() *cobra.Command {
	var f filterFlags
	var counted string
	var asJSON, asCSV, bom, semicolons bool
	cmd := &cobra.Command{
		Use: "listar", Short: texts.ListShort, Example: texts.ListExample,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asJSON && asCSV {
				return usage(texts.OneFormat)
			}
			if err := f.checkRank(cmd); err != nil {
				return err
			}
			dims, err := countDims(counted)
			if err != nil {
				return err
			}
			found, err := a.list(cmd.Context(), &f, dims, asJSON)
			if err != nil {
				return err
			}
			switch {
			case len(dims) > 0 && asJSON:
				return a.printJSON(found.countsJSON())
			case len(dims) > 0 && asCSV:
				return export.WriteTable(a.out, found.countsCSV(), bom, semicolons)
			case len(dims) > 0:
				found.countsTable(a)
				return nil
			case asJSON:
				return a.printJSON(found.json())
			case asCSV:
				return export.WriteTable(a.out, found.csv(), bom, semicolons)
			}
			return found.table(a)
		},
	}
	f.register(cmd)
	cmd.Flags().StringVar(&counted, "contar", "", texts.FlagCount)
	cmd.Flags().BoolVar(&f.frontier, "frontera", false, texts.FlagFrontier)
	cmd.Flags().BoolVar(&asJSON, "json", false, texts.FlagJSON)
	cmd.Flags().BoolVar(&asCSV, "csv", false, texts.FlagCSV)
	cmd.Flags().BoolVar(&bom, "bom", false, texts.FlagBOM)
	cmd.Flags().BoolVar(&semicolons, "punto-y-coma", false, texts.FlagSemicolons)
	return cmd
}

// listing is the answer to a listing, before it takes a form.
type listing struct {
	space     *workspace.Workspace
	estimates *workspace.Estimates // nil without exactly one line
	line      data.Line
	hasLine   bool
	process   *data.Process
	rows      []int
	codes     map[string]bool // RENIPRESS of the rows
	seats     int             // of the rows, as far as the filter asks for them
	total     int             // plazas of the processes, professions and modalities asked for
	elsewhere int             // plazas that the filter would find in the other modality

	filter  catalog.Filter
	figures *catalog.Figures
	counted []catalog.Dim // of --contar

	near      browse.Near // that distances are measured from
	noted     bool        // the filter asks for risk notes
	frontier  []string    // of --frontera: its steps in words
	placeless int         // plazas that --max-km leaves out because their place is not known
}

// list answers a listing; full adds what JSON alone tells.
func (a *app) list(ctx context.Context, f *filterFlags, counted []catalog.Dim, full bool) (*listing, error) {
	orders, err := f.orders()
	if err != nil {
		return nil, err
	}
	out := &listing{}
	var q storage.Question
	if full {
		q.Compared = out.holds
	}
	d, err := a.openListing(ctx, f, &q, counted)
	if err != nil {
		return nil, err
	}
	if err := d.NotEmpty(); err != nil {
		return nil, err
	}
	filter, err := f.given().Filter(d.Space)
	if err != nil {
		return nil, err
	}
	out.space = d.Space
	out.process = data.OrNull(browse.Process(&filter))
	out.line, out.hasLine = browse.LineOf(&filter)
	switch {
	case f.hasRank() && !out.hasLine:
		return nil, usage(texts.RankNeedsLine)
	case f.follow && !out.hasLine:
		return nil, usage(texts.FollowNeedsLine)
	case !f.sees() && (f.frontier || slices.Contains(counted, catalog.DimBand) || filter.ChanceMin > 0 || len(filter.In[catalog.DimBand])+len(filter.Out[catalog.DimBand]) > 0):
		return nil, usage(texts.ChanceNeedsRank)
	}
	figures := d.Space.PlainFigures()
	if out.hasLine {
		if out.estimates, err = d.See(ctx, f.sight(out.line), out.line.Modality); err != nil {
			return nil, err
		}
		figures = &out.estimates.Figures
	}
	known := browse.LearnAsked(d.Space, &filter, orders, counted...)
	out.noted = filter.AsksNotes()
	figures = browse.Figures(d.Space, *figures, nil, &known, &out.near)
	if err := out.measure(f, &filter, figures, orders); err != nil {
		return nil, err
	}
	selection := d.Space.Catalog.Select(filter, figures)
	rows := selection.Rows
	if f.frontier {
		p := panorama.ProspectsOf(d.Space.Catalog, rows, figures)
		rows, out.frontier = p.Rows(), p.Said(d.Space.Catalog, figures)
	}
	if !f.frontier || f.order != "" {
		rows = d.Space.Catalog.Sort(rows, orders, figures)
	}
	out.rows, out.filter, out.figures, out.counted = rows, filter, figures, counted
	out.seats = d.Space.Catalog.Seats(rows, &filter)
	out.total = len(d.Space.Catalog.Select(browse.LinesOf(&filter), nil).Rows)
	out.elsewhere = selection.Only(catalog.DimModality)
	if len(rows) == 0 && strings.TrimSpace(filter.Text) != "" {
		reading := browse.Read(ctx, d.Space, filter, figures)
		if meant := reading.Meant(); len(meant) > 0 {
			a.warn(texts.TextMeant(filter.Text, meant))
		}
	}
	return out, nil
}

// openListing loads what a listing needs; to measure distances, or to count the plazas by
// their values, all must be known.
func (a *app) openListing(ctx context.Context, f *filterFlags, q *storage.Question, counted []catalog.Dim) (*inquiry.Inquiry, error) {
	from, err := a.source(texts.PurposeRead)
	if err != nil {
		return nil, err
	}
	if f.near != "" || f.maxKm != 0 || len(counted) > 0 {
		return from.All(ctx)
	}
	return from.Listing(ctx, f.given(), f.sees(), q)
}

// holds reports whether an establishment is among the answer, once json was asked.
func (l *listing) holds(renipress string) bool { return l.codes[renipress] }

// view returns the line that the rank looks at.
func (l *listing) view() *workspace.LineView {
	if l.estimates == nil {
		return nil
	}
	return l.estimates.Lines[l.line.Modality]
}

// head reports what was looked at.
func (l *listing) head() report.Head {
	out := report.Head{Process: l.process}
	if l.hasLine {
		out.Line = &l.line
	}
	if v := l.view(); v != nil {
		out.View(v, l.estimates.Look)
	}
	return out
}

func (l *listing) json() report.Listing {
	out := report.Listing{Head: l.head(), Plazas: make([]report.Plaza, 0, len(l.rows))}
	l.codes = make(map[string]bool, len(l.rows))
	for _, row := range l.rows {
		l.codes[l.space.Catalog.Plaza(row).Renipress] = true
	}
	for _, row := range l.rows {
		p := l.record(row)
		p.Explain(l.space, l.estimates, row)
		out.Plazas = append(out.Plazas, p)
	}
	return out
}

// record returns the record of a row, with its distance.
func (l *listing) record(row int) report.Plaza {
	p := report.Of(l.space, l.estimates, row)
	if far := l.near.Far(row); far.Asked && !math.IsNaN(far.Km) && !far.About { // a figure alone cannot say "about"
		p.Distance = &far.Km
	}
	return p
}

func (l *listing) csv() [][]string {
	heading := texts.ListCSVHeading()
	if l.near.Text != "" {
		heading = append(heading, workspace.KeyKm)
	}
	table := [][]string{heading}
	for _, row := range l.rows {
		p := l.record(row)
		fields := export.PlazaFields(&p)
		if l.near.Text != "" {
			fields = append(fields, kmField(p.Distance))
		}
		table = append(table, fields)
	}
	return table
}

// tellNothing says that nothing was found, and where it may be.
func (l *listing) tellNothing(a *app) {
	fmt.Fprintln(a.out, texts.NothingFound)
	if l.placeless > 0 { // not known is not far
		fmt.Fprintln(a.out, texts.NearNotListed(l.placeless, ""))
	}
	if l.elsewhere > 0 {
		fmt.Fprintln(a.out, texts.Elsewhere(l.line.Modality.Other(), l.elsewhere))
	}
}

func (l *listing) table(a *app) error {
	if len(l.rows) == 0 {
		l.tellNothing(a)
		return nil
	}
	heading := texts.ListHeading()
	if l.near.Text != "" {
		heading = append([]string{texts.ColumnDistance}, heading...)
	}
	processes := l.space.BeforeProcesses()
	processes = processes[:min(len(processes), mostBefore)]
	for _, process := range processes {
		heading = append(heading, texts.BeforeTitle(process))
	}
	table := [][]string{heading}
	for _, row := range l.rows {
		p := l.record(row)
		fields := append(listFields(&p), p.Turns(processes)...)
		if far := l.near.Far(row); far.Asked {
			fields = append([]string{texts.KilometresAbout(far.Km, far.About)}, fields...)
		}
		table = append(table, fields)
	}
	fmt.Fprint(a.out, alignColumns(table))
	fmt.Fprintln(a.out)
	a.say(l.frontier...)
	l.tellStanding(a)
	return nil
}

// tellStanding says how many were found, and what their figures hang on.
func (l *listing) tellStanding(a *app) {
	l.tellPlace(a)
	if l.noted {
		fmt.Fprintln(a.out, texts.NotesThatCount)
	}
	fmt.Fprintln(a.out, texts.CountLine(len(l.rows), l.total, l.seats, l.hasLine))
	if v := l.view(); v != nil && v.Known {
		fmt.Fprintln(a.out, texts.LineStanding(texts.Standing{
			Act:  actText(v.Live),
			Rank: l.estimates.Look.Rank, K: v.K, Seats: v.Seats, Derived: v.Derived,
			Exhausted: v.Exhausted(), Basis: string(v.Basis.Kind), Processes: v.Basis.Processes,
			Modality: v.Line.Modality,
		}))
	}
}

// mostBefore is how many past processes have a column; a card tells of all.
const mostBefore = 2

func listFields(p *report.Plaza) []string {
	return []string{
		p.ChanceCell(), texts.BandLetter(p.Band), p.RangeCell(), texts.PointsShort(p.Points.Known, p.Points.Value),
		texts.Grade(p.Grade), p.Renipress, p.Establishment, texts.PlaceName(p.District), texts.PlaceName(p.Province), texts.PlaceName(p.Region), p.Category,
		p.Institution, texts.Bonuses(p.ZAF, p.ZE), texts.Thousands(p.Seats), p.RiskSign(),
	}
}

// actText says which act a line follows; "" for none.
func actText(l *workspace.Live) string {
	if l == nil {
		return ""
	}
	return card.ActText(l)
}

package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/inquiry"
	"brujula/planner/panorama"
	"brujula/planner/workspace"
)

// panoramaFlags are those of panorama.
type panoramaFlags struct {
	filters             filterFlags
	by, curves, measure string
	history, asMap      bool
	asJSON              bool
}

func (a *app) panoramaCommand() *cobra.Command {
	var f panoramaFlags
	cmd := &cobra.Command{
		Use: "panorama", Short: texts.PanoramaShort, Long: texts.PanoramaLong, Example: texts.PanoramaExample,
		Args: arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.filters.checkRank(cmd); err != nil {
				return err
			}
			return a.panorama(cmd.Context(), &f)
		},
	}
	f.filters.registerPlain(cmd)
	f.filters.registerRank(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.by, "por", "", texts.FlagBreakdown)
	flags.StringVar(&f.curves, "curvas", "", texts.FlagCurves)
	flags.StringVar(&f.measure, "medida", string(panorama.MeasureSeats), texts.FlagMeasure)
	flags.BoolVar(&f.asMap, "mapa", false, texts.FlagMap)
	flags.BoolVar(&f.history, "historia", false, texts.FlagHistory)
	flags.BoolVar(&f.asJSON, "json", false, texts.FlagJSON)
	return cmd
}

// request is what the flags of panorama ask for.
type panoramaRequest struct {
	dims    []catalog.Dim // none asks for all
	curves  catalog.Dim
	curved  bool
	measure panorama.Measure
}

func (f *panoramaFlags) request() (r panoramaRequest, err error) {
	ways := 0
	for _, asked := range []bool{strings.TrimSpace(f.by) != "", strings.TrimSpace(f.curves) != "", f.history, f.asMap} {
		if asked {
			ways++
		}
	}
	if ways > 1 {
		return r, usage(texts.PanoramaOneWay)
	}
	if r.dims, err = breakdowns(f.by); err != nil {
		return r, err
	}
	if f.curves != "" {
		one, err := breakdowns(f.curves)
		if err != nil {
			return r, err
		}
		if len(one) != 1 {
			return r, usage(texts.PanoramaBadDim(f.curves, dimWords()))
		}
		r.curves, r.curved = one[0], true
	}
	measure, ok := panorama.ParseMeasure(f.measure)
	switch {
	case !ok:
		return r, usage(texts.PanoramaBadMeasure(f.measure, data.Words(panorama.Measures())))
	case measure == panorama.MeasureLikely && !f.filters.sees():
		return r, usage(texts.LikelyNeedsRank)
	}
	r.measure = measure
	return r, nil
}

func dimWords() []string {
	return data.Map(panorama.Dims(), catalog.Dim.Key)
}

func breakdowns(text string) ([]catalog.Dim, error) {
	if text == "" {
		return nil, nil
	}
	var dims []catalog.Dim
	for word := range strings.SplitSeq(text, ",") {
		d, ok := catalog.DimOf(strings.TrimSpace(word))
		if !ok || !slices.Contains(panorama.Dims(), d) {
			return nil, usage(texts.PanoramaBadDim(word, dimWords()))
		}
		dims = append(dims, d)
	}
	if len(dims) > 2 || len(dims) == 2 && dims[0] == dims[1] {
		return nil, usage(texts.PanoramaTooManyDims(len(dims)))
	}
	return dims, nil
}

func (a *app) panorama(ctx context.Context, f *panoramaFlags) error {
	r, err := f.request()
	if err != nil {
		return err
	}
	if f.history {
		return a.history(f.asJSON)
	}
	d, err := a.openSome(ctx, texts.PurposeRead)
	if err != nil {
		return err
	}
	o := panorama.New(d.Space)
	filter, err := f.filter(d.Space, o, &r)
	if err != nil {
		return err
	}
	figures, err := a.surveyFigures(ctx, d, f, &filter)
	if err != nil {
		return err
	}
	switch {
	case f.asMap:
		return a.regionMap(o, r.measure, filter, figures, f.asJSON)
	case r.curved:
		return a.curves(o, &r, filter, f.asJSON)
	case len(r.dims) == 2:
		grid := o.Cross(r.dims[0], r.dims[1], filter, figures)
		if f.asJSON {
			return a.printJSON(panorama.Report{Grid: grid.Record()})
		}
		a.printGrid(&grid, r.measure, filter.In[catalog.DimProcess])
		return nil
	}
	tables := f.tables(o, r.dims, &filter, figures)
	if f.asJSON {
		return a.printJSON(panorama.Report{Tables: data.Map(tables, func(t panorama.Table) panorama.TableRecord { return t.Record() })})
	}
	a.printTables(o, f, tables, &filter)
	return nil
}

// tables counts by each dimension; where none is asked for by all processes first, then
// the newest by what the ministry's own dashboard shows.
func (f *panoramaFlags) tables(o *panorama.Overview, dims []catalog.Dim, filter *catalog.Filter, figures *catalog.Figures) []panorama.Table {
	if len(dims) == 0 {
		dims = panorama.Dims()[:8]
	}
	return data.Map(dims, func(dim catalog.Dim) panorama.Table {
		use := *filter
		if dim == catalog.DimProcess && !f.named() { // one process alone would say nothing
			use = filter.Clone()
			use.Set(catalog.DimProcess)
		}
		return o.By(dim, use, figures)
	})
}

// printTables prints tables with the process that they are of, and what they leave unsaid.
func (a *app) printTables(o *panorama.Overview, f *panoramaFlags, tables []panorama.Table, filter *catalog.Filter) {
	process := data.Process("")
	if all := filter.In[catalog.DimProcess]; len(all) == 1 {
		process = data.Process(all[0])
	}
	for i := range tables {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		if process != "" && (f.named() || tables[i].Dim != catalog.DimProcess) {
			fmt.Fprintln(a.out, process)
		}
		a.printTable(&tables[i])
	}
	a.printTableNotes(tables)
	if process != "" && tables[len(tables)-1].Total.Listed == 0 {
		if past := o.PastOf(process, modalityOf(filter)); past != "" {
			fmt.Fprintln(a.out, texts.PanoramaPastElsewhere(past))
		}
	}
}

// surveyFigures returns the figures that are counted with: with a rank those of the one
// line that it is of.
func (a *app) surveyFigures(ctx context.Context, d *inquiry.Inquiry, f *panoramaFlags, filter *catalog.Filter) (*catalog.Figures, error) {
	if !f.filters.sees() {
		return d.Space.PlainFigures(), nil
	}
	line, ok := browse.LineOf(filter)
	if !ok {
		return nil, usage(texts.RankNeedsLine)
	}
	est, err := d.See(ctx, f.filters.sight(line), line.Modality)
	if err != nil {
		return nil, err
	}
	return &est.Figures, nil
}

// named reports whether the user said which processes to count.
func (f *panoramaFlags) named() bool { return *f.filters.words[catalog.DimProcess.Key()] != "" }

// filter reads the flags. Without --proceso the newest process counts, and of
// what was taken the newest that has a list; by processes all of them count.
func (f *panoramaFlags) filter(space *workspace.Workspace, o *panorama.Overview, r *panoramaRequest) (catalog.Filter, error) {
	filter, err := f.filters.given().Filter(space)
	if err != nil || f.named() {
		return filter, err
	}
	byProcess := r.curved && r.curves == catalog.DimProcess || len(r.dims) == 2 && slices.Contains(r.dims, catalog.DimProcess)
	past := o.PastOf(space.Latest(), modalityOf(&filter))
	switch {
	case byProcess:
		filter.Set(catalog.DimProcess)
	case past != "" && (r.curved || r.measure.FromPast()):
		filter.Set(catalog.DimProcess, string(past))
	}
	return filter, nil
}

// modalityOf returns the one modality that a filter names, "" for both.
func modalityOf(f *catalog.Filter) data.Modality {
	if in := f.In[catalog.DimModality]; len(in) == 1 {
		return data.Modality(in[0])
	}
	return ""
}

func (a *app) printTable(t *panorama.Table) {
	ranked := t.Total.Known > 0
	rows := [][]string{texts.PanoramaHeading(t.Dim.Key(), ranked)}
	for i := range t.Cells {
		rows = append(rows, cellFields(texts.PanoramaValue(t.Dim.Key(), t.Cells[i].Value, t.Cells[i].Outside), &t.Cells[i], &t.Total))
	}
	rows = append(rows, cellFields(texts.PanoramaTotal, &t.Total, &t.Total))
	fmt.Fprint(a.out, alignColumns(rows))
}

func cellFields(label string, c, total *panorama.Cell) []string {
	part := "–"
	if total.Seats > 0 && !c.Outside {
		part = texts.PanoramaShare(float64(c.Seats) / float64(total.Seats))
	}
	fields := []string{label, texts.Thousands(c.Plazas), texts.Thousands(c.Seats), part}
	if total.Known > 0 {
		fields = append(fields, panorama.MeasureLikely.Text(c))
	}
	return append(
		fields, texts.PanoramaTaken(c.Taken, c.Listed > 0, c.Cut), texts.PanoramaShare(c.Share()), c.MedianText(),
	)
}

func (a *app) printTableNotes(tables []panorama.Table) {
	total := &tables[0].Total
	fmt.Fprintln(a.out)
	if total.Listed == 0 {
		fmt.Fprintln(a.out, texts.PanoramaNoPast)
	} else {
		fmt.Fprintln(a.out, texts.PanoramaTakenKey)
	}
	tied := func(t panorama.Table) bool {
		return slices.ContainsFunc(t.Cells, func(c panorama.Cell) bool { return c.Tied() })
	}
	if slices.ContainsFunc(tables, tied) {
		fmt.Fprintln(a.out, texts.PanoramaTies)
	}
	if total.Cut {
		fmt.Fprintln(a.out, texts.PanoramaCutNote)
	}
	if slices.ContainsFunc(tables, func(t panorama.Table) bool { return t.Dim == catalog.DimBudget }) {
		fmt.Fprintln(a.out, texts.PanoramaBudgets)
	}
}

func (a *app) printGrid(g *panorama.Grid, m panorama.Measure, processes []string) {
	head := []string{texts.FacetTitle(g.Rows.Key())}
	for _, v := range g.ColumnValues {
		head = append(head, texts.PanoramaValue(g.Columns.Key(), v, false))
	}
	rows := [][]string{append(head, texts.PanoramaTotal)}
	for i, v := range g.RowValues {
		row := []string{texts.PanoramaValue(g.Rows.Key(), v, false)}
		for j := range g.Cells[i] {
			row = append(row, m.Text(&g.Cells[i][j]))
		}
		rows = append(rows, append(row, m.Text(&g.RowTotals[i])))
	}
	last := []string{texts.PanoramaTotal}
	for i := range g.ColumnTotals {
		last = append(last, m.Text(&g.ColumnTotals[i]))
	}
	rows = append(rows, append(last, m.Text(&g.Total)))
	title := texts.MeasureTitle(string(m))
	if len(processes) == 1 {
		title = texts.MeasureShown(string(m), data.Process(processes[0]))
	}
	fmt.Fprintln(a.out, title)
	fmt.Fprint(a.out, alignColumns(rows))
}

func (a *app) curves(o *panorama.Overview, r *panoramaRequest, filter catalog.Filter, asJSON bool) error {
	curves, whole, cut := o.Curves(r.curves, filter)
	if asJSON {
		return a.printJSON(panorama.Report{Curves: panorama.RecordCurves(r.curves, curves, &whole, cut)})
	}
	if len(curves) == 0 {
		fmt.Fprintln(a.out, texts.PanoramaNoPast)
		return nil
	}
	fmt.Fprintln(a.out, texts.PanoramaCurveTitle)
	if processes := filter.In[catalog.DimProcess]; len(processes) == 1 {
		fmt.Fprintln(a.out, texts.CurvesNote(data.Process(processes[0])))
	}
	rows := [][]string{texts.PanoramaCurveHeading(r.curves.Key(), panorama.Marks())}
	fields := func(label string, c *panorama.Curve) []string {
		row := []string{label, texts.Thousands(c.Seats)}
		for _, gone := range c.At(panorama.Marks()) {
			row = append(row, texts.PanoramaShare(gone))
		}
		return row
	}
	for i := range curves {
		rows = append(rows, fields(texts.PanoramaValue(r.curves.Key(), curves[i].Value, false), &curves[i]))
	}
	fmt.Fprint(a.out, alignColumns(append(rows, fields(texts.PanoramaWhole, &whole))))
	if whole.Unordered > 0 {
		fmt.Fprintln(a.out, texts.PanoramaUnordered(whole.Unordered))
	}
	if cut > 0 {
		fmt.Fprintln(a.out, texts.PanoramaCutLines(cut))
	}
	return nil
}

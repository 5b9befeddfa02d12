package main

import (
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
)

// regionMap prints the map of a measure: the regions as tiles where they lie, then from
// the highest figure to the lowest.
func (a *app) regionMap(o *panorama.Overview, m panorama.Measure, filter catalog.Filter, figures *catalog.Figures, asJSON bool) error {
	table := o.By(catalog.DimRegion, filter, figures)
	regions := panorama.MapOf(m, table.Cell)
	processes, one := filter.In[catalog.DimProcess], data.Process("")
	if len(processes) == 1 {
		one = data.Process(processes[0])
	}
	if asJSON {
		return a.printJSON(panorama.Report{Map: regions.Record(one, &table.Total)})
	}
	fmt.Fprintln(a.out, texts.MapScope(string(m), processes))
	known := regions.Known()
	if len(known) == 0 {
		fmt.Fprintln(a.out, regions.Plain(one))
		return nil
	}
	fmt.Fprintf(a.out, "\n%s\n", tiles(regions))
	rows := make([][]string, 0, len(known)+1)
	for _, r := range known {
		rows = append(rows, []string{texts.PlaceName(r.Region), m.Format(r.Value), share(r.Value, known[0].Value)})
	}
	if rest := table.Cell(""); rest.Plazas > 0 {
		rows = append(rows, []string{texts.PanoramaNoValue, m.Text(rest), ""})
	}
	if last := &table.Cells[len(table.Cells)-1]; last.Outside && m == panorama.MeasureTaken {
		rows = append(rows, []string{texts.PanoramaOutside, m.Text(last), ""})
	}
	rows = append(rows, []string{texts.PanoramaTotal, m.Text(&table.Total), ""})
	fmt.Fprint(a.out, alignColumns(rows))
	if m.FromPast() && table.Total.Cut {
		fmt.Fprintln(a.out, texts.PanoramaCutNote)
	}
	return nil
}

// tiles sets the regions where they lie in the country, a line for each row of tiles.
func tiles(regions *panorama.RegionMap) string {
	wide := 0
	var cells [panorama.TileRows][panorama.TileColumns]string
	for _, r := range regions.Regions {
		cell := texts.MapTile(r.Region, regions.Measure.Format(r.Value))
		cells[r.Row][r.Column] = cell
		wide = max(wide, runewidth.StringWidth(cell))
	}
	var b strings.Builder
	for _, row := range cells {
		line := ""
		for _, cell := range row {
			line += "  " + cell + strings.Repeat(" ", wide-runewidth.StringWidth(cell))
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// barCells is the longest bar of a ranking.
const barCells = 24

// share draws a figure beside the highest, in a sign that every terminal has.
func share(value, most float64) string {
	if most <= 0 {
		return ""
	}
	return strings.Repeat("#", int(value/most*barCells+0.5))
}

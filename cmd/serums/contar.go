package main

import (
	"fmt"
	"strconv"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/report"
)

// countDims reads --contar; none where it is not given.
func countDims(text string) ([]catalog.Dim, error) {
	if text == "" {
		return nil, nil
	}
	dims, unknown := browse.ParseCountDims(text)
	if len(dims) == 0 {
		return nil, usage(texts.BadCount(unknown, countWords()))
	}
	return dims, nil
}

func countWords() []string {
	return data.Map(browse.CountDims(), catalog.Dim.Key)
}

// counts counts what was found by a dimension.
func (l *listing) counts(d catalog.Dim) []catalog.Frequency {
	return browse.CountsOf(l.space.Catalog, l.rows, d, &l.filter, l.figures)
}

// ranked reports whether it is known what is within reach.
func (l *listing) ranked() bool { return l.figures.Chance != nil }

func (l *listing) countsJSON() report.Counts {
	out := report.Counts{Head: l.head(), Places: len(l.rows), Seats: l.seats}
	for _, d := range l.counted {
		out.Dimensions = append(out.Dimensions, report.CountOf(d, l.counts(d), l.ranked()))
	}
	return out
}

func (l *listing) countsCSV() [][]string {
	table := [][]string{texts.CountCSVHeading()}
	for _, d := range l.counted {
		for _, c := range l.counts(d) {
			likely := ""
			if l.ranked() {
				likely = strconv.Itoa(c.Likely)
			}
			table = append(table, []string{d.Key(), c.Value, strconv.Itoa(c.Plazas), strconv.Itoa(c.Seats), likely})
		}
	}
	return table
}

// countsTable prints a table for each dimension.
func (l *listing) countsTable(a *app) {
	if len(l.rows) == 0 {
		l.tellNothing(a)
		return
	}
	for _, d := range l.counted {
		rows := [][]string{texts.CountHeading(d.Key(), l.ranked())}
		for _, c := range l.counts(d) {
			row := []string{texts.PanoramaValue(d.Key(), c.Value, false), texts.Thousands(c.Plazas), texts.Thousands(c.Seats)}
			if l.ranked() {
				row = append(row, texts.Thousands(c.Likely))
			}
			rows = append(rows, row)
		}
		fmt.Fprintln(a.out, alignColumns(rows))
		l.noted = l.noted || d.OfNotes()
	}
	l.tellStanding(a)
}

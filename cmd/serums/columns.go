package main

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// alignColumns lays rows of text out in columns, two blanks apart, by the
// width that a terminal gives them.
func alignColumns(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			if i > 0 {
				line.WriteString("  ")
			}
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-runewidth.StringWidth(cell)))
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// alignFigures lays rows out as alignColumns does, but all columns after the
// first are figures and stand on the right.
func alignFigures(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(cell))
		}
	}
	padded := make([][]string, len(rows))
	for r, row := range rows {
		padded[r] = append([]string(nil), row...)
		for i := 1; i < len(row); i++ {
			padded[r][i] = strings.Repeat(" ", widths[i]-runewidth.StringWidth(row[i])) + row[i]
		}
	}
	return alignColumns(padded)
}

package main

import (
	"regexp"
	"strings"
	"sync"

	"github.com/mattn/go-runewidth"
)

// figure is a cell that holds nothing but a number, a share, a range of them or
// a distance.
var figure = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[-+−<>~≈±]{0,2} ?\d[\d\x{a0}\x{202f} .,]*(?: ?%)?(?:[–-][<>]?\d[\d\x{a0}\x{202f} .,]*(?: ?%)?)?(?: km)?$`)
})

// alignColumns lays rows of text out in columns, two blanks apart, by the
// width that a terminal gives them. Columns of figures stand on the right, their
// headings too, so that ones stand below ones.
func alignColumns(rows [][]string) string {
	var widths, figures, others []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths, figures, others = append(widths, 0), append(figures, 0), append(others, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(cell))
			switch {
			case figure().MatchString(strings.TrimSpace(cell)):
				figures[i]++
			case cell == "–": // no figure here
				figures[i]++
			case strings.TrimSpace(cell) != "":
				others[i]++
			}
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			if i > 0 {
				line.WriteString("  ")
			}
			blanks := strings.Repeat(" ", widths[i]-runewidth.StringWidth(cell))
			// One that is no figure may be the heading, or a word in place of a number.
			if right := figures[i] > 0 && (others[i] <= 1 || figures[i] > others[i]); right {
				line.WriteString(blanks + cell)
			} else {
				line.WriteString(cell + blanks)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

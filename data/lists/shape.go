package lists

import (
	"strings"

	"brujula/data/cells"
	"brujula/data/fold"
)

// commonWidth is how many cells most rows above any heading have filled: those
// of the table, where no heading was found at all.
func (c *collector) commonWidth() int {
	common := 0
	for width, rows := range c.widths {
		if width >= leastShape && (rows > c.widths[common] || rows == c.widths[common] && width > common) {
			common = width
		}
	}
	return common
}

// leastShape is how many columns a table has at least whose heading is found by
// its shape.
const leastShape = 3

// shaped takes a row for the heading by its shape: words, no figures, as many
// as the rows of the table have cells.
func (c *collector) shaped(row cells.Row, filled int) *heading {
	if c.shape == 0 || 3*filled < 2*c.shape || filled < leastShape {
		return nil
	}
	seen := make(map[string]struct{}, filled)
	for _, cell := range row.Cells {
		text := fold.Squash(cell)
		if text == "" {
			continue
		}
		_, again := seen[text]
		if again || len(cell) > maxHeading || strings.ContainsAny(text, "0123456789") {
			return nil
		}
		seen[text] = struct{}{}
	}
	h := claimed(c.known, row.Cells)
	h.shaped = true
	return h
}

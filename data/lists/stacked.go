package lists

import (
	"slices"
	"strings"

	"brujula/data/fold"
)

// A heading may stand in two rows: a group above (ESTABLECIMIENTO DE SALUD) and
// its columns below (CÓDIGO, NOMBRE, CATEGORÍA), or a text that is wrapped.

// readStacked reads a heading of two rows; nil where they are none.
func (c *collector) readStacked(upper, lower []string) *heading {
	h := claimed(c.known, stack(upper, lower))
	if isLower(lower) {
		h.claimByGroups(c.known, upper, lower)
	}
	return c.clip(h.accepted())
}

// isLower reports whether a row may be the lower one of a heading: words alone,
// which no record is made of.
func isLower(row []string) bool {
	return !slices.ContainsFunc(row, func(cell string) bool { return len(cell) > maxGroup || strings.ContainsAny(cell, "0123456789") })
}

// isUpper reports whether a row may be the upper one: more than a title.
func isUpper(row []string) bool {
	filled := 0
	for _, cell := range row {
		if len(cell) > maxGroup {
			return false
		}
		if strings.TrimSpace(cell) != "" {
			filled++
		}
	}
	return filled > 1
}

// maxGroup is longer than the heading of a group in bytes; titles are longer.
const maxGroup = 60

// claimByGroups gives each column the strongest claim of its lower text alone and
// of that with the group that it stands in: the text above it, or the next one to
// the left that stands over columns of its own.
func (h *heading) claimByGroups(known map[string]claim, upper, lower []string) {
	group := ""
	for column, text := range lower {
		if column >= len(h.claims) {
			break
		}
		if column < len(upper) && strings.TrimSpace(upper[column]) != "" {
			group = upper[column]
		}
		if strings.TrimSpace(text) == "" {
			group = "" // a column that stands in one row ends the group
			continue
		}
		for _, whole := range []string{text, text + " " + group, group + " " + text} {
			if c, ok := claimOf(known, whole); ok && c.weight > h.claims[column].weight {
				h.claims[column] = c
			}
		}
		if fold.Squash(text) == fold.Squash(group) { // merged over both rows
			h.texts[column] = oneLine(fold.Clean(text))
		}
	}
	h.assign()
}

// stack joins two rows cell by cell.
func stack(upper, lower []string) []string {
	out := slices.Clone(upper)
	for column, cell := range lower {
		if column >= len(out) {
			out = append(out, cell)
			continue
		}
		out[column] = strings.TrimSpace(out[column] + " " + cell)
	}
	return out
}

package xlsxtable

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// merge is a range of merged cells over several rows. The file holds its value
// in the first row only; every row of the range means it.
type merge struct {
	top, bottom, column int
	value               string
}

// verticalMerges reads the ranges that span rows, by their top row.
func verticalMerges(refs []string) []merge {
	var out []merge
	for _, ref := range refs {
		from, to, ok := strings.Cut(ref, ":")
		if !ok {
			continue
		}
		column, top, err := excelize.CellNameToCoordinates(from)
		if err != nil {
			continue
		}
		_, bottom, err := excelize.CellNameToCoordinates(to)
		if err != nil || bottom <= top {
			continue
		}
		out = append(out, merge{top: top, bottom: bottom, column: column})
	}
	slices.SortStableFunc(out, func(a, b merge) int { return a.top - b.top })
	return out
}

// fillMerged puts the values of ranges that began above into the row. A row
// that is blank by itself stays blank.
func (r *reader) fillMerged(found []string) []string {
	for len(r.merges) > 0 && r.merges[0].top <= r.seen {
		m := r.merges[0]
		r.merges = r.merges[1:]
		if m.top == r.seen && m.column <= len(found) && m.column <= r.limits.Columns && found[m.column-1] != "" {
			m.value = found[m.column-1]
			r.active = append(r.active, m)
		}
	}
	if len(r.active) == 0 {
		return found
	}
	r.active = slices.DeleteFunc(r.active, func(m merge) bool { return m.bottom < r.seen })
	if len(trimBlank(found)) == 0 {
		return found
	}
	for i := range r.active {
		m := &r.active[i]
		for len(found) < m.column {
			found = append(found, "")
		}
		if found[m.column-1] == "" {
			found[m.column-1] = m.value
			r.filledMerges++
		}
	}
	return found
}

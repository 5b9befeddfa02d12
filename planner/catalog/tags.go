package catalog

import (
	"math"
	"strconv"
	"strings"

	"brujula/data"
)

// Tags are the values of a dimension that no list tells: what is noted of each
// plaza, what changed of it. Whoever knows them gives them with the figures.
// They do not change once made and may be shared.
type Tags struct{ col column }

// NewTags makes the values of a dimension for n rows. values are all that
// there may be, in the order of the panel; of gives those of a row, each one of
// values, in their order. A row may have several, or none.
func NewTags(n int, values []string, of func(row int) []string) *Tags {
	col := column{values: values, codes: make([]uint32, n)}
	place := make(map[string]uint32, len(values))
	for i, v := range values {
		place[v] = uint32(i)
	}
	codeOf := map[string]uint32{}
	for row := range n {
		held := of(row)
		key := strings.Join(held, "\x00")
		code, ok := codeOf[key]
		if !ok {
			code = uint32(len(col.members))
			codeOf[key] = code
			ids := make([]uint32, 0, len(held))
			for _, v := range held {
				if at, known := place[v]; known {
					ids = append(ids, at)
				}
			}
			col.members = append(col.members, ids)
		}
		col.codes[row] = code
	}
	return &Tags{col}
}

// Values lists what rows may be tagged with, in the order of the panel.
func (t *Tags) Values() []string {
	if t == nil {
		return nil
	}
	return t.col.values
}

// Of lists the values of a row.
func (t *Tags) Of(row int) []string {
	if t == nil || row >= len(t.col.codes) {
		return nil
	}
	return data.Map(t.col.members[t.col.codes[row]], func(id uint32) string { return t.col.values[id] })
}

// Tagged reports whether the values of the dimension come with the figures as
// Tags, and not from the lists.
func (d Dim) Tagged() bool {
	return d.OfNotes() || d == DimChange || d == DimOffered || d == DimGradeWas || d == DimRefused
}

// OfNotes reports whether the values of the dimension are of the risk notes.
func (d Dim) OfNotes() bool { return d == DimRisk || d == DimSeverity }

// column returns the column of a dimension; an empty one for tags that are not
// known, or that were made of other lists: no row then has any value.
func (c *Catalog) column(d Dim, fig *Figures) *column {
	if !d.Tagged() {
		return &c.cols[d]
	}
	if fig != nil {
		if t := fig.Tags[d]; t != nil && len(t.col.codes) == len(c.plazas) {
			return &t.col
		}
	}
	return &column{}
}

// number returns what rows are sorted by of tags that are numbers, NaN for a row
// without any.
func (f *Figures) number(d Dim) func(row int) float64 {
	var t *Tags
	if f != nil {
		t = f.Tags[d]
	}
	if t == nil {
		return func(int) float64 { return math.NaN() }
	}
	values := make([]float64, len(t.col.members)) // by code
	for code, ids := range t.col.members {
		values[code] = math.NaN()
		for _, id := range ids {
			if n, err := strconv.Atoi(t.col.values[id]); err == nil {
				values[code] = float64(n)
			}
		}
	}
	return func(row int) float64 {
		if row >= len(t.col.codes) {
			return math.NaN()
		}
		return values[t.col.codes[row]]
	}
}

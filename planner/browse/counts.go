package browse

import (
	"cmp"
	"slices"
	"strings"

	"brujula/planner/catalog"
)

// CountDims are what found plazas can be counted by, in the order of the panel of
// filters.
func CountDims() []catalog.Dim {
	return slices.DeleteFunc(catalog.Dims(), func(d catalog.Dim) bool { return d == catalog.DimRefused })
}

// ParseCountDims reads keys of dimensions, separated by commas; unknown is the first
// that is none.
func ParseCountDims(text string) (dims []catalog.Dim, unknown string) {
	for word := range strings.SplitSeq(text, ",") {
		d, ok := catalog.DimOf(strings.TrimSpace(word))
		if !ok || !slices.Contains(CountDims(), d) {
			return nil, word
		}
		if !slices.Contains(dims, d) {
			dims = append(dims, d)
		}
	}
	return dims, ""
}

// CountsOf counts found rows by the values of a dimension, the most frequent first.
// Seats are those that the filter asks for. A plaza with several values counts for
// each, one without any for none.
func CountsOf(c *catalog.Catalog, rows []int, d catalog.Dim, f *catalog.Filter, fig *catalog.Figures) []catalog.Frequency {
	counts := c.Frequencies(rows, d, f, fig)
	slices.SortStableFunc(counts, func(a, b catalog.Frequency) int {
		return cmp.Or(b.Plazas-a.Plazas, cmp.Compare(a.Value, b.Value))
	})
	return counts
}

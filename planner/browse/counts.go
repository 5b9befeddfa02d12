package browse

import (
	"cmp"
	"slices"
	"strings"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// CountDims are what found plazas can be counted by, in the order of the panel of
// filters.
func CountDims() []catalog.Dim {
	return slices.DeleteFunc(catalog.Dims(), func(d catalog.Dim) bool { return d == catalog.DimRefused })
}

// ValuesOf lists the values of a dimension that can be asked for; none where nothing is
// known of it yet, as of chances without a rank.
func ValuesOf(c *catalog.Catalog, fig *catalog.Figures, d catalog.Dim) []string {
	switch {
	case d.Tagged():
		return fig.Tags[d].Values()
	case d == catalog.DimBand && fig.Chance == nil:
		return nil
	case d == catalog.DimBand:
		return fig.Bands
	}
	return c.Values(d)
}

// BoundsShown reports what a filter asks of chance, points and past, and how many of a
// selection what the applicant does not want has left out.
func BoundsShown(f *catalog.Filter, sel *catalog.Selection) (shown []string) {
	if f.ChanceMin > 0 {
		shown = append(shown, texts.ChanceMinShown(f.ChanceMin))
	}
	if f.PointsMin > 0 {
		shown = append(shown, texts.PointsMinShown(f.PointsMin))
	}
	if len(f.Before) > 0 {
		shown = append(shown, workspace.BeforeShown(f.Before))
	}
	if n := Hidden(sel, f); n > 0 {
		shown = append(shown, texts.LimitHidden(n))
	}
	return shown
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

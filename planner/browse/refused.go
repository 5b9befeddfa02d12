package browse

import (
	"maps"

	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// Wanted is a filter over what the applicant would take: that of a face, without the
// plazas that break the limits of the look. One by limits of its own stays as it is.
func Wanted(f catalog.Filter, est *workspace.Estimates) catalog.Filter {
	if est == nil || est.Refusals == nil || f.Asks(catalog.DimRefused) {
		return f
	}
	for _, limit := range est.Refusals.Words() {
		f.Exclude(catalog.DimRefused, limit)
	}
	return f
}

// Hidden counts the rows that a selection of what is Wanted leaves out for the limits
// of the look alone.
func Hidden(sel *catalog.Selection, f *catalog.Filter) int {
	if f.Asks(catalog.DimRefused) {
		return 0
	}
	return sel.Only(catalog.DimRefused)
}

// withRefusals puts into the figures what Wanted asks for.
func withRefusals(fig *catalog.Figures, r *workspace.Refusals) {
	if r == nil || fig.Tags[catalog.DimRefused] != nil {
		return
	}
	tags := maps.Clone(fig.Tags)
	if tags == nil {
		tags = map[catalog.Dim]*catalog.Tags{}
	}
	tags[catalog.DimRefused] = r.Tags()
	fig.Tags = tags
}

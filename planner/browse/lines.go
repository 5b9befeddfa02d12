// Package browse is how all plazas are looked through: which lines a filter names,
// what the other modality would give, from where distances are measured, and what
// is known of every row. Explorar, the linear mode and listar draw, read out and
// print what it says.
package browse

import (
	"maps"
	"slices"

	"brujula/data"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// LinesOf keeps of a filter what names lines: what is in view is counted against
// all of these.
func LinesOf(f *catalog.Filter) catalog.Filter {
	var lines catalog.Filter
	for _, d := range catalog.LineDims() {
		lines.Set(d, f.In[d]...)
	}
	return lines
}

// LineOf returns the one line that a filter names; ok is false when it leaves open
// which.
func LineOf(f *catalog.Filter) (line data.Line, ok bool) {
	line = data.Line{
		Process: data.Process(one(f, catalog.DimProcess)), Profession: one(f, catalog.DimProfession), Modality: data.Modality(one(f, catalog.DimModality)),
	}
	return line, line.Process != "" && line.Profession != "" && line.Modality != ""
}

// Process returns the process that a filter asks for; "" for several or all.
func Process(f *catalog.Filter) data.Process { return data.Process(one(f, catalog.DimProcess)) }

func one(f *catalog.Filter, d catalog.Dim) string {
	if values := f.In[d]; len(values) == 1 {
		return values[0]
	}
	return ""
}

// ToLift returns the dimensions of a filter each of which alone keeps plazas out of
// a selection. Lines are left alone: another line is another act.
func ToLift(sel *catalog.Selection, f *catalog.Filter) []catalog.Dim {
	return slices.DeleteFunc(f.Dims(), func(d catalog.Dim) bool { return sel.Only(d) == 0 || slices.Contains(catalog.LineDims(), d) })
}

// Other is the other modality of a filter.
type Other struct {
	Process  data.Process
	Modality data.Modality // "" where the filter does not ask for exactly one
	Loaded   bool          // its offer is
}

// OtherOf returns the modality that is looked at instead of the one that a filter
// asks for.
func OtherOf(w *workspace.Workspace, f *catalog.Filter) Other {
	asked := one(f, catalog.DimModality)
	if asked == "" {
		return Other{}
	}
	o := Other{Process: Process(f), Modality: data.Modality(asked).Other()}
	o.Loaded = w.Offers(o.Process, o.Modality)
	return o
}

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

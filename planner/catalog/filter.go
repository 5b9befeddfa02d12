package catalog

import (
	"maps"
	"slices"
	"strings"
)

// Filter says which plazas are wanted. The zero value wants all. Within a
// dimension any of the values will do; the dimensions must all agree.
type Filter struct {
	In        map[Dim][]string // wanted values, canonical (see Resolve)
	Out       map[Dim][]string // values that are not wanted
	Text      string           // see Query
	ChanceMin float64          // 0–1; 0 asks nothing, and rows without a chance pass only then
	PointsMin float64          // 0 asks nothing
	// DistanceMax is in km; 0 asks nothing, and rows without a known distance
	// pass only then.
	DistanceMax float64
	// Before asks for any of these of the past; none asks nothing.
	Before []Before
}

// Clone returns a copy that shares nothing with f.
func (f Filter) Clone() Filter {
	f.In = cloneSets(f.In)
	f.Out = cloneSets(f.Out)
	f.Before = slices.Clone(f.Before)
	return f
}

func cloneSets(sets map[Dim][]string) map[Dim][]string {
	out := make(map[Dim][]string, len(sets))
	for d, vs := range sets {
		out[d] = slices.Clone(vs)
	}
	return out
}

// Toggle puts a value of a dimension into the wanted ones, or takes it out.
func (f *Filter) Toggle(d Dim, value string) {
	f.In = toggled(f.In, d, value)
	f.Out = without(f.Out, d, value)
}

// Exclude puts a value of a dimension into the unwanted ones, or takes it out.
func (f *Filter) Exclude(d Dim, value string) {
	f.Out = toggled(f.Out, d, value)
	f.In = without(f.In, d, value)
}

// Set makes the values the only wanted ones of the dimension; none of them
// asks nothing.
func (f *Filter) Set(d Dim, values ...string) {
	f.In = cloneSets(f.In)
	if len(values) == 0 {
		delete(f.In, d)
		return
	}
	f.In[d] = slices.Clone(values)
}

// Has reports whether the value is among the wanted ones.
func (f *Filter) Has(d Dim, value string) bool { return slices.Contains(f.In[d], value) }

// Excludes reports whether the value is among the unwanted ones.
func (f *Filter) Excludes(d Dim, value string) bool { return slices.Contains(f.Out[d], value) }

// Empty reports whether the filter wants all.
func (f *Filter) Empty() bool {
	return len(f.In) == 0 && len(f.Out) == 0 && strings.TrimSpace(f.Text) == "" && !f.asksFigures()
}

// Dims lists the dimensions that the filter restricts.
func (f *Filter) Dims() []Dim {
	set := map[Dim]bool{}
	for d := range f.In {
		set[d] = true
	}
	for d := range f.Out {
		set[d] = true
	}
	return slices.Sorted(maps.Keys(set))
}

// Asks reports whether the filter restricts the dimension.
func (f *Filter) Asks(d Dim) bool { return len(f.In[d])+len(f.Out[d]) > 0 }

// AsksNotes reports whether the filter restricts by risk notes.
func (f *Filter) AsksNotes() bool { return f.Asks(DimRisk) || f.Asks(DimSeverity) }

func toggled(sets map[Dim][]string, d Dim, value string) map[Dim][]string {
	if slices.Contains(sets[d], value) {
		return without(sets, d, value)
	}
	out := cloneSets(sets)
	out[d] = append(out[d], value)
	return out
}

func without(sets map[Dim][]string, d Dim, value string) map[Dim][]string {
	out := cloneSets(sets)
	out[d] = slices.DeleteFunc(out[d], func(v string) bool { return v == value })
	if len(out[d]) == 0 {
		delete(out, d)
	}
	return out
}

package geo

import (
	"maps"
	"slices"

	"brujula/data"
	"brujula/data/library"
)

// Verdict is what was found of the points of a list, and of those of the offers' own
// columns, beside where all the offers have the establishments. With it an index is
// made of a part of the lists (see Verdict.Index) that is the same as that of the
// whole for the establishments of the part.
type Verdict struct {
	Listed  Report                // of the list
	All     Report                // with the offers' own columns
	Own     map[string]data.Point // by RENIPRESS, the points of these
	Removed []string              // RENIPRESS whose listed point these have put in doubt
}

// Judge returns what was found when an index was made of whole lists, and its own
// points were added to it (WithOwn).
func Judge(listed, withOwn *Index) Verdict {
	v := Verdict{Listed: listed.Report(), All: withOwn.Report(), Own: map[string]data.Point{}}
	for code, p := range withOwn.points {
		if _, ok := listed.points[code]; !ok {
			v.Own[code] = p
		}
	}
	for code := range listed.points {
		if _, ok := withOwn.points[code]; !ok {
			v.Removed = append(v.Removed, code)
		}
	}
	slices.Sort(v.Removed)
	return v
}

// Index returns the indexes of a part of a stored list (nil for none): that of the
// list, and that with the offers' own points.
func (v *Verdict) Index(table *library.Table) (listed, withOwn *Index) {
	listed = &Index{points: pointsOf(table), report: v.Listed}
	for _, far := range v.Listed.Far {
		delete(listed.points, far.Renipress)
	}
	withOwn = &Index{points: maps.Clone(listed.points), report: v.All}
	for _, code := range v.Removed {
		delete(withOwn.points, code)
	}
	maps.Copy(withOwn.points, v.Own)
	return listed, withOwn
}

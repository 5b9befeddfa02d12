package history

import (
	"strconv"

	"brujula/data"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// TagsOf returns of every row in how many of the processes with an offer of its line it
// was on offer, and its grade the last time before its own process, as the values of
// catalog.DimOffered and catalog.DimGradeWas; a row has none of the latter where no
// earlier offer of its line is loaded. Both are nil where no line has two offers.
func TagsOf(w *workspace.Workspace) (offered, grades *catalog.Tags) {
	n := w.Catalog.Len()
	times, was := make([]int, n), make([]string, n)
	several := false
	for row := range n {
		p := w.Catalog.Plaza(row)
		processes := w.Offering(p.Profession, p.Modality)
		several = several || len(processes) > 1
		for _, process := range processes { // the newest first
			there := at(w, p, process, p.Modality)
			if there != nil {
				times[row]++
			}
			if process.Before(p.Process) && (was[row] == "" || was[row] == catalog.WordAbsent) {
				was[row] = gradeWord(there)
			}
		}
	}
	if !several {
		return nil, nil
	}
	offered = catalog.NewTags(n, w.OfferedValues(), func(row int) []string { return []string{strconv.Itoa(times[row])} })
	grades = catalog.NewTags(n, workspace.GradeWasValues(), func(row int) []string {
		if was[row] == "" {
			return nil
		}
		return []string{was[row]}
	})
	return offered, grades
}

// gradeWord is a value of catalog.DimGradeWas; p is nil where it was not on offer.
func gradeWord(p *data.Plaza) string {
	switch {
	case p == nil:
		return catalog.WordAbsent
	case p.Grade == 0:
		return workspace.NoGrade
	}
	return strconv.Itoa(p.Grade)
}

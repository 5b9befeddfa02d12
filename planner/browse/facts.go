package browse

import (
	"brujula/planner/history"
	"brujula/planner/workspace"
)

// Facts returns what is known of a row of the catalog, with its distance, its change
// and its history as far as they were asked for; est may be nil.
func Facts(w *workspace.Workspace, est *workspace.Estimates, row int, k *Known, n *Near) workspace.Facts {
	f := w.Facts(row, est)
	if k.Space == w {
		f.Change = k.Marks.Sign(row)
		f.Offered, f.GradesBefore = history.Cells(w, row)
	}
	if n.Of(w) {
		f.Far = n.Far(row)
	}
	return f
}

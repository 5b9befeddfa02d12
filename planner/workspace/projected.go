package workspace

import (
	"brujula/data"
	"brujula/planner/merit"
)

// Project tells what ranks a mark is worth by the earlier processes that are
// loaded; ok is false where none tells of the profession.
func (w *Workspace) Project(q *merit.Ask) (r merit.Range, ok bool) {
	past := make([]*data.Adjudication, len(w.past))
	for i := range w.past {
		past[i] = w.past[i].Adjudication
	}
	return merit.Project(past, w.Rules, q)
}

package workspace

import (
	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/merit"
)

// Project reports what ranks a mark is worth by the earlier processes that are
// loaded; ok is false where none tells of the profession.
func (w *Workspace) Project(q *merit.Ask) (r merit.Range, ok bool) {
	past := data.Map(w.past, func(p availability.History) *data.Adjudication { return p.Adjudication })
	return merit.Project(past, w.Rules, q)
}

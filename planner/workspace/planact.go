package workspace

import (
	"brujula/data/texts"
	"brujula/planner/plan"
)

// ActText states a change of a plan in the user's words.
func (w *Workspace) ActText(act plan.Act) string {
	name := ""
	if len(act.IDs) > 0 {
		name = w.Name(act.IDs[0])
	}
	switch act.Kind {
	case plan.Added:
		return texts.ActAdded(name, len(act.IDs), act.To+1)
	case plan.Removed:
		return texts.ActRemoved(name, len(act.IDs))
	case plan.Moved:
		return texts.ActMoved(name, len(act.IDs), act.From+1, act.To+1)
	case plan.Noted:
		return texts.ActNoted(name)
	case plan.Replaced:
		return texts.ActReplaced(len(act.IDs))
	}
	return ""
}

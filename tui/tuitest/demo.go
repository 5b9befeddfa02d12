package tuitest

import (
	"sync"

	"brujula/data/rules"
	"brujula/planner/workspace"
)

// Demo gives the demonstration's lists, the same to every test of a package:
// they never change, and fitting their model once is enough.
var Demo = sync.OnceValue(func() *workspace.Workspace { return workspace.LoadDemo(rules.Default()) })

package tuitest

import (
	"sync"

	"brujula/data/rules"
	"brujula/planner"
)

// Demo gives the demonstration's lists, the same to every test of a package:
// they never change, and fitting their model once is enough.
var Demo = sync.OnceValue(func() *planner.Workspace { return planner.LoadDemo(rules.Default()) })

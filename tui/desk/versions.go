package desk

import "brujula/planner/plan"

// others gives the plans of this window that are not on the screen, by name.
// Those of the demonstration end with it.
func (d *Desk) others() map[string]*plan.Editor {
	if d.saver.aside == nil || d.saver.demo != d.Space.Demo {
		d.saver.aside, d.saver.demo = map[string]*plan.Editor{}, d.Space.Demo
	}
	return d.saver.aside
}

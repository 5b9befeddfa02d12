package comparing

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// Aspect is one line of the comparison, for the linear mode.
type Aspect struct {
	Group, Label string
	Values       []string // one a plaza, in their order
	Differs      bool
}

// Aspects sets plazas side by side as the screen does; those that no list has
// are left out. names are those of the others.
func Aspects(space *workspace.Workspace, est *workspace.Estimates, ids []data.PlazaID) (names []string, all []Aspect) {
	f := gather(space, est, ids, wording{texts.LinearChance, texts.LinearSideNote})
	for _, c := range f.columns {
		names = append(names, c.name)
	}
	for _, g := range f.groups {
		for i := range g.rows {
			r := &g.rows[i]
			all = append(all, Aspect{g.title, r.label, r.values, r.differs()})
		}
	}
	return names, all
}

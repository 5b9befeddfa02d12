package keys

import "brujula/data/texts"

// Versions keys work in the menu of the versions of a plan.
type Versions struct{ Open, Copy, Name, Diff, Drop Binding }

// NewVersions makes the bindings of the menu of versions.
func NewVersions() Versions {
	return Versions{
		Open: bind("enter", texts.KeyVersionOpen, "enter"),
		Copy: bind("n", texts.KeyVersionCopy, "n"),
		Name: bind("r", texts.KeyVersionName, "r"),
		Diff: bind("c", texts.KeyCompareShort, "c"),
		Drop: bind("d", texts.KeyVersionDrop, "d"),
	}
}

// Scope lists the bindings for help.
func (k Versions) Scope() Scope {
	return Scope{texts.ScopeVersions, []Binding{k.Open, k.Copy, k.Name, k.Diff, k.Drop}}
}

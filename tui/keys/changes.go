package keys

import "brujula/data/texts"

// Changes keys move through what changed between two offers.
type Changes struct{ Open, All, Pair Binding }

// NewChanges makes the bindings of the differences.
func NewChanges() Changes {
	return Changes{
		Open: bind("enter", texts.KeyChangesOpen, "enter").tip(texts.TipChangesOpen),
		All:  bind("O", texts.KeyViewProfession, "O"),
		Pair: bind("t", texts.KeyChangesPair, "t"),
	}
}

// Scope lists the bindings for help.
func (k Changes) Scope() Scope { return Scope{texts.ScreenChanges, []Binding{k.Open, k.All, k.Pair}} }

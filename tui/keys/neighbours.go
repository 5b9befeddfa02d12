package keys

import "brujula/data/texts"

// Neighbours keys choose whose picks are shown.
type Neighbours struct{ Wider, Narrower, Mark, Other, Process Binding }

// NewNeighbours makes the bindings of Cerca de mi orden.
func NewNeighbours() Neighbours {
	return Neighbours{
		Wider:    bind("+", texts.KeyNearWider, "+"),
		Narrower: bind("-", texts.KeyNearLess, "-"),
		Mark:     bind("m", texts.KeyNearMark, "m"),
		Other:    bind("o", texts.KeyOtherModality, "o"),
		Process:  bind("t", texts.KeyNearPast, "t"),
	}
}

// Scope lists the bindings for help.
func (k Neighbours) Scope() Scope {
	return Scope{texts.ScreenNear, []Binding{k.Wider, k.Narrower, k.Mark, k.Other, k.Process}}
}
